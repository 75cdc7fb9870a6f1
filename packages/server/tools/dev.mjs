// `pnpm dev`: both sides, rebuilt as files change, with the demonstration school. Open the address Vite prints.
import { build } from './build.mjs';
import { TOOLS, inRoot, node } from './workspace.mjs';

const api = `http://127.0.0.1:${process.env.PORT || 4000}`;
const pages = `http://127.0.0.1:${process.env.WEB_PORT || 5173}`;

if (!(await build(['count', 'server']))) process.exit(1);

const running = [
  node(TOOLS.tsc, ['-p', 'packages/server/tsconfig.build.json', '--watch', '--preserveWatchOutput']),
  node(inRoot('packages', 'server', 'dist', 'main.js'), [], {
    nodeArgs: ['--watch', '--watch-preserve-output', '--enable-source-maps'],
    // Links and the socket's origin check must name the address the browser is on.
    env: { PUBLIC_URL: process.env.PUBLIC_URL ?? pages, DEMO: process.env.DEMO ?? '1', OPEN_GRAPHQL: process.env.OPEN_GRAPHQL ?? '1' },
  }),
  node(TOOLS.vite, ['--host', '127.0.0.1', '--port', new URL(pages).port, '--strictPort', '--clearScreen', 'false'], {
    cwd: inRoot('packages', 'web'),
    env: { PLENARY_API: api },
  }),
];

const stop = (signal) => { for (const { child } of running) child.kill(signal); };
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
// One that ends takes the others with it: half of a development set-up only confuses.
const first = await Promise.race(running.map(({ ended }) => ended));
stop('SIGTERM');
await Promise.all(running.map(({ ended }) => ended));
process.exit(first.signal ? 0 : first.code);
