import type { Statements } from '../../../platform/database/database.ts';
import { isUuid, uuidArray } from '../../people/index.ts';
import type { DemandGround } from '../../meetings/index.ts';
import { type DemandState, type RemedyLaw, standingOfDemand } from '../domain/demand.ts';
import type { Texts } from '../domain/wording.ts';

export interface DemandRecord {
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  readonly bodyId: string;
  readonly meetingId: string;
  readonly itemId: string;
  readonly itemTitle: Texts;
  /** Of the item, the first one first. */
  readonly lineage: readonly string[];
  readonly ground: DemandGround;
  readonly law: RemedyLaw;
  /** Days of the calendar where the body meets, `yyyy-mm-dd`. */
  readonly actedOn: string;
  readonly demandedOn: string;
  readonly demandUntil: string | null;
  readonly answerBy: string | null;
  readonly settledOn: string | null;
  readonly receivedAt: Date;
  readonly words: string;
  readonly name: string | null;
  readonly contact: string | null;
  readonly personId: string | null;
  readonly answer: Texts;
  /** That reconsiders, or failed to. */
  readonly motionId: string | null;
  /** Where it is on the agenda, or was last. */
  readonly agendaMeetingId: string | null;
  readonly version: number;
  readonly state: DemandState;
}

interface Stored extends Omit<DemandRecord, 'state' | 'settledOn' | 'motionId'> {
  readonly kept: 'RECEIVED' | 'RECONSIDERED' | 'ANSWERED' | 'WITHDRAWN';
  readonly settledOn: string | null;
  readonly motionId: string | null;
  readonly failed: { readonly motionId: string; readonly on: string } | null;
  readonly metSince: boolean;
  readonly today: string;
}

/** The kind of origin under which a demand comes on an agenda. */
export const DEMANDED = 'RECONSIDERATION';

/** A condition: the motion `v` to reconsider what is demanded was voted down. */
export const votedDown = (demandId: string): string => `v.about_id = ${demandId} and v.kind = 'RECONSIDER' and v.state = 'FAILED' and v.disposed_by = 'VOTE'`;

/** Nothing has settled `d`, a motion that was voted down included. */
export const UNSETTLED = `d.state = 'RECEIVED' and not exists (select from motion v where ${votedDown('d.id')})`;

/** Milliseconds since 1970. */
const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)`;
const onWall = (column: string) => `(${column} at time zone e.time_zone)::date`;

const WHOLE = `json_build_object('id', d.id, 'schoolId', d.school_id, 'environmentId', d.environment_id, 'bodyId', d.body_id, 'meetingId', d.meeting_id, 'itemId', d.item_id,
  'itemTitle', i.title, 'lineage', to_json(i.lineage), 'ground', d.ground, 'law', d.law, 'actedOn', d.acted_on, 'demandedOn', d.demanded_on, 'demandUntil', d.demand_until,
  'answerBy', d.answer_by, 'settledOn', d.settled_on, 'receivedAt', ${ms('d.received_at')}, 'words', d.words, 'name', d.name, 'contact', d.contact, 'personId', d.person_id,
  'answer', coalesce(d.answer, '{}'), 'motionId', d.motion_id, 'kept', d.state, 'version', d.version, 'today', ${onWall('clock_timestamp()')},
  'agendaMeetingId', (select a.meeting_id from agenda_item o join agenda_item a on a.id = o.id or o.id = any(a.lineage) join meeting m on m.id = a.meeting_id
    where o.school_id = d.school_id and o.origin_kind = '${DEMANDED}' and o.origin_id = d.id and a.state <> 'WITHDRAWN' and m.state <> 'CANCELLED' order by m.created_at desc limit 1),
  'failed', (select json_build_object('motionId', v.id, 'on', ${onWall('v.decided_at')}) from motion v
    where ${votedDown('d.id')} order by v.decided_at desc limit 1),
  'metSince', exists (select from meeting m where m.body_id = d.body_id and m.state = 'ADJOURNED'
    and (select min(n.posted_at) from notice n where n.meeting_id = m.id) > d.received_at))`;

/** Demands for which `condition` holds of `d`, in its order; under the school's scope. */
export async function demandsWhere(em: Statements, condition: string, params: readonly unknown[]): Promise<DemandRecord[]> {
  const [row] = await em.execute<{ found: string | null }[]>(
    `select json_agg(x.whole)::text as found from (select ${WHOLE} as whole from reconsideration_demand d
       join agenda_item i on i.id = d.item_id join learning_environment e on e.id = d.environment_id where ${condition}) x`, params);
  const stored = row!.found === null ? [] : JSON.parse(row!.found, (key, value: unknown) => (key === 'receivedAt' ? new Date(value as number) : value)) as Stored[];
  return stored.map(recordOf);
}

function recordOf({ kept, failed, metSince, today, ...rest }: Stored): DemandRecord {
  const settled = kept === 'RECEIVED' ? null : kept;
  const end = settled === null && failed !== null ? { motionId: failed.motionId, settledOn: failed.on } : {};
  const state = standingOfDemand({ settled, confirmed: failed !== null, onAgenda: rest.agendaMeetingId !== null, metSince, answerBy: rest.answerBy }, today);
  return { ...rest, ...end, state };
}

export const demandsOfMeetings = (em: Statements, meetingIds: readonly string[]): Promise<DemandRecord[]> =>
  demandsWhere(em, 'd.meeting_id = any(?::uuid[]) order by d.received_at, d.id', [uuidArray(meetingIds)]);

/** The demand, held against every other act on it until the transaction ends; null when the school has none. */
export async function lockDemand(em: Statements, id: string): Promise<DemandRecord | null> {
  if (!isUuid(id)) return null;
  await em.execute('select id from reconsideration_demand where id = ? for update', [id]);
  const [demand] = await demandsWhere(em, 'd.id = ?', [id]);
  return demand ?? null;
}
