/**
 * Access slips: the secret on a printed letter, its text form, and the sign-in token derived from it.
 * Bytes, alphabet and labels: docs/api.md, "Access slips". Nothing here is stored or sent; only the
 * token, or its SHA-256 when a slip is made, ever leaves the browser.
 */

/** Crockford's base 32: no I, L, O or U, so that nobody has to tell 1 from I on paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 26;
const BYTES = 16;

const utf8 = new TextEncoder();
const tag = (label: string) => utf8.encode(`plenary/${label}/v1\0`);

export type SlipFault = 'EMPTY' | 'TOO_SHORT' | 'TOO_LONG' | 'BAD_LETTER' | 'NOT_A_SLIP';
export type ReadSlip = { ok: true; root: Uint8Array<ArrayBuffer> } | { ok: false; fault: SlipFault };

/** 128 bits and two zero bits as 26 characters, without spaces. */
export function slipText(root: Uint8Array): string {
  if (root.length !== BYTES) throw new RangeError('a root has 16 bytes');
  const bits = [...root].reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) << 2n;
  return Array.from({ length: LETTERS }, (_, i) => ALPHABET[Number((bits >> BigInt(5 * (LETTERS - 1 - i))) & 31n)]).join('');
}

/** The same 26 characters in groups people can copy by hand: 5 5 5 5 6. */
export const groupedSlip = (text: string): string => text.replace(/(.{5})(?=.{5})/g, '$1 ').trim();

/** The letters of what was typed or pasted, without gaps; of a whole link those behind its #. */
export const slipLetters = (typed: string): string => typed.slice(typed.lastIndexOf('#') + 1).replace(/[\s\-\u2010-\u2015]/g, '').toUpperCase();

/** Reads what was typed, scanned or pasted, a link too: any case, spaces and hyphens ignored, O as 0, I and L as 1. */
export function readSlip(typed: string): ReadSlip {
  const text = slipLetters(typed).replaceAll('O', '0').replace(/[IL]/g, '1');
  if (text === '') return { ok: false, fault: 'EMPTY' };
  if (/[^0-9A-HJKMNP-TV-Z]/.test(text)) return { ok: false, fault: 'BAD_LETTER' };
  if (text.length !== LETTERS) return { ok: false, fault: text.length < LETTERS ? 'TOO_SHORT' : 'TOO_LONG' };
  const bits = [...text].reduce((sum, letter) => (sum << 5n) | BigInt(ALPHABET.indexOf(letter)), 0n);
  if ((bits & 3n) !== 0n) return { ok: false, fault: 'NOT_A_SLIP' };
  const value = bits >> 2n;
  return { ok: true, root: Uint8Array.from({ length: BYTES }, (_, i) => Number((value >> BigInt(8 * (BYTES - 1 - i))) & 255n)) };
}

/** A fresh root: 128 bits from the browser's own generator. */
export const newRoot = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(BYTES));

export const toHex = (bytes: Uint8Array | ArrayBuffer): string => [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');

/** A root as a browser may keep it: good for derivations, its bytes not to be read again by any script. */
export const rootKey = (root: Uint8Array<ArrayBuffer>): Promise<CryptoKey> => crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveBits']);

/** HKDF-SHA-512 (RFC 5869) over a root, with the label and context of one use. `length` in bytes. */
export async function expand(root: CryptoKey, label: string, context: Uint8Array, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const prefix = tag(label);
  const info = new Uint8Array(prefix.length + context.length);
  info.set(prefix);
  info.set(context, prefix.length);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-512', salt: tag('root'), info }, root, length * 8));
}

const tokenBytes = async (root: Uint8Array<ArrayBuffer>) => expand(await rootKey(root), 'slip-token', new Uint8Array(), 32);

/** The sign-in token, 32 bytes as 64 hexadecimal digits: what a browser sends to sign in. */
export const slipToken = async (root: Uint8Array<ArrayBuffer>): Promise<string> => toHex(await tokenBytes(root));

/** SHA-256 of the token's 32 bytes: all that the server keeps of a slip. */
export async function slipTokenHash(root: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', await tokenBytes(root)));
}

/**
 * The address the letter's QR code holds. The fragment never reaches a server; the language the letter is written in
 * (null for none) stands before it, so that the page speaks it on any phone.
 */
export const slipAddress = (origin: string, text: string, language: string | null): string => `${origin.replace(/\/$/, '')}/s${language ? `?lang=${language}` : ''}#${text}`;
