import { type EntityManager, gate, school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { bodiesById } from '../../bodies/index.ts';
import { sendMessage } from '../../messages/index.ts';
import { type OwedAnswer, owedAnswers } from './owed-answers.ts';
import { answerersOf } from './tell-officers.ts';

const REMIND = 'answer-remind';
/** Days begin at different hours in different places, so it is looked more often than once a day; nobody is told twice. */
const LOOK_EVERY_MS = 3_600_000;
/** Days before it is due: time for one more meeting of most bodies. */
const AHEAD = 7;

/** What was asked for in the days of a reminder has just been told. */
const DUE = `(w.due = n.today and w.since < w.due) or (w.due - n.today between 1 and ${AHEAD} and w.since < w.due - ${AHEAD}) order by w.due, w.id`;

/** Reminds whoever answers for a body of each answer it owes, seven days before it is due and on the day, once each; answers how many messages were sent. */
export async function remindOfAnswers({ db }: Pick<House, 'db'>): Promise<number> {
  const schools = await db.under(gate).execute<{ id: string }[]>('select id from school');
  let sent = 0;
  for (const { id } of schools) {
    sent += await db.transaction(school(id), async (em) => {
      let told = 0;
      for (const owed of await owedAnswers(em, DUE, [])) told += await remind(em, owed);
      return told;
    });
  }
  return sent;
}

async function remind(em: EntityManager, { kind, id, schoolId, environmentId, bodyId, fromBodyId, meetingId, title, due, left }: OwedAnswer): Promise<number> {
  const [body] = await bodiesById(em, [bodyId]);
  if (body === undefined) return 0;
  const asks = fromBodyId === null ? body : (await bodiesById(em, [fromBodyId]))[0] ?? body;
  const about = meetingId === null ? { kind: 'RECOMMENDATION', id, path: `/recommendations/${id}` } : { kind: 'MEETING', id: meetingId, path: `/meetings/${meetingId}` };
  return sendMessage(em, {
    schoolId, environmentId, kind: kind === 'RESPONSE_OWED' ? kind : 'DEMAND_DUE', about, recipients: await answerersOf(em, body),
    words: { body: asks.name, title, respondBy: due }, dedupeKey: `answer:${id}:due:${due}:${left === 0 ? 0 : AHEAD}`,
  });
}

/** Looks every hour; the answer stops it. */
export async function runReminders(house: House): Promise<() => Promise<void>> {
  const { jobs, clock } = house;
  await jobs.work(REMIND, async () => {
    await remindOfAnswers(house);
    await jobs.send(REMIND, {}, { singletonKey: 'later', startAfter: new Date(clock.now().getTime() + LOOK_EVERY_MS) });
  });
  await jobs.send(REMIND, {}, { singletonKey: 'now' });
  return () => Promise.resolve();
}
