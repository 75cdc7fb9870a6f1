/** Crockford's base 32: no I, L, O or U, so that nobody has to tell 1 from I on paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 26;
const BYTES = 16;

/** A slip's 128 bits and two zero bits as 26 characters. */
export function slipText(root: Uint8Array): string {
  if (root.length !== BYTES) throw new RangeError(`a slip's secret has ${BYTES} bytes`);
  let bits = 0n;
  for (const byte of root) bits = (bits << 8n) | BigInt(byte);
  bits <<= 2n;
  let text = '';
  for (let at = LETTERS - 1; at >= 0; at -= 1) text += ALPHABET[Number((bits >> BigInt(5 * at)) & 31n)];
  return text;
}

/** Reads a slip however it was typed: any case, spaces and hyphens dropped, O as 0, I and L as 1. Null when it is none. */
export function slipRoot(text: string): Uint8Array | null {
  const letters = text.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  if (letters.length !== LETTERS) return null;
  let bits = 0n;
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  if ((bits & 3n) !== 0n) return null;
  const value = bits >> 2n;
  return Uint8Array.from({ length: BYTES }, (_, at) => Number((value >> BigInt(8 * (BYTES - 1 - at))) & 255n));
}
