const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Chunks that say how the picture is drawn, moves or prints; texts, times and Exif are none of them. */
const DRAWN = new Set([
  'IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'hIST', 'pHYs', 'sPLT', 'acTL', 'fcTL', 'fdAT',
]);

/** A PNG (W3C, third edition) with nothing but its picture, and without whatever follows its end. Null when it is damaged. */
export function stripPng(bytes: Buffer): Buffer[] | null {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return null;
  const kept: Buffer[] = [SIGNATURE];
  for (let at = 8; at + 12 <= bytes.length;) {
    const next = at + 12 + bytes.readUInt32BE(at);
    if (next > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (DRAWN.has(type)) kept.push(bytes.subarray(at, next));
    if (type === 'IEND') return kept.length > 3 ? kept : null;
    at = next;
  }
  return null;
}
