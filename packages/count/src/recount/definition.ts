import type { Budget, CombineRule, MajorityRule, Method, OptionKind, Question, QuorumRule } from '../definition.ts';
import { type QuestionFault, questionFault } from '../question-fault.ts';
import { isUuid, unbase64 } from '../secret/bytes.ts';
import { MAX_REVISION, bodyBytesFor } from '../secret/cast-body.ts';
import { isMajority, isMap, isOneOf, isQuorum, isWhole } from './shapes.ts';

/** Words of a school in its languages. */
export type Localized = Readonly<Record<string, string>>;

/** A ballot as it was frozen at opening. Its text, byte for byte, is part of every scope. */
export interface Definition {
  readonly v: 1;
  readonly ballot: string;
  readonly environment: { readonly id: string; readonly name: string };
  readonly question: Localized;
  readonly description: Localized | null;
  readonly method: Method;
  readonly maxChoices: number;
  readonly seats: number;
  readonly budget: Budget | null;
  readonly combine: CombineRule;
  readonly options: readonly { readonly id: string; readonly kind: OptionKind; readonly label: Localized }[];
  readonly constituencies: readonly ConstituencyRule[];
  readonly closesAt: string;
  /** Base64 of the raw Ed25519 key that signs receipts and checkpoints. */
  readonly receiptKey: string;
  /** Bytes of every cast. */
  readonly body: number;
  readonly maxRevision: number;
}

export interface ConstituencyRule {
  readonly id: string;
  readonly constituency: string;
  readonly quorum: QuorumRule;
  readonly majority: MajorityRule | null;
}

const METHODS: readonly string[] =
  ['YES_NO', 'CHOOSE_ONE', 'APPROVAL', 'SCORE', 'DOTS', 'INSTANT_RUNOFF', 'SCOTTISH_STV', 'BUDGET_GREEDY', 'EQUAL_SHARES'];
const KINDS: readonly string[] = ['CHOICE', 'YES', 'NO', 'ABSTAIN'];

/** The one text of a definition: its keys in this order, no spaces. */
export function definitionText(definition: Definition): string {
  const { v, ballot, environment, question, description, method, maxChoices, seats, budget, combine, options, constituencies, closesAt, receiptKey, body, maxRevision } = definition;
  return JSON.stringify({ v, ballot, environment, question, description, method, maxChoices, seats, budget, combine, options, constituencies, closesAt, receiptKey, body, maxRevision });
}

export type ReadDefinition = { readonly definition: Definition } | { readonly field: string };

/** The definition in `text`, or the first field that keeps a ballot from being counted. Never throws. */
export function readDefinition(text: string): ReadDefinition {
  let value: unknown;
  try {
    value = JSON.parse(text);
    // Spaces, or a key given twice, could be read in two ways.
    if (JSON.stringify(value) !== text) return { field: 'text' };
  } catch {
    return { field: 'text' };
  }
  if (!isMap(value)) return { field: 'text' };
  const field = faultyField(value);
  return field === null ? { definition: value as unknown as Definition } : { field };
}

export function questionOf({ method, options, maxChoices, seats, budget }: Definition): Question {
  return { method, options: options.map(({ kind }) => kind), maxChoices, seats, budget } as Question;
}

function faultyField(value: Record<string, unknown>): string | null {
  const checks: Record<string, (given: unknown) => boolean> = {
    v: (given) => given === 1,
    ballot: (given) => typeof given === 'string' && isUuid(given),
    method: (given) => isOneOf(METHODS, given),
    maxChoices: (given) => isWhole(given) && given >= 1,
    seats: (given) => isWhole(given) && given >= 1,
    combine: (given) => given === 'TOGETHER' || given === 'EVERY_CONSTITUENCY',
    options: (given) => Array.isArray(given) && given.length > 0 && given.length < 0x10000 && given.every((each) => isMap(each) && isOneOf(KINDS, each['kind'])),
    budget: (given) => given === null || (isMap(given) && isWhole(given['total']) && Array.isArray(given['costs']) && given['costs'].every(isWhole)),
    constituencies: (given) => Array.isArray(given) && given.length > 0 && given.every(isConstituency)
      && new Set(given.map(({ id }) => id)).size === given.length && new Set(given.map(({ constituency }) => constituency)).size === given.length,
    receiptKey: (given) => typeof given === 'string' && unbase64(given, 32) !== null,
    maxRevision: (given) => isWhole(given) && given >= 1 && given <= MAX_REVISION,
    body: (given) => given === bodyBytesFor(questionOf(value as unknown as Definition)),
  };
  for (const [field, holds] of Object.entries(checks)) if (!holds(value[field])) return field;
  const fault = questionFault(questionOf(value as unknown as Definition));
  return fault === null ? null : FIELD_OF[fault];
}

const FIELD_OF: Record<QuestionFault, string> = { SEATS: 'seats', MAX_CHOICES: 'maxChoices', BUDGET: 'budget' };

function isConstituency(value: unknown): value is ConstituencyRule {
  return isMap(value) && typeof value['id'] === 'string' && isUuid(value['id']) && typeof value['constituency'] === 'string'
    && isQuorum(value['quorum']) && (value['majority'] === null || isMajority(value['majority']));
}
