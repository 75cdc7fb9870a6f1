import { coded } from '../../../../platform/graphql/errors.ts';
import { clean } from '../../domain/wording.ts';

/** Characters of a reason, of a facilitator's note, and of a comment. */
export const LONGEST_SAID = { reason: 1000, note: 500, comment: 500 } as const;

/** @throws BAD_INPUT when it is too long. Nothing but spaces is nothing. */
export function said(field: keyof typeof LONGEST_SAID, text: string | null | undefined): string | null {
  const given = clean(text ?? '');
  if (given.length > LONGEST_SAID[field]) throw coded('BAD_INPUT', { field, rule: `at most ${LONGEST_SAID[field]} characters` });
  return given === '' ? null : given;
}

/** The same where something must be said. @throws BAD_INPUT also when nothing is. */
export function mustSay(field: keyof typeof LONGEST_SAID, text: string | null | undefined): string {
  const given = said(field, text);
  if (given === null) throw coded('BAD_INPUT', { field, rule: 'required' });
  return given;
}
