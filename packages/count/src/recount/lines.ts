/** Longer than the longest line of 200,000 votes: all their checkpoints, one for each batch of ten. */
export const LONGEST_LINE = 32 * 1024 * 1024;

/** Why a stream of bytes stopped being lines. */
export class LinesFault extends Error {
  readonly code: 'LINE_TOO_LONG' | 'NOT_UTF8' | 'INPUT_BROKEN';

  constructor(code: LinesFault['code'], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/**
 * Lines out of pieces of bytes, each with its newline (a cut file's last has none), keeping no more than one.
 * @throws {LinesFault} on bytes that are not UTF-8, on a line without end, or when the source itself breaks.
 */
export async function* linesOf(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (error) {
      throw new LinesFault('NOT_UTF8', { cause: error });
    }
  };
  for await (const piece of unbroken(pieces)) {
    const [first, ...more] = decode(piece).split('\n');
    rest += first!;
    for (const next of more) {
      if (rest.length > LONGEST_LINE) throw new LinesFault('LINE_TOO_LONG');
      yield `${rest}\n`;
      rest = next;
    }
    if (rest.length > LONGEST_LINE) throw new LinesFault('LINE_TOO_LONG');
  }
  rest += decode();
  if (rest !== '') yield rest;
}

async function* unbroken(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    throw new LinesFault('INPUT_BROKEN', { cause: error });
  }
}
