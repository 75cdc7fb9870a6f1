import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningServer } from '../browser/lib/running-server.ts';

/**
 * docs/api.md, told by running it: its programs become files, its shell blocks one script, and each answer it shows is
 * compared with the answer that came. A "…" there stands for anything.
 */
const root = resolve(import.meta.dirname, '../..');
const curl = ['/usr/bin/curl', '/bin/curl', '/usr/local/bin/curl'].some((path) => existsSync(path));
const MARK = '=== next answer ===';

interface Block { readonly kind: string; readonly text: string }

const blocksOf = (markdown: string): Block[] =>
  [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind, text]) => ({ kind: kind!, text: text! }));

describe(`the examples of docs/api.md${curl ? '' : ': skipped, no curl'}`, () => {
  let blocks: Block[];
  let folder: string;
  let server: RunningServer;
  let answers: string[];

  beforeAll(async () => {
    if (!curl) return;
    blocks = blocksOf(await readFile(join(root, 'docs/api.md'), 'utf8'));
    folder = await mkdtemp(join(tmpdir(), 'plenary-api-'));
    await symlink(join(root, 'tests/node_modules'), join(folder, 'node_modules'), 'dir');
    for (const { kind, text } of blocks) {
      const name = kind === 'js' ? /^\/\/ ([\w-]+\.mjs)$/m.exec(text)?.[1] : undefined;
      if (name !== undefined) await writeFile(join(folder, name), text);
    }
    const script = blocks.filter(({ kind }) => kind === 'sh').map(({ text }) => `${text}\necho\necho '${MARK}'`).join('\n');
    server = await RunningServer.start();
    answers = (await shell(`set -eu\n${script}`, folder, { PLENARY: server.url, DATA_DIR: server.dataDir })).split(MARK);
  }, 120_000);

  afterAll(async () => {
    await server?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it.skipIf(!curl)('answers what the page says', () => {
    let run = 0;
    let compared = 0;
    for (const [at, { kind }] of blocks.entries()) {
      if (kind !== 'sh') continue;
      const shown = blocks[at + 1];
      const came = answers[run]!.trim();
      run += 1;
      if (shown?.kind === 'json') expect(JSON.parse(came)).toEqual(anythingWhereEllipsis(JSON.parse(shown.text)));
      else if (shown?.kind === 'text') expect(came).toBe(shown.text.trim());
      else continue;
      compared += 1;
    }
    expect(compared).toBeGreaterThan(8);
  });
});

function anythingWhereEllipsis(shown: unknown): unknown {
  // Anything, but there.
  if (shown === '…') return { asymmetricMatch: (value: unknown) => value !== undefined, toString: () => 'Anything' };
  if (Array.isArray(shown)) return shown.map(anythingWhereEllipsis);
  if (typeof shown !== 'object' || shown === null) return shown;
  return Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, anythingWhereEllipsis(value)]));
}

function shell(script: string, cwd: string, env: Record<string, string>): Promise<string> {
  return new Promise((done, failed) => {
    // The project's own Node first: what the examples call `node` is what the project runs on.
    const path = `${resolve(process.execPath, '..')}:${process.env['PATH'] ?? ''}`;
    execFile('sh', ['-c', script], { cwd, env: { ...process.env, ...env, PATH: path } }, (error, stdout, stderr) => {
      if (error === null) done(stdout);
      else failed(new Error(`the examples broke off:\n${stdout.slice(-2000)}\n${stderr}`));
    });
  });
}
