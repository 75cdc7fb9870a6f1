import type { Ranked, Stage } from './counted.ts';

/** One option through one stage. */
export interface Holding {
  readonly id: string;
  readonly before: number;
  readonly after: number;
  /** Elected by this stage or an earlier one, or out. */
  readonly state: 'RUNNING' | 'IN' | 'OUT';
  /** It changed to that state at this stage. */
  readonly news: boolean;
}

export interface StageView {
  readonly stage: Stage;
  /** In the order of the final standing, the same at every stage. */
  readonly holdings: readonly Holding[];
  readonly lost: { readonly before: number; readonly after: number };
}

/** The stages as a page draws them: rows that keep their places, each with what it had and has. */
export function viewsOf({ stages }: Ranked, options: readonly { readonly id: string }[]): StageView[] {
  const order = standing(stages, options);
  const state = new Map<string, Holding['state']>();
  return stages.map((stage, at) => {
    const news = new Set<string>();
    const mark = (ids: readonly { readonly id: string }[], as: Holding['state']) => ids.forEach(({ id }) => { state.set(id, as); news.add(id); });
    mark(stage.elected, 'IN');
    mark(stage.excluded, 'OUT');
    const earlier = stages[at - 1];
    return {
      stage,
      holdings: order.map(({ id, position }) => ({
        id, before: votesAt(earlier, position), after: votesAt(stage, position), state: state.get(id) ?? 'RUNNING', news: news.has(id),
      })),
      lost: { before: Number(earlier?.nonTransferable ?? 0), after: Number(stage.nonTransferable) },
    };
  });
}

/** Who won first stands first; then whoever stayed longest, and of those the one with more votes. */
function standing(stages: readonly Stage[], options: readonly { readonly id: string }[]): { id: string; position: number }[] {
  const elected = stages.flatMap((stage) => stage.elected.map(({ id }) => id));
  const seen = (position: number) => stages.findLastIndex((stage) => stage.tallies[position] != null);
  const rank = (id: string) => (elected.includes(id) ? elected.indexOf(id) : elected.length);
  return options
    .flatMap(({ id }, position) => (seen(position) < 0 ? [] : [{ id, position, last: seen(position) }]))
    .toSorted((a, b) => rank(a.id) - rank(b.id) || b.last - a.last || votesAt(stages[b.last], b.position) - votesAt(stages[a.last], a.position) || a.position - b.position);
}

const votesAt = (stage: Stage | undefined, position: number): number => Number(stage?.tallies[position] ?? 0);

/** The most that anything ever held, so that bars mean the same at every stage. */
export const mostHeld = (steps: readonly StageView[], quota: number): number =>
  steps.reduce((most, { holdings, lost }) => Math.max(most, lost.after, ...holdings.map(({ after }) => after)), Math.max(1, quota));
