import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { requestContext } from '../../../platform/graphql/request-context.ts';
import type { House } from '../../../platform/room.ts';
import { onEachEngine } from '../../../testing/test-database.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { Ballot, BallotConstituency, BallotOption } from '../data/ballot.entity.ts';
import { SmallSchool, wording } from '../testing/small-school.ts';
import { ballotsOf, ofWhole, visibleBallot } from './ballot-reader.ts';
import { isWhole } from './ballot-record.ts';
import { openBallot } from './open-ballot.ts';

onEachEngine('reading ballots', [Ballot, BallotOption, BallotConstituency], (test) => {
  let small: SmallSchool;
  let coordinator: ViewerFacts;
  /** Another server on the same database; counts its statements. */
  let there: House;
  let statements = 0;

  beforeAll(async () => {
    const { database } = test();
    small = await SmallSchool.open(database);
    coordinator = await small.person(['TEACHER'], ['COORDINATOR']);
    const under: Database['under'] = (scope) => {
      statements += 1;
      return database.under(scope);
    };
    there = { ...small.house, db: { ...database, under } };
  });

  const asking = (person: ViewerFacts | null): RequestContext => requestContext(there, {
    requestId: '', address: '',
    session: person && { sessionId: randomUUID(), schoolId: person.schoolId, personId: person.personId, transport: 'COOKIE' },
  });
  const counted = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
    const before = statements;
    return [await work(), statements - before];
  };

  it('shows a ballot as it is now, whichever server changed it, for one statement', async () => {
    const ballot = await small.scheduled(coordinator);
    expect(await visibleBallot(asking(null), ballot.id)).toMatchObject({ state: 'SCHEDULED', version: ballot.version });
    await openBallot(small.house, coordinator, ballot);
    const [seen, cost] = await counted(() => visibleBallot(asking(null), ballot.id.toUpperCase()));
    expect(seen).toMatchObject({ state: 'OPEN', openedAt: expect.any(Date), options: ballot.options });
    expect(cost).toBe(1);
  });

  it('remembers where a ballot is, never that somebody may see it', async () => {
    const draft = await small.draft(coordinator);
    expect(await visibleBallot(asking(coordinator), draft.id)).toMatchObject({ id: draft.id });
    expect(await visibleBallot(asking(null), draft.id)).toBeNull();
    expect(await visibleBallot(asking(null), randomUUID())).toBeNull();
  });

  it('lists outlines that say what the whole says, and completes them in one statement when asked', async () => {
    const environment = { id: small.environmentId, schoolId: small.schoolId };
    const closesAt = new Date(Math.ceil(Date.now() / 1000 + 86_400) * 1000 - 1);
    await small.opened(coordinator, wording({ closesAt }));
    const ctx = asking(null);
    const [outlines, cost] = await counted(() => ballotsOf(ctx, environment, { first: 10, whole: false }));
    const whole = await ballotsOf(asking(null), environment, { first: 10, whole: true });
    expect(cost).toBe(1);
    expect(outlines.edges.length).toBeGreaterThan(1);
    expect(outlines.edges.map(({ node }) => isWhole(node))).not.toContain(true);
    expect(whole).toMatchObject(outlines);
    expect(outlines.edges[0]!.node.closesAt).toEqual(closesAt);

    const [completed, more] = await counted(() => Promise.all(outlines.edges.map(({ node }) => ofWhole(ctx, node, (ballot) => ballot))));
    expect(completed).toEqual(whole.edges.map(({ node }) => node));
    expect(more).toBe(1);
    const [, none] = await counted(() => Promise.all(whole.edges.map(({ node }) => ofWhole(ctx, node, ({ options }) => options))));
    expect(none).toBe(0);
  });

  it('pages by its cursors, to the last', async () => {
    const environment = { id: small.environmentId, schoolId: small.schoolId };
    const all = await ballotsOf(asking(coordinator), environment, { first: 100, whole: false });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await ballotsOf(asking(coordinator), environment, { first: 1, after, whole: seen.length % 2 === 0 });
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(all.edges.map(({ node }) => node.id));
  });
});
