import { crc32, deflateSync } from 'node:zlib';

interface Taken {
  /** What the camera wrote into it. */
  readonly secret?: string;
  /** Behind its end. */
  readonly after?: string;
  /** The way up, 1 to 8. */
  readonly turned?: number;
}

/** Segments of a JPEG that are no picture anybody could look at, and well formed all the same. */
export function jpegWith({ secret, after = '', turned }: Taken): Buffer {
  const segment = (marker: number, body: Buffer | string) => {
    const content = Buffer.from(body);
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  };
  const exif = Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0', 'latin1');
  exif.writeUInt16LE(turned ?? 1, 24);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x48\0\x48\0\0', 'latin1')),
    ...(secret === undefined ? [] : [
      segment(0xe1, Buffer.concat([exif, Buffer.from(secret)])), segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${secret}`), segment(0xed, `Photoshop 3.0\0${secret}`),
      segment(0xe2, `MPF\0${secret}`), segment(0xfe, secret),
    ]),
    segment(0xe2, 'ICC_PROFILE\0colors'), segment(0xdb, Buffer.alloc(65, 1)), segment(0xc2, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])), segment(0xc4, Buffer.alloc(20, 2)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 0, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    // A progressive picture comes in several scans.
    segment(0xc4, Buffer.alloc(20, 3)), segment(0xda, Buffer.from([1, 1, 0, 0, 0x3f, 0])), Buffer.from([0x78, 0xff, 0x00]), Buffer.from([0xff, 0xd9]), Buffer.from(after),
  ]);
}

/** One gray pixel. */
export function pngWith({ secret, after = '' }: Taken): Buffer {
  const chunk = (type: string, body: Buffer | string) => {
    const content = Buffer.concat([Buffer.from(type), Buffer.from(body)]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length - 4);
    sum.writeUInt32BE(crc32(content));
    return Buffer.concat([length, content, sum]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    ...(secret === undefined ? [] : [chunk('eXIf', secret), chunk('tEXt', `Comment\0${secret}`), chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${secret}`), chunk('tIME', secret)]),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))), chunk('IEND', ''), Buffer.from(after),
  ]);
}

export function webpWith({ secret, after = '' }: Taken): Buffer {
  const chunk = (type: string, body: Buffer | string) => {
    const content = Buffer.from(body);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(content.length);
    return Buffer.concat([Buffer.from(type), length, content, Buffer.alloc(content.length % 2)]);
  };
  const chunks = Buffer.concat([
    chunk('VP8X', Buffer.from([secret === undefined ? 0x20 : 0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0])), chunk('ICCP', 'colors'), chunk('VP8L', Buffer.from([0x2f, 0, 0, 0, 0])),
    ...(secret === undefined ? [] : [chunk('EXIF', secret), chunk('XMP ', secret)]),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(chunks.length + 4, 4);
  return Buffer.concat([head, chunks, Buffer.from(after)]);
}
