// `pnpm bench [name…]`: the ratios of tests/load, against PostgreSQL on this machine; `pnpm bench j1` the budgets of
// a parent's first visit, in Chromium.
import { build } from './build.mjs';
import { inRoot, node } from './workspace.mjs';

if (!(await build())) process.exit(1);
const args = process.argv.slice(2);
const program = args[0] === 'j1' ? 'j1-budgets.ts' : 'bench.ts';
const { child, ended } = node(inRoot('tests', 'load', program), args[0] === 'j1' ? [] : args, { env: { NODE_ENV: 'production' } });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
process.exitCode = (await ended).code;
