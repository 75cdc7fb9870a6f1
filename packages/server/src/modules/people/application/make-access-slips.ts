import { type Statements, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { sqlState } from '../../../platform/database/retry.ts';
import type { House } from '../../../platform/room.ts';
import { mayMakeSlips, mayManage } from '../domain/policy.ts';
import { decideSlipTerm } from '../domain/slip-term.ts';
import type { PersonFacts, Standing, ViewerFacts } from '../domain/viewer.ts';
import { type Actor, actorFacts } from './acting.ts';
import { audit } from './audit.ts';
import { asDate, isUuid, uuidArray } from './sql.ts';
import { standingsOf } from './standings.ts';

export interface NewSlip {
  readonly personId: string;
  /** 64 hexadecimal digits. */
  readonly tokenHash: string;
}

export interface SlipOrder {
  readonly environmentId: string;
  readonly slips: readonly NewSlip[];
  readonly expiresAt: Date;
  readonly revokeEarlier: boolean;
}

/**
 * Keeps the hashes of slips whose secrets were made in the clerk's browser. All or nothing.
 * @throws NOT_FOUND with the place in the list of the first person the actor may not make a slip for;
 * BAD_INPUT (PAST, TOO_LATE, REPEATED).
 */
export function makeAccessSlips(house: House, actor: Actor, order: SlipOrder): Promise<{ made: number; revoked: number }> {
  return house.db.transaction(school(actor.schoolId), async (em) => {
    const viewer = await actorFacts(em, actor);
    if (!mayMakeSlips(viewer, order.environmentId)) throw coded('NOT_FOUND', { field: 'environmentId' });
    const ids = await slipHolders(em, viewer, order);
    await askTerm(em, order.expiresAt);

    const revoked = order.revokeEarlier ? await endEarlier(em, actor, ids) : 0;
    await insert(em, actor.schoolId, order.slips, order.expiresAt);
    await audit(em, {
      schoolId: actor.schoolId, actorId: actor.personId, act: 'slips.made', subjectId: order.environmentId,
      detail: { people: ids, revoked },
    });
    await house.events.record(em, [{
      schoolId: actor.schoolId, topic: `environment:${order.environmentId}`, kind: 'slips.made', subjectId: order.environmentId,
    }]);
    return { made: ids.length, revoked };
  });
}

async function slipHolders(em: Statements, viewer: ViewerFacts, order: SlipOrder): Promise<string[]> {
  const ids = order.slips.map((slip) => slip.personId.toLowerCase());
  const bad = ids.findIndex((id) => !isUuid(id));
  if (bad >= 0) throw coded('NOT_FOUND', { field: `slips.${bad}.personId` });
  if (new Set(ids).size < ids.length) throw coded('BAD_INPUT', { field: 'slips', rule: 'REPEATED' });
  const people = await em.execute<(Omit<PersonFacts, 'standings'>)[]>(
    `select id, school_id as "schoolId", household_id as "householdId" from person
     where id = any(?::uuid[]) and active order by id for update`, [uuidArray(ids)]);
  const standings = Map.groupBy(
    await em.execute<(Standing & { personId: string })[]>(standingsOf('p.id = any(?::uuid[])'), [uuidArray(ids)]),
    (row) => row.personId);
  const makeable = new Set(people
    .filter((person) => {
      const facts = { ...person, standings: standings.get(person.id) ?? [] };
      const here = facts.standings.length === 0 || facts.standings.some((each) => each.environmentId === order.environmentId);
      return here && mayManage(viewer, facts);
    })
    .map((person) => person.id));
  const missing = ids.findIndex((id) => !makeable.has(id));
  if (missing >= 0) throw coded('NOT_FOUND', { field: `slips.${missing}.personId` });
  return ids;
}

async function askTerm(em: Statements, expiresAt: Date): Promise<void> {
  const [row] = await em.execute<{ now: string }[]>('select clock_timestamp() as now');
  const rule = decideSlipTerm(expiresAt, asDate(row!.now));
  if (rule !== null) throw coded('BAD_INPUT', { field: 'expiresAt', rule });
}

/**
 * The replaced letter may be in other hands, so whatever any earlier one opened closes too, also one that has expired
 * since; not the session that does the replacing.
 */
async function endEarlier(em: Statements, actor: Actor, ids: readonly string[]): Promise<number> {
  const ended = await em.execute<{ id: string }[]>(
    `update access_slip set revoked_at = clock_timestamp()
     where person_id = any(?::uuid[]) and revoked_at is null and expires_at > clock_timestamp() returning id`, [uuidArray(ids)]);
  await em.execute(
    `update session set revoked_at = clock_timestamp() from access_slip a
     where a.id = session.slip_id and a.person_id = any(?::uuid[]) and session.revoked_at is null and session.id <> ?`,
    [uuidArray(ids), actor.sessionId]);
  return ended.length;
}

async function insert(em: Statements, schoolId: string, slips: readonly NewSlip[], expiresAt: Date): Promise<void> {
  try {
    await em.execute(
      `insert into access_slip (school_id, person_id, token_hash, expires_at)
       select ?, (slip->>'person')::uuid, decode(slip->>'hash', 'hex'), ?::timestamptz from jsonb_array_elements(?::jsonb) slip`,
      [schoolId, expiresAt.toISOString(), JSON.stringify(slips.map((slip) => ({ person: slip.personId, hash: slip.tokenHash })))]);
  } catch (error) {
    if (sqlState(error) === '23505') throw coded('BAD_INPUT', { field: 'slips', rule: 'REPEATED' });
    throw error;
  }
}
