import { LONGEST, type WordedText, textFault } from '../wording.ts';
import type { ElectionFault } from './election-fault.ts';
import { wordsIn } from './statement.ts';

/** What is wrong with a statement in each language; an empty list of texts takes it back. */
export function statementFaults(texts: readonly WordedText[], mostWords: number): ElectionFault[] {
  const code = textFault(texts, LONGEST.text, false);
  if (code !== null) return [{ field: 'statement', code, earliest: null } as ElectionFault];
  return texts.flatMap(({ locale, text }, n) => (wordsIn(text, locale) > mostWords ? [{ field: `statement.${n}.text`, code: 'TOO_LONG' as const, earliest: null }] : []));
}
