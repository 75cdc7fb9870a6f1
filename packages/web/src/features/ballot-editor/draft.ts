import type { BallotBinding, BallotInput, BallotMethod, BallotSecrecy, CombineRule, Constituency, EditedBallotFragment } from '../../gql/graphql.ts';
import { instant, type WallTime, wallTime } from '../../lib/zoned.ts';
import { canLimit, hasSeats, isBudget } from './methods.ts';
import { type Majority, MAJORITIES, type Quorum } from './rules.ts';

export type Texts = Readonly<Record<string, string>>;

export interface DraftConstituency {
  readonly constituency: Constituency;
  readonly quorum: Quorum;
  readonly majority: Majority;
}

export interface DraftOption {
  /** Of this page only: keeps the field and its focus together when options move. */
  readonly key: string;
  readonly label: Texts;
  /** Whole dollars; 0 while nothing is filled in. */
  readonly cost: number;
}

/** A ballot as it stands in the form. Nothing typed is lost when another method is tried. */
export interface Draft {
  readonly question: Texts;
  readonly description: Texts;
  readonly method: BallotMethod;
  readonly secrecy: BallotSecrecy;
  readonly options: readonly DraftOption[];
  readonly limited: boolean;
  readonly maxChoices: number;
  readonly dots: number;
  readonly seats: number;
  readonly budgetTotal: number;
  readonly allowAbstain: boolean;
  readonly constituencies: readonly DraftConstituency[];
  readonly combine: CombineRule;
  readonly binding: BallotBinding;
  readonly bylaw: string;
  readonly opens: 'BY_HAND' | 'AT';
  readonly opensAt: WallTime;
  readonly closesAt: WallTime;
}

export const NO_QUORUM: Quorum = { kind: 'NONE', numerator: 1, denominator: 4, count: 25 };

export const newOption = (label: Texts = {}, cost = 0): DraftOption => ({ key: crypto.randomUUID(), label, cost });

export const newConstituency = (constituency: Constituency): DraftConstituency => ({ constituency, quorum: NO_QUORUM, majority: MAJORITIES.HALF });

/** A new ballot: yes or no, secret, of parents, open for a week from the next morning. */
export function emptyDraft(now: string, timeZone: string): Draft {
  const day = (days: number) => wallTime(new Date(Date.parse(now) + days * 86_400_000).toISOString(), timeZone).date;
  return {
    question: {}, description: {}, method: 'YES_NO', secrecy: 'SECRET', options: [newOption(), newOption()], limited: false, maxChoices: 2, dots: 5, seats: 1, budgetTotal: 0, allowAbstain: true,
    constituencies: [newConstituency('PARENT')], combine: 'TOGETHER', binding: 'ADVISORY', bylaw: '',
    opens: 'BY_HAND', opensAt: { date: day(1), time: '08:00' }, closesAt: { date: day(8), time: '20:00' },
  };
}

const texts = (list: readonly { locale: string; text: string }[]): Texts => Object.fromEntries(list.map(({ locale, text }) => [locale, text]));

export function fromBallot(ballot: EditedBallotFragment, now: string, timeZone: string): Draft {
  const start = emptyDraft(now, timeZone);
  const choices = ballot.options.filter(option => option.kind === 'CHOICE');
  return {
    ...start,
    question: texts(ballot.question), description: texts(ballot.description), method: ballot.method, secrecy: ballot.secrecy,
    options: choices.length > 0 ? choices.map(option => ({ key: option.id, label: texts(option.label), cost: option.cost ?? 0 })) : start.options,
    ...limitOf(ballot, choices.length, start),
    dots: ballot.method === 'DOTS' ? ballot.maxChoices : start.dots,
    seats: ballot.seats, budgetTotal: ballot.budgetTotal ?? start.budgetTotal,
    allowAbstain: ballot.options.some(option => option.kind === 'ABSTAIN'),
    constituencies: ballot.constituencies.map(({ constituency, quorum, majority }) => ({
      constituency,
      quorum: { kind: quorum.kind, numerator: quorum.numerator ?? NO_QUORUM.numerator, denominator: quorum.denominator ?? NO_QUORUM.denominator, count: quorum.count ?? NO_QUORUM.count },
      majority: majority ?? MAJORITIES.HALF,
    })),
    combine: ballot.combine, binding: ballot.binding, bylaw: ballot.bylaw ?? '',
    opens: ballot.opensAt ? 'AT' : 'BY_HAND',
    opensAt: ballot.opensAt ? wallTime(ballot.opensAt, timeZone) : start.opensAt,
    closesAt: ballot.closesAt ? wallTime(ballot.closesAt, timeZone) : { date: '', time: start.closesAt.time },
  };
}

