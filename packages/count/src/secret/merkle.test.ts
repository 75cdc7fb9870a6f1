import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex, utf8 } from './bytes.ts';
import { MerkleLog, inclusionProof, merkleRoot, verifyInclusion } from './merkle.ts';
import { sha256 } from './sha256.ts';

/** RFC 6962, section 2.1, word for word. */
function specified(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Uint8Array.from([1, ...specified(leaves.slice(0, k)), ...specified(leaves.slice(k))]));
}

const leaves = (size: number) => Array.from({ length: size }, (_, n) => sha256(utf8(`leaf ${n}`)));

describe('the log', () => {
  it('has the root that RFC 6962 defines, at every size', () => {
    const log = new MerkleLog();
    for (const [n, leaf] of leaves(130).entries()) {
      log.append(leaf);
      expect(hex(log.root())).toBe(hex(specified(leaves(n + 1))));
    }
    expect(merkleRoot([])).toEqual(specified([]));
  });

  it('has the root of the reference implementation', () => {
    // Certificate Transparency's own test tree: certificate-transparency-go, merkletree, roots of 1, 2, 3, 5 and 8 leaves.
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
      .map((text) => sha256(Uint8Array.from(Buffer.from(`00${text}`, 'hex'))));
    expect([1, 2, 3, 5, 8].map((size) => hex(merkleRoot(inputs.slice(0, size))))).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]);
  });

  it('proves each leaf, and no other place, leaf or root', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 70 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1))), ([size, index]) => {
      const all = leaves(size);
      const [proof, root] = [inclusionProof(all, index), merkleRoot(all)];
      expect(verifyInclusion(all[index]!, index, size, proof, root)).toBe(true);
      expect(verifyInclusion(sha256(all[index]!), index, size, proof, root)).toBe(false);
      expect(verifyInclusion(all[index]!, index, size, proof, sha256(root))).toBe(false);
      if (size > 1) {
        expect(verifyInclusion(all[index]!, (index + 1) % size, size, proof, root)).toBe(false);
        expect(verifyInclusion(all[index]!, index, size, proof.slice(1), root)).toBe(false);
        expect(verifyInclusion(all[index]!, index, size, [...proof, root], root)).toBe(false);
      }
    }));
    expect(() => inclusionProof(leaves(2), 2)).toThrow(RangeError);
    expect(verifyInclusion(leaves(1)[0]!, 1, 1, [], leaves(1)[0]!)).toBe(false);
  });
});
