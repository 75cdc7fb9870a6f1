import type { BallotOptionKind } from '../../gql/graphql.ts';
import { LocalText, type Text, usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';

interface Option {
  readonly kind: BallotOptionKind;
  readonly label: readonly Text[];
}

/** Yes, no and abstain are the pages' own words; every other answer is somebody's. */
export function OptionLabel({ option }: { option: Option }) {
  const say = useMessages();
  return option.kind === 'CHOICE' || option.label.length > 0 ? <LocalText of={option.label} /> : say(`option.${option.kind}`);
}

export function useOptionLabel(): (option: Option | undefined) => string {
  const say = useMessages();
  const pick = usePickText();
  return (option) => (option ? pick(option.label) || (option.kind === 'CHOICE' ? '' : say(`option.${option.kind}`)) : '');
}
