import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { type Majority, presetOf, type Quorum, shareWords } from './rules.ts';

/** Quorum and majority as sentences. */
export function useRuleWords() {
  const staff = useMessages('staff');
  const locale = useLocale();
  return {
    quorum(quorum: Quorum): string {
      if (quorum.kind === 'NONE') return staff('editor.say.noQuorum');
      if (quorum.kind === 'COUNT') return staff('editor.say.count', { count: quorum.count });
      return staff('editor.say.share', { share: shareWords(quorum.numerator, quorum.denominator, locale) });
    },
    majority(majority: Majority): string {
      const preset = presetOf(majority);
      if (preset !== 'OTHER') return staff(`editor.say.${preset}`);
      return staff(majority.atLeast ? 'editor.say.atLeast' : 'editor.say.moreThan', { share: shareWords(majority.numerator, majority.denominator, locale), base: staff(`editor.base.${majority.base}`) });
    },
  };
}
