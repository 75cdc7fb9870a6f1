import { OWN } from '../../domain/popolo.ts';
import type { Part } from '../../domain/reading.ts';
import type { HistoryPost } from './history.ts';

/** What reading goes by: the body it is about, and whom and what the document has. */
export interface Reading {
  readonly document: Part;
  readonly bodyId: string;
  /** Where the environment is. */
  readonly timeZone: string;
  readonly persons: ReadonlySet<string>;
  readonly posts: ReadonlyMap<string, HistoryPost>;
}

/** A key of ours, which is trusted before Popolo's. */
export const own = (key: string): string => OWN + key;

/** About this body, or about none in particular. */
export const isOf = (part: Part, bodyId: string): boolean => (part.text('organization_id') ?? bodyId) === bodyId;

export const linksOf = (part: Part): unknown[] => part.parts('sources').map((link) => ({ url: link.required('url'), ...(link.has('note') ? { note: link.text('note') } : {}) }));
