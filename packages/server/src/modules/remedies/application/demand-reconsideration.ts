import { createHash, randomUUID } from 'node:crypto';
import { type Statements, gate, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type DemandGround, type SittingRecord, decideDemand, fillNextAgenda, lockSitting, recordMeeting } from '../../meetings/index.ts';
import { sendMessage } from '../../messages/index.ts';
import { type ViewerFacts, isUuid } from '../../people/index.ts';
import { MOST_DEMANDS, type RemedyLaw, SOURCE } from '../domain/demand.ts';
import { type RemedyRefusal, type RemedyRefusalReason, remedyRefusal } from '../domain/refusal.ts';
import { LONGEST, type WordingFault, clean, saidFaults, tooLong } from '../domain/wording.ts';
import { answerersOf } from './tell-officers.ts';

/** A demand as somebody makes it. */
export interface Demanding {
  readonly itemId: string;
  readonly ground: DemandGround;
  readonly words: string;
  readonly name: string | null;
  readonly contact: string | null;
  /** 22 characters of base64url, made by the device: whoever has it follows the demand, and sent again it is the same demand. */
  readonly secret: string;
}

export type DemandAnswer =
  | { readonly answer: 'CHANGED' | 'STALE'; readonly schoolId: string; readonly demandId: string; readonly follows: boolean }
  | { readonly answer: 'REFUSED'; readonly refusal: RemedyRefusal }
  | { readonly answer: 'FAULTY'; readonly faults: readonly WordingFault[] };

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
export const isSecret = (secret: string): boolean => /^[\w-]{22}$/.test(secret);

/**
 * Anybody demands that what was done at an ended meeting be reconsidered (EC 35147; Gov. Code 54960.1; rule 27), with an
 * account or without one. It comes on the body's next agenda by itself, and its officers are told. `viewer` is null for
 * who is not signed in.
 * @throws NOT_FOUND when there is no such meeting, or it was never noticed; BAD_INPUT for a secret that is none.
 */
export async function demandReconsideration(house: House, viewer: ViewerFacts | null, meetingId: string, demanding: Demanding): Promise<DemandAnswer> {
  if (!isSecret(demanding.secret)) throw coded('BAD_INPUT', { field: 'input.secret', rule: 'SECRET' });
  const [home] = isUuid(meetingId) ? await house.db.under(gate).execute<{ schoolId: string }[]>('select school_id as "schoolId" from meeting where id = ?', [meetingId]) : [];
  if (home === undefined) throw coded('NOT_FOUND');
  return house.db.transaction(school(home.schoolId), async (em): Promise<DemandAnswer> => {
    const sitting = await lockSitting(em, meetingId);
    if (sitting === null) throw coded('NOT_FOUND');
    const [before] = await em.execute<{ id: string }[]>('select id from reconsideration_demand where secret_hash = ?', [hashOf(demanding.secret)]);
    if (before !== undefined) return { answer: 'CHANGED', schoolId: sitting.schoolId, demandId: before.id, follows: true };
    const faults = faultsOf(demanding);
    if (faults.length > 0) return { answer: 'FAULTY', faults };
    const actedOn = await dayOf(em, sitting);
    const decision = decideDemand({ law: sitting.rules.notice.law, state: sitting.state }, { ground: demanding.ground, actedOn, demandedOn: sitting.body.today });
    if (!decision.ok) return { answer: 'REFUSED', refusal: remedyRefusal(decision.refusal.reason as RemedyRefusalReason, sourceOf(sitting), decision.refusal.about) };
    const item = sitting.items.find(({ id }) => id === demanding.itemId.toLowerCase());
    if (item === undefined) return { answer: 'REFUSED', refusal: remedyRefusal('NO_SUCH_ITEM') };
    const [{ there }] = await em.execute<[{ there: number }]>('select count(*)::int as there from reconsideration_demand where meeting_id = ?', [sitting.id]);
    if (there >= MOST_DEMANDS) return { answer: 'REFUSED', refusal: remedyRefusal('TOO_MANY', null, [MOST_DEMANDS]) };
    const demandId = randomUUID();
    const personId = viewer?.schoolId === sitting.schoolId ? viewer.personId : null;
    const { demandUntil, answerBy } = decision.clocks;
    await em.execute(
      `insert into reconsideration_demand (id, school_id, environment_id, body_id, meeting_id, item_id, ground, law, acted_on, demanded_on, demand_until, answer_by, words, name, contact, person_id, secret_hash)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?::date, ?::date, ?::date, ?, ?, ?, ?, ?)`,
      [demandId, sitting.schoolId, sitting.environmentId, sitting.bodyId, sitting.id, item.id, demanding.ground, sitting.rules.notice.law, actedOn, sitting.body.today, demandUntil, answerBy,
        clean(demanding.words), clean(demanding.name ?? '') || null, clean(demanding.contact ?? '') || null, personId, hashOf(demanding.secret)]);
    await sendMessage(em, {
      schoolId: sitting.schoolId, environmentId: sitting.environmentId, kind: 'DEMAND_RECEIVED', about: { kind: 'MEETING', id: sitting.id, path: `/meetings/${sitting.id}` },
      recipients: await answerersOf(em, sitting.body), words: { body: sitting.body.name, title: item.title, respondBy: answerBy }, dedupeKey: `demand:${demandId}`,
    });
    await fillNextAgenda(house, em, sitting.bodyId, personId);
    await recordMeeting(house, em, { meeting: sitting, kind: 'demand.received', actorId: personId, detail: { demandId, ground: demanding.ground } });
    return { answer: 'CHANGED', schoolId: sitting.schoolId, demandId, follows: true };
  });
}

const sourceOf = ({ rules: { notice: { law } } }: Pick<SittingRecord, 'rules'>): string => (law === 'PRIVATE' ? 'bylaws' : SOURCE[law satisfies RemedyLaw]);

const faultsOf = ({ words, name, contact }: Demanding): WordingFault[] =>
  [...saidFaults('words', words, LONGEST.words), ...tooLong('name', name ?? '', LONGEST.name), ...tooLong('contact', contact ?? '', LONGEST.contact)];

/** The day on which a meeting was held, where its body meets. */
export async function dayOf(em: Statements, { environmentId, calledToOrderAt, endedAt }: Pick<SittingRecord, 'environmentId' | 'calledToOrderAt' | 'endedAt'>): Promise<string> {
  const [row] = await em.execute<{ day: string }[]>(
    'select (coalesce(?::timestamptz, ?::timestamptz, clock_timestamp()) at time zone time_zone)::date::text as day from learning_environment where id = ?', [endedAt, calledToOrderAt, environmentId]);
  return row!.day;
}
