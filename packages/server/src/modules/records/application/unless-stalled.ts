/**
 * The same pieces, unless whoever asked reads no further for `ms` milliseconds: then `end` is called. Somebody who opens a
 * record and leaves it lying would keep a connection of the database from everybody else.
 */
export async function* unlessStalled<T>(pieces: AsyncIterable<T>, ms: number, end: () => void): AsyncGenerator<T> {
  for await (const piece of pieces) {
    const timer = setTimeout(end, ms);
    try {
      yield piece;
    } finally {
      clearTimeout(timer);
    }
  }
}
