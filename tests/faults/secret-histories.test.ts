import { createHash, randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sized } from '../../packages/count/src/full-size.testing.ts';
import { entities } from '../../packages/server/src/composition.ts';
import { closeDueBallot } from '../../packages/server/src/modules/ballots/application/close-ballot.ts';
import { hallOf } from '../../packages/server/src/modules/ballots/application/ballot-hall.ts';
import { issuePaper } from '../../packages/server/src/modules/ballots/application/secret/issue-paper.ts';
import { remix } from '../../packages/server/src/modules/ballots/application/secret/remix.ts';
import { SmallSchool, asked, wording } from '../../packages/server/src/modules/ballots/testing/small-school.ts';
import { type Database, school } from '../../packages/server/src/platform/database/database.ts';
import { connectPostgresql } from '../../packages/server/src/platform/database/postgresql.ts';
import type { House } from '../../packages/server/src/platform/room.ts';
import { onEachEngine } from '../../packages/server/src/testing/test-database.ts';

const BALLOTS = sized(10, 2);
const VOTERS = sized(1000, 500);

/**
 * What a voter does, on which of two servers. `lost`: the answer never arrives, so the voter must ask again; a server
 * that dies after its commit looks exactly like that.
 */
type Step =
  | { readonly act: 'ISSUE' | 'ISSUE_OTHER'; readonly server: 0 | 1; readonly lost: boolean }
  | { readonly act: 'CAST' | 'RETRY' | 'OLD_DEVICE'; readonly choice: 0 | 1; readonly server: 0 | 1; readonly lost: boolean };

const server = fc.constantFrom(0 as const, 1 as const);
const lost = fc.boolean();
const history = fc.array(fc.oneof(
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('ISSUE' as const, 'ISSUE_OTHER' as const), server, lost }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('CAST' as const, 'CAST' as const, 'RETRY' as const, 'OLD_DEVICE' as const), choice: fc.constantFrom(0 as const, 1 as const), server, lost }) },
), { minLength: 1, maxLength: 8 });

/** All that a voter's devices know, and what they were promised. */
interface Voter {
  readonly personId: string;
  readonly pk: Buffer;
  readonly blinded: Buffer;
  /** Newest revision the devices know of; an old one may know less than is stored. */
  known: number;
  sent: { readonly revision: number; readonly choice: 0 | 1 }[];
  acknowledged: Map<number, 0 | 1>;
  issued: boolean;
}

