import { school } from '../../../platform/database/database.ts';
import type { Demonstration, House } from '../../../platform/room.ts';
import { type ViewerFacts, viewerFacts } from '../../people/index.ts';
import type { ElectionAnswer } from '../application/elections/change-election.ts';
import { electionsById } from '../application/elections/election-record.ts';
import { nominate } from '../application/elections/nominate.ts';
import { beginNominations, noticeElection } from '../application/elections/notice-election.ts';
import { scheduleElection } from '../application/elections/schedule-election.ts';
import { writeStatement } from '../application/elections/write-statement.ts';
import { USUAL_CHALLENGE_DAYS } from '../domain/elections/challenging.ts';
import type { ElectionWording, WordedSeats } from '../domain/elections/election-wording.ts';
import { USUAL_NOTICE_DAYS, USUAL_ORIENTATION_DAYS } from '../domain/elections/notice.ts';
import { USUAL_STATEMENT_WORDS } from '../domain/elections/statement.ts';
import { usualDates } from '../domain/elections/usual-dates.ts';

const both = (en: string, es: string) => [{ locale: 'en', text: en }, { locale: 'es', text: es }];

const seats = (constituency: WordedSeats['constituency'], number: number, en: string, es: string): WordedSeats => ({
  constituency, seats: number, otherSeats: 0, method: number > 1 ? 'SCOTTISH_STV' : 'INSTANT_RUNOFF', seatName: both(en, es), communityStands: false,
});

/** The school site council of a middle school with student seats, elected anew. */
const wording = (now: Date, timeZone: string): ElectionWording => ({
  title: both('School Site Council election', 'Elección del Consejo Escolar'),
  description: both(
    'The School Site Council decides each year how the school spends its extra money, and what the school plan says. It meets once a month for '
    + 'ninety minutes. You do not need any training to stand, only a wish to help; the orientation explains the rest.',
    'El Consejo Escolar decide cada año en qué gasta la escuela sus fondos adicionales y qué dice el plan escolar. Se reúne una vez al mes por '
    + 'noventa minutos. No necesita preparación para postularse, solo ganas de ayudar; en la orientación se explica lo demás.'),
  bodyId: null, body: both('School Site Council', 'Consejo Escolar'), bodyKind: 'SSC', studentSeats: true,
  place: both('School library, with interpreters', 'Biblioteca de la escuela, con intérpretes'),
  constituencies: [
    seats('PARENT', 3, 'Parent representative', 'Representante de las familias'), seats('STUDENT', 3, 'Student representative', 'Representante estudiantil'),
    seats('TEACHER', 4, 'Teacher representative', 'Representante docente'), seats('OTHER_STAFF', 1, 'Staff representative', 'Representante del personal'),
  ],
  ...usualDates(now, timeZone, USUAL_CHALLENGE_DAYS), noticeAt: null, nominationsFrom: now,
  noticeDays: USUAL_NOTICE_DAYS, orientationDays: USUAL_ORIENTATION_DAYS, challengeDays: USUAL_CHALLENGE_DAYS, statementWords: USUAL_STATEMENT_WORDS,
  acclamation: false, employees: 'EXCLUDED',
});

/** One election in which people nominate, with two nominations: a parent who stands, and a teacher who has yet to say yes. */
export async function seedElections(house: House, { schoolId, environmentId, people }: Demonstration): Promise<void> {
  const as = (role: string) => viewerFacts(house, { schoolId, personId: people[role] ?? '' });
  const [coordinator, parent, teacher] = await Promise.all([as('coordinator'), as('parent (English)'), as('teacher')]);
  if (!coordinator || !parent || !teacher) return;
  const em = house.db.under(school(schoolId));
  const [place] = await em.execute<{ timeZone: string }[]>('select time_zone as "timeZone" from learning_environment where id = ?', [environmentId]);
  const saved = await scheduleElection(house, coordinator, environmentId, wording(new Date(), place!.timeZone));
  if (saved.answer !== 'SAVED') throw new Error(`a demonstration election is faulty: ${JSON.stringify(saved)}`);
  const read = async () => (await electionsById(em, [saved.electionId]))[0]!;
  done(await noticeElection(house, coordinator, await read()));
  await beginNominations(house, schoolId, saved.electionId);

  done(await nominate(house, parent, saved.electionId, null));
  const [standing] = (await read()).nominations;
  done(await writeStatement(house, parent, standing!.id, both(
    'I am a nurse and a mother of two students here. I work nights, so I know how hard it is to come to a meeting at three in the afternoon. I want '
    + 'meetings at times when families can come, and a report that everybody understands of where the money went.',
    'Soy enfermera y madre de dos estudiantes de esta escuela. Trabajo de noche y sé lo difícil que es llegar a una reunión a las tres de la tarde. '
    + 'Quiero reuniones a horas en que las familias puedan ir, y un informe que todos entiendan sobre en qué se gastó el dinero.')));
  const proposer = await colleagueOf(house, teacher, environmentId);
  if (proposer !== null) done(await nominate(house, proposer, saved.electionId, await nameOf(house, teacher)));
}

async function colleagueOf(house: House, { schoolId, personId }: ViewerFacts, environmentId: string): Promise<ViewerFacts | null> {
  const [row] = await house.db.under(school(schoolId)).execute<{ personId: string }[]>(
    `select person_id as "personId" from membership where environment_id = ? and constituency = 'TEACHER' and person_id <> ? order by person_id limit 1`, [environmentId, personId]);
  return row === undefined ? null : viewerFacts(house, { schoolId, personId: row.personId });
}

async function nameOf(house: House, { schoolId, personId }: ViewerFacts): Promise<string> {
  const [row] = await house.db.under(school(schoolId)).execute<{ name: string }[]>(
    `select given_name || ' ' || family_name as name from person_pii where person_id = ?`, [personId]);
  return row!.name;
}

function done(answer: ElectionAnswer | { readonly answer: 'FAULTY' }): void {
  if (answer.answer !== 'CHANGED') throw new Error(`the demonstration's election was refused: ${JSON.stringify(answer)}`);
}
