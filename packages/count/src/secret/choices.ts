import { type ChoicesFault, choicesFault } from '../choices.ts';
import { type Question, isGraded, isRanked } from '../definition.ts';
import { type Bytes, readU16 } from './bytes.ts';

export type DecodedChoices =
  | { readonly ok: true; readonly choices: number[] }
  | { readonly ok: false; readonly fault: 'LENGTH' | 'NOT_CANONICAL' | ChoicesFault };

/** One question's answer: how many numbers, then each, two bytes apiece. */
export function encodeChoices(values: readonly number[]): Bytes {
  const bytes = new Uint8Array(2 + 2 * values.length);
  const view = new DataView(bytes.buffer);
  for (const [at, value] of [values.length, ...values].entries()) {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff) throw new RangeError('choices are whole numbers from 0 to 65535');
    view.setUint16(2 * at, value);
  }
  return bytes;
}

/**
 * The answer in `bytes`, refused unless they are the only bytes that say so: sets ascend (a ranking keeps
 * the voter's order), nothing follows, and the answer fits its question.
 */
export function decodeChoices(question: Question, bytes: Uint8Array): DecodedChoices {
  if (bytes.length < 2 || bytes.length !== 2 + 2 * readU16(bytes, 0)) return { ok: false, fault: 'LENGTH' };
  const choices: number[] = [];
  for (let at = 2; at < bytes.length; at += 2) choices.push(readU16(bytes, at));
  const fault = choicesFault(question, choices);
  if (fault !== null) return { ok: false, fault };
  if (isSet(question) && choices.some((position, at) => at > 0 && position <= choices[at - 1]!)) return { ok: false, fault: 'NOT_CANONICAL' };
  return { ok: true, choices };
}

/** The choices in the one order that is sent: ascending for sets, the voter's own for rankings and numbers. */
export function canonicalChoices(question: Question, choices: readonly number[]): number[] {
  return isSet(question) ? choices.toSorted((one, other) => one - other) : [...choices];
}

function isSet(question: Question): boolean {
  return !isRanked(question.method) && !isGraded(question.method);
}

/** How many numbers the longest answer holds: a body tells nothing about its choices only if all are this long. */
export function mostNumbers(question: Question): number {
  if (isGraded(question.method)) return question.options.length;
  return Math.max(1, Math.min(question.maxChoices, question.options.length));
}
