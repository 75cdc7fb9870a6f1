import { databaseNow } from '../../../platform/database/database-now.ts';
import { school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, isUuid } from '../../people/index.ts';
import { after } from '../domain/ballot-states.ts';
import { decideOpen } from '../domain/readiness.ts';
import type { Refusal } from '../domain/refusal.ts';
import { ballotsById, lockBallot } from './ballot-record.ts';
import { type BallotAt, type ChangeAnswer, type Changing, changeBallot } from './change-ballot.ts';
import { ballotOpened } from './elections/ballot-opened.ts';
import { recordChange } from './record-change.ts';
import { freezeSecret } from './secret/freeze-secret.ts';
import { type BallotKeys, drawKeys } from './secret/keys.ts';
import { rollOf, surroundingsOf } from './surroundings.ts';

/** Opens a scheduled ballot before its time, or one that waits to be opened by hand. */
export async function openBallot(house: House, viewer: ViewerFacts, at: BallotAt): Promise<ChangeAnswer> {
  const keys = await keysFor(house, viewer.schoolId, at.id);
  return changeBallot(house, viewer, at, ({ drafts }) => drafts, (changing) => open(house, changing, viewer.personId, keys));
}

/**
 * The clockwork's hand: opens a ballot whose time has come. One that is not fit to be opened goes back to its
 * preparers as a draft, with the reason on record, instead of being tried again every second.
 */
export async function openDueBallot(house: House, schoolId: string, id: string): Promise<void> {
  const keys = await keysFor(house, schoolId, id);
  await house.db.transaction(school(schoolId), async (em) => {
    const ballot = await lockBallot(em, id);
    const now = await databaseNow(em);
    if (ballot?.state !== 'SCHEDULED' || ballot.opensAt === null || ballot.opensAt > now) return;
    const refusal = await open(house, { em, ballot, now }, null, keys);
    if (refusal === null) return;
    await em.execute(`update ballot set state = 'DRAFT', version = version + 1 where id = ?`, [ballot.id]);
    await recordChange(house, em, { ballot, kind: 'ballot.returned', actorId: null, detail: { ...refusal } });
  });
}

/** Of a secret ballot that may be about to open; null for any other. Drawn outside the transaction, for it takes a while. */
async function keysFor({ db }: House, schoolId: string, id: string): Promise<BallotKeys | null> {
  const [ballot] = isUuid(id) ? await ballotsById(db.under(school(schoolId)), [id]) : [];
  if (ballot?.secrecy !== 'SECRET' || after(ballot.state, 'OPEN') === null) return null;
  return drawKeys(ballot.constituencies.map(({ constituency }) => constituency));
}

/** Freezes the roll: one person, one entry, in one constituency, whatever changes in the roster afterwards (rules 19 and 20). */
async function open(
  house: House, { em, ballot, now }: Changing, actorId: string | null, keys: BallotKeys | null,
): Promise<Refusal | null> {
  const decision = decideOpen(ballot, await surroundingsOf(em, ballot), now);
  if (!decision.ok) return decision.refusal;
  const roll = rollOf(ballot);
  await em.execute(
    `insert into registry.roll (ballot_id, school_id, person_id, constituency)
     select ?::uuid, ?::uuid, person_id, constituency from (${roll.sql}) eligible`,
    [ballot.id, ballot.schoolId, ...roll.params],
  );
  await em.execute(
    `update ballot_constituency c set roll_size = (
       select count(*) from registry.roll r where r.ballot_id = c.ballot_id and r.constituency = c.constituency)
     where c.ballot_id = ?`, [ballot.id]);
  if (ballot.secrecy === 'SECRET') {
    if (keys === null) throw new Error('a ballot became secret while it was being opened');
    await freezeSecret(em, ballot, keys);
  }
  await em.execute(
    `update ballot set state = 'OPEN', opened_at = clock_timestamp(), version = version + 1 where id = ?`, [ballot.id]);
  await recordChange(house, em, { ballot, kind: 'ballot.opened', actorId });
  await ballotOpened(house, em, ballot);
  return null;
}
