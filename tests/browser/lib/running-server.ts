import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { OwnDatabase, noDatabase } from './own-database.ts';
import { TEMPLATE, seededOnce } from './seeded-once.ts';

const built = resolve(import.meta.dirname, '../../../packages/server/dist');

export interface Account { readonly role: string; readonly name: string; readonly slip: string; readonly signInUrl: string }
export interface Ended { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** The built server as a school runs it: a process of its own, on a data directory and a free port of its own. */
export class RunningServer {
  readonly url: string;
  readonly dataDir: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #child: ChildProcess;
  #said = '';
  /** Whose only user it is. */
  #database: OwnDatabase | null = null;

  private constructor(url: string, dataDir: string, env: NodeJS.ProcessEnv, child: ChildProcess) {
    this.url = url;
    this.dataDir = dataDir;
    this.#env = env;
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part: string) => { this.#said += part; });
  }

  /** With the demonstration, as at its second start; settings of the test's own, such as another database, begin with nothing. */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
    const dataDir = await mkdtemp(join(tmpdir(), 'plenary-browser-'));
    // However it ended, late on a busy machine or in time: what it has committed is on the disk.
    const seeded = Object.keys(settings).length > 0 ? null : await seededOnce('embedded', async (folder) => { await (await RunningServer.#startIn(folder, {})).#end(); });
    if (seeded !== null) await cp(seeded, dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE });
    return RunningServer.#startIn(dataDir, settings);
  }

  /** The same on a PostgreSQL database of its own, which the test drops. */
  static async startOnDatabase(): Promise<{ server: RunningServer; database: OwnDatabase }> {
    const dataDir = await mkdtemp(join(tmpdir(), 'plenary-browser-'));
    const seeded = await seededOnce('postgresql', async (folder) => {
      const template = await OwnDatabase.make();
      await (await RunningServer.#startIn(folder, { DATABASE_URL: template.url })).#end();
      await writeFile(join(folder, TEMPLATE), template.name);
    });
    if (seeded !== null) await cp(seeded, dataDir, { recursive: true });
    const database = await OwnDatabase.make(seeded === null ? null : await readFile(join(seeded, TEMPLATE), 'utf8'));
    return { server: await RunningServer.#startIn(dataDir, { DATABASE_URL: database.url }), database };
  }

  /** The same, for files that ask nothing of the database themselves: on PostgreSQL, where a server starts in a third of the time, if there is one. */
  static async startQuickly(): Promise<RunningServer> {
    if (noDatabase !== '') return RunningServer.start();
    const { server, database } = await RunningServer.startOnDatabase();
    server.#database = database;
    return server;
  }

  static async #startIn(dataDir: string, settings: Readonly<Record<string, string>>): Promise<RunningServer> {
    const port = await freePort();
    const env = {
      ...process.env, DATABASE_URL: '', PUBLIC_URL: '', NODE_ENV: 'production', LOG_LEVEL: 'warn',
      HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, ...settings,
    };
    const child = spawn(process.execPath, [join(built, 'main.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const server = new RunningServer(`http://127.0.0.1:${port}`, dataDir, env, child);
    await server.#ready();
    return server;
  }

  /** Everything it has printed so far. */
  get output(): string {
    return this.#said;
  }

  accounts(): Promise<Account[]> {
    return accountsIn(this.dataDir);
  }

  /** The account of one role of the demonstration, for example "parent (Spanish)". */
  account(role: string): Promise<Account> {
    return accountIn(this.dataDir, role);
  }

  /** The command line, on the same data. */
  plenary(...args: string[]): Promise<Ended> {
    return new Promise((answer) => {
      execFile(process.execPath, [join(built, 'plenary.js'), ...args], { env: this.#env }, (error, stdout, stderr) => {
        answer({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : null, stdout, stderr });
      });
    });
  }

  /** Ctrl-C. @returns the exit code. */
  async stop(): Promise<number | null> {
    const code = await this.#end();
    await rm(this.dataDir, { recursive: true, force: true });
    await this.#database?.drop();
    return code;
  }

  async #end(): Promise<number | null> {
    const ended = this.#ended();
    this.#child.kill('SIGINT');
    const late = setTimeout(() => { this.#child.kill('SIGKILL'); }, 15_000);
    const code = await ended;
    clearTimeout(late);
    return code;
  }

  #ended(): Promise<number | null> {
    if (this.#child.exitCode !== null) return Promise.resolve(this.#child.exitCode);
    return new Promise((done) => { this.#child.once('exit', done); });
  }

  async #ready(): Promise<void> {
    const deadline = Date.now() + 180_000;
    for (;;) {
      if (this.#child.exitCode !== null) throw new Error(`the server ended with ${this.#child.exitCode}:\n${this.output}`);
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      if (answer?.ok) return;
      if (Date.now() > deadline) {
        await this.stop();
        throw new Error(`the server did not become ready:\n${this.output}`);
      }
      await new Promise((later) => { setTimeout(later, 100); });
    }
  }
}

async function accountsIn(dataDir: string): Promise<Account[]> {
  return JSON.parse(await readFile(join(dataDir, 'demo-accounts.json'), 'utf8')) as Account[];
}

export async function accountIn(dataDir: string, role: string): Promise<Account> {
  const found = (await accountsIn(dataDir)).find((account) => account.role === role);
  if (!found) throw new Error(`the demonstration has no account for ${role}`);
  return found;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}
