import type { BallotMethod, BallotOptionKind, PaperPileInput } from '../../gql/graphql.ts';

/** Alike printed ballots as a person types them: the marks, and how many there are. */
export interface Row {
  /** Of this page only: keeps a field and its focus together. */
  readonly key: string;
  readonly marks: string;
  readonly papers: string;
}

interface Option { readonly id: string; readonly kind: BallotOptionKind }

export const GRADED: readonly BallotMethod[] = ['SCORE', 'DOTS'];

export const RANKED: readonly BallotMethod[] = ['INSTANT_RUNOFF', 'SCOTTISH_STV'];

/** Methods with one mark on each paper: a count for every option says it all. */
export const ONE_MARK: readonly BallotMethod[] = ['YES_NO', 'CHOOSE_ONE'];

/** Whole and not negative; null for anything else. */
export const wholeNumber = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null);

/**
 * What the rows say, or which of them cannot be read. The marks of a row are the numbers printed beside the options, in
 * the order of the ranking where there is one; where each option is given a number, those numbers in the printed order,
 * or A for an abstention. Empty rows are passed over.
 */
export function readRows(method: BallotMethod, options: readonly Option[], rows: readonly Row[]): { piles: PaperPileInput[] } | { faulty: string } {
  const piles: PaperPileInput[] = [];
  for (const { key, marks, papers } of rows) {
    if (marks.trim() === '' && papers.trim() === '') continue;
    const count = wholeNumber(papers);
    const read = GRADED.includes(method) ? readGrades(options, marks) : readNumbers(options, marks);
    if (read === null || count === null || count === 0) return { faulty: key };
    piles.push({ ...read, papers: count });
  }
  return { piles };
}

/** One count for each option, for methods with a single mark. */
export const readCounts = (options: readonly Option[], counts: Readonly<Record<string, string>>): PaperPileInput[] | null => {
  const read = options.map(({ id }) => ({ optionIds: [id], papers: wholeNumber(counts[id] || '0') }));
  if (read.some(({ papers }) => papers === null)) return null;
  return read.flatMap(({ optionIds, papers }) => (papers! > 0 ? [{ optionIds, papers: papers! }] : []));
};

function readNumbers(options: readonly Option[], marks: string): Pick<PaperPileInput, 'optionIds'> | null {
  const numbers = marks.split(/[\s,;>]+/).filter(Boolean).map(wholeNumber);
  const ids = numbers.map((number) => (number === null ? undefined : options[number - 1]?.id));
  return numbers.length === 0 || ids.includes(undefined) || new Set(ids).size < ids.length ? null : { optionIds: ids as string[] };
}

function readGrades(options: readonly Option[], marks: string): Pick<PaperPileInput, 'optionIds' | 'scores'> | null {
  const abstain = options.find(({ kind }) => kind === 'ABSTAIN');
  if (/^a$/i.test(marks.trim())) return abstain ? { optionIds: [abstain.id] } : null;
  const graded = options.filter(({ kind }) => kind !== 'ABSTAIN');
  const numbers = marks.split(/[\s,;]+/).filter(Boolean).map(wholeNumber);
  if (numbers.length !== graded.length || numbers.includes(null)) return null;
  return { optionIds: [], scores: graded.map(({ id }, n) => ({ optionId: id, score: numbers[n]! })) };
}
