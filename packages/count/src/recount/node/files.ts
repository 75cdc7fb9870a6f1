import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import { unbase64, unhex } from '../../secret/bytes.ts';
import { RECEIPT_BYTES } from '../../secret/layout.ts';

/** The bytes of a bundle, unpacked if it is compressed (by its first two bytes, whatever its name). */
export async function bundleBytes(path: string): Promise<AsyncIterable<Uint8Array>> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
  await file.close();
  const bytes = createReadStream(path);
  if (bytesRead < 2 || buffer[0] !== 0x1f || buffer[1] !== 0x8b) return bytes;
  const unpacked = createGunzip();
  // `pipe` does not pass a reading error on, and the unpacker would wait for ever.
  bytes.on('error', (error) => unpacked.destroy(error));
  return bytes.pipe(unpacked);
}

/** A receipt as typed (192 hexadecimal digits) or saved in a file: as text of either kind, or as it came. */
export async function readReceipt(given: string, from: string): Promise<Uint8Array> {
  const typed = asText(given);
  if (typed !== null) return typed;
  const bytes = await readFile(resolve(from, given));
  return bytes.length === RECEIPT_BYTES ? new Uint8Array(bytes) : asText(bytes.toString('latin1')) ?? new Uint8Array(0);
}

function asText(text: string): Uint8Array | null {
  const plain = text.replaceAll(/\s/g, '');
  return unhex(plain.toLowerCase(), RECEIPT_BYTES) ?? unbase64(plain, RECEIPT_BYTES);
}

/**
 * The checkpoints somebody kept: given as text or as a file, which may be a mail with several. Words around them and other
 * ends of lines do no harm; whatever ends in a signature and is no checkpoint is given back as it is, to be called so.
 */
export async function readCheckpoints(given: string, from: string): Promise<string[]> {
  const text = given.includes('\n') ? given : await readFile(resolve(from, given), 'utf8');
  const lines = text.split('\n').map((line) => line.trim());
  const notes = lines.flatMap((line, at) => (line.startsWith('— ') ? [`${lines.slice(Math.max(0, at - 4), at + 1).join('\n')}\n`] : []));
  return notes.length > 0 ? notes : [text];
}
