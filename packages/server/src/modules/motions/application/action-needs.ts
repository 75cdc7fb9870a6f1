import { school } from '../../../platform/database/database.ts';
import { type NeedSource, asDateOrNull } from '../../people/index.ts';

/** Most action items one person is told of at once. */
const MOST = 20;

interface Row { readonly id: string; readonly title: string; readonly dueAt: string }

/** What the viewer is to do within two weeks, and what they should have done. */
export const actionNeeds: NeedSource = {
  async needsOf({ schoolId, personId, locale }, { house }) {
    const rows = await house.db.under(school(schoolId)).execute<Row[]>(
      `select t.id, t.title, (t.due + 1)::timestamp at time zone e.time_zone as "dueAt"
       from action_item t join learning_environment e on e.id = t.environment_id
       where t.owner_id = ? and t.state = 'OPEN' and t.due <= (clock_timestamp() at time zone e.time_zone)::date + 14 order by t.due, t.id limit ${MOST}`, [personId]);
    // It was written in one language, and nobody noted which.
    return rows.map(({ id, title, dueAt }) => ({ id: `DO_ACTION:${id}`, kind: 'DO_ACTION' as const, dueAt: asDateOrNull(dueAt), title: { [locale]: title }, targetId: id }));
  },
};
