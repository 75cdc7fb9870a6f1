export interface Throttled {
  readonly answer: 'throttled';
  /** Seconds. */
  readonly retryAfter: number;
}

/** What a voter's program hears about the vote it sent. */
export type SecretCast =
  /** Leaf and signature, 96 bytes: the vote is in. */
  | { readonly answer: 'RECEIPT'; readonly receipt: Uint8Array }
  /** This is the newest revision under that key; the next is one more. */
  | { readonly answer: 'REVISION'; readonly highest: number }
  | { readonly answer: 'form' | 'range' | 'length' | 'scope' | 'closed' | 'credential' | 'signature' | 'busy' }
  | Throttled;
