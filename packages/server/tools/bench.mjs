// `pnpm bench [name…]`: the ratios of tests/load, against PostgreSQL on this machine; `pnpm bench j1` the budgets of
// a parent's first visit, in Chromium; `pnpm bench kill` a secret ballot whose server and database are killed; `pnpm bench limits` one of the largest size.
import { build } from './build.mjs';
import { inRoot, node } from './workspace.mjs';

if (!(await build())) process.exit(1);
const args = process.argv.slice(2);
/** Runs of their own, each with arguments of its own. */
const APART = { j1: 'j1-budgets.ts', kill: 'kill.ts', limits: 'limits.ts' };
const apart = APART[args[0]];
const { child, ended } = node(inRoot('tests', 'load', apart ?? 'bench.ts'), apart === undefined ? args : args.slice(1), { env: { NODE_ENV: 'production' } });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
process.exitCode = (await ended).code;
