import { registry, school } from '../../../../platform/database/database.ts';
import type { SessionFacts } from '../../../../platform/graphql/context.ts';
import { isUuid } from '../../../people/index.ts';
import { isFrozen } from '../../domain/ballot-states.ts';
import { ballotsById } from '../ballot-record.ts';
import type { BallotHall } from '../ballot-hall.ts';
import type { House } from '../../../../platform/room.ts';

/** All that a voter's browser needs to derive its keys, and which only this voter is given. */
export interface OwnPaper {
  readonly definition: string;
  /** Of the constituency in which this person votes. */
  readonly constituencyId: string;
  readonly spki: Buffer;
  /** 32 bytes; destroyed when voting closes. */
  readonly nonce: Buffer;
  readonly issued: boolean;
}

export type PaperAnswer = OwnPaper | 'NOT_FOUND' | 'NOT_ON_ROLL' | 'CLOSED' | 'ON_PAPER';

/** The viewer's own line of an open secret ballot. */
export async function ownPaper(house: House, hall: BallotHall, session: SessionFacts, ballotId: string): Promise<PaperAnswer> {
  const id = ballotId.toLowerCase();
  const pools = isUuid(id) ? await hall.pools.byBallot(session.schoolId, id) : [];
  if (pools.length === 0) return 'NOT_FOUND';
  const [ballot] = await ballotsById(house.db.under(school(session.schoolId)), [id]);
  if (ballot === undefined || !isFrozen(ballot.state)) return 'NOT_FOUND';
  if (ballot.state !== 'OPEN') return 'CLOSED';
  const [line] = await house.db.sealed(registry(session.schoolId)).execute<{ constituency: string; nonce: string; issued: boolean; onPaper: boolean }[]>(
    `select constituency, encode(nonce, 'hex') as nonce, issued, on_paper as "onPaper"
     from registry.paper where ballot_id = ? and person_id = ?`, [id, session.personId]);
  if (line === undefined) return 'NOT_ON_ROLL';
  if (line.onPaper) return 'ON_PAPER';
  const pool = pools.find(({ constituency }) => constituency === line.constituency)!;
  return {
    definition: pool.definition, constituencyId: pool.constituencyId, spki: pool.spki, nonce: Buffer.from(line.nonce, 'hex'), issued: line.issued,
  };
}
