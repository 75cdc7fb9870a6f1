import type { EntityManager } from '../../../platform/database/database.ts';
import { OPEN_OFFICE } from '../domain/officers.ts';

/** Within an act on a body: whoever of these holds no seat of it any more leaves the office that only a member holds. */
export const leaveOffices = (em: EntityManager, bodyId: string, personIds: readonly string[]): Promise<unknown> => em.execute(
  `update officer_term o set ended_at = clock_timestamp(), end_reason = 'LEFT'
   where o.body_id = ? and o.person_id = any(?::uuid[]) and o.ended_at is null and o.office <> ?
     and not exists (select from seat s join seat_holding h on h.seat_id = s.id
       where s.body_id = o.body_id and s.retired_on is null and h.person_id = o.person_id and h.ended_at is null)`, [bodyId, `{${personIds.join(',')}}`, OPEN_OFFICE]);
