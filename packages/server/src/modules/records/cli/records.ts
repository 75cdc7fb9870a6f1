import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Command, ExitCode, Terminal } from '../../../platform/cli/command.ts';
import type { House } from '../../../platform/room.ts';
import { type ImportAnswer, importRecord } from '../application/import/import-record.ts';
import { openRecord } from '../application/open-record.ts';
import { readRoster } from '../application/record-roster.ts';
import { writePopolo } from '../application/write-popolo.ts';
import type { ImportFault, ImportRule } from '../domain/reading.ts';

/** Bytes of a document that is read whole; a council's thirty years are a tenth of it. */
const MOST = 256 * 1024 ** 2;
/** Faults that are told one by one. */
const TOLD = 50;

const OPTIONS = { into: { type: 'string' }, body: { type: 'string' }, language: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;

export const recordsCommand: Command = {
  name: 'records',
  usage: 'export BODY FILE | import FILE --into ENVIRONMENT [--dry-run] [--body ID] [--language TAG]',
  summary: 'Writes a body\'s public record as a Popolo document, or reads one into an environment as closed history; --dry-run only shows what it would do.',
  async run(args, house, out) {
    let parsed;
    try {
      parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    } catch (error) {
      out.note((error as Error).message);
      return 2;
    }
    const { values, positionals: [verb, first, second, ...rest] } = parsed;
    if (rest.length > 0 || first === undefined) return 2;
    if (verb === 'export' && second !== undefined) return write(house, first, resolve(out.cwd, second), out);
    if (verb !== 'import' || second !== undefined) return 2;
    if (values.into === undefined) {
      out.note('--into needs an environment.');
      return 2;
    }
    return read(house, resolve(out.cwd, first), { into: values.into, bodyId: values.body ?? null, language: values.language ?? null, dryRun: values['dry-run'] === true }, out);
  },
};

async function write(house: House, bodyId: string, path: string, out: Terminal): Promise<ExitCode> {
  const em = await openRecord(house, bodyId);
  if (em === null) {
    out.note('There is no such body.');
    return 1;
  }
  try {
    await pipeline(writePopolo(em, (await readRoster(em, bodyId))!, { from: null, to: null }, house.config.publicUrl), createWriteStream(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    out.note((error as Error).message);
    return 1;
  }
  out.line(`Written to ${path}.`);
  return 0;
}

async function read(house: House, path: string, asked: Parameters<typeof importRecord>[2], out: Terminal): Promise<ExitCode> {
  let value: unknown;
  try {
    const bytes = await readFile(path);
    if (bytes.length > MOST) throw new Error(`The file is larger than ${MOST / 1024 ** 2} MB.`);
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    out.note((error as Error).message);
    return 1;
  }
  return tell(await importRecord(house, value, asked), out);
}

function tell(answer: ImportAnswer, out: Terminal): ExitCode {
  switch (answer.answer) {
    case 'NO_PLACE': out.note('No environment is called so; name one by its id, its short name or its name.'); return 1;
    case 'MANY_PLACES': out.note('Several environments are called so; name one by its id or its short name.'); return 1;
    case 'TAKEN': out.note(`The environment has ${answer.name} already; nothing was changed.`); return 1;
    case 'FAULTY':
      for (const fault of answer.faults.slice(0, TOLD)) out.note(`${fault.pointer === '' ? '/' : fault.pointer}: ${wordsOf(fault)}`);
      if (answer.faults.length > TOLD) out.note(`… and ${answer.faults.length - TOLD} more.`);
      out.note(`${answer.faults.length} fault${answer.faults.length === 1 ? '' : 's'}; nothing was changed.`);
      return 1;
    default:
      out.line(`${answer.name} into ${answer.environment}: ${Object.entries(answer.counts).map(([what, count]) => `${count} ${what}`).join(', ')}.`);
      for (const [what, count] of Object.entries(answer.leftOut).filter(([, left]) => left > 0)) out.note(`${count} of ${what} are about other bodies or yet to come, and were left out.`);
      out.line(answer.answer === 'READ' ? 'Nothing was changed: this was a dry run.' : `Imported as body ${answer.bodyId}.`);
      return 0;
  }
}

const WORDS: Readonly<Record<ImportRule, string>> = {
  TYPE: 'is of another type', REQUIRED: 'is missing', DAY: 'is no day', MOMENT: 'is no moment (ISO 8601)', CHOICE: 'is none of what is allowed', REFERENCE: 'names what the document does not have',
  REPEATED: 'is the id of something else, too', AMBIGUOUS: 'could be about several bodies; name one with --body', TOO_LONG: 'is too long', ORDER: 'ends before it begins', IMPOSSIBLE: 'cannot be',
};

const wordsOf = ({ rule, about }: ImportFault): string => `${WORDS[rule]}${about === undefined ? '' : ` (${about.slice(0, 80)})`}.`;
