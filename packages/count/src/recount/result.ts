import { type Count, count } from '../count.ts';
import type { Pile } from '../definition.ts';
import { hex } from '../secret/bytes.ts';
import { type PublishedCount, publish } from '../withhold.ts';
import { type Definition, questionOf } from './definition.ts';
import type { BundleKind } from './form.ts';

/** What was in one constituency's box, on paper and digital together. */
export interface CountedPool {
  readonly constituency: string;
  readonly roll: number;
  readonly piles: readonly Pile[];
}

/**
 * The count of a ballot by its frozen definition: what the server publishes and what the recount compares.
 * @throws {RangeError} like `count`, and when a pool is none of the definition's.
 */
export function resultFor(definition: Definition, pools: readonly CountedPool[], seed: Uint8Array): Count {
  return count(questionOf(definition), definition.combine, pools.map((pool) => {
    const rule = definition.constituencies.find(({ constituency }) => constituency === pool.constituency);
    if (rule === undefined) throw new RangeError('a pool that the definition does not name');
    return { ...pool, quorum: rule.quorum, majority: rule.majority };
  }), { seed: hex(seed) });
}

/** The result as it stands in a bundle of this kind. */
export function publishedResult(kind: BundleKind, counted: Count): Count | PublishedCount {
  return kind === 'public' ? publish(counted) : counted;
}
