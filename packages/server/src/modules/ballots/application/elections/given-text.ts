import { coded } from '../../../../platform/graphql/errors.ts';

/** What a person typed, without what no database text may hold. @throws BAD_INPUT when it is empty or longer than `most` characters. */
export function givenText(text: string, field: string, most: number): string {
  const given = text.toWellFormed().replaceAll(/[^\P{Cc}\n\t]/gu, '').trim();
  if (given === '') throw coded('BAD_INPUT', { field, rule: 'required' });
  if (given.length > most) throw coded('BAD_INPUT', { field, rule: `at most ${most} characters` });
  return given;
}
