// Builds what is stale: `pnpm build`, and the first step of start, test and plenary.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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
  },
  server: {
    from: ['packages/server/src', 'packages/server/package.json', 'packages/server/tsconfig.json', 'packages/server/tsconfig.build.json', 'packages/count/src'],
    to: 'packages/server/dist',
    after: ['count'],
    build: () => tsc('server'),
  },
  web: {
    from: [
      'packages/web/src', 'packages/web/public', 'packages/web/build', 'packages/web/index.html', 'packages/web/package.json',
      'packages/web/vite.config.ts', 'packages/count/src', 'schema',
    ],
    // Written by the build itself, from the other sources.
    except: ['packages/web/src/gql'],
    to: 'packages/web/dist',
    after: [],
    build: () => node(TOOLS.vite, ['build', '--logLevel', 'warn'], { cwd: inRoot('packages', 'web'), env: { NODE_ENV: 'production' }, quiet: true }),
  },
};

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
    const stamp = inRoot(part.to, '.stamp');
    const now = digest(part);
    if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return true;
    const started = performance.now();
    // Whole: what a deleted source once became must not be served.
    rmSync(inRoot(part.to), { recursive: true, force: true });
    const { code, output } = await part.build().ended;
    if (code !== 0) {
      process.stderr.write(`${name} did not build:\n${output}\n`);
      return false;
    }
    writeFileSync(stamp, now);
    process.stderr.write(`built ${name} in ${seconds(started)}\n`);
    return true;
  };
  return (await Promise.all(names.map(make))).every(Boolean);
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
