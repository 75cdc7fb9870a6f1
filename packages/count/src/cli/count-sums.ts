import { count } from '../count.ts';
import type { OptionKind, Pile, Question } from '../definition.ts';
import { type Answer, columns, lotWords, numbers, onlyStage, printedLots } from './answer.ts';
import type { CountArguments } from './arguments.ts';
import { readBlt } from './blt.ts';
import { readGrades } from './grades.ts';

interface Sums {
  readonly title: string;
  readonly names: readonly string[];
  readonly piles: readonly Pile[];
  readonly blank: number;
  readonly withdrawn?: ReadonlySet<number>;
  readonly question: Pick<Question, 'method' | 'maxChoices' | 'seats'>;
  readonly unit: string;
}

/** plurality and approval: papers of a BLT file, read as sets; a plurality paper's first `--choices` count, or its first. */
export function countSets(text: string, args: CountArguments, seed: string): Answer {
  const plural = args.method === 'plurality';
  const blt = readBlt(text, plural ? Infinity : args.choices ?? Infinity);
  const most = Math.min(args.choices ?? (plural ? 1 : blt.names.length), blt.names.length);
  const piles = plural ? blt.piles.map(({ choices, papers }) => ({ papers, choices: choices.slice(0, most) })) : blt.piles;
  const question = { method: most === 1 && plural ? 'CHOOSE_ONE' : 'APPROVAL', maxChoices: most, seats: args.seats ?? blt.seats } as const;
  return countSums(args, { ...blt, piles, question, unit: 'votes' }, seed);
}

/** score and dots: a table of numbers. */
export function countGrades(text: string, args: CountArguments, seed: string): Answer {
  const method = args.method === 'score' ? 'SCORE' : 'DOTS';
  const grades = readGrades(text, method, method === 'SCORE' ? args.highest : args.dots);
  const question = { method, maxChoices: grades.limit, seats: args.seats ?? 1 } as const;
  return countSums(args, { ...grades, title: '', question, unit: method === 'SCORE' ? 'points' : 'dots' }, seed);
}

function countSums({ method }: CountArguments, { title, names, piles, blank, withdrawn, question, unit }: Sums, seed: string): Answer {
  const options = names.map((): OptionKind => 'CHOICE');
  const ballots = piles.reduce((sum, { papers }) => sum + papers, 0);
  const result = count({ ...question, options, budget: null }, 'TOGETHER',
    [{ constituency: '', roll: ballots, quorum: { kind: 'NONE' }, majority: null, piles }], { seed });
  const sums = result.scores ?? result.votes;
  const labels = names.map((name, position) => name || String(position + 1));
  const shown = (position: number) => !(withdrawn?.has(position) ?? false);
  const lead = result.margins.find((margin) => margin.kind === 'LEAD');
  return {
    printed: {
      method, seats: question.seats, ballots, quota: null, elected: numbers(result.chosen), stages: [onlyStage(sums, shown)], ...printedLots(result.lots),
    },
    words: [
      ...(title === '' ? [] : [title]),
      `${ballots} ballots, ${question.seats} ${question.seats === 1 ? 'seat' : 'seats'}: the most ${unit} win.`,
      ...columns(sums.flatMap((sum, position): [string, string][] => (shown(position) ? [[labels[position]!, String(sum)]] : []))),
      ...lotWords(result.lots, labels),
      result.chosen.length === 0 ? 'Nobody is chosen.' : `Chosen: ${result.chosen.map((position) => labels[position]).join(', ')}`,
      ...(lead !== undefined && lead.votes > 0 ? [`The last seat was won by ${lead.votes} ${unit}.`] : []),
    ],
    notes: blank > 0 ? [`papers that name nobody who stands, not counted: ${blank}`] : [],
  };
}
