import type { Pile } from '@plenary/count';
import type { Statements } from '../../../../platform/database/database.ts';
import { type Constituency, questionOf } from '../../domain/ballot.ts';
import { type PaperEntry, agreedPiles } from '../../domain/printed/entries.ts';
import type { BallotRecord } from '../ballot-record.ts';

export interface EntryRecord extends PaperEntry {
  readonly constituency: Constituency;
  readonly papers: number;
  readonly enteredAt: Date;
}

/** Every entry from printed ballots, the corrected ones too, oldest first. */
export async function entriesOf(em: Statements, ballotId: string): Promise<EntryRecord[]> {
  const rows = await em.execute<(Omit<EntryRecord, 'piles' | 'enteredAt'> & { piles: string; at: number })[]>(
    `select constituency, person_id as "personId", ordinal, piles::text as piles, papers,
       floor(extract(epoch from entered_at) * 1000)::float8 as at
     from paper_entry where ballot_id = ? order by ordinal`, [ballotId]);
  return rows.map(({ piles, at, ...row }) => ({ ...row, piles: JSON.parse(piles) as Pile[], enteredAt: new Date(at) }));
}

/** What two people agree on, for each constituency in which they do. */
export async function agreedPilesOf(em: Statements, ballot: BallotRecord): Promise<ReadonlyMap<Constituency, readonly Pile[]>> {
  const entries = Map.groupBy(await entriesOf(em, ballot.id), ({ constituency }) => constituency);
  const question = questionOf(ballot);
  return new Map([...entries].flatMap(([constituency, own]) => {
    const piles = agreedPiles(question, own);
    return piles === null ? [] : [[constituency, piles] as const];
  }));
}
