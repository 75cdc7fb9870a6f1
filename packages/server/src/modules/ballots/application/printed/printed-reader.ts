import { school } from '../../../../platform/database/database.ts';
import type { RequestContext } from '../../../../platform/graphql/context.ts';
import { type PersonRecord, personById, viewerOf } from '../../../people/index.ts';
import type { Constituency } from '../../domain/ballot.ts';
import type { BallotRecord } from '../ballot-record.ts';
import { lookerAt } from '../looker.ts';
import { type EntryRecord, agreedPilesOf, entriesOf } from './entries-reader.ts';

export interface PrintedConstituency {
  readonly constituency: Constituency;
  readonly given: number;
  readonly agreed: boolean;
  readonly viewerEntered: boolean;
  readonly entries: readonly (Pick<EntryRecord, 'enteredAt' | 'papers'> & { person: PersonRecord; piles: EntryRecord['piles'] | null })[];
}

export interface PrintedBallots {
  readonly people: readonly PersonRecord[];
  readonly awaited: boolean;
  readonly constituencies: readonly PrintedConstituency[];
}

/** Null for whoever is not of the ballot's committee, and for ballots that have none printed. */
export async function printedBallots(ctx: RequestContext, ballot: BallotRecord): Promise<PrintedBallots | null> {
  const viewer = await viewerOf(ctx);
  if (viewer === null || ballot.secrecy !== 'SECRET' || !lookerAt(viewer, ballot).committee) return null;
  const em = ctx.house.db.under(school(ballot.schoolId));
  const given = await em.execute<{ personId: string; constituency: Constituency }[]>(
    'select person_id as "personId", constituency from registry.paper where ballot_id = ? and on_paper order by person_id', [ballot.id]);
  const [entries, agreed] = [await entriesOf(em, ballot.id), await agreedPilesOf(em, ballot)];
  const people = new Map<string, PersonRecord>();
  for (const id of new Set([...given, ...entries].map(({ personId }) => personId))) {
    const person = await personById(ctx, ballot.schoolId, id);
    if (person !== null) people.set(id, person);
  }
  const byPerson = (id: string) => { const person = people.get(id); return person === undefined ? [] : [person]; };
  return {
    people: given.flatMap(({ personId }) => byPerson(personId)),
    awaited: ballot.awaitsPaper,
    constituencies: ballot.constituencies.flatMap(({ constituency, onPaper }) => {
      const count = onPaper ?? given.filter((each) => each.constituency === constituency).length;
      const own = entries.filter((each) => each.constituency === constituency);
      const viewerEntered = own.some(({ personId }) => personId === viewer.personId);
      const shown = viewerEntered || !ballot.awaitsPaper;
      return count === 0 ? [] : [{
        constituency, given: count, agreed: agreed.has(constituency), viewerEntered,
        entries: own.flatMap(({ personId, enteredAt, papers, piles }) => byPerson(personId).map((person) => ({ person, enteredAt, papers, piles: shown ? piles : null }))),
      }];
    }),
  };
}
