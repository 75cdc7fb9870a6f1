import type { RecountReport } from '@plenary/count/recount';

/** What the page asks of its worker: a bundle's address, and receipts to look for in it. */
export interface RecountJob {
  readonly address: string;
  readonly receipts: readonly Uint8Array[];
}

export type FromRecount =
  | { readonly kind: 'progress'; readonly votes: number }
  | { readonly kind: 'done'; readonly report: RecountReport }
  | { readonly kind: 'failed' };
