/**
 * A condition on the attendance plan `p`: it was said of the hour at which the meeting is now. Whoever said that they come
 * on the day it was moved from has said nothing of the new one.
 */
export const saidOfThisDay = (p: string): string => `${p}.answered_at >= (
  select min(n.posted_at) from notice n where n.meeting_id = ${p}.meeting_id and n.number > coalesce((
    select max(o.number) from notice o where o.meeting_id = ${p}.meeting_id
      and o.starts_at <> (select l.starts_at from notice l where l.meeting_id = ${p}.meeting_id order by l.number desc limit 1)), 0))`;
