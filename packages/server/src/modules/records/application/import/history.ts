import type { Texts, Vote } from '../../domain/popolo.ts';

/** What a document tells, before anything is written; everything by the id it has there. */
export interface History {
  readonly body: {
    readonly id: string; readonly name: Texts; readonly remit: Texts; readonly kind: string; readonly meetingLaw: 'GREENE' | 'BROWN' | 'PRIVATE'; readonly authority: string; readonly studentSeats: boolean;
    readonly closedOn: string | null; readonly links: readonly unknown[];
    readonly bylaws: readonly { readonly number: number; readonly adoptedOn: string; readonly effectiveFrom: string; readonly rules: object; readonly note: string | null }[];
  };
  readonly posts: readonly HistoryPost[];
  readonly persons: readonly { readonly id: string; readonly givenName: string | null; readonly familyName: string | null; readonly student: boolean }[];
  readonly holdings: readonly (HistoryTerm & { readonly postId: string; readonly basis: string })[];
  readonly offices: readonly (HistoryTerm & { readonly office: string })[];
  readonly meetings: readonly HistoryMeeting[];
  readonly motions: readonly HistoryMotion[];
  /** What the document has and this house has no place for, by its kind. */
  readonly leftOut: Readonly<Record<string, number>>;
}

export interface HistoryPost {
  readonly id: string;
  /** Only made because a membership names none. */
  readonly made: boolean;
  readonly constituency: string; readonly number: number; readonly name: Texts; readonly way: string; readonly chosenBy: string; readonly votes: boolean; readonly retiredOn: string | null;
}

export interface HistoryTerm { readonly id: string; readonly personId: string; readonly starts: string; readonly ends: string; readonly endedAt: string | null }

export interface HistoryMember {
  readonly personId: string; readonly name: Texts; readonly constituency: string; readonly number: number; readonly votes: boolean; readonly office: string | null; readonly postId: string | null;
}

export interface HistoryItem {
  readonly id: string;
  /** Only made because a motion names none. */
  readonly made: boolean;
  readonly parentId: string | null; readonly title: Texts; readonly description: Texts; readonly rationale: Texts; readonly intent: string; readonly outcome: string;
  /** Items it was before, the first one first; not all of them have to be in the document. */
  readonly carriedFrom: readonly string[]; readonly addedAt: string | null; readonly urgencyFoundAt: string | null;
}

export interface HistoryMeeting {
  readonly id: string; readonly title: Texts; readonly place: Texts; readonly kind: string; readonly state: 'ADJOURNED' | 'NO_QUORUM' | 'CANCELLED'; readonly startsAt: Date; readonly endsAt: Date | null;
  readonly calledAt: Date | null; readonly endedAt: Date | null; readonly presidingId: string | null; readonly recorderId: string | null; readonly visitors: number; readonly rules: object | null;
  readonly members: readonly HistoryMember[];
  readonly attendance: readonly { readonly personId: string; readonly kind: string; readonly way: string | null; readonly at: Date }[];
  readonly items: readonly HistoryItem[];
  readonly speeches: readonly { readonly id: string; readonly language: string | null; readonly translated: boolean; readonly itemId: string | null }[];
  readonly links: readonly unknown[];
}

export interface HistoryAmendment {
  readonly id: string; readonly number: number; readonly state: string; readonly text: Texts; readonly moverId: string | null; readonly seconderId: string | null; readonly movedAt: string; readonly decidedAt: string | null;
}

export interface HistoryMotion {
  readonly id: string; readonly meetingId: string; readonly number: number; readonly kind: string; readonly state: string; readonly itemId: string | null; readonly text: Texts; readonly threshold: string;
  /** What it is about by the id it has there, which the document need not have; minutes by that of their meeting. */
  readonly aboutId: string | null;
  readonly findings: { readonly immediate: string; readonly afterPosting: string } | null; readonly reviewOn: string | null; readonly moverId: string | null; readonly seconderId: string | null; readonly movedAt: string;
  readonly secondedAt: string | null; readonly statedAt: string | null; readonly decidedAt: string | null; readonly disposedBy: string | null; readonly referredTo: string | null;
  readonly amendments: readonly HistoryAmendment[];
  readonly decision: { readonly id: string; readonly number: number; readonly text: Texts; readonly rationale: Texts; readonly decidedOn: string; readonly reviewOn: string | null } | null;
  readonly questions: readonly HistoryQuestion[];
  readonly links: readonly unknown[];
}

export interface HistoryQuestion {
  readonly id: string; readonly amendmentId: string | null; readonly way: 'ROLL_CALL' | 'CONSENT'; readonly openedAt: string; readonly closedAt: string; readonly stoppedWhy: string | null; readonly adopted: boolean | null;
  readonly explained: object | null; readonly quorumPresent: number; readonly quorumNeeded: number;
  readonly lines: readonly { readonly personId: string; readonly vote: Vote }[];
}
