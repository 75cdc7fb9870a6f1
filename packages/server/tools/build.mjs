// Builds what is stale: `pnpm build`, and the first step of start, test and plenary.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { TOOLS, inRoot, node, root, seconds } from './workspace.mjs';

const shared = ['package.json', 'pnpm-lock.yaml', 'tsconfig.base.json', 'packages/server/tools/build.mjs'];

/** `from`: everything the output depends on; a part is built after the parts in `after`. */
const PARTS = {
  count: {
    from: ['packages/count/src', 'packages/count/package.json', 'packages/count/tsconfig.json', 'packages/count/tsconfig.build.json'],
    to: 'packages/count/dist',
    after: [],
    build: () => tsc('count'),
    // The compiler leaves what a deleted source once became; Vite empties its folder itself.
    prune: true,
  },
  server: {
    from: ['packages/server/src', 'packages/server/package.json', 'packages/server/tsconfig.json', 'packages/server/tsconfig.build.json', 'packages/count/src'],
    to: 'packages/server/dist',
    after: ['count'],
    build: () => tsc('server'),
    prune: true,
  },
  web: {
    from: [
      'packages/web/src', 'packages/web/public', 'packages/web/build', 'packages/web/graphiql', 'packages/web/index.html', 'packages/web/package.json',
      'packages/web/vite.config.ts', 'packages/count/src', 'schema',
    ],
    // Written by the build itself, from the other sources.
    except: ['packages/web/src/gql'],
    to: 'packages/web/dist',
    after: [],
    build: () => inOrder(
      () => vite([]),
      () => vite(['--config', 'graphiql/vite.config.ts']),
      () => node(inRoot('packages', 'server', 'tools', 'compress.mjs'), [inRoot('packages', 'web', 'dist')], { quiet: true }),
    ),
  },
};

const vite = (args) =>
  node(TOOLS.vite, ['build', '--logLevel', 'error', ...args], { cwd: inRoot('packages', 'web'), env: { NODE_ENV: 'production' }, quiet: true });

/** One step after another; the first that fails is the answer. */
function inOrder(...steps) {
  const run = async () => {
    let last;
    for (const step of steps) {
      last = await step().ended;
      if (last.code !== 0) break;
    }
    return last;
  };
  return { ended: run() };
}

const tsc = (name) => node(TOOLS.tsc, ['-p', `packages/${name}/tsconfig.build.json`], { quiet: true });

/**
 * Brings `names` up to date. Progress goes to stderr: stdout belongs to whatever runs next.
 * @returns {Promise<boolean>} false when a part did not build; what it said has been printed.
 */
export async function build(names = Object.keys(PARTS), { force = false } = {}) {
  const done = new Map();
  const make = (name) => {
    if (!done.has(name)) done.set(name, makePart(name));
    return done.get(name);
  };
  const makePart = async (name) => {
    const part = PARTS[name];
    const before = await Promise.all(part.after.map(make));
    if (before.includes(false)) return false;
    if (!force && isFresh(part)) return true;
    const stamp = inRoot(part.to, '.stamp');
    const now = digest(part);
    const started = performance.now();
    const since = Date.now();
    rmSync(stamp, { force: true });
    const { code, output } = await part.build().ended;
    if (code === 0 && part.prune) prune(inRoot(part.to), since);
    if (code !== 0) {
      process.stderr.write(`${name} did not build:\n${output}\n`);
      return false;
    }
    writeFileSync(stamp, now);
    process.stderr.write(`built ${name} in ${seconds(started)}\n`);
    return true;
  };
  if (!force && names.every((name) => isFresh(PARTS[name]))) return true;
  return alone(async () => (await Promise.all(names.map(make))).every(Boolean));
}

const isFresh = (part) => {
  const stamp = inRoot(part.to, '.stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest(part);
};

/** One builder at a time: a command line may start while the server is being built. */
async function alone(work) {
  const lock = inRoot('node_modules', '.plenary-build');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!holderLives(lock)) rmSync(lock, { recursive: true, force: true });
      else await wait(100);
    }
  }
  try {
    writeFileSync(join(lock, 'pid'), String(process.pid));
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function holderLives(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    // Just made and not yet signed, or signed by somebody else's process.
    return error.code === 'EPERM' || (error.code === 'ENOENT' && existsSync(lock) && Date.now() - statSync(lock).mtimeMs < 5000);
  }
}

/** A server may be running from this folder, so it is never emptied: only what this build did not write goes. */
function prune(folder, since) {
  for (const file of filesUnder(folder)) if (statSync(file).mtimeMs < since - 1000) rmSync(file);
}

/** Contents, not times: a clone or a checkout touches every file. */
function digest({ from, except = [] }) {
  const hash = createHash('sha256');
  for (const file of [...shared, ...from].flatMap((path) => filesUnder(inRoot(path)))) {
    const name = relative(root, file).replaceAll('\\', '/');
    if (except.some((folder) => name.startsWith(`${folder}/`)) || name.endsWith('.test.ts') || name.endsWith('.test.tsx')) continue;
    hash.update(name).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).toSorted().flatMap((name) => filesUnder(join(path, name)));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = process.argv.slice(2);
  const names = args.filter((arg) => arg !== '--force');
  const unknown = names.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    process.stderr.write(`unknown part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}\n`);
    process.exit(2);
  }
  process.exit((await build(names.length > 0 ? names : undefined, { force: args.includes('--force') })) ? 0 : 1);
}
