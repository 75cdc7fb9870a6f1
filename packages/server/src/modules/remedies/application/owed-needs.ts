import { school } from '../../../platform/database/database.ts';
import { bodiesById } from '../../bodies/index.ts';
import type { NeedSource } from '../../people/index.ts';
import { type OwedAnswer, owedAnswers } from './owed-answers.ts';
import { answersFor } from './tell-officers.ts';

/** Most answers one person is told of at once. */
const MOST = 20;

/** Answers owed by bodies that the viewer answers for, from the day they are asked for until they are given. */
export const owedNeeds: NeedSource = {
  async needsOf(viewer, { house }) {
    const em = house.db.under(school(viewer.schoolId));
    const owed = await owedAnswers(em,
      `w.environment_id = any(?::uuid[]) or exists (select from officer_term o where o.body_id = w.body_id and o.person_id = ? and o.ended_at is null) order by w.due, w.id limit ${MOST * 5}`,
      [`{${viewer.environments.filter(({ roles }) => roles.length > 0).map(({ environmentId }) => environmentId).join(',')}}`, viewer.personId]);
    if (owed.length === 0) return [];
    const bodies = new Map((await bodiesById(em, [...new Set(owed.map(({ bodyId }) => bodyId))])).map((body) => [body.id, body]));
    const mine = ({ bodyId }: OwedAnswer): boolean => { const body = bodies.get(bodyId); return body !== undefined && answersFor(viewer, body); };
    return owed.filter(mine).slice(0, MOST).map(({ kind, id, meetingId, title, dueAt }) => ({ id: `${kind}:${id}`, kind, dueAt, title, targetId: meetingId ?? id }));
  },
};