onEachEngine(`${BALLOTS * VOTERS} voters, each with a history of their own`, entities, (test) => {
  let small: SmallSchool;
  let second: Database;
  let houses: [House, House];

  beforeAll(async () => {
    small = await SmallSchool.open(test().database);
    second = await connectPostgresql({ databaseUrl: test().url!, dataDir: '/nonexistent', entities });
    houses = [small.house, { ...small.house, db: second }];
  });
  afterAll(() => second?.close());

  it('have their last acknowledged vote counted, and never two', { timeout: 300_000 }, async () => {
    const seed = Number.parseInt(randomBytes(4).toString('hex'), 16) | 0;
    const histories = fc.sample(history, { seed, numRuns: BALLOTS * VOTERS });
    const coordinator = await small.person(['OTHER_STAFF'], ['COORDINATOR']);
    const people = await small.crowd('STUDENT', VOTERS);
    for (let n = 0; n < BALLOTS; n += 1) {
      const ballot = await small.opened(coordinator, wording({ secrecy: 'SECRET', constituencies: [asked('STUDENT')] }));
      const voters = people.map((personId): Voter => ({
        personId, pk: randomBytes(32), blinded: Buffer.concat([Buffer.of(1), randomBytes(255)]), known: 0, sent: [], acknowledged: new Map(), issued: false,
      }));
      const running = lanes(voters.map((voter, v) => () => live(ballot.id, voter, histories[n * VOTERS + v]!)));
      // Halfway through, while votes are coming in: a remix, then the close.
      await running.half;
      await remix(houses[n % 2]!);
      await small.deadlineIn(ballot.id, 0.05);
      await new Promise((resolve) => { setTimeout(resolve, 60); });
      await closeDueBallot(houses[1]!, small.schoolId, ballot.id);
      await running.all;
      await judge(ballot.id, voters, seed);
      // The keys here sign nothing, so this ballot can be counted by nobody: it makes room for the next.
      await test().database.executeAsOwner(`delete from box.paper where ballot_id = '${ballot.id}'; delete from registry.paper where ballot_id = '${ballot.id}'`);
    }
  });

  async function live(ballotId: string, voter: Voter, steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      if (!('choice' in step)) await issue(ballotId, voter, step);
      else await cast(ballotId, voter, step);
    }
  }

  async function issue(ballotId: string, voter: Voter, { act, server: at, lost: isLost }: Step): Promise<void> {
    const house = houses[at];
    const session = { sessionId: randomUUID(), schoolId: small.schoolId, personId: voter.personId, transport: 'COOKIE' as const };
    const blinded = act === 'ISSUE' ? voter.blinded : Buffer.concat([Buffer.of(2), randomBytes(255)]);
    const answer = await issuePaper(house, hallOf(house), session, ballotId, blinded);
    if (act === 'ISSUE_OTHER' && voter.issued) expect(answer).toMatchObject({ ok: false });
    // A first paper for another key is another device's: this one's is refused from now on.
    if (answer.ok && act === 'ISSUE' && !isLost) voter.issued = true;
  }

  async function cast(ballotId: string, voter: Voter, step: Extract<Step, { choice: 0 | 1 }>): Promise<void> {
    const house = houses[step.server];
    const last = voter.sent.at(-1);
    const vote = step.act === 'RETRY' && last !== undefined ? last
      : { revision: step.act === 'OLD_DEVICE' ? Math.max(1, voter.known) : voter.known + 1, choice: step.choice };
    voter.sent.push(vote);
    const [pool] = await hallOf(house).pools.byBallot(small.schoolId, ballotId);
    const written = await hallOf(house).secretWriter.put(pool!, row(voter, vote));
    if (step.lost) return;
    if (written !== 'BUSY' && written.answer === 'STORED') {
      voter.acknowledged.set(vote.revision, vote.choice);
      voter.known = Math.max(voter.known, vote.revision);
    }
    if (written !== 'BUSY' && written.answer === 'REVISION') voter.known = written.highest;
  }

  /** The whole promise, checked against what lies in the box. */
  async function judge(ballotId: string, voters: readonly Voter[], seed: number): Promise<void> {
    const { rows } = await test().database.executeAsOwner(
      `select encode(pk, 'hex') as pk, revision, encode(choices, 'hex') as choices, encode(commitment, 'hex') as commitment
       from box.paper where ballot_id = $1 order by pk, revision`, [ballotId]);
    const box = Map.groupBy(rows as { pk: string; revision: number; choices: string | null; commitment: string }[], ({ pk }) => pk);
    const faults: string[] = [];
    for (const voter of voters) {
      const stored = box.get(voter.pk.toString('hex')) ?? [];
      const opened = stored.filter(({ choices }) => choices !== null);
      if (stored.length > 0 && opened.length !== 1) faults.push(`${opened.length} votes of one voter would be counted`);
      if (stored.some(({ revision }, n) => revision !== n + 1)) faults.push('revisions with a gap');
      if (stored.length > 0 && opened[0]?.revision !== stored.length) faults.push('an older vote would be counted');
      for (const [revision, choice] of voter.acknowledged) {
        const kept = stored.find((each) => each.revision === revision);
        if (kept === undefined) faults.push(`an acknowledged vote is lost`);
        else if (kept.commitment !== row(voter, { revision, choice }).commitment) faults.push('an acknowledged vote was replaced under its own number');
      }
      if (stored.some(({ revision, commitment }) => !voter.sent.some((vote) => vote.revision === revision && row(voter, vote).commitment === commitment))) faults.push('a vote nobody sent');
    }
    const papers = await small.db.under(school(small.schoolId)).execute<{ n: number }[]>('select count(*)::int as n from registry.paper where ballot_id = ? and issued', [ballotId]);
    const papersIssued = voters.filter(({ issued }) => issued).length;
    if (papers[0]!.n < papersIssued) faults.push('a paper that was given out is not in the registry');
    expect({ seed, faults: faults.slice(0, 5) }).toEqual({ seed, faults: [] });
    expect(box.size).toBeGreaterThan(VOTERS / 10);
  }
}, 'postgresql');

function row(voter: Voter, { revision, choice }: { revision: number; choice: 0 | 1 }) {
  const bytes = (label: string, size: number) => {
    const digest = createHash('sha256').update(`${label} ${voter.personId} ${revision} ${choice}`).digest();
    return Buffer.alloc(size, digest).toString('hex');
  };
  return {
    constituency: 'STUDENT', pk: voter.pk.toString('hex'), revision, credential: bytes('credential', 256), commitment: bytes('commitment', 32),
    signature: bytes('signature', 64), leaf: bytes('leaf', 32), salt: bytes('salt', 32), choices: `0001000${choice}`,
  };
}

/** Runs all of them, 64 at a time; `half` when half are done. */
function lanes(work: readonly (() => Promise<void>)[]): { readonly half: Promise<void>; readonly all: Promise<void> } {
  let next = 0;
  let done = 0;
  let reachedHalf!: () => void;
  const half = new Promise<void>((resolve) => { reachedHalf = resolve; });
  const all = Promise.all(Array.from({ length: 64 }, async () => {
    while (next < work.length) {
      await work[next++]!();
      if ((done += 1) * 2 >= work.length) reachedHalf();
    }
  })).then(() => {});
  return { half, all };
}
