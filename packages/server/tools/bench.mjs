// `pnpm bench [name…]`: the ratios of tests/load, against PostgreSQL on this machine.
import { build } from './build.mjs';
import { inRoot, node } from './workspace.mjs';

if (!(await build())) process.exit(1);
const { child, ended } = node(inRoot('tests', 'load', 'bench.ts'), process.argv.slice(2), { env: { NODE_ENV: 'production' } });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
process.exitCode = (await ended).code;
