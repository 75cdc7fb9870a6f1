import type { MeetingState } from './meeting-states.ts';

export type { MeetingState } from './meeting-states.ts';

/** Text by BCP 47 tag. */
export type Texts = Readonly<Record<string, string>>;

/**
 * The open-meeting law a body follows: the Greene Act (EC 35147), the Brown Act (Gov. Code 54950 and after), or a
 * private association's own bylaws. A setting of each body, for schools treat some bodies differently.
 */
export const MEETING_LAWS = ['GREENE', 'BROWN', 'PRIVATE'] as const;
export type MeetingLaw = (typeof MEETING_LAWS)[number];

export const MEETING_KINDS = ['REGULAR', 'SPECIAL', 'PLANNING_SESSION'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** What is meant to happen to an item; only an ACTION item may be voted on. */
export const INTENTS = ['ACTION', 'DISCUSSION', 'INFORMATION'] as const;
export type Intent = (typeof INTENTS)[number];

/** How long ahead a meeting must be noticed: what the law says, or the bylaws where they ask for more. */
export interface NoticeRule {
  readonly law: MeetingLaw;
  readonly kind: MeetingKind;
  /** Hours in the bylaws; heeded where they are more than the law's. */
  readonly noticeHours: number;
}

export interface MeetingFacts extends NoticeRule {
  readonly id: string;
  readonly state: MeetingState;
  /** The moment the notice gives, not the one at which the chair begins. */
  readonly startsAt: Date | null;
  readonly place: Texts;
}

export interface AgendaItemFacts {
  readonly id: string;
  readonly intent: Intent;
  readonly title: Texts;
  readonly description: Texts;
  /** Why acting on it serves achievement; owed for every ACTION item. */
  readonly rationale: Texts;
}
