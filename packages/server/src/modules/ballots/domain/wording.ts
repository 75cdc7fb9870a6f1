import { isShare, sameMajority } from '@plenary/count';
import type { CombineRule, MajorityRule, Method, OptionKind, QuorumRule } from '@plenary/count';
import type { BallotBinding, Constituency, Secrecy, Texts } from './ballot.ts';
import { type MethodFaultCode, methodFaults, mostOf } from './method-rules.ts';

/** A ballot as someone words it, before any of it is believed. */
export interface Wording {
  readonly question: readonly WordedText[];
  readonly description: readonly WordedText[];
  readonly method: Method;
  readonly secrecy: Secrecy;
  /** Its meaning is the method's; see {@link mostOf}. */
  readonly maxChoices: number | null;
  readonly seats: number | null;
  /** Whole dollars. */
  readonly budgetTotal: number | null;
  readonly binding: BallotBinding;
  readonly bylaw: string | null;
  readonly combine: CombineRule;
  readonly options: readonly WordedOption[];
  readonly allowAbstain: boolean;
  readonly constituencies: readonly WordedConstituency[];
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

export interface WordedText { readonly locale: string; readonly text: string }

export interface WordedOption {
  readonly label: readonly WordedText[];
  /** Whole dollars; for budgets. */
  readonly cost: number | null;
}

export interface WordedConstituency {
  readonly constituency: Constituency;
  readonly quorum: { readonly kind: QuorumRule['kind']; readonly numerator: number | null; readonly denominator: number | null; readonly count: number | null };
  readonly majority: MajorityRule | null;
}

export type FaultCode =
  | MethodFaultCode | 'TOO_LONG' | 'REPEATED' | 'BAD_LOCALE' | 'IMPOSSIBLE' | 'MUST_BE_ALIKE' | 'PARENT_TWICE' | 'NOT_AFTER_OPENING';

/** A field of the input by its path, such as `options.1.label`, and what is wrong with it. */
export interface Fault { readonly field: string; readonly code: FaultCode }

/** Characters of a question or option, of a description, and of a bylaw's name. */
export const LONGEST = { line: 300, text: 4000, bylaw: 200 } as const;
/** Bound of a share's denominator and of a fixed quorum: far beyond any school, well inside exact numbers. */
export const LARGEST_NUMBER = 1_000_000;

/** More than half of yes and no votes. */
export const PLAIN_MAJORITY: MajorityRule = { numerator: 1, denominator: 2, base: 'CAST', atLeast: false };

/** Everything wrong with a wording at once; an empty list may be saved as a draft, however incomplete its languages. */
export function faultsOf(wording: Wording): Fault[] {
  const faults: Fault[] = [];
  const add = (field: string, code: FaultCode | false | null) => { if (code) faults.push({ field, code }); };
  const text = (field: string, texts: readonly WordedText[], most: number, required: boolean) => add(field, textFault(texts, most, required));

  text('question', wording.question, LONGEST.line, true);
  text('description', wording.description, LONGEST.text, false);
  wording.options.forEach(({ label }, n) => text(`options.${n}.label`, label, LONGEST.line, true));
  // Open answers are a proposal's, whose rounds are another thing than a ballot.
  add('secrecy', wording.secrecy === 'OPEN' && 'NOT_FOR_METHOD');
  faults.push(...methodFaults(wording));
  add('options', saidTwice(wording.options) && 'REPEATED');
  add('bylaw', bylawFault(wording));
  add('combine', wording.combine === 'EVERY_CONSTITUENCY' && wording.method !== 'YES_NO' && 'NOT_FOR_METHOD');
  add('constituencies', constituenciesFault(wording.constituencies.map((each) => each.constituency)));
  wording.constituencies.forEach((each, n) => {
    add(`constituencies.${n}.quorum`, quorumFault(each.quorum));
    add(`constituencies.${n}.majority`, majorityFault(each.majority, wording));
  });
  add('opensAt', timeFault(wording.opensAt));
  add('closesAt', timeFault(wording.closesAt));
  add('closesAt', wording.opensAt !== null && wording.closesAt !== null && wording.closesAt <= wording.opensAt && 'NOT_AFTER_OPENING');
  return faults;
}

/** BCP 47 as far as this house speaks it: language, optionally script and region. */
const LOCALE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/;

export function textFault(texts: readonly WordedText[], most: number, required: boolean): FaultCode | null {
  if (texts.some(({ locale }) => !LOCALE.test(locale))) return 'BAD_LOCALE';
  if (new Set(texts.map(({ locale }) => locale)).size !== texts.length) return 'REPEATED';
  if (texts.some((each) => each.text.length > most)) return 'TOO_LONG';
  return required && texts.every((each) => each.text.trim() === '') ? 'REQUIRED' : null;
}

function saidTwice(options: readonly WordedOption[]): boolean {
  const said = options.flatMap(({ label }) => label.map(({ locale, text }) => `${locale} ${text.trim().toLowerCase()}`));
  return new Set(said).size < said.length;
}

function bylawFault({ binding, bylaw }: Wording): FaultCode | null {
  if ((bylaw?.length ?? 0) > LONGEST.bylaw) return 'TOO_LONG';
  return binding === 'BINDING' && (bylaw ?? '').trim() === '' ? 'REQUIRED' : null;
}

function constituenciesFault(constituencies: readonly Constituency[]): FaultCode | null {
  if (constituencies.length === 0) return 'REQUIRED';
  if (new Set(constituencies).size < constituencies.length) return 'REPEATED';
  // Parents of English learners are parents: on one ballot the two would split one group into two counts.
  return constituencies.includes('PARENT') && constituencies.includes('EL_PARENT') ? 'PARENT_TWICE' : null;
}

/** A slip of the keyboard, such as the year 20226. */
const timeFault = (time: Date | null): FaultCode | null =>
  (time !== null && !(time.getTime() >= Date.UTC(2000, 0) && time.getTime() < Date.UTC(2100, 0)) ? 'OUT_OF_RANGE' : null);

const inRange = (value: number | null): value is number => value !== null && Number.isSafeInteger(value) && value >= 1 && value <= LARGEST_NUMBER;

function quorumFault({ kind, numerator, denominator, count }: WordedConstituency['quorum']): FaultCode | null {
  if (kind === 'NONE') return null;
  if (kind === 'COUNT') return inRange(count) ? null : 'OUT_OF_RANGE';
  return inRange(numerator) && inRange(denominator) && isShare({ numerator, denominator }) ? null : 'OUT_OF_RANGE';
}

function majorityFault(majority: MajorityRule | null, { method, combine, constituencies }: Wording): FaultCode | null {
  if (method !== 'YES_NO') return majority === null ? null : 'NOT_FOR_METHOD';
  const rule = majority ?? PLAIN_MAJORITY;
  if (!inRange(rule.numerator) || !inRange(rule.denominator) || !isShare(rule)) return 'OUT_OF_RANGE';
  if (rule.numerator === rule.denominator && !rule.atLeast) return 'IMPOSSIBLE';
  const first = constituencies[0]?.majority ?? PLAIN_MAJORITY;
  return combine === 'TOGETHER' && !sameMajority(rule, first) ? 'MUST_BE_ALIKE' : null;
}

/** A faultless wording as it is kept: trimmed, with the options its method implies and no empty language. */
export interface Worded {
  readonly question: Texts;
  readonly description: Texts;
  readonly method: Method;
  readonly secrecy: Secrecy;
  readonly maxChoices: number;
  readonly seats: number;
  readonly budgetTotal: number | null;
  readonly binding: BallotBinding;
  readonly bylaw: string | null;
  readonly combine: CombineRule;
  readonly options: readonly { readonly kind: OptionKind; readonly label: Texts; readonly cost: number | null }[];
  readonly constituencies: readonly { readonly constituency: Constituency; readonly quorum: QuorumRule; readonly majority: MajorityRule | null }[];
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

export function word(wording: Wording): Worded {
  const own = (kind: OptionKind) => ({ kind, label: {}, cost: null });
  const options = wording.method === 'YES_NO'
    ? [own('YES'), own('NO')]
    : wording.options.map(({ label, cost }) => ({ kind: 'CHOICE' as const, label: textsOf(label), cost }));
  return {
    question: textsOf(wording.question),
    description: textsOf(wording.description),
    method: wording.method,
    secrecy: wording.secrecy,
    maxChoices: mostOf(wording),
    seats: wording.seats ?? 1,
    budgetTotal: wording.budgetTotal,
    binding: wording.binding,
    bylaw: clean(wording.bylaw ?? '') || null,
    combine: wording.combine,
    options: wording.allowAbstain ? [...options, own('ABSTAIN')] : options,
    constituencies: wording.constituencies.map(({ constituency, quorum, majority }) => ({
      constituency,
      quorum: quorumOf(quorum),
      majority: wording.method === 'YES_NO' ? majority ?? PLAIN_MAJORITY : null,
    })),
    opensAt: wording.opensAt,
    closesAt: wording.closesAt,
  };
}

export function textsOf(texts: readonly WordedText[]): Texts {
  return Object.fromEntries(texts.map(({ locale, text }) => [locale, clean(text)]).filter(([, text]) => text !== ''));
}

/** Without what no database text may hold and no page could show: half characters and control codes but line ends. */
export const clean = (text: string): string => text.toWellFormed().replaceAll(/[^\P{Cc}\n\t]/gu, '').trim();

function quorumOf({ kind, numerator, denominator, count }: WordedConstituency['quorum']): QuorumRule {
  if (kind === 'NONE') return { kind };
  return kind === 'COUNT' ? { kind, count: count! } : { kind, numerator: numerator!, denominator: denominator! };
}
