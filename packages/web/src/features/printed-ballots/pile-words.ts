import type { PrintedBallot } from './GivePrinted.tsx';
import { useOptionWords } from './option-words.ts';
import { GRADED, RANKED } from './read-marks.ts';

/** What alike ballots say, in the reader's language: the options by name, or the number given to each in the printed order. */
export function usePileWords({ method, options }: Pick<PrintedBallot, 'method' | 'options'>): (choices: readonly number[]) => string {
  const words = useOptionWords();
  return (choices) => {
    if (!GRADED.includes(method)) return choices.map((position) => words(options[position]!)).join(RANKED.includes(method) ? ' › ' : ', ');
    const abstained = options.find(({ kind }, position) => kind === 'ABSTAIN' && choices[position]! > 0);
    return abstained ? words(abstained) : choices.filter((_, position) => options[position]?.kind !== 'ABSTAIN').join(' ');
  };
}
