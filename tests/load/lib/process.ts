import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:net';

/** Processor time of a process and all its threads so far, in microseconds; Linux only. */
export async function cpuMicroseconds(pid: number): Promise<number> {
  const folder = `/proc/${pid}/task`;
  let nanoseconds = 0;
  for (const thread of await readdir(folder)) {
    const line = await readFile(`${folder}/${thread}/schedstat`, 'utf8').catch(() => '0');
    nanoseconds += Number(line.split(' ')[0]);
  }
  return nanoseconds / 1000;
}

export interface Running {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a Node program with the arms' own environment and waits until `ready` resolves. */
export async function start(file: string, env: Record<string, string>, ready: () => Promise<void>): Promise<Running> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (part) => { complaint = `${complaint}${part}`.slice(-4000); });
  const exited = new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${file} exited with ${child.exitCode}: ${complaint}`);
    try {
      await ready();
      break;
    } catch (error) {
      if (Date.now() > deadline) {
        await end(child, exited);
        throw error;
      }
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
  }
  return { pid: child.pid!, stop: () => end(child, exited) };
}

async function end(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const late = setTimeout(() => { child.kill('SIGKILL'); }, 10_000);
  await exited;
  clearTimeout(late);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
