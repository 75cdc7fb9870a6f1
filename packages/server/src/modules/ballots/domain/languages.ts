import type { BallotFacts, Texts } from './ballot.ts';

type Worded = Pick<BallotFacts, 'question' | 'description' | 'options'>;

/**
 * Required languages in which something of the ballot is still unsaid: the question, an option, or the
 * description where there is one at all. A ballot is complete in each language that 15% of the students'
 * homes speak before anybody is asked it (EC 48985; rule 29).
 */
export function missingLocales(ballot: Worded, required: readonly string[]): string[] {
  const texts: readonly Texts[] = [
    ballot.question,
    ...(Object.values(ballot.description).some(isSaid) ? [ballot.description] : []),
    ...ballot.options.filter(({ kind }) => kind === 'CHOICE').map(({ label }) => label),
  ];
  return required.filter((locale) => texts.some((text) => !isSaid(text[locale])));
}

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';
