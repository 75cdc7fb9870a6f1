import type { Pile } from '@plenary/count';
import { school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { type Constituency, questionOf } from '../../domain/ballot.ts';
import { type Answer, paperOf } from '../../domain/paper.ts';
import { decideEntry } from '../../domain/printed/entries.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type BallotRecord, lockBallot } from '../ballot-record.ts';
import { lookerAt } from '../looker.ts';
import { recordChange } from '../record-change.ts';
import { tallyBallot } from '../tally-ballot.ts';
import { agreedPilesOf } from './entries-reader.ts';

/** Alike printed ballots, and how many there are. */
export interface ReadPile extends Answer { readonly papers: number }

export interface PaperReading {
  readonly ballotId: string;
  readonly constituency: Constituency;
  readonly piles: readonly ReadPile[];
}

/** Most different printed ballots of one entry. */
const MOST_PILES = 2000;

/**
 * What one person read off the printed ballots of one constituency. Every entry is kept; when two people agree for every
 * constituency in which printed ballots were given out, the ballot is counted. Null when it is done.
 * @throws NOT_FOUND when the viewer is not of the committee; BAD_INPUT for more piles than anybody could have read.
 */
export async function enterPaper(house: House, viewer: ViewerFacts, { ballotId, constituency, piles }: PaperReading): Promise<Refusal | null> {
  if (piles.length > MOST_PILES) throw coded('BAD_INPUT', { field: 'piles', rule: `at most ${MOST_PILES}` });
  const refusal = await house.db.transaction(school(viewer.schoolId), async (em): Promise<Refusal | null> => {
    const ballot = await lockBallot(em, ballotId);
    if (ballot === null || ballot.secrecy !== 'SECRET' || !lookerAt(viewer, ballot).committee) throw coded('NOT_FOUND');
    const given = ballot.constituencies.find((each) => each.constituency === constituency)?.onPaper ?? 0;
    if (given === 0) return refuse('NOT_ON_ROLL', [constituency]).refusal;
    const read = readPiles(ballot, piles);
    if (!read.ok) return read.refusal;
    const decision = decideEntry({ state: ballot.state, awaitsPaper: ballot.awaitsPaper, given }, read.piles);
    if (!decision.ok) return decision.refusal;
    await em.execute(
      `insert into paper_entry (ballot_id, constituency, ordinal, school_id, person_id, piles, papers)
       select ?::uuid, ?::text, coalesce(max(ordinal), 0) + 1, ?::uuid, ?::uuid, ?::jsonb, ?::int from paper_entry where ballot_id = ? and constituency = ?`,
      [ballot.id, constituency, ballot.schoolId, viewer.personId, JSON.stringify(read.piles), sumOf(read.piles), ballot.id, constituency]);
    const agreed = await agreedPilesOf(em, ballot);
    const complete = ballot.constituencies.every((each) => (each.onPaper ?? 0) === 0 || agreed.has(each.constituency));
    if (complete) await em.execute('update ballot set awaits_paper = false, version = version + 1 where id = ?', [ballot.id]);
    await recordChange(house, em, {
      ballot, kind: 'ballot.paper-entered', actorId: viewer.personId, detail: { constituency, papers: sumOf(read.piles), complete },
    });
    return null;
  });
  if (refusal === null) await tallyBallot(house, viewer.schoolId, ballotId.toLowerCase());
  return refusal;
}

const sumOf = (piles: readonly Pile[]) => piles.reduce((sum, { papers }) => sum + papers, 0);

function readPiles(ballot: BallotRecord, piles: readonly ReadPile[]): { ok: true; piles: Pile[] } | { ok: false; refusal: Refusal } {
  const question = questionOf(ballot);
  const positions = new Map(ballot.options.map(({ id }, position) => [id, position]));
  const read: Pile[] = [];
  for (const [n, { papers, ...answer }] of piles.entries()) {
    const paper = paperOf(question, positions, answer);
    if (!paper.ok) return refuse('INVALID_CHOICE', [`piles.${n}.${paper.about}`]);
    if (!Number.isSafeInteger(papers) || papers < 1 || papers > 1_000_000) return refuse('INVALID_CHOICE', [`piles.${n}.papers`]);
    read.push({ choices: paper.choices, papers });
  }
  return { ok: true, piles: read };
}
