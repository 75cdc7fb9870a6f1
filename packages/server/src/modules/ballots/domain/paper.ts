import { type Question, choicesFault, isGraded, isRanked } from '@plenary/count';

/** A vote as it was sent, before any of it is believed. */
export interface Answer {
  readonly optionIds: readonly string[];
  readonly scores?: readonly { readonly optionId: string; readonly score: number }[] | null;
}

export type Paper =
  | { readonly ok: true; readonly choices: number[] }
  | { readonly ok: false; readonly about: keyof Answer };

/**
 * What goes into the box for an answer: positions in the voter's order where the order counts, else ascending, so that
 * equal papers are equal; a number for every option where each is given one, 0 where the answer leaves it out.
 * A list longer than the ballot is no answer, however long, and nothing is made of it.
 */
export function paperOf(question: Question, positions: ReadonlyMap<string, number>, { optionIds, scores }: Answer): Paper {
  const given = scores ?? [];
  const graded = isGraded(question.method);
  if (optionIds.length > positions.size) return { ok: false, about: 'optionIds' };
  if (given.length > positions.size || (given.length > 0 && !graded)) return { ok: false, about: 'scores' };

  const named = optionIds.map((id) => positions.get(id.toLowerCase()) ?? -1);
  if (graded) return grades(question, positions, named, given);
  if (choicesFault(question, named) !== null) return { ok: false, about: 'optionIds' };
  return { ok: true, choices: isRanked(question.method) ? named : named.sort((a, b) => a - b) };
}

/** The one thing named beside scores is the abstention. */
function grades(
  question: Question, positions: ReadonlyMap<string, number>, named: readonly number[], given: NonNullable<Answer['scores']>,
): Paper {
  if (named.length > 1 || named.some((position) => question.options[position] !== 'ABSTAIN')) return { ok: false, about: 'optionIds' };
  // Nothing says nothing; and scores beside an abstention, were they all 0, say two things at once.
  if ((named.length > 0) === (given.length > 0)) return { ok: false, about: 'scores' };
  const choices = question.options.map(() => 0);
  for (const position of named) choices[position] = 1;
  const seen = new Set<number>();
  for (const { optionId, score } of given) {
    const position = positions.get(optionId.toLowerCase());
    if (position === undefined || question.options[position] === 'ABSTAIN' || seen.has(position)) return { ok: false, about: 'scores' };
    seen.add(position);
    choices[position] = score;
  }
  return choicesFault(question, choices) === null ? { ok: true, choices } : { ok: false, about: 'scores' };
}
