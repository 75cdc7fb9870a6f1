import type { Texts } from './blocks.ts';
import type { PriorMinutesAction } from './completeness.ts';

/** Somebody in the room: by name, or a student, who is called by their seat. */
export interface Someone {
  readonly name: string;
  readonly student: boolean;
  /** Among the students who sit in the body, from 1; null: no student, or without a seat. */
  readonly seatNumber: number | null;
}

export interface HeldMember extends Someone {
  readonly id: string;
  readonly seat: Texts;
  readonly office: string | null;
  readonly votes: boolean;
  /** Comings and goings, in their order. */
  readonly movements: readonly { readonly kind: 'ARRIVED' | 'LEFT'; readonly remote: boolean; readonly at: Date }[];
}

/** Null: the name is withheld, or was not given. */
export interface HeldSpeaker {
  readonly who: Someone | null;
  readonly itemId: string | null;
  readonly language: string | null;
  readonly translated: boolean;
}

export interface HeldItem {
  readonly id: string;
  readonly label: string;
  readonly depth: number;
  readonly title: Texts;
  readonly outcome: 'OPEN' | 'ACTED' | 'CONTINUED' | 'TABLED' | 'WITHDRAWN' | 'DISCUSSED';
  readonly added: boolean;
  readonly urgencyFound: boolean;
  readonly commentOffered: boolean;
}

export type QuestionBase = 'CAST' | 'PRESENT' | 'MEMBERS';

export interface HeldQuestion {
  readonly id: string;
  readonly amendmentId: string | null;
  readonly adopted: boolean;
  /** Null: nobody objected, and nothing was counted. */
  readonly count: { readonly ayes: number; readonly noes: number; readonly abstentions: number; readonly recused: number; readonly needed: number; readonly of: QuestionBase } | null;
  readonly lines: readonly { readonly memberId: string; readonly vote: 'AYE' | 'NO' | 'ABSTAIN' | 'RECUSED' | 'ABSENT' }[];
}

export interface HeldAmendment {
  readonly id: string;
  readonly text: Texts;
  readonly moverId: string;
  readonly seconderId: string | null;
  readonly state: 'MOVED' | 'SECONDED' | 'ADOPTED' | 'FAILED' | 'WITHDRAWN';
}

export interface HeldMotion {
  readonly id: string;
  readonly number: number;
  readonly kind: string;
  readonly itemId: string | null;
  readonly text: Texts;
  /** As amended. */
  readonly textNow: Texts;
  readonly moverId: string;
  readonly seconderId: string | null;
  readonly state: string;
  readonly disposedBy: 'VOTE' | 'CONSENT' | 'LAPSED' | 'TABLED' | 'REFERRED' | 'WITHDRAWN' | null;
  readonly referredTo: string | null;
  readonly findings: { readonly immediate: string; readonly afterPosting: string } | null;
  readonly amendments: readonly HeldAmendment[];
  /** Announced, in their order. */
  readonly questions: readonly HeldQuestion[];
}

export interface HeldDecision {
  readonly id: string;
  readonly number: number;
  readonly motionId: string;
  readonly itemId: string;
  readonly text: Texts;
  readonly rationale: Texts;
}

export interface HeldAction {
  readonly id: string;
  readonly itemId: string | null;
  readonly title: string;
  readonly owner: Someone;
  /** A day of the calendar, `yyyy-mm-dd`. */
  readonly due: string | null;
}

/** What happened at a meeting: all that minutes are written from. */
export interface HeldMeeting {
  readonly meetingId: string;
  readonly kind: string | null;
  readonly body: Texts;
  readonly place: Texts;
  readonly online: boolean;
  readonly timeZone: string;
  readonly calledToOrderAt: Date | null;
  readonly endedAt: Date | null;
  readonly presiding: Someone | null;
  readonly secretary: Someone | null;
  /** In the order of seats. */
  readonly members: readonly HeldMember[];
  readonly visitors: number;
  /** At the call to order, and whenever it was lost or whole again. */
  readonly quorum: readonly { readonly at: Date; readonly present: number; readonly needed: number; readonly members: number; readonly met: boolean }[];
  /** What became of the minutes of earlier meetings, and of which days (`yyyy-mm-dd`). */
  readonly prior: readonly { readonly action: PriorMinutesAction; readonly days: readonly string[] }[];
  readonly items: readonly HeldItem[];
  readonly speakers: readonly HeldSpeaker[];
  readonly commentOffered: boolean;
  readonly motions: readonly HeldMotion[];
  readonly decisions: readonly HeldDecision[];
  readonly actions: readonly HeldAction[];
  /** By item id; the general notes under null. As written, and as translated by hand. */
  readonly notes: ReadonlyMap<string | null, Texts>;
}
