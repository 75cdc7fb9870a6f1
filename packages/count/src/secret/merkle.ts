import { type Bytes, equal } from './bytes.ts';
import { sha256 } from './sha256.ts';

const pair = new Uint8Array(65);

/** A node over two others (RFC 6962, section 2.1). */
function node(left: Uint8Array, right: Uint8Array): Bytes {
  pair[0] = 1;
  pair.set(left, 1);
  pair.set(right, 33);
  return sha256(pair);
}

/**
 * A log that grows: keeps only the roots of its full subtrees, so that an append costs one hash on average and a
 * root as many as the tree is high. Leaves are hashes already (see `leafOf`).
 */
export class MerkleLog {
  readonly #subtrees: Uint8Array[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  append(leaf: Uint8Array): void {
    let subtree = leaf;
    // As many ones as the size ends with are subtrees that this leaf completes.
    for (let size = this.#size; size % 2 === 1; size = (size - 1) / 2) subtree = node(this.#subtrees.pop()!, subtree);
    this.#subtrees.push(subtree);
    this.#size += 1;
  }

  root(): Bytes {
    if (this.#size === 0) return sha256(new Uint8Array(0));
    return new Uint8Array(this.#subtrees.reduceRight((right, left) => node(left, right)));
  }
}

export function merkleRoot(leaves: readonly Uint8Array[]): Bytes {
  const log = new MerkleLog();
  for (const leaf of leaves) log.append(leaf);
  return log.root();
}

/** The audit path of the leaf at `index`, nearest first (RFC 6962, section 2.1.1). */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): Bytes[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('no such leaf');
  if (leaves.length === 1) return [];
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return index < half
    ? [...inclusionProof(left, index), merkleRoot(right)]
    : [...inclusionProof(right, index - half), merkleRoot(left)];
}

/** Does the path lead from the leaf to the root? (RFC 9162, section 2.1.3.2.) */
export function verifyInclusion(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], root: Uint8Array): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let [at, last] = [index, size - 1];
  let reached = leaf;
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== 32) return false;
    if (at % 2 === 1 || at === last) {
      reached = node(sibling, reached);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      reached = node(reached, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && equal(reached, root);
}
