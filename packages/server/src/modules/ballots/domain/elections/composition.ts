import type { Constituency } from '../ballot.ts';
import type { BodyKind, ElectionFacts } from './election.ts';

/** Students of the environment now, for the shares that the law asks of an English learner advisory committee. */
export interface Enrollment { readonly students: number; readonly englishLearners: number }

export const COMPOSITION_RULES = [
  'SIDES_EQUAL', 'TEACHER_MAJORITY', 'STUDENTS_EQUAL_PARENTS', 'COMMUNITY_BY_PARENTS', 'PRACTICAL_MINIMUM', 'EL_SHARE', 'HALF_TEACHERS',
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

/** Members of the council by law who are not elected: the principal; in a leadership council also the chapter chair. */
const PRINCIPAL = 1;
const CHAPTER_CHAIR = 1;

type Asked = Pick<ElectionFacts, 'bodyKind' | 'studentSeats' | 'constituencies'>;

/**
 * Whether the body would be composed as it must be, with the seats up and those that are not. A checklist for those who
 * prepare the election, not a lock: the body's own bylaws may say more (EC 65000, 65001; EC 52852; rules 13, 15, 17).
 */
export function checkComposition({ bodyKind, studentSeats, constituencies }: Asked, enrollment: Enrollment): CompositionLine[] {
  const seatsOf = (...of: readonly Constituency[]) =>
    constituencies.filter((each) => of.includes(each.constituency)).reduce((sum, each) => sum + each.seats + each.otherSeats, 0);
  return LINES[bodyKind](seatsOf, enrollment, studentSeats);
}

type SeatsOf = (...of: readonly Constituency[]) => number;
type Check = (seatsOf: SeatsOf, enrollment: Enrollment, studentSeats: boolean) => CompositionLine[];

const LINES: Readonly<Record<BodyKind, Check>> = {
  SSC: (seatsOf, _, studentSeats) => {
    const staff = PRINCIPAL + seatsOf('TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR');
    const families = seatsOf('PARENT', 'EL_PARENT', 'COMMUNITY');
    const students = seatsOf('STUDENT');
    const teachers = seatsOf('TEACHER');
    const smallest = studentSeats ? 12 : 10;
    return [
      line('SIDES_EQUAL', families + students, staff, families + students === staff),
      line('TEACHER_MAJORITY', teachers, staff - teachers, teachers > staff - teachers),
      ...(studentSeats ? [line('STUDENTS_EQUAL_PARENTS', students, families, students === families)] : []),
      line('COMMUNITY_BY_PARENTS', seatsOf('COMMUNITY'), 0, seatsOf('COMMUNITY') === 0),
      line('PRACTICAL_MINIMUM', staff + families + students, smallest, staff + families + students >= smallest),
    ];
  },
  ELAC: (seatsOf, { students, englishLearners }) => {
    const parents = seatsOf('EL_PARENT');
    const all = parents + seatsOf('PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'COMMUNITY');
    // parents / all ≥ learners / students, in whole numbers.
    const needed = students === 0 ? 0 : Math.ceil((englishLearners * all) / students);
    return [line('EL_SHARE', parents, needed, parents >= needed)];
  },
  LSLC: (seatsOf) => {
    const teachers = CHAPTER_CHAIR + seatsOf('TEACHER');
    const others = PRINCIPAL + seatsOf('PARENT', 'EL_PARENT', 'COMMUNITY', 'OTHER_STAFF', 'STUDENT', 'ADMINISTRATOR');
    return [line('HALF_TEACHERS', teachers, others, teachers === others)];
  },
  OTHER: () => [],
};

const line = (rule: CompositionRule, found: number, needed: number, met: boolean): CompositionLine => ({ rule, found, needed, met });
