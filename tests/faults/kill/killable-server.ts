import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../../packages/server/dist/main.js', import.meta.url));
const FASTER_REMIX = new URL('./faster-remix.ts', import.meta.url).href;

/** The built server at one address for all its lives. */
export class KillableServer {
  readonly address: string;
  readonly #env: Record<string, string>;
  readonly #atExit = () => { this.#child?.kill('SIGKILL'); };
  #child: ChildProcess | null = null;
  /** Whether the living one has answered yet; and one that may give up, for its database went away as it started. */
  #answered = false;
  #excused: ChildProcess | null = null;
  #said = '';
  /** What it said before ends that nobody here brought about. */
  readonly deaths: string[] = [];
  /** Milliseconds from a start until it answered, the last time it came to that. */
  startTook = 1500;

  constructor(port: number, env: Record<string, string>) {
    this.address = `http://127.0.0.1:${port}`;
    this.#env = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: '', DEMO: '0', OPEN_GRAPHQL: '1', LOG_LEVEL: 'error', ...env };
    process.once('exit', this.#atExit);
  }

  spawn(): void {
    const child = spawn(process.execPath, ['--import', FASTER_REMIX, BUILT], { env: { ...process.env, ...this.#env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.#answered = false;
    this.#said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => { this.#said = `${this.#said}${part}`.slice(-4000); });
    child.once('exit', () => {
      if (this.#child !== child) return;
      this.#child = null;
      if (this.#excused !== child) this.deaths.push(this.#said);
    });
  }

  /** The database is about to be killed: who is only starting may end with a word about it, who has started may not. */
  excuseStart(): void {
    if (!this.#answered) this.#excused = this.#child;
  }

  /** Spawned again should it have died by itself. */
  async ready(): Promise<void> {
    const began = performance.now();
    for (let tries = 1; ; tries += 1) {
      if (this.#child === null) {
        if (this.deaths.length > 3) throw new Error(`the server does not stay alive:\n${this.deaths.at(-1)}`);
        this.spawn();
      }
      const answer = await fetch(`${this.address}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
      if (answer?.ok) break;
      if (tries > 3000) throw new Error(`the server does not become ready:\n${this.#said}`);
      await wait(50);
    }
    this.#answered = true;
    this.startTook = performance.now() - began;
  }

  /** kill -9, and over before the answer. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    process.off('exit', this.#atExit);
    await this.#end('SIGTERM');
  }

  get lastWords(): string { return this.#said; }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    this.#child = null;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
