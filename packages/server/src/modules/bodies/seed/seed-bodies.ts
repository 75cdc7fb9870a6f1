import { school } from '../../../platform/database/database.ts';
import type { Demonstration, House } from '../../../platform/room.ts';
import { type Constituency, eligibleFor, viewerFacts } from '../../people/index.ts';
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
  // Each person once, staff before parents: nobody here sits for families and works at the school.
  const everybody = await eligibleFor(em, environmentId, ['ADMINISTRATOR', 'TEACHER', 'OTHER_STAFF', 'EL_PARENT']);
  const some = (constituency: Constituency, most: number) => everybody.filter((each) => each.constituency === constituency).slice(0, most).map(({ personId }) => personId);
  const read = async (id: string) => (await bodiesById(em, [id]))[0]!;

  async function seat(bodyId: string, constituency: Constituency, sitters: readonly string[]): Promise<void> {
    for (const personId of sitters) {
      const { id, version, seats, today } = await read(bodyId);
      const free = seats.find((each) => each.constituency === constituency && each.personId === null);
      if (free) done(await seatPerson(house, coordinator!, { id, version }, { seatId: free.seatId!, personId, basis: free.way, starts: today, ends: yearsAfter(today) }));
    }
  }

  const council = done(await createBody(house, coordinator, environmentId, COUNCIL));
  await seat(council, 'ADMINISTRATOR', some('ADMINISTRATOR', 1));

  const committee = done(await createBody(house, coordinator, environmentId, COMMITTEE));
  const parents = some('EL_PARENT', 5);
  await seat(committee, 'EL_PARENT', parents);
  await seat(committee, 'TEACHER', [people['teacher']!]);
  for (const [office, personId] of [['CHAIR', parents[0]], ['SECRETARY', people['clerk']]] as const) {
    const { id, version, today } = await read(committee);
    if (personId) done(await appointOfficer(house, coordinator, { id, version }, { office, personId, starts: today, ends: yearsAfter(today) }));
  }
}

/** The end of the second school year after that day. */
const yearsAfter = (day: string): string => `${Number(day.slice(0, 4)) + 2}-06-30`;

function done(answer: BodyAnswer): string {
  if (answer.answer !== 'CHANGED') throw new Error(`the demonstration's body was refused: ${JSON.stringify(answer)}`);
  return answer.bodyId;
}
