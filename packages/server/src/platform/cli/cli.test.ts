import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../log/logger.ts';
import type { House } from '../room.ts';
import type { Command, Terminal } from './command.ts';
import { openControl, throughServer } from './control.ts';
import { answerOrder } from './run-command.ts';

const greet: Command = {
  name: 'greet',
  usage: 'NAME',
  summary: 'Greets somebody.',
  async run([name], _house, out) {
    if (name === undefined) return 2;
    if (name === 'nobody') { out.note('There is nobody.'); return 1; }
    if (name === 'storm') throw new Error('CANARY');
    out.line(`Good morning, ${name}.`);
    out.line(`From ${out.cwd}.`);
    return 0;
  },
};
let logged = '';
const house = { log: createLogger('info', { write: (line) => { logged += line; } }) } as House;

function terminal() {
  const said: string[] = [];
  const out: Terminal = { cwd: '/typed/here', line: (text) => said.push(text), note: (text) => said.push(`! ${text}`) };
  return { said, out };
}

describe('the command line', () => {
  const run = async (...argv: string[]) => {
    const { said, out } = terminal();
    return { exit: await answerOrder([greet], argv, house, out), said };
  };

  it('answers 0 when done, 1 for faults of the input, 2 for wrong usage', async () => {
    expect(await run('greet', 'Ada')).toEqual({ exit: 0, said: ['Good morning, Ada.', 'From /typed/here.'] });
    expect(await run('greet', 'nobody')).toEqual({ exit: 1, said: ['! There is nobody.'] });
    expect(await run('greet')).toEqual({ exit: 2, said: ['! usage: plenary greet NAME'] });
  });

  it('names every command when asked for help, and when the command is unknown', async () => {
    expect(await run('help')).toMatchObject({ exit: 0, said: expect.arrayContaining(['  greet NAME']) });
    expect(await run('great', 'Ada')).toMatchObject({ exit: 2, said: expect.arrayContaining(['! There is no such command.', '!   greet NAME']) });
    expect(await run()).toMatchObject({ exit: 2 });
  });

  it('tells the log, not the terminal, what nobody expected', async () => {
    const { exit, said } = await run('greet', 'storm');
    expect({ exit, said: said.join() }).toEqual({ exit: 1, said: expect.not.stringContaining('CANARY') });
    expect(logged).toContain('CANARY');
  });
});

describe('a command through the running server', () => {
  let dataDir: string;
  let close: () => Promise<void>;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'plenary-cli-'));
    close = await openControl(dataDir, (argv, out) => answerOrder([greet], argv, house, out));
  });
  afterEach(async () => {
    await close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('prints what it prints and ends as it ends, with the folder it was typed in', async () => {
    const { said, out } = terminal();
    expect(await throughServer(dataDir, ['greet', 'Ada'], out)).toBe(0);
    expect(await throughServer(dataDir, ['greet', 'nobody'], out)).toBe(1);
    expect(await throughServer(dataDir, ['greet'], out)).toBe(2);
    expect(said).toEqual(['Good morning, Ada.', 'From /typed/here.', '! There is nobody.', '! usage: plenary greet NAME']);
  });

  it('is for this user alone, who can read the secret', async () => {
    expect((await stat(join(dataDir, 'control.json'))).mode & 0o077).toBe(0);
    const control = JSON.parse(await readFile(join(dataDir, 'control.json'), 'utf8')) as { path: string };
    expect((await stat(join(control.path, '..'))).mode & 0o077).toBe(0);
    await writeFile(join(dataDir, 'control.json'), JSON.stringify({ ...control, secret: 'guessed' }));
    const { said, out } = terminal();
    expect(await throughServer(dataDir, ['greet', 'Ada'], out)).toBe(1);
    expect(said).toEqual(['! The server stopped before the command had ended.']);
  });

  it('is nobody\'s to answer once the server is gone, also when it left without a word', async () => {
    const left = await readFile(join(dataDir, 'control.json'), 'utf8');
    await close();
    const { out } = terminal();
    expect(await throughServer(dataDir, ['greet', 'Ada'], out)).toBeNull();
    await writeFile(join(dataDir, 'control.json'), left);
    expect(await throughServer(dataDir, ['greet', 'Ada'], out)).toBeNull();
    await writeFile(join(dataDir, 'control.json'), '{ half');
    expect(await throughServer(dataDir, ['greet', 'Ada'], out)).toBeNull();
  });
});
