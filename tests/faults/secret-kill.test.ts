import { describe, expect, inject, it } from 'vitest';
import { sized } from '../../packages/count/src/full-size.testing.ts';
import '../../packages/server/src/testing/provided.ts';
import { postgresPrograms } from './kill/cluster.ts';
import { judge } from './kill/judge.ts';
import { killSecretBallot } from './secret-kill.ts';

const programs = postgresPrograms();

// `pnpm bench kill` does the same at full size.
describe.each([
  { name: programs === null ? 'PostgreSQL: skipped, no programs of it' : 'PostgreSQL', programs, skip: programs === null, ballots: sized(120, 60), kills: 4 },
  { name: 'embedded', programs: null, skip: false, ballots: sized(60, 40), kills: 2 },
])('a secret ballot whose server and database are killed ($name)', ({ programs: folder, skip, ballots, kills }) => {
  it.skipIf(skip)(`loses no acknowledged vote and counts none twice in ${kills} kills`, { timeout: 300_000 }, async () => {
    const { published, careful, ...report } = await killSecretBallot({ programs: folder, dump: inject('pgliteDump'), ballots, kills });
    const { server, immediate, postmaster } = report.kills;
    expect(report).toMatchObject({ lost: 0, doubled: 0, faults: [], verdict: 'CONFIRMED' });
    expect(report.acknowledged).toBeGreaterThanOrEqual(ballots);
    expect(server + immediate + postmaster).toBe(kills);
    expect(report.kills.settling).toBeGreaterThan(0);
    // Voters who take a refusal for success lose their change, and it is seen.
    expect(report.control.believed).toBeGreaterThan(0);
    expect(report.control.seen).toBe(report.control.believed);

    // So is any other acknowledged vote that is missing, and any that counts twice.
    const own = new Set(careful.flatMap(({ acknowledged }) => [...acknowledged.values()].map(({ leaf }) => leaf)));
    const some = published.find(({ leaf, choices }) => choices !== null && own.has(leaf))!;
    expect((await judge(careful, published.filter((line) => line !== some))).lost).toBe(1);
    expect((await judge(careful, [...published, some])).doubled).toBe(1);
  });
});
