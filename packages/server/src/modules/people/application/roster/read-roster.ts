import { type FileKind, type Header, readHeader } from '../../domain/roster/columns.ts';
import type { FaultList } from '../../domain/roster/fault.ts';
import { READING_ORDER, RosterCollector } from '../../domain/roster/roster-collector.ts';
import type { Roster } from '../../domain/roster/stated.ts';
import { readCsv } from './csv.ts';
import { MOST_BYTES, type RosterSource, type SourceFile, UnreadableSource } from './source.ts';
import { type Allowance, UnreadableText, decodeText } from './text.ts';

export interface ReadResult {
  /** Null when the files could not be read far enough to tell who is in them. */
  readonly roster: Roster | null;
  readonly faults: FaultList;
}

export interface ReadOptions {
  /** `YYYY-MM-DD` where the school is. */
  readonly today: string;
  /** Told the rows read so far, every {@link EVERY} rows; reading goes on once it answers. */
  progress?(rows: number): Promise<void>;
  readonly maxBytes?: number;
}

const EVERY = 2000;

/** Files of the standard that are known and not used; others beside them are named in a warning. */
const UNUSED = new Set([
  'academicsessions', 'classes', 'courses', 'demographics', 'userprofiles', 'resources', 'classresources', 'courseresources',
  'categories', 'lineitems', 'results', 'lineitemlearningobjectiveids', 'lineitemscorescales', 'resultlearningobjectiveids',
  'resultscorescales', 'scorescales',
]);

/** Reads one OneRoster export, 1.1 or 1.2, streaming; every fault is collected, none is thrown. */
export async function readRoster(source: RosterSource, { today, progress, maxBytes = MOST_BYTES }: ReadOptions): Promise<ReadResult> {
  const found = chooseFiles(source.files);
  const collector = new RosterCollector(today, found.files.has('roles'));
  const { faults } = collector;
  for (const path of found.twice) faults.fault('AMBIGUOUS_FILE', path);
  if (found.twice.length > 0) return { roster: null, faults };
  if (!found.files.has('users')) {
    faults.fault('MISSING_FILE', 'users.csv');
    return { roster: null, faults };
  }
  if (!found.others.has('courses')) faults.warn('MISSING_COURSES', 'courses.csv');
  if (found.unread.length > 0) faults.warn('UNREAD_FILES', found.unread[0]!, { value: found.unread.length });

  const allowance: Allowance = { left: maxBytes };
  const reading = { rows: 0, whole: true };
  for (const kind of READING_ORDER) {
    const file = found.files.get(kind);
    if (file !== undefined) await readFile(kind, file, collector, allowance, reading, progress);
  }
  return { roster: reading.whole ? collector.finish() : null, faults };
}

interface Reading { rows: number; whole: boolean }

async function readFile(
  kind: FileKind, source: SourceFile, collector: RosterCollector, allowance: Allowance, reading: Reading,
  progress: ReadOptions['progress'],
): Promise<void> {
  const { faults } = collector;
  const file = source.path.split('/').at(-1)!;
  let header: Header | null = null;
  let told = reading.rows;
  const stop = new AbortController();
  const visit = (cells: readonly string[], line: number) => {
    if (stop.signal.aborted) return;
    if (header === null) {
      header = readHeader(kind, cells);
      if (cells.length === 1 && /[\t;|]/.test(cells[0]!)) faults.fault('WRONG_SEPARATOR', file, { line });
      else if (collector.header(kind, file, header)) return;
      reading.whole = false;
      stop.abort();
      return;
    }
    reading.rows += 1;
    if (cells.length < header.width || cells.slice(header.width).some((cell) => cell !== '')) {
      faults.fault('BAD_ROW', file, { line });
      return;
    }
    collector.row(kind, file, header, { line, values: project(header, cells) });
  };
  async function* ticking(text: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const piece of text) {
      if (stop.signal.aborted) return;
      yield piece;
      if (reading.rows - told >= EVERY) {
        told = reading.rows;
        await progress?.(reading.rows);
      }
    }
  }
  try {
    const text = decodeText(bytesOf(source), allowance);
    await readCsv(ticking(text), { row: visit, broken: (line) => { faults.fault('BAD_ROW', file, { line }); } });
    // An empty file has no columns either; only an unused one may be empty.
    if (header === null && kind !== 'manifest') reading.whole = collector.header(kind, file, readHeader(kind, [])) && reading.whole;
  } catch (error) {
    reading.whole = false;
    if (error instanceof UnreadableText) faults.fault(error.code, file, { line: error.line });
    else if (error instanceof UnreadableSource) faults.fault('UNREADABLE_FILE', file);
    else throw error;
  }
}

/** What the disk or the zip says is a fault of the file; a mistake in this program is not. */
async function* bytesOf(source: SourceFile): AsyncGenerator<Uint8Array> {
  try {
    yield* await source.open();
  } catch {
    throw new UnreadableSource('UNREADABLE_FILE', source.path);
  }
}

/** Only the columns that are read leave the row; the rest is let go with it. */
function project(header: Header, cells: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const field of Object.keys(header.index)) values[field] = clean(cells[header.index[field]!]!);
  return values;
}

/** One way of writing each letter (NFC), and no control characters. */
const clean = (cell: string): string => (/[^\x20-\x7e]/.test(cell) ? cell.normalize('NFC').replace(/\p{Cc}+/gu, ' ').trim() : cell);

interface Chosen {
  readonly files: ReadonlyMap<FileKind, SourceFile>;
  readonly others: ReadonlySet<string>;
  readonly twice: readonly string[];
  readonly unread: readonly string[];
}

/** Takes the folder that holds users.csv; names are compared without case. */
function chooseFiles(files: readonly SourceFile[]): Chosen {
  const folderOf = (path: string) => path.split('/').slice(0, -1).join('/');
  const stem = (path: string) => path.split('/').at(-1)!.toLowerCase().replace(/\.csv$/, '');
  const csv = files.filter(({ path }) => /\.csv$/i.test(path));
  const folders = new Set(csv.filter(({ path }) => stem(path) === 'users').map(({ path }) => folderOf(path)));
  if (folders.size > 1) return { files: new Map(), others: new Set(), unread: [], twice: csv.filter(({ path }) => stem(path) === 'users').map(({ path }) => path) };
  const here = csv.filter(({ path }) => folders.has(folderOf(path)));
  const kinds = new Set<string>(READING_ORDER);
  const chosen = new Map<FileKind, SourceFile>();
  const twice: string[] = [];
  for (const file of here) {
    const kind = stem(file.path) as FileKind;
    if (!kinds.has(kind)) continue;
    if (chosen.has(kind)) twice.push(file.path);
    chosen.set(kind, file);
  }
  const rest = here.map(({ path }) => stem(path)).filter((each) => !kinds.has(each));
  return {
    files: chosen, twice, others: new Set(rest),
    unread: here.map(({ path }) => path).filter((path) => !kinds.has(stem(path)) && !UNUSED.has(stem(path))),
  };
}
