import { school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { CARRIED_OVER, type ShownMeeting } from '../../meetings/index.ts';
import { DEMANDED, votedDown } from './demand-record.ts';
import { RECOMMENDED } from './recommendation-record.ts';

/** How what an item came up for was settled meanwhile. */
export const SETTLED_HOW = ['WITHDRAWN', 'ANSWERED', 'RECONSIDERED', 'CONFIRMED'] as const;
export type SettledHow = (typeof SETTLED_HOW)[number];

export interface SettledItem {
  readonly itemId: string;
  readonly how: SettledHow;
  /** `yyyy-mm-dd`, where the body meets. */
  readonly settledOn: string;
}

/** Items of a posted agenda that nothing is left to decide about: a notice stays as it hangs, so it is said beside it. */
export async function settledItems({ house }: RequestContext, { id, schoolId, state, agenda }: Pick<ShownMeeting, 'id' | 'schoolId' | 'state' | 'agenda'>): Promise<SettledItem[]> {
  if (state !== 'NOTICED') return [];
  const found = await house.db.under(school(schoolId)).execute<SettledItem[]>(
    `with recursive up (item_id, kind, origin_id) as (
       select a.id, a.origin_kind, a.origin_id from agenda_item a where a.meeting_id = ? and a.origin_kind is not null
       union select u.item_id, b.origin_kind, b.origin_id from up u join agenda_item b on u.kind = '${CARRIED_OVER}' and b.id = u.origin_id)
     select u.item_id as "itemId", d.state as how, d.settled_on::text as "settledOn" from up u join reconsideration_demand d on u.kind = '${DEMANDED}' and d.id = u.origin_id where d.settled_on is not null
     union all
     select u.item_id, 'CONFIRMED', max((v.decided_at at time zone e.time_zone)::date)::text from up u join reconsideration_demand d on u.kind = '${DEMANDED}' and d.id = u.origin_id and d.settled_on is null
       join motion v on ${votedDown('d.id')} join learning_environment e on e.id = d.environment_id group by u.item_id
     union all
     select u.item_id, 'ANSWERED', r.given_on::text from up u join recommendation r on u.kind = '${RECOMMENDED}' and r.id = u.origin_id where r.given_on is not null`, [id]);
  return found.filter(({ itemId }) => agenda.some((item) => item.id === itemId));
}
