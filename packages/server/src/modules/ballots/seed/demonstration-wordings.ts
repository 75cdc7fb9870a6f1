import type { Constituency } from '../domain/ballot.ts';
import { PLAIN_MAJORITY, type WordedConstituency, type WordedOption, type WordedText, type Wording } from '../domain/wording.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const both = (en: string, es: string): WordedText[] => [{ locale: 'en', text: en }, { locale: 'es', text: es }];
const option = (en: string, es: string, cost: number | null = null): WordedOption => ({ label: both(en, es), cost });

type Quorum = WordedConstituency['quorum'];
const share = (numerator: number, denominator: number): Quorum => ({ kind: 'SHARE_OF_ROLL', numerator, denominator, count: null });
const NO_QUORUM: Quorum = { kind: 'NONE', numerator: null, denominator: null, count: null };

const yesNo = (constituency: Constituency, quorum: Quorum): WordedConstituency => ({ constituency, quorum, majority: PLAIN_MAJORITY });
const choosing = (constituency: Constituency, quorum: Quorum): WordedConstituency => ({ constituency, quorum, majority: null });

const BASE = { secrecy: 'CONFIDENTIAL', maxChoices: null, seats: null, budgetTotal: null, bylaw: null, allowAbstain: true, options: [], opensAt: null } as const;

/** Questions that a middle school's community does put to itself, in words a sixth grader reads. */
export const wordings = (now: Date) => {
  const at = (ms: number) => new Date(now.getTime() + ms);
  return {
    phones: {
      ...BASE,
      question: both('Should phones stay in lockers all day, starting in January?', '¿Los teléfonos deben quedarse en los casilleros todo el día a partir de enero?'),
      description: both(
        'Today students may use phones at lunch. Teachers say many come to class late or upset after lunch. Some families want to be able to reach '
        + 'their child at any time; the office would take messages.\n\nIf parents and teachers both say yes, the school council will vote on the '
        + 'new rule in December. If one group says no, the rule stays as it is.',
        'Hoy los estudiantes pueden usar el teléfono durante el almuerzo. Las maestras y los maestros dicen que muchos llegan tarde o alterados a la '
        + 'clase siguiente. Algunas familias quieren poder comunicarse con su hijo a toda hora; la oficina tomaría los recados.\n\nSi las familias y '
        + 'el personal docente dicen que sí, el consejo escolar votará la nueva regla en diciembre. Si un grupo dice que no, la regla sigue igual.'),
      method: 'YES_NO', secrecy: 'SECRET', binding: 'ADVISORY', combine: 'EVERY_CONSTITUENCY',
      constituencies: [yesNo('PARENT', share(1, 4)), yesNo('TEACHER', share(1, 2))],
      closesAt: at(3 * DAY - 2 * HOUR),
    },
    club: {
      ...BASE,
      question: both('Which club should we start first after winter break?', '¿Qué club debemos abrir primero después de las vacaciones de invierno?'),
      description: both(
        'There is money and a room for one new club, two afternoons a week. The option with the most votes starts in January. The others stay on the list for next year.',
        'Hay dinero y un salón para un club nuevo, dos tardes por semana. La opción con más votos empieza en enero. Las demás quedan en la lista para el próximo año.'),
      method: 'CHOOSE_ONE', binding: 'ADVISORY', combine: 'TOGETHER',
      options: [
        option('Garden and cooking club', 'Club de jardín y cocina'), option('Robotics club', 'Club de robótica'),
        option('Folk dance club', 'Club de danza folclórica'), option('Music making club', 'Club de música'),
      ],
      constituencies: [choosing('STUDENT', share(1, 3)), choosing('PARENT', NO_QUORUM)],
      closesAt: at(6 * DAY + 5 * HOUR),
    },
    letter: {
      ...BASE,
      question: both('Should the weekly family letter come by text message?', '¿La carta semanal a las familias debe llegar por mensaje de texto?'),
      description: both(
        'The letter would come each Friday in your language, with a link to read it. Families without a cell phone would still get it on paper.',
        'La carta llegaría cada viernes en su idioma, con un enlace para leerla. Las familias sin celular la seguirían recibiendo en papel.'),
      method: 'YES_NO', binding: 'ADVISORY', combine: 'TOGETHER',
      constituencies: [yesNo('PARENT', share(1, 5))],
      opensAt: at(4 * DAY), closesAt: at(11 * DAY),
    },
    workshops: {
      ...BASE,
      question: [{ locale: 'en', text: 'Which times would work for family workshops in spring?' }],
      description: [{ locale: 'en', text: 'Pick every time that works for you. The time with the most votes will be used first.' }],
      method: 'APPROVAL', maxChoices: 3, binding: 'ADVISORY', combine: 'TOGETHER',
      options: ['Weekday mornings, 8:30 to 9:30', 'Weekday evenings, 6:00 to 7:00', 'Saturday mornings, 10:00 to 11:30']
        .map((text) => ({ label: [{ locale: 'en', text }], cost: null })),
      constituencies: [choosing('PARENT', NO_QUORUM)],
      opensAt: at(7 * DAY), closesAt: at(14 * DAY),
    },
    vision: {
      ...BASE,
      question: both('Do we adopt the new vision of our learning community?', '¿Adoptamos la nueva visión de nuestra comunidad de aprendizaje?'),
      description: both(
        'Students, families and teachers wrote it together in four meetings this fall. It says what we want every student to reach and how we '
        + 'decide together. All three groups must say yes.',
        'Estudiantes, familias y docentes la escribieron juntos en cuatro reuniones este otoño. Dice qué queremos que logre cada estudiante y cómo '
        + 'decidimos juntos. Los tres grupos deben decir que sí.'),
      method: 'YES_NO', secrecy: 'SECRET', binding: 'BINDING', bylaw: 'Bylaws, Article II: Vision', combine: 'EVERY_CONSTITUENCY',
      constituencies: [yesNo('PARENT', share(1, 5)), yesNo('STUDENT', share(1, 3)), yesNo('TEACHER', share(1, 2))],
      closesAt: at(DAY),
    },
  } satisfies Record<string, Wording>;
};
