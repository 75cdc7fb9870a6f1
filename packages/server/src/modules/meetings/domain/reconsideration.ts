import type { Intent, MeetingLaw } from './meeting.ts';
import { type MeetingState, afterAct } from './meeting-states.ts';
import { type MeetingDecision, refuseMeeting } from './refusal.ts';

/** What a demand says was wrong: the agenda (Gov. Code 54954.2), or anything else about how the meeting was held. */
export type DemandGround = 'AGENDA' | 'OTHER';

/** Days of the Brown Act's cure-and-correct demand (Gov. Code 54960.1; rule 27). */
export const DEMAND_DAYS: Readonly<Record<DemandGround, number>> = { AGENDA: 30, OTHER: 90 };
export const ANSWER_DAYS = 30;
export const SUIT_DAYS = 15;

/** Days of the calendar where the school is, `yyyy-mm-dd`. */
export interface DemandFacts {
  readonly ground: DemandGround;
  readonly actedOn: string;
  readonly demandedOn: string;
}

/** What a valid demand starts. Null: the law sets no such day. */
export interface DemandClocks {
  /** The last day on which this demand could be made. */
  readonly demandUntil: string | null;
  /** The body answers in writing until then. */
  readonly answerBy: string | null;
}

/**
 * Whether a demand that an action be reconsidered is valid. Anybody may make one (EC 35147; Gov. Code 54960.1 says "any
 * interested person", and who is interested is not for software). The Greene Act sets no window and no day but the next
 * meeting; a private body's bylaws may know remedies, the law knows none.
 */
export function decideDemand(meeting: { readonly law: MeetingLaw; readonly state: MeetingState }, { ground, actedOn, demandedOn }: DemandFacts): MeetingDecision<{ clocks: DemandClocks }> {
  if (meeting.law === 'PRIVATE') return refuseMeeting('NO_REMEDY');
  if (afterAct(meeting.state, 'DEMAND') === null) return refuseMeeting('WRONG_STATE', [meeting.state]);
  if (demandedOn < actedOn) return refuseMeeting('BEFORE_ACTION', [actedOn]);
  if (meeting.law === 'GREENE') return { ok: true, clocks: { demandUntil: null, answerBy: null } };
  const demandUntil = overWeekend(addToDate(actedOn, DEMAND_DAYS[ground]));
  if (demandedOn > demandUntil) return refuseMeeting('DEMAND_TOO_LATE', [demandUntil]);
  return { ok: true, clocks: { demandUntil, answerBy: addToDate(demandedOn, ANSWER_DAYS) } };
}

/** The last day to sue after a demand: counted from the answer, or from the day it was due where none came (Gov. Code 54960.1). */
export const suitUntil = (answerBy: string, answeredOn: string | null): string =>
  addToDate(answeredOn !== null && answeredOn < answerBy ? answeredOn : answerBy, SUIT_DAYS);

/** What a valid demand puts on the agenda of the body's next meeting (EC 35147; rule 27). */
export interface DemandedItem {
  readonly intent: Intent;
  readonly demandId: string;
  /** Public comment comes first, whatever else the body usually does. */
  readonly commentFirst: true;
  readonly lineage: readonly string[];
}

export const demandedItem = (demandId: string, acted: { readonly itemId: string; readonly lineage: readonly string[] }): DemandedItem =>
  ({ intent: 'ACTION', demandId, commentFirst: true, lineage: [...acted.lineage, acted.itemId] });

const DAY = 86_400_000;
const addToDate = (date: string, days: number): string => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** A last day on a weekend moves to Monday (Code Civ. Proc. 12a). Only for who demands: the body's own days are kept short. */
function overWeekend(date: string): string {
  const weekday = new Date(date).getUTCDay();
  return weekday === 6 ? addToDate(date, 2) : weekday === 0 ? addToDate(date, 1) : date;
}
