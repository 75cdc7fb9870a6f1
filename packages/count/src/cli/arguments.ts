import type { MajorityRule } from '../definition.ts';
import { isShare } from '../fraction.ts';
import { wholeNumber } from './text.ts';

export const METHODS = [
  'majority', 'plurality', 'approval', 'score', 'dots', 'instant-runoff', 'scottish-stv', 'budget-greedy', 'equal-shares',
] as const;
export type MethodName = (typeof METHODS)[number];

export const USAGE = `usage: count --method ${METHODS.join('|')} FILE [--json] [--seed HEX] [--seats N] [--choices N] [--highest N] `
  + '[--dots N] [--majority N/D] [--at-least] [--base cast|present|roll] [--roll N] [--budget AMOUNT] [--complete greedy]';

/** What the command line asked for; null where it said nothing. */
export interface CountArguments {
  readonly method: MethodName;
  readonly file: string;
  readonly json: boolean;
  readonly seed: string | null;
  readonly seats: number | null;
  readonly choices: number | null;
  readonly highest: number | null;
  readonly dots: number | null;
  readonly majority: MajorityRule;
  readonly roll: number | null;
  readonly budget: string | null;
  readonly complete: boolean;
}

/** Wrong usage: the command was not understood, so no file was read. */
export class WrongUsage extends Error {}

const SEVERAL: readonly MethodName[] = ['plurality', 'approval', 'score', 'dots', 'scottish-stv'];
const BUDGETS: readonly MethodName[] = ['budget-greedy', 'equal-shares'];

/** Options with a value, and the methods they belong to. */
const VALUED: Readonly<Record<string, readonly MethodName[]>> = {
  method: METHODS, seed: METHODS, seats: [...SEVERAL, 'instant-runoff'], choices: ['plurality', 'approval'], highest: ['score'], dots: ['dots'],
  majority: ['majority'], base: ['majority'], roll: ['majority'], budget: BUDGETS, complete: ['equal-shares'],
};
const FLAGS: Readonly<Record<string, readonly MethodName[]>> = { json: METHODS, 'at-least': ['majority'] };

/** @throws {WrongUsage} with what is wrong. */
export function readArguments(args: readonly string[]): CountArguments {
  const said = new Map<string, string>();
  const files: string[] = [];
  for (let n = 0; n < args.length; n += 1) {
    const arg = args[n]!;
    if (!arg.startsWith('--')) {
      files.push(arg);
      continue;
    }
    const [name, inline] = arg.slice(2).split(/=(.*)/s) as [string, string | undefined];
    if (said.has(name)) throw new WrongUsage(`--${name} stands twice`);
    if (Object.hasOwn(FLAGS, name) && inline === undefined) {
      said.set(name, '');
    } else if (Object.hasOwn(VALUED, name)) {
      const value = inline ?? args[n += 1];
      if (value === undefined) throw new WrongUsage(`--${name} needs a value`);
      said.set(name, value);
    } else {
      throw new WrongUsage('an option is not known');
    }
  }
  const method = METHODS.find((each) => each === said.get('method'));
  if (method === undefined) throw new WrongUsage(said.has('method') ? 'the method is not known' : 'no method is named');
  if (files.length !== 1) throw new WrongUsage(files.length === 0 ? 'no file is named' : 'one file is counted at a time');
  for (const name of said.keys()) if (!(VALUED[name] ?? FLAGS[name])!.includes(method)) throw new WrongUsage(`--${name} is not for ${method}`);

  const number = (name: string) => {
    const text = said.get(name);
    if (text === undefined) return null;
    const value = wholeNumber(text);
    if (value === null || value < 1) throw new WrongUsage(`--${name} is a whole number, at least 1`);
    return value;
  };
  const seats = number('seats');
  if (method === 'instant-runoff' && (seats ?? 1) !== 1) throw new WrongUsage('instant-runoff fills one seat');
  const roll = number('roll');
  const majority = readMajority(said);
  if (majority.base === 'ROLL' && roll === null) throw new WrongUsage('--base roll needs --roll');
  const complete = said.get('complete');
  if (complete !== undefined && complete !== 'greedy') throw new WrongUsage('--complete is greedy');
  return {
    method, file: files[0]!, json: said.has('json'), seed: readSeed(said.get('seed')), seats, choices: number('choices'), highest: number('highest'),
    dots: number('dots'), majority, roll, budget: said.get('budget') ?? null, complete: complete !== undefined,
  };
}

/** Fewer digits than 64 are the end of them, after zeros. */
function readSeed(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^[0-9a-f]{1,64}$/i.test(text)) throw new WrongUsage('--seed is up to 64 hexadecimal digits');
  return text.toLowerCase().padStart(64, '0');
}

function readMajority(said: ReadonlyMap<string, string>): MajorityRule {
  const [numerator, denominator] = (said.get('majority') ?? '1/2').split('/').map(wholeNumber);
  if (numerator == null || denominator == null || !isShare({ numerator, denominator })) throw new WrongUsage('--majority is a share such as 1/2 or 2/3');
  const base = ({ cast: 'CAST', present: 'PRESENT', roll: 'ROLL' } as const)[said.get('base') ?? 'cast'];
  if (base === undefined) throw new WrongUsage('--base is cast, present or roll');
  return { numerator, denominator, base, atLeast: said.has('at-least') };
}
