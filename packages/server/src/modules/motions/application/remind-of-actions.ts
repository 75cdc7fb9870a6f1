import { gate, school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { sendMessage } from '../../messages/index.ts';
import { aboutAction, titleToCarry } from './tell-owner.ts';

const REMIND = 'action-remind';
/** Days begin at different hours in different places, so it is looked more often than once a day; nobody is told twice. */
const LOOK_EVERY_MS = 3_600_000;
/** Days before it is due. */
const AHEAD = 3;

interface DueAction {
  readonly id: string;
  readonly environmentId: string;
  readonly meetingId: string;
  readonly ownerId: string;
  readonly title: string;
  readonly due: string;
  /** Days from today, where the body meets, to the day it is due. */
  readonly left: number;
}

/** What was assigned in the days of a reminder has just been told. */
const DUE = `
  select t.id, t.environment_id as "environmentId", t.meeting_id as "meetingId", t.owner_id as "ownerId", t.title, t.due::text as due, t.due - d.today as left
  from action_item t join learning_environment e on e.id = t.environment_id
  cross join lateral (select (clock_timestamp() at time zone e.time_zone)::date as today, (t.assigned_at at time zone e.time_zone)::date as assigned) d
  where t.state = 'OPEN' and ((t.due = d.today and d.assigned < t.due) or (t.due - d.today between 1 and ${AHEAD} and d.assigned < t.due - ${AHEAD}))`;

/** Reminds of every action item three days before it is due and on the day, once each; answers how many messages were sent. Of another day somebody is reminded anew: nothing else tells its owner that it was moved. */
export async function remindOfActions({ db }: Pick<House, 'db'>): Promise<number> {
  const schools = await db.under(gate).execute<{ id: string }[]>('select id from school');
  let sent = 0;
  for (const { id: schoolId } of schools) {
    sent += await db.transaction(school(schoolId), async (em) => {
      let told = 0;
      for (const { id, environmentId, meetingId, ownerId, title, due, left } of await em.execute<DueAction[]>(DUE)) {
        told += await sendMessage(em, {
          schoolId, environmentId, kind: 'ACTION_DUE', about: aboutAction(id), recipients: [ownerId], words: { title: await titleToCarry(em, meetingId, title), dueOn: due }, dedupeKey: `action:${id}:due:${due}:${left === 0 ? 0 : AHEAD}` });
      }
      return told;
    });
  }
  return sent;
}

/** Looks every hour; the answer stops it. */
export async function runReminders(house: House): Promise<() => Promise<void>> {
  const { jobs, clock } = house;
  await jobs.work(REMIND, async () => {
    await remindOfActions(house);
    await jobs.send(REMIND, {}, { singletonKey: 'later', startAfter: new Date(clock.now().getTime() + LOOK_EVERY_MS) });
  });
  await jobs.send(REMIND, {}, { singletonKey: 'now' });
  return () => Promise.resolve();
}
