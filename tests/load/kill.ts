import { postgresPrograms } from '../faults/kill/cluster.ts';
import { type KillReport, killSecretBallot } from '../faults/secret-kill.ts';

/**
 * `pnpm bench kill [ballots kills]`: a whole secret ballot while the server and PostgreSQL are killed, then one on the
 * embedded engine. Exit 0 when nothing acknowledged was lost and nothing counted twice, 1 otherwise, 2 for a wrong number.
 */
const [ballots = 2000, kills = 25] = process.argv.slice(2).map(Number);
if (![ballots, kills].every((each) => Number.isSafeInteger(each) && each > 1)) {
  process.stderr.write('usage: pnpm bench kill [ballots kills], two whole numbers above 1\n');
  process.exit(2);
}
// What is left behind is ended and removed by whoever made it, when the process exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const programs = postgresPrograms();
const runs: [string, KillReport][] = [];
if (programs === null) process.stdout.write('no PostgreSQL on this machine that could be killed: left out\n');
else runs.push(['PostgreSQL', await killSecretBallot({ programs, ballots, kills })]);
runs.push(['embedded', await killSecretBallot({ programs: null, ballots: Math.ceil(ballots * 0.15), kills: Math.max(2, Math.round(kills * 0.24)) })]);

const lines: [string, (report: KillReport, embedded: boolean) => unknown][] = [
  ['voters', ({ voters }) => voters],
  ['ballots acknowledged', ({ acknowledged }) => acknowledged],
  ['ballots after the close', ({ late }) => late],
  ['kill -9 of the server', (run) => run.kills.server],
  ['immediate stop of PostgreSQL', (run, embedded) => (embedded ? '' : run.kills.immediate)],
  ['kill -9 of PostgreSQL', (run, embedded) => (embedded ? '' : run.kills.postmaster)],
  ['  of these while starting', (run) => run.kills.starting],
  ['  of these in a remix', (run, embedded) => (embedded ? 'not seen' : run.kills.remixing)],
  ['  of these from close to count', (run) => run.kills.settling],
  ['requests made again', ({ retries }) => retries],
  ['batches in the log', ({ batches }) => batches],
  ['acknowledged and lost', ({ lost }) => lost],
  ['counted twice', ({ doubled }) => doubled],
  ['other faults', ({ faults }) => faults.length],
  ['recount', ({ verdict }) => verdict],
  ['lost by careless voters', ({ control }) => `${control.seen} of ${control.believed}`],
  ['seconds', ({ seconds }) => seconds.toFixed(0)],
];
for (const [what, of] of [['', (_: KillReport, embedded: boolean) => (embedded ? 'embedded' : 'PostgreSQL')] as const, ...lines]) {
  process.stdout.write(`${what.padEnd(32)}${runs.map(([name, run]) => String(of(run, name === 'embedded')).padStart(12)).join('')}\n`);
}
for (const [name, { faults }] of runs) for (const fault of faults.slice(0, 10)) process.stdout.write(`${name}: ${fault}\n`);
const good = ({ lost, doubled, faults, verdict, control, kills: struck }: KillReport) =>
  lost + doubled + faults.length === 0 && verdict === 'CONFIRMED' && control.believed > 0 && control.seen === control.believed && struck.settling > 1;
process.exit(runs.every(([, run]) => good(run)) ? 0 : 1);
