// What every runner here shares. Plain JavaScript for Node 20 and later: a runner must work before anything is built,
// also when it is called by the host's own, older Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
export const inRoot = (...path) => join(root, ...path);

/** The Node the project pins; the host's own where it is not installed (a container image brings the right one). */
export function projectNode() {
  const pinned = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(pinned) ? pinned : process.execPath;
}

/** Scripts of installed packages, run by the project's Node: no shell, so the same on every system. */
export const TOOLS = {
  tsc: inRoot('node_modules', 'typescript', 'bin', 'tsc'),
  vite: inRoot('node_modules', 'vite', 'bin', 'vite.js'),
  vitest: inRoot('node_modules', 'vitest', 'vitest.mjs'),
  oxlint: inRoot('node_modules', 'oxlint', 'bin', 'oxlint'),
  depcruise: inRoot('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
};

/** Starts a script with the project's Node. Its output is ours unless `quiet`, which keeps it for a failure. */
export function node(script, args = [], { env = {}, cwd = root, nodeArgs = [], quiet = false } = {}) {
  const child = spawn(projectNode(), [...nodeArgs, script, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part) => { output += part; });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
  return { child, ended };
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
