import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../../load/lib/process.ts';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;

/** Folder of `initdb` and its like, or null where this machine cannot have a cluster of its own. */
export function postgresPrograms(): string | null {
  const folders = [
    ...(existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').toSorted((a, b) => Number(b) - Number(a)).map((version) => `/usr/lib/postgresql/${version}/bin`) : []),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
  if (found === undefined || !isRoot) return found ?? null;
  // PostgreSQL refuses to run as root.
  try { execFileSync('id', ['postgres'], { stdio: 'ignore' }); } catch { return null; }
  return found;
}

/** A PostgreSQL that may be killed: nobody else's, on this machine's loopback alone, durable as any. */
export class Cluster {
  readonly #folder: string;
  readonly #programs: string;
  readonly #port: number;
  readonly #atExit = () => { this.#killAll(); };

  private constructor(programs: string, folder: string, port: number) {
    this.#programs = programs;
    this.#folder = folder;
    this.#port = port;
    process.once('exit', this.#atExit);
  }

  static async create(programs: string): Promise<Cluster> {
    const folder = mkdtempSync(join(tmpdir(), 'plenary-cluster-'));
    if (isRoot) await run('chown', ['postgres', folder]);
    const cluster = new Cluster(programs, folder, await freePort());
    try {
      await cluster.#as('initdb', ['-D', cluster.#data, '-U', 'postgres', '-A', 'trust']);
      await cluster.start();
    } catch (error) {
      await cluster.remove();
      throw error;
    }
    return cluster;
  }

  get url(): string { return `postgres://postgres@127.0.0.1:${this.#port}/postgres`; }

  async start(): Promise<void> {
    // What the killed one has left behind holds the memory for a moment, and until it is gone nobody may start.
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#as('pg_ctl', ['-D', this.#data, '-w', '-t', '120', '-s', '-l', join(this.#folder, 'log'), '-o', `-p ${this.#port} -c listen_addresses=127.0.0.1 -k ${this.#folder}`, 'start']);
        return;
      } catch (error) {
        if (tries === 50) throw error;
        await wait(100);
      }
    }
  }

  /** Every process of it quits on the spot, with no checkpoint, and the next start recovers. */
  async stopImmediately(): Promise<void> {
    await this.#as('pg_ctl', ['-D', this.#data, '-m', 'immediate', '-w', '-s', 'stop']);
  }

  /** Its first process dies without a word; the others notice by and by. */
  killPostmaster(): void {
    process.kill(this.#pid()!, 'SIGKILL');
  }

  async remove(): Promise<void> {
    process.off('exit', this.#atExit);
    await this.stopImmediately().catch(() => {});
    this.#killAll();
  }

  get #data(): string { return join(this.#folder, 'data'); }

  #pid(): number | null {
    const file = join(this.#data, 'postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
  }

  #killAll(): void {
    try { if (this.#pid() !== null) this.killPostmaster(); } catch { /* it is gone already */ }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  async #as(program: string, args: string[]): Promise<void> {
    const command = [join(this.#programs, program), ...args];
    const [first, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    // A started cluster keeps the streams it was given, so a pipe would never end.
    await run(first!, rest, { cwd: '/', ...(args.at(-1) === 'start' ? { stdio: 'ignore' } : {}) });
  }
}
