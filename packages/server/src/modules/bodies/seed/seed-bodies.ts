import { school } from '../../../platform/database/database.ts';
import type { Demonstration, House } from '../../../platform/room.ts';
import { viewerFacts } from '../../people/index.ts';
import { appointOfficer } from '../application/appoint-officer.ts';
import { bodiesById } from '../application/body-record.ts';
import type { BodyAnswer } from '../application/change-body.ts';
import { createBody } from '../application/create-body.ts';
import { seatPerson } from '../application/seat-person.ts';
import type { BodyWording } from '../domain/body-wording.ts';

const both = (en: string, es: string) => [{ locale: 'en', text: en }, { locale: 'es', text: es }];

const COUNCIL: BodyWording = {
  kind: 'SSC', meetingLaw: 'GREENE', authority: 'DECIDING', studentSeats: true, name: both('School Site Council', 'Consejo Escolar'),
  remit: both('The school plan and how its extra money is spent, each year.', 'El plan escolar y en qué se gastan sus fondos adicionales, cada año.'),
};

const COMMITTEE: BodyWording = {
  kind: 'ELAC', meetingLaw: 'GREENE', authority: 'ADVISORY', studentSeats: false, name: both('English Learner Advisory Committee', 'Comité Asesor de Aprendices de Inglés'),
  remit: both('Advises the council on everything that touches students who learn English.', 'Asesora al consejo en todo lo que toca a los estudiantes que aprenden inglés.'),
};

/** A council whose families and students are still to be elected, and a committee that is whole, with its officers. */
export async function seedBodies(house: House, { schoolId, environmentId, people }: Demonstration): Promise<void> {
  const coordinator = await viewerFacts(house, { schoolId, personId: people['coordinator'] ?? '' });
  if (coordinator === null) return;
  const em = house.db.under(school(schoolId));
  const [{ today, ends } = { today: '', ends: '' }] = await em.execute<{ today: string; ends: string }[]>(
    `select current_date::text as today, (current_date + interval '18 months')::date::text as ends`);
  const read = async (id: string) => (await bodiesById(em, [id]))[0]!;
  const make = async (wording: BodyWording) => done(await createBody(house, coordinator, environmentId, wording));
  const seat = async (bodyId: string, constituency: string, among: readonly string[]) => {
    for (const personId of among) {
      const { id, version, seats } = await read(bodyId);
      const free = seats.find((each) => each.constituency === constituency && each.personId === null);
      if (free) done(await seatPerson(house, coordinator, { id, version }, { seatId: free.seatId!, personId, basis: free.way === 'APPOINTED' ? 'APPOINTED' : free.way, starts: today, ends }));
    }
  };
  const of = async (constituency: string, most: number, english = false) => (await em.execute<{ id: string }[]>(
    english
      ? `select distinct g.guardian_id as id from guardianship g join person s on s.id = g.student_id and s.active and s.english_learner
         join membership m on m.person_id = g.guardian_id and m.environment_id = ? and m.constituency = 'PARENT'
         where not exists (select from membership w where w.person_id = g.guardian_id and w.constituency in ('TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR')) order by 1 limit ${most}`
      : `select person_id as id from membership where environment_id = ? and constituency = '${constituency}' order by person_id limit ${most}`, [environmentId])).map(({ id }) => id);

  const council = await make(COUNCIL);
  await seat(council, 'ADMINISTRATOR', await of('ADMINISTRATOR', 1));

  const committee = await make(COMMITTEE);
  const parents = await of('EL_PARENT', 5, true);
  await seat(committee, 'EL_PARENT', parents);
  await seat(committee, 'TEACHER', [people['teacher']!]);
  for (const [office, personId] of [['CHAIR', parents[0]], ['SECRETARY', people['clerk']]] as const) {
    const { id, version } = await read(committee);
    if (personId) done(await appointOfficer(house, coordinator, { id, version }, { office, personId, starts: today, ends }));
  }
}

function done(answer: BodyAnswer): string {
  if (answer.answer !== 'CHANGED') throw new Error(`the demonstration's body was refused: ${JSON.stringify(answer)}`);
  return answer.bodyId;
}
