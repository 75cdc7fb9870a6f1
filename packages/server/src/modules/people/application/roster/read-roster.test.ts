import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeZip } from '../../../../testing/make-zip.ts';
import { readRoster } from './read-roster.ts';
import { openSource } from './roster-source.ts';
import { UnreadableSource } from './source.ts';

let folder: string;
let made = 0;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'plenary-roster-')); });
afterAll(async () => { await rm(folder, { recursive: true, force: true }); });

type Files = Readonly<Record<string, string | Buffer>>;

async function inFolder(files: Files): Promise<string> {
  const root = join(folder, String(made += 1));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}

async function inZip(files: Files, lie?: number): Promise<string> {
  const at = join(folder, `${made += 1}.zip`);
  await writeFile(at, makeZip(files, lie));
  return at;
}

async function read(path: string, maxBytes?: number) {
  const source = await openSource(path);
  try {
    const { roster, faults } = await readRoster(source, { today: '2026-03-02', maxBytes });
    const told = (level: string) => faults.kept.filter((each) => each.level === level);
    return {
      names: roster?.people.map(({ givenName, familyName }) => `${givenName} ${familyName}`), roster,
      faults: told('FAULT').map(({ code, file, line }) => `${code} ${file}${line === null ? '' : `:${line}`}`),
      warnings: told('WARNING').map(({ code }) => code),
    };
  } finally {
    await source.close();
  }
}

const USERS = 'sourcedId,orgSourcedIds,role,givenName,familyName,email\n1,s,student,Ana,Ruiz,\n2,s,parent,"Ruiz, Mar",Ruiz,mar@example.org\n';
const ORGS = 'sourcedId,name,type\ns,Our School,school\n';

describe('an export as it comes', () => {
  it.each<[string, Files]>([
    ['plain', { 'users.csv': USERS, 'orgs.csv': ORGS }],
    ['with a byte-order mark and CRLF', { 'users.csv': `\uFEFF${USERS.replaceAll('\n', '\r\n')}`, 'orgs.csv': ORGS }],
    ['with old Mac line ends and none at the end', { 'users.csv': USERS.replaceAll('\n', '\r').trimEnd(), 'orgs.csv': ORGS }],
    ['in UTF-16', { 'users.csv': Buffer.from(`\uFEFF${USERS}`, 'utf16le'), 'orgs.csv': ORGS }],
    ['in big-endian UTF-16', { 'users.csv': Buffer.from(`\uFEFF${USERS}`, 'utf16le').swap16(), 'orgs.csv': ORGS }],
    ['with other cases', { 'Users.CSV': USERS.replace('sourcedId', 'SOURCEDID').replace('givenName', 'GivenName'), 'ORGS.csv': ORGS }],
    ['with empty lines and trailing commas', { 'users.csv': USERS.replace('1,s', '\n,,,,,\n1,s').replace('mar@example.org', 'mar@example.org,,'), 'orgs.csv': ORGS }],
    ['with spaces around', { 'users.csv': USERS.replace('1,s,student', ' 1 , s , Student '), 'orgs.csv': ORGS }],
    ['one folder down, with what archivers leave', { 'export 2026/users.csv': USERS, 'export 2026/orgs.csv': ORGS, '__MACOSX/export 2026/._users.csv': 'x', '.DS_Store': 'x' }],
  ])('%s, in a folder and in a zip', async (_, files) => {
    for (const path of [await inFolder(files), await inZip(files)]) {
      expect(await read(path)).toMatchObject({ names: ['Ana Ruiz', 'Ruiz, Mar Ruiz'], faults: [] });
    }
  });

  it('keeps the lines of a field that spans several', async () => {
    const users = USERS.replace('Ana', '"An\r\na"').replace('2,s,parent', '2,s,wizard');
    expect((await read(await inFolder({ 'users.csv': users }))).faults).toEqual(['UNKNOWN_ROLE users.csv:4']);
  });

  it('is read in small pieces as in one', async () => {
    const many = USERS + Array.from({ length: 5000 }, (_, n) => `x${n},s,student,Nº ${n},Ñandú,`).join('\r\n');
    expect((await read(await inFolder({ 'users.csv': Buffer.from(`\uFEFF${many}`, 'utf16le'), 'orgs.csv': ORGS }))).roster?.people.at(-1))
      .toMatchObject({ sourcedId: 'x4999', givenName: 'Nº 4999', familyName: 'Ñandú' });
  });
});

