import type { MotionState } from './motion-states.ts';

export type { MotionState } from './motion-states.ts';

/** Text by BCP 47 tag. */
export type Texts = Readonly<Record<string, string>>;

/** The meetings room's laws, in its words: Greene Act (EC 35147), Brown Act (Gov. Code 54950), or bylaws alone. */
export type MeetingLaw = 'GREENE' | 'BROWN' | 'PRIVATE';

/** The meetings room's states, in its words. */
export type MeetingState = 'DRAFT' | 'NOTICED' | 'IN_SESSION' | 'ADJOURNED' | 'NO_QUORUM' | 'CANCELLED';

export interface MotionFacts {
  readonly id: string;
  readonly state: MotionState;
  readonly text: Texts;
  readonly moverId: string;
  readonly seconderId: string | null;
}

/** Somebody in the room, or who should be. */
export interface MemberFacts {
  readonly personId: string;
  /** Holds a seat now that has a vote. */
  readonly votes: boolean;
  readonly present: boolean;
  readonly chairs: boolean;
}

/** How many members are present, and how many must be, at this instant. */
export interface QuorumNow {
  readonly present: number;
  readonly needed: number;
  readonly met: boolean;
}
