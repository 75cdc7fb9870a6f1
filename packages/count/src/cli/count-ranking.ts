import { rankedMargins } from '../margin.ts';
import { countRanked } from '../ranked/count-ranked.ts';
import type { Stage } from '../ranked/stages.ts';
import { type Answer, type PrintedStage, START, columns, lotWords, numbers, printedLots } from './answer.ts';
import type { CountArguments } from './arguments.ts';
import { readBlt } from './blt.ts';

/** instant-runoff and scottish-stv: rankings of a BLT file. */
export function countRanking(text: string, { method, seats: asked }: CountArguments, seed: string): Answer {
  const { seats: inFile, names, title, withdrawn, piles, blank } = readBlt(text);
  const seats = method === 'instant-runoff' ? 1 : asked ?? inFile;
  const standing = names.flatMap((_, position) => (withdrawn.has(position) ? [] : [position]));
  const counted = countRanked({ options: names.length, standing, seats, piles, seed });
  const labels = names.map((name, position) => name || String(position + 1));
  const notes = [
    ...(seats !== inFile && asked === null ? [`the file has ${inFile} seats; ${method} fills one`] : []),
    ...(blank > 0 ? [`papers that name nobody who stands, not counted: ${blank}`] : []),
  ];
  return {
    printed: {
      method, seats, ballots: counted.ballots, quota: String(counted.quota), elected: numbers(counted.elected),
      stages: counted.stages.map((stage) => printed(stage, labels)), ...printedLots(counted.lots),
    },
    words: [
      ...(title === '' ? [] : [title]),
      `${counted.ballots} ballots, ${seats} ${seats === 1 ? 'seat' : 'seats'}: ${counted.quota} votes elect.`,
      ...counted.stages.flatMap((stage) => ['', ...stageWords(stage, labels)]),
      '',
      ...lotWords(counted.lots, labels),
      ...rankedMargins(counted).flatMap((margin) => {
        if (margin.kind === 'SEAT') {
          return [`${labels[margin.option]} is elected at stage ${margin.stage}${margin.by === 'QUOTA'
            ? `, ${margin.votes} votes above what elects.` : `: no more are left than seats (${margin.votes} votes below what elects).`}`];
        }
        return margin.kind === 'EXCLUSION'
          ? [`Closest exclusion: ${labels[margin.option]} at stage ${margin.stage}, ${margin.votes} votes behind ${labels[margin.next]}.`] : [];
      }),
    ],
    notes,
  };
}

function printed({ stage, action, tallies, nonTransferable }: Stage, names: readonly string[]): PrintedStage {
  return {
    stage, action: actionWords(action, names),
    tallies: Object.fromEntries(tallies.flatMap((votes, position) => (votes === null ? [] : [[String(position + 1), votes]]))),
    nonTransferable,
  };
}

function actionWords({ kind, option, votes }: Stage['action'], names: readonly string[]): string {
  if (option === null) return START;
  return kind === 'SURPLUS' ? `Surplus transferred: ${names[option]} (${votes})` : `Transfer defeated: ${names[option]}`;
}

function stageWords({ stage, action, tallies, nonTransferable, elected }: Stage, names: readonly string[]): string[] {
  const what = action.option === null ? 'first preferences'
    : action.kind === 'SURPLUS' ? `${names[action.option]} has ${action.votes} votes more than elect; they move on`
      : `${names[action.option]} has the fewest votes, ${action.votes}, and is excluded; the papers move on`;
  return [
    `Stage ${stage}: ${what}`,
    ...columns([
      ...tallies.flatMap((votes, position): [string, string][] => (votes === null ? [] : [[names[position]!, votes]])),
      ...(nonTransferable === '0.00000' ? [] : [['(no further choice)', nonTransferable] as [string, string]]),
    ]),
    ...(elected.length > 0 ? [`Elected: ${elected.map((position) => names[position]).join(', ')}`] : []),
  ];
}
