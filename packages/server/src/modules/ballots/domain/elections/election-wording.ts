import type { Constituency, Texts } from '../ballot.ts';
import { LONGEST, type WordedText, textFault, textsOf } from '../wording.ts';
import type { BodyKind, ElectionFacts, ElectionMethod, EmployeeRule } from './election.ts';
import { type DatedWording, datesFaults } from './dates-faults.ts';
import type { ElectionFault, ElectionFaultCode } from './election-fault.ts';

/** An election as someone words it, before any of it is believed. */
export interface ElectionWording extends DatedWording {
  readonly title: readonly WordedText[];
  readonly description: readonly WordedText[];
  /** Null: a body by its name alone. */
  readonly bodyId: string | null;
  readonly body: readonly WordedText[];
  readonly bodyKind: BodyKind;
  readonly studentSeats: boolean;
  readonly place: readonly WordedText[];
  readonly constituencies: readonly WordedSeats[];
  readonly challengeDays: number;
  readonly statementWords: number;
  readonly acclamation: boolean;
  readonly employees: EmployeeRule;
}

export interface WordedSeats {
  readonly constituency: Constituency;
  readonly seats: number;
  readonly otherSeats: number;
  readonly method: ElectionMethod;
  readonly seatName: readonly WordedText[];
  readonly communityStands: boolean;
}

/** Bounds of the settings and of one constituency's seats. */
export const BOUNDS = {
  noticeDays: [3, 90], orientationDays: [3, 90], challengeDays: [0, 60], statementWords: [10, 1000], seats: [1, 50], otherSeats: [0, 100],
} as const;

/** Everything wrong with a wording at once; an empty list may be saved, however incomplete its languages. */
export function electionFaults(wording: ElectionWording, now: Date, timeZone: string): ElectionFault[] {
  const faults: ElectionFault[] = [];
  const add = (field: string, code: string | false | null) => { if (code) faults.push({ field, code: code as ElectionFaultCode, earliest: null }); };
  add('title', textFault(wording.title, LONGEST.line, true));
  add('description', textFault(wording.description, LONGEST.text, false));
  add('body', textFault(wording.body, LONGEST.bylaw, true));
  add('place', textFault(wording.place, LONGEST.line, true));
  add('constituencies', constituenciesFault(wording.constituencies.map(({ constituency }) => constituency)));
  wording.constituencies.forEach((each, n) => {
    const field = (name: string) => `constituencies.${n}.${name}`;
    add(field('seats'), rangeFault('seats', each.seats));
    add(field('otherSeats'), rangeFault('otherSeats', each.otherSeats));
    add(field('method'), methodFault(each));
    add(field('seatName'), textFault(each.seatName, LONGEST.bylaw, true));
    add(field('communityStands'), each.communityStands && !['PARENT', 'EL_PARENT'].includes(each.constituency) && 'ONLY_PARENTS');
  });
  for (const setting of ['noticeDays', 'orientationDays', 'challengeDays', 'statementWords'] as const) add(setting, rangeFault(setting, wording[setting]));
  return [...faults, ...datesFaults(wording, now, timeZone)];
}

const rangeFault = (of: keyof typeof BOUNDS, value: number) =>
  (Number.isSafeInteger(value) && value >= BOUNDS[of][0] && value <= BOUNDS[of][1] ? null : 'OUT_OF_RANGE');

function methodFault({ method, seats }: WordedSeats): ElectionFaultCode | null {
  const forOne = method === 'CHOOSE_ONE' || method === 'INSTANT_RUNOFF';
  if (seats === 1) return forOne ? null : 'FOR_SEVERAL_SEATS';
  return forOne ? 'FOR_ONE_SEAT' : null;
}

function constituenciesFault(constituencies: readonly Constituency[]): ElectionFaultCode | null {
  if (constituencies.length === 0) return 'REQUIRED';
  if (new Set(constituencies).size < constituencies.length) return 'REPEATED';
  // Parents of English learners are parents: in one election the two would split one group into two votes.
  return constituencies.includes('PARENT') && constituencies.includes('EL_PARENT') ? 'PARENT_TWICE' : null;
}

/** A faultless wording as it is kept: trimmed, and no empty language. */
export type WordedElection = Omit<ElectionFacts, 'id' | 'environmentId' | 'state' | 'version' | 'noticedAt'>;

export function wordElection(wording: ElectionWording): WordedElection {
  const texts = (of: readonly WordedText[]): Texts => textsOf(of);
  return {
    ...wording,
    title: texts(wording.title), description: texts(wording.description), body: texts(wording.body), place: texts(wording.place),
    constituencies: wording.constituencies.map((each) => ({ ...each, seatName: texts(each.seatName) })),
  };
}
