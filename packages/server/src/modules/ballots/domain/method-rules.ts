import { type Method, isBudget } from '@plenary/count';

/** What of a wording belongs to its method, before any of it is believed. */
export interface MethodWording {
  readonly method: Method;
  readonly maxChoices: number | null;
  readonly seats: number | null;
  readonly budgetTotal: number | null;
  readonly options: readonly { readonly cost: number | null }[];
}

export type MethodFaultCode = 'REQUIRED' | 'TOO_FEW' | 'TOO_MANY' | 'NOT_FOR_METHOD' | 'OUT_OF_RANGE' | 'OVER_BUDGET';

export const MOST_OPTIONS = 60;
/** The best score there is; 0 is the worst, and what an option gets of whoever does not score it. */
export const TOP_SCORE = 5;
/** Dots of one person: more than anybody would count out, fewer than a small number's column holds. */
export const MOST_DOTS = 100;
/** Dots of one person where a wording leaves them out. */
export const USUAL_DOTS = 5;
/** Whole dollars; a school's budget with room, and far inside the database's whole numbers. */
export const LARGEST_BUDGET = 1_000_000_000;

/** Methods by which several options may win. */
const SEATED: ReadonlySet<Method> = new Set(['CHOOSE_ONE', 'APPROVAL', 'SCORE', 'DOTS', 'SCOTTISH_STV']);

/** Everything about a wording that its method forbids, field by field. */
export function methodFaults(wording: MethodWording): { readonly field: string; readonly code: MethodFaultCode }[] {
  const found: [field: string, code: MethodFaultCode | null][] = [
    ['options', optionsFault(wording)],
    ...wording.options.map(({ cost }, n): [string, MethodFaultCode | null] => [`options.${n}.cost`, costFault(cost, wording)]),
    ['maxChoices', maxChoicesFault(wording)],
    ['seats', seatsFault(wording)],
    ['budgetTotal', budgetFault(wording)],
  ];
  return found.flatMap(([field, code]) => (code === null ? [] : [{ field, code }]));
}

function optionsFault({ method, options }: MethodWording): MethodFaultCode | null {
  if (method === 'YES_NO') return options.length > 0 ? 'NOT_FOR_METHOD' : null;
  if (options.length < 2) return 'TOO_FEW';
  return options.length > MOST_OPTIONS ? 'TOO_MANY' : null;
}

const whole = (value: number, most: number): boolean => Number.isSafeInteger(value) && value >= 1 && value <= most;

/**
 * `maxChoices` limits how many options a set or a ranking names, and is the number of dots; the top of scores is not
 * for a wording to choose.
 */
function maxChoicesFault({ method, maxChoices, options }: MethodWording): MethodFaultCode | null {
  if (maxChoices === null) return null;
  if (method === 'SCORE') return maxChoices === TOP_SCORE ? null : 'NOT_FOR_METHOD';
  if (method === 'YES_NO' || method === 'CHOOSE_ONE') return maxChoices === 1 ? null : 'NOT_FOR_METHOD';
  return whole(maxChoices, method === 'DOTS' ? MOST_DOTS : Math.max(1, options.length)) ? null : 'OUT_OF_RANGE';
}

/** As many seats as options may be filled, so that a vacancy for each who stands needs no other ballot. */
function seatsFault({ method, seats, options }: MethodWording): MethodFaultCode | null {
  if (seats === null) return null;
  if (!SEATED.has(method)) return seats === 1 ? null : 'NOT_FOR_METHOD';
  return whole(seats, Math.max(1, options.length)) ? null : 'OUT_OF_RANGE';
}

function budgetFault({ method, budgetTotal }: MethodWording): MethodFaultCode | null {
  if (!isBudget(method)) return budgetTotal === null ? null : 'NOT_FOR_METHOD';
  if (budgetTotal === null) return 'REQUIRED';
  return whole(budgetTotal, LARGEST_BUDGET) ? null : 'OUT_OF_RANGE';
}

/** What costs more than there is could never be funded, whatever the votes say. */
function costFault(cost: number | null, { method, budgetTotal }: MethodWording): MethodFaultCode | null {
  if (!isBudget(method)) return cost === null ? null : 'NOT_FOR_METHOD';
  if (cost === null) return 'REQUIRED';
  if (!whole(cost, LARGEST_BUDGET)) return 'OUT_OF_RANGE';
  return budgetTotal !== null && whole(budgetTotal, LARGEST_BUDGET) && cost > budgetTotal ? 'OVER_BUDGET' : null;
}

/** `maxChoices` of a faultless wording, for each method in its own meaning. */
export function mostOf({ method, maxChoices, options }: MethodWording): number {
  if (method === 'SCORE') return TOP_SCORE;
  if (method === 'YES_NO' || method === 'CHOOSE_ONE') return 1;
  return maxChoices ?? (method === 'DOTS' ? USUAL_DOTS : options.length);
}
