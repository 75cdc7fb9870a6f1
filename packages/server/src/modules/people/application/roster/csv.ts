import { once } from 'node:events';
import { type CsvError, parse } from 'csv-parse';

export interface CsvVisitor {
  /** A row that is not empty; `line` is where it begins. */
  row(cells: readonly string[], line: number): void;
  /** A row with broken quotes, or longer than {@link LONGEST_ROW}. */
  broken(line: number): void;
}

/** Characters of one row; a quote that never closes must not swallow a district. */
const LONGEST_ROW = 1_000_000;

/**
 * Reads CSV (RFC 4180) from text whose lines end in `\n`. Rows are handed over inside the parser and nothing of them
 * is kept here. What the parser says of an error is not passed on: it would repeat the row's values.
 */
export async function readCsv(text: AsyncIterable<string>, visitor: CsvVisitor): Promise<void> {
  let end = 0;
  let empty = 0;
  const begins = (at: { lines: number; empty_lines: number }) => {
    const line = end + (at.empty_lines - empty) + 1;
    end = at.lines;
    empty = at.empty_lines;
    return line;
  };
  const parser = parse({
    record_delimiter: '\n', skip_empty_lines: true, relax_column_count: true, trim: true, skip_records_with_error: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells: string[], at) => {
      const line = begins(at);
      if (cells.some((cell) => cell !== '')) visitor.row(cells, line);
      return null;
    },
  });
  let failed = false;
  parser.on('skip', (error: CsvError & { lines: number; empty_lines: number }) => {
    if (failed) return;
    visitor.broken(begins(error));
    // Nothing behind an endless row can be told apart from it.
    failed = error.code === 'CSV_MAX_RECORD_SIZE';
  });
  parser.on('error', () => {
    if (!failed) visitor.broken(end + 1);
    failed = true;
  });
  for await (const piece of text) {
    if (failed) return;
    parser.write(piece);
  }
  if (failed) return;
  parser.resume();
  const closed = Promise.race([once(parser, 'end'), once(parser, 'close')]);
  parser.end();
  await closed.catch(() => {});
}
