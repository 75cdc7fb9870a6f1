import { leastReaching } from '@plenary/count';
import type { MeetingLaw } from './motion.ts';

/** What a body must find before it acts on what it did not post, each in its own words. */
export interface UrgencyFindings {
  /** Why it must be acted on now. */
  readonly immediate: string;
  /** How the need arose, or came to the body's attention, only after the notice was posted. */
  readonly afterPosting: string;
}

export interface UrgencyVote {
  readonly ayes: number;
  readonly noes: number;
  readonly present: number;
  readonly members: number;
}

/** UNANIMOUS and TWO_THIRDS are of the members present, MAJORITY of the votes cast. */
export type UrgencyThreshold = 'UNANIMOUS' | 'TWO_THIRDS' | 'MAJORITY';

export interface UrgencyExplained {
  readonly found: boolean;
  readonly threshold: UrgencyThreshold;
  readonly ayes: number;
  readonly needed: number;
  readonly denominator: number;
  /** Findings without words; a private association owes none. */
  readonly missing: readonly (keyof UrgencyFindings)[];
}

const FINDINGS = ['immediate', 'afterPosting'] as const;

/**
 * Whether a body found that it must act on what was not on its agenda (rule 2). Greene Act: every member present (EC
 * 35147), who abstains keeps it off. Brown Act: two thirds of the members present, or all of them when fewer than two
 * thirds of the members attend (Gov. Code 54954.2). Both findings are on record in words.
 */
export function explainUrgency(law: MeetingLaw, { ayes, noes, present, members }: UrgencyVote, findings: UrgencyFindings): UrgencyExplained {
  const threshold = urgencyThreshold(law, present, members);
  const denominator = threshold === 'MAJORITY' ? ayes + noes : present;
  const needed = Math.max(1, leastReaching(SHARES[threshold], denominator, threshold !== 'MAJORITY'));
  const missing = law === 'PRIVATE' ? [] : FINDINGS.filter((finding) => findings[finding].trim() === '');
  return { found: ayes >= needed && missing.length === 0, threshold, ayes, needed, denominator, missing };
}

function urgencyThreshold(law: MeetingLaw, present: number, members: number): UrgencyThreshold {
  switch (law) {
    case 'GREENE': return 'UNANIMOUS';
    case 'BROWN': return present >= leastReaching(SHARES.TWO_THIRDS, members, true) ? 'TWO_THIRDS' : 'UNANIMOUS';
    case 'PRIVATE': return 'MAJORITY';
  }
}

const SHARES = {
  UNANIMOUS: { numerator: 1, denominator: 1 }, TWO_THIRDS: { numerator: 2, denominator: 3 }, MAJORITY: { numerator: 1, denominator: 2 },
} as const;
