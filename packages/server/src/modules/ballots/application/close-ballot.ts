import { databaseNow } from '../../../platform/database/database-now.ts';
import { school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { decideClose } from '../domain/closing.ts';
import { lockBallot } from './ballot-record.ts';
import { type BallotAt, type ChangeAnswer, type Changing, changeBallot } from './change-ballot.ts';
import { recordChange } from './record-change.ts';
import { tallyBallot } from './tally-ballot.ts';
import { VOTED_SQL } from './turnout.ts';

/** Characters of the reason for an early close. */
const LONGEST_REASON = 500;

/**
 * Closes a ballot, before its time if need be, and counts it.
 * @throws BAD_INPUT without a reason: who closes early owes the community one, and it goes on record.
 */
export async function closeBallot(house: House, viewer: ViewerFacts, at: BallotAt, reason: string): Promise<ChangeAnswer> {
  const given = reason.toWellFormed().replaceAll('\0', '').trim();
  if (given === '') throw coded('BAD_INPUT', { field: 'reason', rule: 'required' });
  if (given.length > LONGEST_REASON) throw coded('BAD_INPUT', { field: 'reason', rule: `at most ${LONGEST_REASON} characters` });
  const answer = await changeBallot(house, viewer, at, ({ drafts }) => drafts, async (changing) => {
    const decision = decideClose(changing.ballot, changing.now);
    if (!decision.ok) return decision.refusal;
    await close(house, changing, { actorId: viewer.personId, reason: decision.early ? given : null });
    return null;
  });
  if (answer.answer === 'CHANGED') await tallyBallot(house, viewer.schoolId, answer.ballotId);
  return answer;
}

/** The clockwork's hand: closes a ballot whose time is over. */
export const closeDueBallot = (house: House, schoolId: string, id: string): Promise<void> =>
  house.db.transaction(school(schoolId), async (em) => {
    const ballot = await lockBallot(em, id);
    if (ballot === null) return;
    const now = await databaseNow(em);
    const decision = decideClose(ballot, now);
    if (decision.ok && !decision.early) await close(house, { em, ballot, now }, { actorId: null, reason: null });
  });

/** The ballot's row is held FOR UPDATE and each cast holds it FOR SHARE, so no vote can land after this. */
async function close(house: House, { em, ballot }: Changing, by: { actorId: string | null; reason: string | null }): Promise<void> {
  await em.execute(
    `update ballot set state = 'CLOSED', closed_at = clock_timestamp(), close_reason = ?, version = version + 1 where id = ?`,
    [by.reason, ballot.id]);
  await em.execute(
    `update ballot_constituency c set counted_at = clock_timestamp(), voted = (
       select count(*) from (${VOTED_SQL}) v where v.constituency = c.constituency)
     where c.ballot_id = ?`, [ballot.id, ballot.id, ballot.id]);
  if (ballot.secrecy === 'SECRET') {
    await em.execute(
      `update ballot_constituency c set on_paper = (select count(*) from registry.paper p
         where p.ballot_id = c.ballot_id and p.constituency = c.constituency and p.on_paper)
       where c.ballot_id = ?`, [ballot.id]);
    await em.execute(
      'update ballot set awaits_paper = exists (select from ballot_constituency where ballot_id = ? and on_paper > 0) where id = ?',
      [ballot.id, ballot.id]);
  }
  await recordChange(house, em, { ballot, kind: 'ballot.closed', actorId: by.actorId, detail: { early: by.reason !== null } });
}
