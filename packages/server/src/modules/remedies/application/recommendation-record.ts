import type { Statements } from '../../../platform/database/database.ts';
import { isUuid } from '../../people/index.ts';
import { type RecommendationState, type ResponseKind, standingOfRecommendation } from '../domain/recommendation.ts';
import type { Texts } from '../domain/wording.ts';

/** A motion of the deciding body on which an answer may rest. */
export interface AnsweringMotion {
  readonly id: string;
  readonly meetingId: string;
  readonly text: Texts;
  readonly decidedOn: string;
}

export interface RecommendationRecord {
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  readonly fromBodyId: string;
  readonly toBodyId: string;
  readonly meetingId: string;
  readonly motionId: string;
  readonly suggestionId: string | null;
  readonly title: Texts;
  readonly text: Texts;
  readonly rationale: Texts;
  /** Days of the calendar where the bodies meet, `yyyy-mm-dd`. */
  readonly decidedOn: string;
  readonly due: string;
  /** Of the answer, or of its draft. */
  readonly responseKind: ResponseKind | null;
  readonly response: Texts;
  readonly responseMotionId: string | null;
  /** Null: no answer yet. */
  readonly givenOn: string | null;
  readonly version: number;
  /** The deciding body's meeting whose agenda has it, or had it last. */
  readonly agendaMeetingId: string | null;
  /** Adopted by the deciding body about the item that it came up as, the latest first. */
  readonly motions: readonly AnsweringMotion[];
  readonly requiredLocales: readonly string[];
  readonly state: RecommendationState;
}

interface Stored extends Omit<RecommendationRecord, 'state'> { readonly today: string }

/** The kind of origin under which a recommendation comes on an agenda. */
export const RECOMMENDED = 'RECOMMENDATION';

const ITEMS = `agenda_item o join agenda_item a on a.id = o.id or o.id = any(a.lineage)`;
const ORIGIN = `o.school_id = r.school_id and o.origin_kind = '${RECOMMENDED}' and o.origin_id = r.id`;

const WHOLE = `json_build_object('id', r.id, 'schoolId', r.school_id, 'environmentId', r.environment_id, 'fromBodyId', r.from_body_id, 'toBodyId', r.to_body_id,
  'meetingId', r.meeting_id, 'motionId', r.motion_id, 'suggestionId', r.suggestion_id, 'title', r.title, 'text', r.text, 'rationale', r.rationale,
  'decidedOn', r.decided_on, 'due', r.due, 'responseKind', r.response_kind, 'response', coalesce(r.response, '{}'), 'responseMotionId', r.response_motion_id,
  'givenOn', r.given_on, 'version', r.version, 'requiredLocales', to_json(e.required_locales), 'today', (clock_timestamp() at time zone e.time_zone)::date,
  'agendaMeetingId', (select a.meeting_id from ${ITEMS} join meeting m on m.id = a.meeting_id
    where ${ORIGIN} and a.state <> 'WITHDRAWN' and m.state <> 'CANCELLED' order by m.created_at desc limit 1),
  'motions', (select coalesce(json_agg(json_build_object('id', v.id, 'meetingId', v.meeting_id, 'text', d.text, 'decidedOn', d.decided_on) order by v.decided_at desc), '[]')
    from ${ITEMS} join motion v on v.item_id = a.id and v.state = 'ADOPTED' join decision d on d.motion_id = v.id where ${ORIGIN}))`;

/** Recommendations for which `condition` holds of `r`, in its order; under the school's scope. */
export async function recommendationsWhere(em: Statements, condition: string, params: readonly unknown[]): Promise<RecommendationRecord[]> {
  const [row] = await em.execute<{ found: string | null }[]>(
    `select json_agg(x.whole)::text as found from (select ${WHOLE} as whole from recommendation r join learning_environment e on e.id = r.environment_id where ${condition}) x`, params);
  const stored = row!.found === null ? [] : JSON.parse(row!.found) as Stored[];
  return stored.map(({ today, ...rest }) =>
    ({ ...rest, state: standingOfRecommendation({ given: rest.givenOn !== null, due: rest.due, onAgenda: rest.agendaMeetingId !== null }, today) }));
}

/** The recommendation, held against every other act on it until the transaction ends; null when the school has none. */
export async function lockRecommendation(em: Statements, id: string): Promise<RecommendationRecord | null> {
  if (!isUuid(id)) return null;
  await em.execute('select id from recommendation where id = ? for update', [id]);
  const [recommendation] = await recommendationsWhere(em, 'r.id = ?', [id]);
  return recommendation ?? null;
}
