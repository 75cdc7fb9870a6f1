/** A file that is not text as this house reads it; `line` counts from 1. */
export class UnreadableText extends Error {
  readonly code: 'NOT_UTF8' | 'UNREADABLE_FILE' | 'TOO_LARGE';
  readonly line: number | null;

  constructor(code: UnreadableText['code'], line: number | null) {
    super(code);
    this.name = 'UnreadableText';
    this.code = code;
    this.line = line;
  }
}

/** Bytes that may still be read, shared by all files of one export. */
export interface Allowance { left: number }

/**
 * Decodes UTF-8, or UTF-16 with a byte-order mark, piece by piece, and turns every line end into `\n`. Anything else
 * (Latin-1, a picture) ends in {@link UnreadableText} instead of in wrong letters in somebody's name.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, allowance: Allowance): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let line = 1;
  let held = '';
  for await (const chunk of joinFirst(bytes)) {
    allowance.left -= chunk.length;
    if (allowance.left < 0) throw new UnreadableText('TOO_LARGE', null);
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      throw new UnreadableText('NOT_UTF8', line + linesBeforeFault(chunk, decoder.encoding));
    }
    if (text.includes('\0')) throw new UnreadableText('UNREADABLE_FILE', null);
    const whole = held + text;
    // A \r at the very end may be the first half of \r\n.
    held = whole.endsWith('\r') ? '\r' : '';
    const ready = whole.slice(0, whole.length - held.length).replace(/\r\n?/g, '\n');
    line += count(ready);
    yield ready;
  }
  try {
    yield (held + (decoder?.decode() ?? '')).replace(/\r\n?/g, '\n');
  } catch {
    throw new UnreadableText('NOT_UTF8', line);
  }
}

/** The byte-order mark must not fall between two pieces. */
async function* joinFirst(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | null = new Uint8Array();
  for await (const chunk of bytes) {
    if (first === null) { yield chunk; continue; }
    first = Buffer.concat([first, chunk]);
    if (first.length < 4) continue;
    yield first;
    first = null;
  }
  if (first !== null && first.length > 0) yield first;
}

function encodingOf([a, b]: Uint8Array): string {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return 'utf-8';
}

function linesBeforeFault(chunk: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(chunk);
  return count(text.slice(0, Math.max(0, text.indexOf('\uFFFD'))).replace(/\r\n?/g, '\n'));
}

function count(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
