import { createHash } from 'node:crypto';
import type { Statements } from '../../../platform/database/database.ts';
import type { Period } from '../domain/period.ts';
import { FORMAT } from '../domain/popolo.ts';
import { IS_OVER, periodParams } from './held-meetings.ts';

/** Everything that can change in a record of meetings that are over, told in a few bytes each; with everybody's name, since students named in it are seats. */
const TOLD = `select md5(concat_ws('|', b.version, b.closed_at, e.name, e.slug, e.time_zone, (select s.name from school s where s.id = b.school_id),
  (select string_agg(concat(m.id, m.state, m.version, s.version, n.state, n.number), ',' order by m.id)
    from meeting m left join sitting s on s.meeting_id = m.id left join minutes n on n.meeting_id = m.id where m.body_id = b.id and ${IS_OVER}),
  (select string_agg(concat(t.id, t.version, t.state, i.given_name, ' ', i.family_name), ',' order by t.id) from action_item t left join person_pii i on i.person_id = t.owner_id where t.body_id = b.id),
  (select string_agg(concat(h.id, h.ended_at, h.ends, p.retired_on, i.given_name, ' ', i.family_name), ',' order by h.id)
    from seat p join seat_holding h on h.seat_id = p.id left join person_pii i on i.person_id = h.person_id where p.body_id = b.id),
  (select string_agg(concat(p.id, p.name, p.retired_on), ',' order by p.id) from seat p where p.body_id = b.id),
  (select string_agg(concat(o.id, o.ended_at, o.ends, i.given_name, ' ', i.family_name), ',' order by o.id) from officer_term o left join person_pii i on i.person_id = o.person_id where o.body_id = b.id),
  (select string_agg(distinct concat(i.person_id, i.given_name, ' ', i.family_name), ',') from sitting_member t join meeting m on m.id = t.meeting_id join person_pii i on i.person_id = t.person_id where m.body_id = b.id),
  (select sum(hashtext(concat(i.given_name, ' ', i.family_name))) from person_pii i where i.school_id = b.school_id)
)) as told from governing_body b join learning_environment e on e.id = b.environment_id where b.id = ?`;

/** Names this very record, without reading it (RFC 9110, 8.8.3); weak, for it may travel compressed. */
export async function recordTag(em: Statements, bodyId: string, period: Period, file: string): Promise<string> {
  const [row] = await em.execute<{ told: string }[]>(TOLD, [...periodParams(period), bodyId]);
  return `W/"${createHash('sha256').update([FORMAT, file, period.from, period.to, row!.told].join('|')).digest('base64url').slice(0, 22)}"`;
}
