import type { Bytes } from './bytes.ts';

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, section 4.2.2). */
const K = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
);
const START = Int32Array.of(0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19);
/** The message schedule of the block at hand; one for all, since nothing here waits. */
const W = new Int32Array(64);

/**
 * SHA-256 (FIPS 180-4), synchronous and without a dependency: WebCrypto's answers only later, and a recount
 * hashes some millions of short texts.
 */
export function sha256(bytes: Uint8Array): Bytes {
  return new Sha256().update(bytes).digest();
}

/** The same, fed piece by piece. */
export class Sha256 {
  readonly #state = new Int32Array(START);
  readonly #rest = new Uint8Array(64);
  #resting = 0;
  #length = 0;

  update(bytes: Uint8Array): this {
    this.#length += bytes.length;
    let at = 0;
    if (this.#resting > 0) {
      at = Math.min(64 - this.#resting, bytes.length);
      this.#rest.set(bytes.subarray(0, at), this.#resting);
      this.#resting += at;
      if (this.#resting < 64) return this;
      block(this.#state, this.#rest, 0);
      this.#resting = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) block(this.#state, bytes, at);
    if (at < bytes.length) {
      this.#rest.set(bytes.subarray(at));
      this.#resting = bytes.length - at;
    }
    return this;
  }

  /** Another hash of the same bytes so far. */
  copy(): Sha256 {
    const other = new Sha256();
    other.#state.set(this.#state);
    other.#rest.set(this.#rest);
    other.#resting = this.#resting;
    other.#length = this.#length;
    return other;
  }

  /** Ends the hash: afterwards this object is of no further use. */
  digest(): Bytes {
    const rest = this.#rest;
    rest[this.#resting] = 0x80;
    rest.fill(0, this.#resting + 1);
    if (this.#resting >= 56) {
      block(this.#state, rest, 0);
      rest.fill(0);
    }
    const view = new DataView(rest.buffer);
    view.setUint32(56, Math.floor(this.#length / 0x2000_0000));
    view.setUint32(60, (this.#length * 8) % 0x1_0000_0000);
    block(this.#state, rest, 0);
    const digest = new Uint8Array(32);
    const out = new DataView(digest.buffer);
    for (let word = 0; word < 8; word += 1) out.setInt32(4 * word, this.#state[word]!);
    return digest;
  }
}

function block(state: Int32Array, bytes: Uint8Array, from: number): void {
  for (let t = 0, at = from; t < 16; t += 1, at += 4) {
    W[t] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }
  for (let t = 16; t < 64; t += 1) {
    const x = W[t - 15]!;
    const y = W[t - 2]!;
    const small0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const small1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[t] = (W[t - 16]! + small0 + W[t - 7]! + small1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t += 1) {
    const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + big1 + ((e & f) ^ (~e & g)) + K[t]! + W[t]!) | 0;
    const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
  state[4] = state[4]! + e;
  state[5] = state[5]! + f;
  state[6] = state[6]! + g;
  state[7] = state[7]! + h;
}
