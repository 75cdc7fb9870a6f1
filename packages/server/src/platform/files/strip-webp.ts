const DRAWN = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Flags of VP8X that promise Exif and XMP. */
const PROMISES = 0x08 | 0x04;

/** A WebP (RFC 9649) with nothing but its picture. Null when it is damaged. */
export function stripWebp(bytes: Buffer): Buffer[] | null {
  if (bytes.length < 20 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return null;
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= end;) {
    const size = bytes.readUInt32LE(at + 4);
    const next = at + 8 + size + size % 2;
    if (next > end) return null;
    const type = bytes.toString('latin1', at, at + 4);
    if (DRAWN.has(type)) kept.push(type === 'VP8X' ? unpromised(bytes.subarray(at, next)) : bytes.subarray(at, next));
    at = next;
  }
  if (kept.length === 0) return null;
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return [head, ...kept];
}

function unpromised(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy[8]! &= ~PROMISES;
  return copy;
}
