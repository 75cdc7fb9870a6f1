import { type Row, fsyncMicroseconds, withBench } from './lib/bench.ts';
import { benchCast, benchRush } from './cast.ts';
import { benchSecretCast } from './cast-secret.ts';
import { benchCount } from './count.ts';
import { benchFanOut } from './fan-out.ts';
import { benchGrowth } from './growth.ts';
import { benchPages } from './pages.ts';
import { benchRoom } from './room.ts';
import { benchRoster } from './roster-import.ts';

/**
 * `pnpm bench [name…]`: every ratio in one run, arms alternating, against PostgreSQL on this machine.
 * Exit 0 when every goal is met, 1 when one is missed, 2 for an unknown name.
 */
const BENCHES = { cast: benchCast, secret: benchSecretCast, rush: benchRush, pages: benchPages, 'fan-out': benchFanOut, room: benchRoom, growth: benchGrowth, roster: benchRoster, count: benchCount };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(`unknown bench: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}\n`);
  process.exit(2);
}

const fsync = fsyncMicroseconds();
const rows: Row[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  // A server each: one bench's load never warms or tires another's.
  rows.push(...await withBench(bench));
}

const verdict = ({ met }: Row) => (met === null ? '' : met ? 'met' : 'MISSED');
const cells = [
  ['what', 'measured', 'ratio', 'goal', ''],
  ...rows.map((row) => [row.what, row.measured, row.ratio === null ? '' : `${row.ratio.toFixed(2)}x`, row.limit, verdict(row)]),
];
const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)));
for (const line of cells) process.stdout.write(`${line.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()}\n`);
process.stdout.write(`\none fdatasync: ${fsync.toFixed(0)} us, median of 200\n`);
process.exit(rows.some(({ met }) => met === false) ? 1 : 0);
