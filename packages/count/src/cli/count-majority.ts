import { count } from '../count.ts';
import { type Answer, columns, numbers, onlyStage } from './answer.ts';
import type { CountArguments } from './arguments.ts';
import { readBlt } from './blt.ts';
import { FileFault } from './file-fault.ts';

const BASES = { CAST: 'yes and no votes', PRESENT: 'all papers, abstentions included', ROLL: 'everybody on the roll' };

/** majority: a BLT file whose candidates are yes, no and perhaps abstain, in this order; a blank paper abstains. */
export function countMajority(text: string, { method, majority, roll }: CountArguments): Answer {
  const { names, title, withdrawn, piles, blank } = readBlt(text, 1);
  if (names.length !== 2 && names.length !== 3) throw new FileFault(1, 'a majority is of yes and no, with or without a third for abstentions');
  if (withdrawn.size > 0) throw new FileFault(1, 'neither yes nor no can withdraw');
  const papers = piles.reduce((sum, each) => sum + each.papers, blank);
  if (roll !== null && papers > roll) throw new FileFault(1, 'the file holds more papers than the roll has people');
  const result = count(
    { method: 'YES_NO', options: ['YES', 'NO', 'ABSTAIN'], maxChoices: 1, seats: 1, budget: null }, 'TOGETHER',
    [{ constituency: '', roll: roll ?? papers, quorum: { kind: 'NONE' }, majority, piles: [...piles, { choices: [2], papers: blank }] }]);
  const rule = result.rules.find((each) => each.rule === 'MAJORITY')!;
  const [margin] = result.margins;
  const share = `${majority.atLeast ? 'at least' : 'more than'} ${majority.numerator}/${majority.denominator}`;
  return {
    printed: {
      method, seats: 1, ballots: papers, quota: String(rule.needed), elected: result.outcome === 'ADOPTED' ? numbers([0]) : [],
      stages: [onlyStage(result.votes, (position) => position < names.length)],
    },
    words: [
      ...(title === '' ? [] : [title]),
      ...columns([['Yes', String(result.votes[0])], ['No', String(result.votes[1])], ['Abstain', String(result.votes[2])]]),
      `Needed: ${share} of ${rule.of} (${BASES[majority.base]}), which is ${rule.needed}. Reached: ${rule.reached}.`,
      result.outcome === 'ADOPTED' ? 'Adopted.' : 'Not adopted.',
      ...(margin?.kind === 'MAJORITY' ? [`${margin.votes} voters answering the other way would have changed it.`] : []),
    ],
    notes: blank > 0 ? [`blank papers, counted as abstentions: ${blank}`] : [],
  };
}
