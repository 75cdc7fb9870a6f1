import type { Pile } from '../definition.ts';
import { FileFault } from './file-fault.ts';
import { PileMaker } from './piles.ts';
import { type SeparatedRecord, separated } from './separated.ts';
import { wholeNumber } from './text.ts';

export interface PbProject { readonly id: string; readonly name: string; readonly cost: number }

/** A budget vote as a Pabulib file holds it; choices of papers are positions in `projects`, in the file's order. */
export interface Pb {
  readonly title: string;
  readonly projects: readonly PbProject[];
  /** In `1 / scale` of the file's currency, as the costs. */
  readonly budget: number;
  /** A power of ten that makes every amount of the file whole. */
  readonly scale: number;
  readonly piles: readonly Pile[];
  /** Voters who approve nothing. */
  readonly blank: number;
  /** What the file says of itself and does not keep. */
  readonly notes: readonly string[];
}

const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const;
type Section = (typeof SECTIONS)[number];

/**
 * Reads a Pabulib file (pabulib.org): sections META, PROJECTS and VOTES, values separated by semicolons. Columns are
 * found by their names, in any order; votes are approvals.
 * @throws {FileFault} at the first line that cannot be what it should.
 */
export function readPb(text: string, budgetOverride: string | null = null): Pb {
  const sections = sectionsOf(separated(text, ';'));
  const meta = metaOf(sections.META);
  if (meta.get('vote_type')?.value !== 'approval') {
    throw new FileFault(meta.get('vote_type')?.line ?? sections.META.line, 'only votes of the type approval can be counted');
  }
  const total = budgetOverride === null ? meta.get('budget') : { value: budgetOverride, line: sections.META.line };
  if (total === undefined) throw new FileFault(sections.META.line, 'META names no budget');

  const listed = table(sections.PROJECTS, ['project_id', 'cost']);
  const positions = new Map<string, number>();
  for (const { line, of } of listed) {
    const id = of('project_id');
    if (id === '') throw new FileFault(line, 'the project has no project_id');
    if (id.includes(',')) throw new FileFault(line, 'a project_id holds no comma, for votes are separated by commas');
    if (positions.has(id)) throw new FileFault(line, 'the project_id stands twice');
    positions.set(id, positions.size);
  }
  const amounts = [{ line: total.line, amount: total.value }, ...listed.map(({ line, of }) => ({ line, amount: of('cost') }))];
  const places = Math.max(...amounts.map(({ line, amount }) => decimalPlaces(amount, line)));
  const [budget, ...costs] = amounts.map(({ line, amount }) => inUnits(amount, places, line));

  const piles = new PileMaker();
  let blank = 0;
  const voters = new Set<string>();
  const votes = table(sections.VOTES, ['vote']);
  for (const { line, of } of votes) {
    const voter = of('voter_id');
    if (voter !== '' && voters.has(voter)) throw new FileFault(line, 'the voter_id stands twice');
    voters.add(voter);
    const choices = approvals(of('vote'), positions, line);
    if (choices.length === 0) blank += 1;
    else piles.add(choices, 1, line);
  }
  const notes = (['projects', 'votes'] as const).flatMap((what) => {
    const [said, found] = [meta.get(`num_${what}`)?.value, what === 'votes' ? votes.length : listed.length];
    return said === undefined || said === String(found) ? [] : [`META says num_${what} ${wholeNumber(said) ?? '(no number)'}, the file holds ${found}`];
  });
  return {
    title: meta.get('description')?.value ?? '',
    projects: listed.map(({ of }, position) => ({ id: of('project_id'), name: of('name'), cost: costs[position]! })),
    budget: budget!, scale: 10 ** places, piles: piles.piles(), blank, notes,
  };
}

interface SectionRecords { readonly line: number; readonly records: readonly SeparatedRecord[] }

function sectionsOf(records: readonly SeparatedRecord[]): Record<Section, SectionRecords> {
  const found = new Map<Section, { line: number; records: SeparatedRecord[] }>();
  let open: SeparatedRecord[] | null = null;
  for (const record of records) {
    const name = SECTIONS.find((section) => record.fields[0]!.trim().toUpperCase() === section && record.fields.slice(1).every((field) => field.trim() === ''));
    if (name !== undefined) {
      if (found.has(name)) throw new FileFault(record.line, `the section ${name} stands twice`);
      open = [];
      found.set(name, { line: record.line, records: open });
    } else if (open === null) {
      throw new FileFault(record.line, 'a budget file begins with the line META');
    } else {
      open.push(record);
    }
  }
  const last = records.at(-1)?.line ?? 1;
  const section = (name: Section) => {
    const part = found.get(name);
    if (part === undefined) throw new FileFault(last, `the section ${name} is missing`);
    return part;
  };
  return { META: section('META'), PROJECTS: section('PROJECTS'), VOTES: section('VOTES') };
}

function metaOf({ records }: SectionRecords): Map<string, { value: string; line: number }> {
  const meta = new Map<string, { value: string; line: number }>();
  for (const { line, fields: [key, value] } of records) {
    if (value === undefined) throw new FileFault(line, 'META holds a key and a value in each line');
    if (key!.trim() !== 'key') meta.set(key!.trim(), { value: value.trim(), line });
  }
  return meta;
}

function table({ line, records: [head, ...rows] }: SectionRecords, needed: readonly string[]) {
  const columns = new Map((head?.fields ?? []).map((name, n) => [name.trim(), n]));
  for (const name of needed) if (!columns.has(name)) throw new FileFault(head?.line ?? line, `the column ${name} is missing`);
  const fewest = Math.max(...needed.map((name) => columns.get(name)!)) + 1;
  return rows.map((row) => {
    // A last column that is empty may lack its separator too.
    if (row.fields.length < fewest && row.fields.length < columns.size - 1) throw new FileFault(row.line, `the line has ${row.fields.length} columns of ${columns.size}`);
    if (row.fields.length > columns.size) throw new FileFault(row.line, `the line has ${row.fields.length} columns, more than the ${columns.size} named`);
    return { line: row.line, of: (name: string) => (row.fields[columns.get(name) ?? -1] ?? '').trim() };
  });
}

function approvals(vote: string, positions: ReadonlyMap<string, number>, line: number): number[] {
  if (vote === '') return [];
  const choices = vote.split(',').map((id) => {
    const position = positions.get(id.trim());
    if (position === undefined) throw new FileFault(line, 'the vote names a project that is not listed');
    return position;
  });
  if (new Set(choices).size < choices.length) throw new FileFault(line, 'the vote names a project twice');
  return choices.sort((a, b) => a - b);
}

const AMOUNT = /^(\d+)(?:\.(\d+))?$/;

function decimalPlaces(amount: string, line: number): number {
  const match = AMOUNT.exec(amount);
  if (match === null) throw new FileFault(line, 'an amount of money is a number such as 1200 or 1200.50');
  return (match[2] ?? '').replace(/0+$/, '').length;
}

function inUnits(amount: string, places: number, line: number): number {
  const [, whole, part = ''] = AMOUNT.exec(amount)!;
  const units = wholeNumber(`${whole}${part.replace(/0+$/, '').padEnd(places, '0')}`.replace(/^0+(?=\d)/, ''));
  if (units === null) throw new FileFault(line, 'an amount of money is too large, or too fine, to be counted exactly');
  return units;
}
