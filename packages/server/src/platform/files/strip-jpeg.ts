/** Segments that say how the picture is to be drawn; every other application segment and comment goes. */
const JFIF = 0xe0;
const EXIF = 0xe1;
const ICC = 0xe2;
const ADOBE = 0xee;
const COMMENT = 0xfe;
const START_OF_SCAN = 0xda;
const END = 0xd9;
/** Only with a JPEG inside the data can it be shown the right way up. */
const ORIENTATION = 0x0112;

/**
 * A JPEG (ITU-T T.81) without what a camera adds: place, time, maker, thumbnail, whatever follows its end. How it is to be
 * turned stays, for phones keep pictures lying on their side. Null when it is damaged.
 */
export function stripJpeg(bytes: Buffer): Buffer[] | null {
  if (bytes.readUInt16BE(0) !== 0xffd8) return null;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let turned = 1;
  let drawn = false;
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) { at += 1; continue; }
    if (marker === END) {
      if (!drawn) return null;
      kept.push(bytes.subarray(at, at + 2));
      if (turned !== 1) kept.splice(1, 0, orientationSegment(turned));
      return kept;
    }
    if (marker === 0x01 || marker >= 0xd0 && marker <= 0xd7) { kept.push(bytes.subarray(at, at + 2)); at += 2; continue; }
    if (at + 4 > bytes.length) return null;
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    if (next < at + 4 || next > bytes.length) return null;
    const segment = bytes.subarray(at, next);
    if (marker === EXIF) turned = orientationOf(segment.subarray(4)) ?? turned;
    if (isDrawn(marker, segment)) kept.push(segment);
    at = next;
    if (marker === START_OF_SCAN) {
      const end = endOfScan(bytes, at);
      if (end === null) return null;
      kept.push(bytes.subarray(at, end));
      drawn = true;
      at = end;
    }
  }
  return null;
}

function isDrawn(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === ICC) return segment.toString('latin1', 4, 16) === 'ICC_PROFILE\0';
  // A JFIF segment may carry a thumbnail; its extensions do nothing else.
  if (marker === JFIF) return segment.toString('latin1', 4, 9) === 'JFIF\0' && segment.length <= 18;
  return marker === ADOBE && segment.toString('latin1', 4, 9) === 'Adobe';
}

/** Where the coded picture stops: at the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Buffer, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return null;
}

/** The way up that Exif (CIPA DC-008) gives, 1 to 8; null where it says none. */
function orientationOf(exif: Buffer): number | null {
  if (exif.toString('latin1', 0, 6) !== 'Exif\0\0' || exif.length < 14) return null;
  const tiff = exif.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let nth = 0; nth < Math.min(short(first), 500); nth += 1) {
    const entry = first + 2 + nth * 12;
    const turned = short(entry + 8);
    if (short(entry) === ORIENTATION) return turned >= 1 && turned <= 8 ? turned : null;
  }
  return null;
}

/** Exif that says nothing but which way is up. */
function orientationSegment(turned: number): Buffer {
  const segment = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  segment.writeUInt16BE(turned, 28);
  return segment;
}
