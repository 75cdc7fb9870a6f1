import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { sized } from '../../packages/count/src/full-size.testing.ts';
import { workThrough } from '../../packages/server/src/modules/ballots/application/ballot-clockwork.ts';
import { closeBallot } from '../../packages/server/src/modules/ballots/application/close-ballot.ts';
import { Ballot, BallotConstituency, BallotOption } from '../../packages/server/src/modules/ballots/data/ballot.entity.ts';
import { SmallSchool, asked, newKey, wording } from '../../packages/server/src/modules/ballots/testing/small-school.ts';
import type { ViewerFacts } from '../../packages/server/src/modules/people/index.ts';
import { type Database, school } from '../../packages/server/src/platform/database/database.ts';
import { connectPostgresql } from '../../packages/server/src/platform/database/postgresql.ts';
import type { House } from '../../packages/server/src/platform/room.ts';
import { onEachEngine } from '../../packages/server/src/testing/test-database.ts';

const entities = [Ballot, BallotOption, BallotConstituency];
const VOTERS = 300;
const ROUNDS = sized(20, 6);
/** On a machine busy with other things, fewer rounds rather than a late answer. */
const ENOUGH_MS = 20_000;

onEachEngine('two servers on one database', entities, (test) => {
  let small: SmallSchool;
  let coordinator: ViewerFacts;
  let voters: string[];
  let secondDatabase: Database;
  let other: House;

  beforeAll(async () => {
    small = await SmallSchool.open(test().database);
    coordinator = await small.person(['OTHER_STAFF'], ['COORDINATOR']);
    voters = await small.crowd('STUDENT', VOTERS);
    // Connections of its own: what one holds locked, the other waits for.
    secondDatabase = await connectPostgresql({ databaseUrl: test().url!, dataDir: '/nonexistent', entities });
    other = { ...small.house, db: secondDatabase };
  });
  afterAll(() => secondDatabase?.close());

  it(`count each of ${VOTERS} voters once who press twice at the same moment, up to ${ROUNDS} times over`, { timeout: 60_000 }, async () => {
    const started = performance.now();
    for (let round = 0; round < ROUNDS && (round < 2 || performance.now() - started < ENOUGH_MS); round += 1) {
      const ballot = await small.opened(coordinator, wording({ constituencies: [asked('STUDENT')] }));
      const races = await Promise.all(shuffled(voters).map((id) => Promise.all([
        small.vote(id, ballot, [0]), small.vote(id, ballot, [1], newKey(), other),
      ])));
      for (const race of races) {
        expect(race.filter((each) => each.ok)).toHaveLength(1);
        expect(race.find((each) => !each.ok)).toMatchObject({ refusal: { reason: 'ALREADY_VOTED' } });
      }
      const forYes = races.filter(([yes]) => yes.ok).length;
      await closeBallot(small.house, coordinator, ballot, 'For the test.');
      expect(await papers(test().database, ballot.id, small.schoolId)).toEqual({ yes: forYes, no: VOTERS - forYes, voted: VOTERS });
    }
  });
}, 'postgresql');

onEachEngine('a server whose own clock is wrong', entities, (test) => {
  const DAY = 86_400_000;
  let small: SmallSchool;
  let coordinator: ViewerFacts;
  beforeAll(async () => {
    small = await SmallSchool.open(test().database);
    coordinator = await small.person(['OTHER_STAFF'], ['COORDINATOR']);
  });
  afterEach(() => vi.useRealTimers());
  const clockIsOff = (by: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + by });

  it.each([['a day ahead', DAY], ['a day behind', -DAY]])('by %s opens, takes votes and closes when the database says', async (_, by) => {
    const [early, late] = await small.crowd('TEACHER', 2);
    const ballot = await small.opened(coordinator);
    clockIsOff(by);
    expect(await small.vote(early!, ballot, [0])).toMatchObject({ ok: true });
    await workThrough(small.house);
    expect(await small.ballot(ballot.id)).toMatchObject({ state: 'OPEN' });

    await small.deadlineIn(ballot.id, -1);
    expect(await small.vote(late!, ballot, [0])).toMatchObject({ ok: false, refusal: { reason: 'CLOSED' } });
    while (await workThrough(small.house) === 0);
    expect(await small.ballot(ballot.id)).toMatchObject({ state: 'TALLIED', result: { papers: 1 } });
  });
  // The embedded database has no clock but this machine's.
}, 'postgresql');

/** What lies in the box and on the roll; yes is position 0. */
async function papers(database: Database, ballotId: string, schoolId: string) {
  const [roll] = await database.fork(school(schoolId)).execute<{ voted: number }[]>(
    'select count(*) filter (where voted)::int as voted from registry.roll where ballot_id = ?', [ballotId]);
  const { rows: [box] } = await database.executeAsOwner(
    `select count(*) filter (where choices = '{0}')::int as yes, count(*) filter (where choices = '{1}')::int as no
     from box.cast_ballot where ballot_id = $1`, [ballotId]);
  return { ...box, ...roll };
}

function shuffled<T>(list: readonly T[]): T[] {
  return list.map((each) => [Math.random(), each] as const).sort(([a], [b]) => a - b).map(([, each]) => each);
}
