import type { Recipient } from './envelopes.ts';

export interface Place {
  id: string;
  name: string;
  timeZone: string;
  administers: boolean;
}

/** For one person the letter is made at once; else the clerk chooses whom. */
export interface OneRecipient {
  school: string;
  person: Recipient;
  /** Slips that still work and will stop. */
  working: number;
}