describe('an export that cannot be taken', () => {
  it.each<[string, Files, string]>([
    ['without users', { 'orgs.csv': ORGS }, 'MISSING_FILE users.csv'],
    ['with an empty file', { 'users.csv': '' }, 'MISSING_COLUMN users.csv:1'],
    ['that lists nobody, so that everybody would leave', { 'users.csv': USERS.slice(0, USERS.indexOf('\n') + 1) }, 'MISSING_VALUE users.csv'],
    ['without a header', { 'users.csv': USERS.split('\n').slice(1).join('\n') }, 'MISSING_COLUMN users.csv:1'],
    ['in Latin-1', { 'users.csv': Buffer.from(`${USERS}3,s,parent,José,Ruiz,\n`, 'latin1') }, 'NOT_UTF8 users.csv:4'],
    ['that is a picture', { 'users.csv': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]) }, 'NOT_UTF8 users.csv:1'],
    ['that is UTF-16 without a mark', { 'users.csv': Buffer.from(USERS, 'utf16le') }, 'UNREADABLE_FILE users.csv'],
    ['separated by tabs', { 'users.csv': USERS.replaceAll(',', '\t') }, 'WRONG_SEPARATOR users.csv:1'],
    ['separated by semicolons', { 'users.csv': USERS.replaceAll(',', ';') }, 'WRONG_SEPARATOR users.csv:1'],
    ['with a short row', { 'users.csv': `${USERS}3,s,student\n` }, 'BAD_ROW users.csv:4'],
    ['with a long row', { 'users.csv': `${USERS}3,s,student,Ana,Ruiz,a@b.c,Ruiz\n` }, 'BAD_ROW users.csv:4'],
    ['with a quote inside a field', { 'users.csv': `${USERS}3,s,student,Ana "la,Ruiz,\n` }, 'BAD_ROW users.csv:4'],
    ['with a quote that never closes', { 'users.csv': `${USERS}3,s,student,"Ana,Ruiz,\n` }, 'BAD_ROW users.csv:4'],
    ['with a column twice', { 'users.csv': USERS.replace('email', 'role') }, 'DUPLICATE_COLUMN users.csv:1'],
    ['twice over', { 'a/users.csv': USERS, 'b/users.csv': USERS }, 'AMBIGUOUS_FILE a/users.csv'],
  ])('%s', async (_, files, fault) => {
    for (const path of [await inFolder(files), await inZip(files)]) expect((await read(path)).faults).toContain(fault);
  });

  it('stops at an endless quote instead of holding the file in memory', async () => {
    const users = `${USERS}3,s,student,"${'Ana,Ruiz,\n'.repeat(400_000)}`;
    expect((await read(await inFolder({ 'users.csv': users }))).faults).toEqual(['BAD_ROW users.csv:4']);
  });

  it('is refused when it was packed to burst, lies about its size, or is too large', async () => {
    await expect(openSource(await inZip({ 'users.csv': Buffer.alloc(50_000_000, 'a') }))).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect((await read(await inZip({ 'users.csv': USERS }, 10))).faults).toContain('UNREADABLE_FILE users.csv');
    expect((await read(await inFolder({ 'users.csv': USERS }), 50)).faults).toContain('TOO_LARGE users.csv');
  });

  it('is refused when it is no zip, a broken one, or nothing at all', async () => {
    const broken = join(folder, 'broken.zip');
    await writeFile(broken, makeZip({ 'users.csv': USERS }).subarray(0, 60));
    await expect(openSource(broken)).rejects.toBeInstanceOf(UnreadableSource);
    await expect(openSource(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'UNREADABLE_FILE' });
  });
});

it('never shows what a password column, or a file without a header, holds', async () => {
  const secret = 'Tr0ub4dor-canary';
  const withColumn = USERS.replace('email', 'password').replace('Ruiz,\n', `Ruiz,${secret}\n`);
  const withoutHeader = `1,s,student,Ana,Ruiz,${secret}\n`;
  const shifted = `${USERS}3,s,${secret},Ana,Ruiz,\n`;
  for (const users of [withColumn, withoutHeader, shifted, withColumn.replace('student', '"student')]) {
    const source = await openSource(await inFolder({ 'users.csv': users }));
    expect(JSON.stringify(await readRoster(source, { today: '2026-03-02' }))).not.toContain(secret);
  }
});
