import type { Constituency } from '../domain/ballot.ts';
import type { WordedConstituency, WordedOption, WordedText, Wording } from '../domain/wording.ts';

const DAY = 24 * 3_600_000;

const both = (en: string, es: string): WordedText[] => [{ locale: 'en', text: en }, { locale: 'es', text: es }];
const option = (en: string, es: string, cost: number | null = null): WordedOption => ({ label: both(en, es), cost });
const asked = (constituency: Constituency, quorum: WordedConstituency['quorum']): WordedConstituency => ({ constituency, quorum, majority: null });

const A_FIFTH: WordedConstituency['quorum'] = { kind: 'SHARE_OF_ROLL', numerator: 1, denominator: 5, count: null };
const NO_QUORUM: WordedConstituency['quorum'] = { kind: 'NONE', numerator: null, denominator: null, count: null };

const BASE = {
  secrecy: 'CONFIDENTIAL', maxChoices: null, seats: null, budgetTotal: null, binding: 'ADVISORY', bylaw: null, combine: 'TOGETHER', allowAbstain: true, opensAt: null,
} as const;

/** Questions that are answered in an order, or with money; and how people answered those that are decided. */
export const methodWordings = (now: Date) => {
  const at = (days: number) => new Date(now.getTime() + days * DAY);
  return {
    trips: {
      ...BASE, method: 'SCOTTISH_STV', seats: 2, allowAbstain: false,
      question: both('Which two field trips should we take this spring?', '¿Qué dos excursiones debemos hacer esta primavera?'),
      description: both(
        'There is money for two trips for everybody. Put as many as you like in order, the best first. If your first choice has votes to spare, or has too few, your vote helps the next one on your list.',
        'Hay dinero para dos excursiones para todos. Ponga en orden las que quiera, primero la mejor. Si a su primera opción le sobran votos, o tiene muy pocos, su voto ayuda a la siguiente de su lista.'),
      options: [
        option('Science museum', 'Museo de ciencias'), option('Tide pools at the beach', 'Pozas de marea en la playa'), option('Farm and orchard', 'Granja y huerto'),
        option('City orchestra', 'Orquesta de la ciudad'), option('College campus', 'Campus universitario'), option('Redwood forest', 'Bosque de secuoyas'),
      ],
      constituencies: [asked('STUDENT', A_FIFTH), asked('PARENT', NO_QUORUM)], closesAt: at(1),
    },
    fund: {
      ...BASE, method: 'EQUAL_SHARES', budgetTotal: 12_000,
      question: both('How should we spend the $12,000 of the family fund?', '¿Cómo debemos gastar los $12,000 del fondo de las familias?'),
      description: both(
        'Mark every project you want. Each voter has the same part of the money, so that not only the largest group decides.',
        'Marque todos los proyectos que quiera. Cada votante tiene la misma parte del dinero, para que no decida solo el grupo más grande.'),
      options: [
        option('Shade over the lunch tables', 'Toldo sobre las mesas del almuerzo', 4800), option('Instruments for the music room', 'Instrumentos para el salón de música', 2600),
        option('Books in Spanish for the library', 'Libros en español para la biblioteca', 1800), option('Bike racks', 'Estacionamiento de bicicletas', 900),
        option('Garden beds and tools', 'Camas de cultivo y herramientas', 1100), option('Homework club, one more afternoon', 'Club de tareas, una tarde más', 2700),
      ],
      constituencies: [asked('PARENT', NO_QUORUM), asked('STUDENT', NO_QUORUM)], closesAt: at(1),
    },
    garden: {
      ...BASE, method: 'INSTANT_RUNOFF',
      question: both('What should our new school garden be called?', '¿Cómo debe llamarse nuestro nuevo jardín escolar?'),
      description: both(
        'Put the names in order, the best first. You need not rank them all.',
        'Ponga los nombres en orden, primero el mejor. No hace falta ordenarlos todos.'),
      options: [
        option('Butterfly Corner', 'Rincón de las Mariposas'), option('The Green Classroom', 'El Salón Verde'),
        option('Grandmothers’ Garden', 'El Jardín de las Abuelas'), option('Sunflower Yard', 'Patio de los Girasoles'),
      ],
      constituencies: [asked('STUDENT', NO_QUORUM), asked('PARENT', NO_QUORUM)], closesAt: at(9),
    },
  } satisfies Record<string, Wording>;
};

/** Of every hundred people on the roll, how many gave each answer, options by their positions. */
export const methodVotes = {
  trips: {
    STUDENT: [
      [22, [1, 5, 0, 2]], [9, [1, 0, 5]], [7, [5, 1, 2]], [6, [0, 4, 3]], [6, [5, 2, 0]], [5, [2, 5, 0]], [3, [2, 4]], [4, [4, 0, 3]], [3, [3, 0, 4]],
    ],
    PARENT: [[7, [0, 4, 3]], [5, [4, 0, 3]], [4, [3, 0, 4]], [3, [1, 0, 2]], [3, [2, 5, 1]], [2, [0, 3]], [1, [3]]],
  },
  fund: {
    PARENT: [[11, [5, 2]], [8, [2, 4]], [7, [0, 5]], [5, [1, 2]], [3, [3]], [1, [6]]],
    STUDENT: [[17, [0]], [12, [0, 1]], [9, [1, 3]], [6, [3, 4]], [4, [0, 3, 4]], [2, [6]]],
  },
  garden: { STUDENT: [[6, [0, 3]], [5, [2, 0]], [4, [3]]], PARENT: [[8, [2, 0]], [3, [1]]] },
} as const;