function limitOf({ method, maxChoices }: EditedBallotFragment, options: number, start: Draft): Pick<Draft, 'limited' | 'maxChoices'> {
  const limited = canLimit(method) && maxChoices < options;
  return { limited, maxChoices: limited ? maxChoices : start.maxChoices };
}

const list = (of: Texts) => Object.entries(of).filter(([, text]) => text.trim() !== '').map(([locale, text]) => ({ locale, text: text.trim() }));

/** What the server is sent: only what the method has a use for. */
export function toInput(draft: Draft, environmentId: string, timeZone: string): BallotInput {
  const { method, seats } = draft;
  const asks = method === 'YES_NO';
  const budget = isBudget(method);
  return {
    environmentId, question: list(draft.question), description: list(draft.description), method, secrecy: draft.secrecy,
    maxChoices: method === 'DOTS' ? draft.dots : canLimit(method) && draft.limited ? draft.maxChoices : null,
    seats: hasSeats(method) ? seats : null,
    budgetTotal: budget ? draft.budgetTotal || null : null,
    binding: draft.binding, bylaw: draft.bylaw.trim() || null,
    combine: asks && draft.constituencies.length > 1 ? draft.combine : 'TOGETHER',
    options: asks ? [] : draft.options.map(option => ({ label: list(option.label), cost: budget ? option.cost || null : null })),
    allowAbstain: draft.allowAbstain,
    constituencies: draft.constituencies.map(({ constituency, quorum: { kind, numerator, denominator, count }, majority }) => ({
      constituency,
      quorum: kind === 'COUNT' ? { kind, count } : kind === 'SHARE_OF_ROLL' ? { kind, numerator, denominator } : { kind },
      majority: asks ? { numerator: majority.numerator, denominator: majority.denominator, base: majority.base, atLeast: majority.atLeast } : null,
    })),
    opensAt: draft.opens === 'AT' ? instant(draft.opensAt, timeZone) : null,
    closesAt: instant(draft.closesAt, timeZone),
  };
}

/** The form's own order of its parts, and where each field of a fault lives. */
export const STEPS = ['question', 'answers', 'voters', 'times', 'check'] as const;
export type Step = (typeof STEPS)[number];

export function stepOf(field: string): Step {
  if (/^(question|description)/.test(field)) return 'question';
  if (/^(options|method|maxChoices|seats|budgetTotal|allowAbstain)/.test(field)) return 'answers';
  return /^(opensAt|closesAt)/.test(field) ? 'times' : 'voters';
}

/** Languages in which something is still unsaid, as the server will count them. */
export function missingIn(draft: Draft, locales: readonly string[]): string[] {
  const described = Object.values(draft.description).some(text => text.trim() !== '');
  const said: readonly Texts[] = [draft.question, ...(described ? [draft.description] : []), ...(draft.method === 'YES_NO' ? [] : draft.options.map(option => option.label))];
  return locales.filter(locale => said.some(each => !each[locale]?.trim()));
}

export type TimesFault = 'NO_CLOSING' | 'CLOSED_BY_NOW' | 'OPENED_BY_NOW' | 'NOT_AFTER_OPENING';

/** Why the times would not do if the ballot were scheduled now, by this device's clock; null when they would. */
export function timesFault(draft: Draft, now: string, timeZone: string): TimesFault | null {
  const opensAt = draft.opens === 'AT' ? instant(draft.opensAt, timeZone) : null;
  const closesAt = instant(draft.closesAt, timeZone);
  if (closesAt === null) return 'NO_CLOSING';
  if (closesAt <= now) return 'CLOSED_BY_NOW';
  if (opensAt !== null && closesAt <= opensAt) return 'NOT_AFTER_OPENING';
  return opensAt !== null && opensAt <= now ? 'OPENED_BY_NOW' : null;
}
