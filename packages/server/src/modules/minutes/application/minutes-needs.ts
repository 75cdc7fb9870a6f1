import { school } from '../../../platform/database/database.ts';
import { membersToday, ownBodies, preparedBodies } from '../../meetings/index.ts';
import { type Need, type NeedSource, uuidArray } from '../../people/index.ts';
import type { Texts } from '../domain/blocks.ts';
import { keptElsewhere } from './kept-elsewhere.ts';

const MOST = 20;

interface Row {
  readonly id: string;
  readonly title: Texts;
  readonly circulated: boolean;
}

/** Minutes that were sent to the viewer as a member, until they are approved; and those that the viewer has yet to send. */
export const minutesNeeds: NeedSource = {
  async needsOf(viewer, { house }) {
    const { schoolId, personId } = viewer;
    const rows = await house.db.under(school(schoolId)).execute<Row[]>(
      `select m.id, m.title, coalesce(u.state = 'CIRCULATED', false) as circulated
       from meeting m join learning_environment e on e.id = m.environment_id join sitting s on s.meeting_id = m.id left join minutes u on u.meeting_id = m.id
       where m.state = 'ADJOURNED' and not ${keptElsewhere('m.id', 'm.body_id')} and case coalesce(u.state, 'DRAFT')
         when 'CIRCULATED' then ${membersToday('m.body_id', 'e.time_zone')}
         when 'DRAFT' then m.body_id = any(?::uuid[]) or (? in (s.presiding_person, s.recorder_person) and m.body_id = any(?::uuid[]))
         else false end
       order by s.ended_at desc, m.id limit ${MOST}`, [personId, uuidArray(await preparedBodies(house, viewer)), personId, uuidArray(await ownBodies(house, viewer))]);
    return rows.map(({ id, title, circulated }): Need => {
      const kind = circulated ? 'CORRECT_MINUTES' : 'CIRCULATE_MINUTES';
      return { id: `${kind}:${id}`, kind, dueAt: null, title, targetId: id };
    });
  },
};
