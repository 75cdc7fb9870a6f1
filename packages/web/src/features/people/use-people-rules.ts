import { useMessages } from '../../i18n/use-messages.ts';

const RULES = ['PERSON_LEFT', 'DERIVED', 'STUDENT_HOLDS_NO_ROLE', 'LAST_ADMINISTRATOR'] as const;

/** Words for the rules by which the people room refuses. */
export function usePeopleRules(): Readonly<Record<string, string>> {
  const staff = useMessages('staff');
  return Object.fromEntries(RULES.map(rule => [rule, staff(`people.rule.${rule}`)]));
}
