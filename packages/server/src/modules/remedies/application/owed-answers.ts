import type { Statements } from '../../../platform/database/database.ts';
import { asDate } from '../../people/index.ts';
import type { Texts } from '../domain/wording.ts';
import { UNSETTLED } from './demand-record.ts';

/** An answer in writing that a body owes by a day: to a recommendation, or to a demand where the law sets one (Gov. Code 54960.1). */
export interface OwedAnswer {
  readonly kind: 'RESPONSE_OWED' | 'ANSWER_DEMAND';
  /** Of the recommendation, or the demand. */
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  /** Who owes it. */
  readonly bodyId: string;
  /** The body that recommends; null for a demand, which is anybody's. */
  readonly fromBodyId: string | null;
  /** The meeting that a demand is about; null for a recommendation. */
  readonly meetingId: string | null;
  readonly title: Texts;
  /** `yyyy-mm-dd`, where the body meets. */
  readonly due: string;
  /** The end of that day. */
  readonly dueAt: Date;
  /** Days from today to the day it is due. */
  readonly left: number;
}

interface Row extends Omit<OwedAnswer, 'title' | 'dueAt'> { readonly title: string; readonly dueAt: string }

/** Owed answers for which `condition` holds of `w` and `n`, the next one due first; under the school's scope. `w.since`: when it was asked for; `n.today`: where the body meets. */
export async function owedAnswers(em: Statements, condition: string, params: readonly unknown[]): Promise<OwedAnswer[]> {
  const rows = await em.execute<Row[]>(
    `select w.kind, w.id, w.school_id as "schoolId", w.environment_id as "environmentId", w.body_id as "bodyId", w.from_body_id as "fromBodyId", w.meeting_id as "meetingId", w.title::text as title,
       w.due::text as due, (w.due + 1)::timestamp at time zone e.time_zone as "dueAt", w.due - n.today as left
     from (select 'RESPONSE_OWED' as kind, r.id, r.school_id, r.environment_id, r.to_body_id as body_id, r.from_body_id, null::uuid as meeting_id, r.title, r.due, r.decided_on as since
         from recommendation r where r.given_on is null
       union all
       select 'ANSWER_DEMAND', d.id, d.school_id, d.environment_id, d.body_id, null, d.meeting_id, i.title, d.answer_by, d.demanded_on
         from reconsideration_demand d join agenda_item i on i.id = d.item_id where ${UNSETTLED} and d.answer_by is not null) w
     join learning_environment e on e.id = w.environment_id
     cross join lateral (select (clock_timestamp() at time zone e.time_zone)::date as today) n
     where ${condition}`, params);
  return rows.map(({ title, dueAt, ...rest }) => ({ ...rest, title: JSON.parse(title) as Texts, dueAt: asDate(dueAt) }));
}
