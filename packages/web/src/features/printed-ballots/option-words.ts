import type { BallotOptionKind } from '../../gql/graphql.ts';
import { type Text, usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';

/** An option in the reader's language. */
export function useOptionWords(): (option: { readonly kind: BallotOptionKind; readonly label: readonly Text[] }) => string {
  const say = useMessages();
  const pick = usePickText();
  return ({ kind, label }) => (kind === 'CHOICE' ? pick(label) : say(`option.${kind}`));
}
