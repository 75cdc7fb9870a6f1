import type { BodyKind, Constituency, PlannedSeat, SeatWay, Texts } from './body.ts';

const NAMES: Readonly<Record<Constituency, Texts>> = {
  PARENT: { en: 'Parent representative', es: 'Representante de las familias' },
  EL_PARENT: { en: 'Parent of an English learner', es: 'Representante de familias que aprenden inglés' },
  STUDENT: { en: 'Student representative', es: 'Representante estudiantil' },
  TEACHER: { en: 'Teacher representative', es: 'Representante docente' },
  OTHER_STAFF: { en: 'Staff representative', es: 'Representante del personal' },
  ADMINISTRATOR: { en: 'Principal', es: 'Dirección' },
  COMMUNITY: { en: 'Community representative', es: 'Representante de la comunidad' },
};
const CHAPTER_CHAIR: Texts = { en: 'Chapter chair', es: 'Representante sindical' };

const some = (number: number, constituency: Constituency, way: SeatWay = 'ELECTED', name: Texts = NAMES[constituency]): PlannedSeat[] =>
  Array.from({ length: number }, () => ({ constituency, way, chosenBy: constituency, votes: true, name }));
const principal = some(1, 'ADMINISTRATOR', 'EX_OFFICIO');

/** Seats to begin with, the smallest lawful body of its kind; its keepers change them. */
export function usualSeats(kind: BodyKind, studentSeats: boolean): PlannedSeat[] {
  switch (kind) {
    // Four teachers, one of the staff and the principal face six of families and students: a middle school's council [S9].
    case 'SSC': return [...principal, ...some(4, 'TEACHER'), ...some(1, 'OTHER_STAFF'), ...(studentSeats ? [...some(3, 'PARENT'), ...some(3, 'STUDENT')] : some(6, 'PARENT'))];
    case 'ELAC': return [...some(5, 'EL_PARENT'), ...some(1, 'TEACHER', 'APPOINTED')];
    case 'LSLC': return [
      ...some(1, 'TEACHER', 'EX_OFFICIO', CHAPTER_CHAIR), ...some(5, 'TEACHER'), ...principal, ...some(studentSeats ? 3 : 4, 'PARENT'), ...some(1, 'OTHER_STAFF'),
      ...(studentSeats ? some(1, 'STUDENT') : []),
    ];
    case 'PLE_TEAM': return [...principal, ...some(3, 'TEACHER'), ...some(1, 'OTHER_STAFF'), ...some(3, 'PARENT'), ...(studentSeats ? some(2, 'STUDENT') : [])];
    case 'PTA': return some(5, 'PARENT');
    case 'PAC': return [...some(6, 'PARENT'), ...some(2, 'TEACHER'), ...principal];
    case 'OTHER': return [];
  }
}
