import type { BudgetStep } from '../budget/steps.ts';
import { count } from '../count.ts';
import { fiveDecimals, partsOf } from '../decimal.ts';
import type { OptionKind } from '../definition.ts';
import type { Answer } from './answer.ts';
import type { CountArguments } from './arguments.ts';
import { type Pb, readPb } from './pb.ts';

const REASONS = {
  NO_VOTES: 'nobody approves it',
  NO_COST: 'it costs nothing, and equal shares only buys',
  OVER_BUDGET: 'not enough of the budget was left',
  NOT_ENOUGH_BACKING: 'its approvers had not enough left together',
};

/** budget-greedy and equal-shares: the approvals of a Pabulib file. */
export function countBudget(text: string, { method, budget, complete }: CountArguments): Answer {
  const pb = readPb(text, budget);
  const greedy = method === 'budget-greedy';
  // The order of the file settles what is still tied; for equal shares, as its public calculator lists the projects.
  const order = greedy ? pb.projects.map((_, position) => position) : objectOrder(pb.projects.map(({ id }) => id));
  const place = new Map(order.map((position, n) => [position, n]));
  const projects = order.map((position) => pb.projects[position]!);
  const piles = pb.piles.map(({ choices, papers }) => ({ papers, choices: choices.map((position) => place.get(position)!) }));
  const abstain = projects.length;
  const voters = piles.reduce((sum, { papers }) => sum + papers, pb.blank);
  const result = count(
    {
      method: greedy ? 'BUDGET_GREEDY' : 'EQUAL_SHARES', seats: 1, maxChoices: Math.max(1, projects.length),
      options: [...projects.map((): OptionKind => 'CHOICE'), 'ABSTAIN'], budget: { total: pb.budget, costs: [...projects.map(({ cost }) => cost), 0] },
    }, 'TOGETHER',
    [{ constituency: '', roll: voters, quorum: { kind: 'NONE' }, majority: null, piles: [...piles, { choices: [abstain], papers: pb.blank }] }],
    { completion: complete ? 'GREEDY' : 'NONE' });
  const counted = result.budget!;
  const ids = (positions: readonly number[]) => positions.map((position) => projects[position]!.id);
  const money = (units: number) => amount(pb, BigInt(units) * 100_000n);
  const steps = counted.steps.map((step) => ({
    project: projects[step.option]!.id, by: step.by, votes: step.votes, cost: money(step.cost), funded: step.funded,
    payment: step.payment === null ? null : amount(pb, partsOf(step.payment)), available: amount(pb, partsOf(step.available)), reason: step.reason,
  }));
  return {
    printed: {
      method, seats: null, ballots: voters, quota: null, elected: ids(counted.funded).sort((a, b) => (a < b ? -1 : 1)), stages: [],
      budget: { total: money(counted.total), spent: money(counted.spent), steps },
    },
    words: [
      ...(pb.title === '' ? [] : [pb.title]),
      `${voters} voters, ${projects.length} projects, budget ${money(counted.total)}.`,
      ...counted.steps.map((step, n) => stepWords(step, steps[n]!, projects[step.option]!.name)),
      `Funded: ${counted.funded.length === 0 ? 'nothing' : ids(counted.funded).join(', ')}. Spent: ${money(counted.spent)}.`,
    ],
    notes: pb.notes,
  };
}

/** The order in which JavaScript lists an object's keys: numbers such as array indices, ascending; then the others as they came. */
export function objectOrder(ids: readonly string[]): number[] {
  const isIndex = (id: string) => /^(0|[1-9]\d{0,9})$/.test(id) && Number(id) < 2 ** 32 - 1;
  const all = ids.map((_, position) => position);
  return [...all.filter((n) => isIndex(ids[n]!)).sort((a, b) => Number(ids[a]) - Number(ids[b])), ...all.filter((n) => !isIndex(ids[n]!))];
}

/** Hundred-thousandths of the counted unit as the file's money, cut to as many places as the file has, and five more. */
function amount({ scale }: Pb, parts: bigint): string {
  if (scale === 1) return trimmed(fiveDecimals(parts));
  const places = String(scale).length - 1 + 5;
  const one = 10n ** BigInt(places);
  return trimmed(`${parts / one}.${String(parts % one).padStart(places, '0')}`);
}

const trimmed = (decimal: string): string => decimal.replace(/\.?0+$/, '') || '0';

function stepWords({ by, funded, reason }: BudgetStep, { project, votes, cost, payment, available }: { project: string; votes: number; cost: string; payment: string | null; available: string }, name: string): string {
  const what = `${funded ? '+' : '-'} ${project}${name === '' ? '' : ` ${name}`}: ${votes} votes, costs ${cost}`;
  if (!funded) return `${what}; not funded, ${REASONS[reason!]} (${available}).`;
  return by === 'EQUAL_SHARES' ? `${what}; its approvers had ${available} together and pay at most ${payment} each.` : `${what}; fits the ${available} that ${by === 'LEFTOVER' ? 'equal shares left' : 'were left'}.`;
}
