/** Bytes that stand on memory of their own, as WebCrypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const UTF8 = new TextEncoder();
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SIX_BITS = new Int16Array(128).fill(-1);
for (let bits = 0; bits < 64; bits += 1) SIX_BITS[BASE64.charCodeAt(bits)] = bits;

export function utf8(text: string): Bytes {
  return UTF8.encode(text);
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Negative, zero or positive, byte by byte as numbers from 0 to 255; a beginning sorts before the whole. */
export function compare(one: Uint8Array, other: Uint8Array): number {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at += 1) if (one[at] !== other[at]) return one[at]! - other[at]!;
  return one.length - other.length;
}

/** Two bytes, most significant first. */
export function u16(value: number): Bytes {
  return Uint8Array.of(value >>> 8, value);
}

/** Four bytes, most significant first. */
export function u32(value: number): Bytes {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

export function readU16(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!;
}

export function readU32(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;
}

export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** Null unless `text` is lower-case hexadecimal of whole bytes (and of `length` bytes, if given). */
export function unhex(text: string, length?: number): Bytes | null {
  if (text.length % 2 !== 0 || (length !== undefined && text.length !== 2 * length)) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1) {
    const high = nibble(text.charCodeAt(2 * at));
    const low = nibble(text.charCodeAt(2 * at + 1));
    if (high < 0 || low < 0) return null;
    bytes[at] = (high << 4) | low;
  }
  return bytes;
}

const nibble = (code: number) => (code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1);

/** Standard alphabet with padding (RFC 4648, section 4). */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const bits = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += BASE64[bits >>> 18]! + BASE64[(bits >>> 12) & 63]! + (left > 1 ? BASE64[(bits >>> 6) & 63]! : '=') + (left > 2 ? BASE64[bits & 63]! : '=');
  }
  return text;
}

/** Null unless `text` is the one way {@link base64} writes its bytes (and `length` of them, if given). */
export function unbase64(text: string, length?: number): Bytes | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  if (length !== undefined && bytes.length !== length) return null;
  let bits = 0;
  let at = 0;
  for (let place = 0; place < text.length; place += 1) {
    const isPadding = place >= text.length - padding;
    const six = isPadding ? 0 : (SIX_BITS[text.charCodeAt(place)] ?? -1);
    if (six < 0) return null;
    bits = (bits << 6) | six;
    if (place % 4 !== 3) continue;
    const group = [(bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255];
    for (const byte of group) {
      if (at < bytes.length) bytes[at] = byte;
      // What padding hides must be zero, or one value would have several spellings.
      else if (byte !== 0) return null;
      at += 1;
    }
    bits = 0;
  }
  return bytes;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The sixteen bytes of a UUID in its canonical, lower-case text. @throws {RangeError} on any other text. */
export function uuidBytes(uuid: string): Bytes {
  if (!UUID.test(uuid)) throw new RangeError('not a UUID in its canonical form');
  return unhex(uuid.replaceAll('-', ''))!;
}

export function isUuid(text: string): boolean {
  return UUID.test(text);
}
