/** Where somebody who asked to speak is. */
export const SPEAKER_STATES = ['WAITING', 'SPEAKING', 'DONE', 'WITHDRAWN'] as const;
export type SpeakerState = (typeof SPEAKER_STATES)[number];

export const SPEAKER_KINDS = ['PUBLIC', 'MEMBER'] as const;
export type SpeakerKind = (typeof SPEAKER_KINDS)[number];

/** CALL gives the floor, PAUSE stops the clock, EXTEND gives more time, FINISH takes the floor back, MOVE changes the order. */
export type SpeakerAct = 'CALL' | 'PAUSE' | 'RESUME' | 'EXTEND' | 'FINISH' | 'WITHDRAW' | 'MOVE';

/** A speaker's clock: what was spent before it last ran, and since when it runs. */
export interface SpeakerClock {
  readonly state: SpeakerState;
  readonly spentMs: number;
  /** Null while it stands. */
  readonly runningSince: Date | null;
}

/** Most who can wait at once. */
export const MOST_WAITING = 200;
/** Seconds: the least and the most one extension gives, and the most anybody has. */
export const EXTENSION = { least: 10, most: 1800 } as const;
export const LONGEST_SPEECH = 36_000;

/** Milliseconds spent by then; never more than anybody can have, though nobody stopped the clock for weeks. */
export const spentAt = ({ spentMs, runningSince }: SpeakerClock, now: Date): number =>
  Math.min(LONGEST_SPEECH * 1000, spentMs + (runningSince === null ? 0 : Math.max(0, now.getTime() - runningSince.getTime())));

/** The clock after an act, or null where the act does not follow from where the speaker is. */
export function afterSpeakerAct(clock: SpeakerClock, act: SpeakerAct, now: Date): SpeakerClock | null {
  const stopped = { spentMs: spentAt(clock, now), runningSince: null };
  const speaking = clock.state === 'SPEAKING';
  switch (act) {
    case 'CALL': return clock.state === 'WAITING' ? { state: 'SPEAKING', spentMs: 0, runningSince: now } : null;
    case 'PAUSE': return speaking && clock.runningSince !== null ? { state: 'SPEAKING', ...stopped } : null;
    case 'RESUME': return speaking && clock.runningSince === null ? { ...clock, runningSince: now } : null;
    case 'FINISH': return speaking ? { state: 'DONE', ...stopped } : null;
    case 'WITHDRAW': return clock.state === 'WAITING' ? { ...clock, state: 'WITHDRAWN' } : null;
    case 'EXTEND': return speaking || clock.state === 'WAITING' ? clock : null;
    case 'MOVE': return clock.state === 'WAITING' ? clock : null;
  }
}
