import type { AgendaItemWording, MeetingWording } from '../../meetings/index.ts';

const both = (en: string, es: string) => [{ locale: 'en', text: en }, { locale: 'es', text: es }];

type Words = Omit<MeetingWording, 'startsAt' | 'endsAt'>;

export const SITE = 'Board beside the front gate / Tablero junto a la entrada principal';

/** The meeting that was held. */
export const HELD: Words = {
  kind: 'REGULAR', title: both('First meeting of the school year', 'Primera reunión del año escolar'),
  place: both('School library, 1st floor', 'Biblioteca de la escuela, primer piso'), onlineUrl: null, interpretation: ['es'], childcare: true,
};

/** The one that waits to be called to order. */
export const WAITING: Words = { ...HELD, title: both('Work session on homework help', 'Sesión de trabajo sobre la ayuda con la tarea') };

export const HELD_AGENDA: readonly AgendaItemWording[] = [
  {
    title: both('A room for families', 'Una sala para las familias'),
    description: both('Whether to ask for room 12 as a place where families meet, with a computer and a telephone.',
      'Si se pide el salón 12 como lugar de encuentro para las familias, con computadora y teléfono.'),
    rationale: both('Families who have a place at school come more often, and their children miss fewer days.',
      'Las familias que tienen un lugar en la escuela vienen más seguido, y sus hijos faltan menos.'),
    intent: 'ACTION', minutesPlanned: 20, presenter: null,
  },
  {
    title: both('Evening meetings', 'Reuniones por la tarde'),
    description: both('Whether the committee meets at half past five instead of two in the afternoon.', 'Si el comité se reúne a las cinco y media en vez de las dos de la tarde.'),
    rationale: both('Parents who work by day can take part in what is decided for their children.',
      'Los padres que trabajan de día pueden participar en lo que se decide para sus hijos.'),
    intent: 'ACTION', minutesPlanned: 10, presenter: null,
  },
  {
    title: both('A school day in spring', 'Un día de clases en primavera'),
    description: both('Whether to move the family day to a Saturday.', 'Si se pasa el día de las familias a un sábado.'),
    rationale: both('Families see what their children learn.', 'Las familias ven lo que aprenden sus hijos.'),
    intent: 'ACTION', minutesPlanned: 10, presenter: null,
  },
  {
    title: both('Letters in two languages on the same day', 'Cartas en dos idiomas el mismo día'),
    description: both('Whether to recommend to the council that nothing goes home in English before it is ready in Spanish.',
      'Si se recomienda al consejo que nada llegue a casa en inglés antes de estar listo en español.'),
    rationale: both('Parents who read the news a week late cannot help their children with it.', 'Los padres que leen las noticias una semana tarde no pueden ayudar a sus hijos con ellas.'),
    intent: 'ACTION', minutesPlanned: 10, presenter: null,
  },
];

export const WAITING_AGENDA: readonly AgendaItemWording[] = [
  {
    title: both('Which afternoons', 'Qué tardes'),
    description: both('Which two afternoons of the week the library stays open for homework help.', 'Qué dos tardes de la semana queda abierta la biblioteca para la ayuda con la tarea.'),
    rationale: both('Help on the days when most homework is given reaches most students.', 'La ayuda en los días con más tareas llega a más estudiantes.'),
    intent: 'ACTION', minutesPlanned: 20, presenter: null,
  },
  {
    title: both('Who could help', 'Quién podría ayudar'),
    description: both('Names of aides and volunteers to be asked.', 'Nombres de asistentes y voluntarios a quienes preguntar.'),
    rationale: [], intent: 'DISCUSSION', minutesPlanned: 20, presenter: null,
  },
];

interface SeedMotion {
  /** By the place of its item. */
  readonly item: number;
  readonly text: readonly { readonly locale: string; readonly text: string }[];
  /** Of the members present, in the order of seats; those after say nothing and so abstain. Null: nobody objects. */
  readonly votes: readonly ('AYE' | 'NO' | 'ABSTAIN')[] | null;
  /** It recommends to the council, which owes an answer in so many days. */
  readonly answerIn?: number;
}

export const MOTIONS: readonly SeedMotion[] = [
  {
    item: 0, votes: ['AYE', 'AYE', 'AYE', 'NO', 'ABSTAIN'],
    text: both('The committee asks the principal for room 12 as a family room, with a computer and a telephone, from January on.',
      'El comité pide a la dirección el salón 12 como sala para las familias, con computadora y teléfono, a partir de enero.'),
  },
  { item: 1, votes: null, text: both('The committee meets at half past five.', 'El comité se reúne a las cinco y media.') },
  {
    item: 3, votes: null, answerIn: 10,
    text: both('The committee recommends that every letter to families goes out in English and Spanish on the same day.',
      'El comité recomienda que toda carta a las familias salga en inglés y en español el mismo día.'),
  },
  { item: 2, votes: ['AYE', 'AYE', 'NO', 'NO', 'ABSTAIN'], text: both('The family day moves to a Saturday.', 'El día de las familias pasa a un sábado.') },
];

/** What is to be done because of the first decision. */
export const ACTIONS = { coordinator: 'Ask the principal for room 12, and tell the committee / Pedir el salón 12 a la dirección y avisar al comité', clerk: 'List what the room needs / Anotar lo que hace falta en la sala' } as const;
