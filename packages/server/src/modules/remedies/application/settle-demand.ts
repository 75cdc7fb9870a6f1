import { type EntityManager, gate, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { bodiesById } from '../../bodies/index.ts';
import { meetingLookerAt, recordMeeting, withdrawSourced } from '../../meetings/index.ts';
import type { MotionEffect, VotedDown } from '../../motions/index.ts';
import { type ViewerFacts } from '../../people/index.ts';
import { unlessOpen } from '../domain/demand.ts';
import { LONGEST, type WordedText, textFaults, textsOf } from '../domain/wording.ts';
import { type DemandAnswer, hashOf, isSecret } from './demand-reconsideration.ts';
import { DEMANDED, type DemandRecord, lockDemand } from './demand-record.ts';
import { namesUntold } from './public-words.ts';

/** Which demand, and the version of it the person saw. */
export interface DemandAt {
  readonly id: string;
  readonly version: number;
}

/** The body answers in writing, without another vote. @throws NOT_FOUND when there is no such demand, or the viewer does not prepare its body's meetings. */
export function answerDemand(house: House, viewer: ViewerFacts, { id, version }: DemandAt, words: readonly WordedText[], keepNames = false): Promise<DemandAnswer> {
  return house.db.transaction(school(viewer.schoolId), async (em): Promise<DemandAnswer> => {
    const demand = await lockDemand(em, id);
    const [body] = demand === null ? [] : await bodiesById(em, [demand.bodyId]);
    if (demand === null || body === undefined || !meetingLookerAt(viewer, body).prepares) throw coded('NOT_FOUND');
    const at = { schoolId: demand.schoolId, demandId: demand.id, follows: false };
    if (demand.version !== version) return { answer: 'STALE', ...at };
    const refusal = unlessOpen(demand.state);
    if (refusal !== null) return { answer: 'REFUSED', refusal };
    const faults = textFaults('answer', words, LONGEST.answer);
    if (faults.length > 0) return { answer: 'FAULTY', faults };
    const named = await namesUntold(em, 'answer', words, keepNames);
    if (named.length > 0) return { answer: 'FAULTY', faults: named };
    await settle(house, em, demand, { state: 'ANSWERED', answer: JSON.stringify(textsOf(words)), on: body.today, by: viewer.personId, kind: 'demand.answered' });
    return { answer: 'CHANGED', ...at };
  });
}

/** Whoever demanded takes it back. @throws NOT_FOUND when no demand has this secret. */
export async function withdrawDemand(house: House, secret: string): Promise<DemandAnswer> {
  const home = await homeOfSecret(house, secret);
  if (home === null) throw coded('NOT_FOUND');
  return house.db.transaction(school(home.schoolId), async (em): Promise<DemandAnswer> => {
    const demand = await lockDemand(em, home.id);
    const [body] = demand === null ? [] : await bodiesById(em, [demand.bodyId]);
    if (demand === null || body === undefined) throw coded('NOT_FOUND');
    const refusal = unlessOpen(demand.state);
    if (refusal !== null) return { answer: 'REFUSED', refusal };
    await settle(house, em, demand, { state: 'WITHDRAWN', on: body.today, by: null, kind: 'demand.withdrawn' });
    return { answer: 'CHANGED', schoolId: demand.schoolId, demandId: demand.id, follows: true };
  });
}

/** An adopted motion to reconsider settles the demand it is about; of none, it is an ordinary motion (RONR). */
export const reconsidered: MotionEffect = async (em, house, { motion, sitting, actorId }) => {
  if (motion.aboutId === null) return null;
  const demand = await lockDemand(em, motion.aboutId);
  if (demand === null || demand.bodyId !== sitting.bodyId || unlessOpen(demand.state) !== null) return [{ reason: 'NO_SUCH_SUBJECT', about: [motion.aboutId] }];
  await settle(house, em, demand, { state: 'RECONSIDERED', motionId: motion.id, on: sitting.body.today, by: actorId, kind: 'demand.reconsidered' });
  return null;
};

/** A motion to reconsider that was voted down settles it too: the body stands by what it did, and the demand waits on no other draft. */
export async function confirmed(em: EntityManager, house: House, { motionId, aboutId, sitting, actorId }: VotedDown): Promise<void> {
  const demand = aboutId === null ? null : await lockDemand(em, aboutId);
  if (demand === null || demand.bodyId !== sitting.bodyId || demand.state !== 'CONFIRMED' || demand.motionId !== motionId) return;
  await leaveAgendas(house, em, demand, 'demand.confirmed', actorId);
}

/** Which demand has this secret, across schools; null for none. */
export async function homeOfSecret({ db }: Pick<House, 'db'>, secret: string): Promise<{ readonly id: string; readonly schoolId: string } | null> {
  if (!isSecret(secret)) return null;
  const [home] = await db.under(gate).execute<{ id: string; schoolId: string }[]>('select id, school_id as "schoolId" from reconsideration_demand where secret_hash = ?', [hashOf(secret)]);
  return home ?? null;
}

interface Settling {
  readonly state: 'RECONSIDERED' | 'ANSWERED' | 'WITHDRAWN';
  readonly answer?: string;
  readonly motionId?: string;
  readonly on: string;
  readonly by: string | null;
  readonly kind: string;
}

async function settle(house: House, em: EntityManager, demand: DemandRecord, { state, answer = undefined, motionId = undefined, on, by, kind }: Settling): Promise<void> {
  await em.execute(
    `update reconsideration_demand set state = ?, answer = ?::jsonb, motion_id = ?, settled_at = clock_timestamp(), settled_on = ?::date, settled_by = ?, version = version + 1 where id = ?`,
    [state, answer ?? null, motionId ?? null, on, by, demand.id]);
  await leaveAgendas(house, em, demand, kind, by);
}

async function leaveAgendas(house: House, em: EntityManager, { id, meetingId, ...of }: DemandRecord, kind: string, by: string | null): Promise<void> {
  await withdrawSourced(house, em, of.schoolId, { kind: DEMANDED, id }, by);
  await recordMeeting(house, em, { meeting: { ...of, id: meetingId }, kind, actorId: by, detail: { demandId: id } });
}
