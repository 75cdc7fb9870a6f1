import type { BodyKind, Constituency } from './body.ts';

/** Students of the environment now, for the shares that the law asks of an English learner advisory committee. */
export interface Enrollment { readonly students: number; readonly englishLearners: number }

export const COMPOSITION_RULES = [
  'SIDES_EQUAL', 'TEACHER_MAJORITY', 'STUDENTS_EQUAL_PARENTS', 'COMMUNITY_BY_PARENTS', 'PRACTICAL_MINIMUM', 'EL_SHARE', 'HALF_TEACHERS', 'PARENT_MAJORITY',
] as const;
export type CompositionRule = (typeof COMPOSITION_RULES)[number];

/** One line of the checklist: the rule, the two numbers it compares, and whether it is met. */
export interface CompositionLine {
  readonly rule: CompositionRule;
  readonly found: number;
  /** At least, exactly or more than this, as the rule says. */
  readonly needed: number;
  readonly met: boolean;
}

/** Seats of one constituency, by whose choice they are. */
export interface SeatCount {
  readonly constituency: Constituency;
  readonly chosenBy: Constituency;
  readonly seats: number;
}

export interface Composed {
  readonly kind: BodyKind;
  readonly studentSeats: boolean;
  readonly seats: readonly SeatCount[];
}

/** Members by law who are not elected: the principal; in a leadership council also the chapter chair. */
const OFFICIALS: Readonly<Record<BodyKind, readonly Constituency[]>> = {
  SSC: ['ADMINISTRATOR'], ELAC: [], LSLC: ['ADMINISTRATOR', 'TEACHER'], PLE_TEAM: [], PTA: [], PAC: [], OTHER: [],
};

/** The seats an election knows of, with those that no election fills. */
export const withOfficials = (kind: BodyKind, seats: readonly SeatCount[]): SeatCount[] =>
  [...seats, ...OFFICIALS[kind].map((constituency) => ({ constituency, chosenBy: constituency, seats: 1 }))];

/** Whether a body is composed as it must be (EC 65000, 65001; EC 52852, 52176, 52063; rules 13, 15, 17). */
export function checkComposition({ kind, studentSeats, seats }: Composed, enrollment: Enrollment): CompositionLine[] {
  const seatsOf = (...of: readonly Constituency[]) =>
    seats.filter((each) => of.includes(each.constituency)).reduce((sum, each) => sum + each.seats, 0);
  return LINES[kind]({ seatsOf, all: seats.reduce((sum, each) => sum + each.seats, 0), seats, enrollment, studentSeats });
}

interface Asked {
  readonly seatsOf: (...of: readonly Constituency[]) => number;
  readonly all: number;
  readonly seats: readonly SeatCount[];
  readonly enrollment: Enrollment;
  readonly studentSeats: boolean;
}

const FAMILIES = ['PARENT', 'EL_PARENT', 'COMMUNITY'] as const;

const LINES: Readonly<Record<BodyKind, (asked: Asked) => CompositionLine[]>> = {
  SSC: ({ seatsOf, seats, studentSeats }) => {
    const staff = seatsOf('TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR');
    const families = seatsOf(...FAMILIES);
    const students = seatsOf('STUDENT');
    const teachers = seatsOf('TEACHER');
    const smallest = studentSeats ? 12 : 10;
    const strangers = seats.filter((each) => each.constituency === 'COMMUNITY' && !['PARENT', 'EL_PARENT'].includes(each.chosenBy))
      .reduce((sum, each) => sum + each.seats, 0);
    return [
      line('SIDES_EQUAL', families + students, staff, families + students === staff),
      line('TEACHER_MAJORITY', teachers, staff - teachers, teachers > staff - teachers),
      ...(studentSeats ? [line('STUDENTS_EQUAL_PARENTS', students, families, students === families)] : []),
      line('COMMUNITY_BY_PARENTS', strangers, 0, strangers === 0),
      line('PRACTICAL_MINIMUM', staff + families + students, smallest, staff + families + students >= smallest),
    ];
  },
  ELAC: ({ seatsOf, all, enrollment: { students, englishLearners } }) => {
    const parents = seatsOf('EL_PARENT');
    // parents / all ≥ learners / students, in whole numbers.
    const needed = students === 0 ? 0 : Math.ceil((englishLearners * all) / students);
    return [line('EL_SHARE', parents, needed, parents >= needed)];
  },
  LSLC: ({ seatsOf, all }) => {
    const teachers = seatsOf('TEACHER');
    return [line('HALF_TEACHERS', teachers, all - teachers, teachers === all - teachers)];
  },
  PAC: ({ seatsOf, all }) => {
    const parents = seatsOf('PARENT', 'EL_PARENT');
    return [line('PARENT_MAJORITY', parents, all - parents, parents > all - parents)];
  },
  PLE_TEAM: () => [],
  PTA: () => [],
  OTHER: () => [],
};

const line = (rule: CompositionRule, found: number, needed: number, met: boolean): CompositionLine => ({ rule, found, needed, met });
