import type { MemberConstituency } from '../constituency.ts';
import type { CurrentPerson } from './current.ts';
import { type NextLink, linkKey } from './next-links.ts';
import { type NextState, type PlanInput, nextState, ordered } from './next-people.ts';
import type { Mention, StatedPerson } from './stated.ts';

export type Effect = 'ADD' | 'CHANGE' | 'KEEP' | 'LEAVE';

/** The state a person is brought to. */
export interface PersonAfter {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: string;
  readonly rosterLocale: string | null;
  readonly rosterRoles: readonly MemberConstituency[];
  readonly grade: string | null;
  readonly englishLearner: boolean;
  readonly householdId: string | null;
  readonly active: boolean;
}

/** What the roster does to one person. */
export interface PlannedPerson {
  readonly sourcedId: string;
  readonly file: string;
  /** 0 where the files do not list the person: they left, or a link changed them. */
  readonly line: number;
  readonly effect: Effect;
  /** Something is to be stored, if only what the roster said. */
  readonly write: boolean;
  readonly constituencies: readonly MemberConstituency[];
  /** Fields that change, by their names in the contract. */
  readonly changes: readonly string[];
  readonly after: PersonAfter;
  readonly join: readonly MemberConstituency[];
  readonly quit: readonly MemberConstituency[];
}

export interface PlannedLink extends Pick<NextLink, 'student' | 'guardian' | 'byStudent' | 'byGuardian'> {
  readonly effect: 'ADD' | 'CHANGE' | 'LEAVE';
}

export interface Count {
  readonly subject: 'PERSON' | 'MEMBERSHIP' | 'GUARDIANSHIP';
  readonly effect: Effect;
  readonly count: number;
}

export interface Plan {
  readonly people: readonly PlannedPerson[];
  readonly links: readonly PlannedLink[];
  readonly counts: readonly Count[];
  /** Mentions of people that neither the files nor the school know. */
  readonly toNobody: readonly Mention[];
  /** Students in the school once committed. */
  readonly students: number;
}

/** Language of a person whose roster says nothing about it. */
export const DEFAULT_LOCALE = 'en';

/**
 * Everything a roster would do to a school, compared with what is there. Pure, and the same whatever the order of
 * the rows; planning again after committing finds only KEEP.
 */
export function plan(input: PlanInput): Plan {
  const next = nextState(input);
  const current = new Map(input.current.map((person) => [person.sourcedId, person]));
  const stated = new Map(input.people.map((person) => [person.sourcedId, person]));
  const languages = { before: familyLanguages(input.links, (id) => current.get(id)?.rosterLocale ?? null),
    after: familyLanguages([...next.links.values()], (id) => languageOf(stated.get(id), current.get(id))) };
  const links = planLinks(input, next);
  const touched = new Map<string, Set<string>>();
  for (const { student, guardian } of links.filter(({ effect }) => effect !== 'CHANGE')) {
    (touched.get(student) ?? touched.set(student, new Set()).get(student)!).add('guardians');
    (touched.get(guardian) ?? touched.set(guardian, new Set()).get(guardian)!).add('students');
  }

  const people: PlannedPerson[] = [];
  const toNobody: Mention[] = [...next.toNobody];
  for (const id of new Set([...stated.keys(), ...current.keys(), ...next.present.keys()])) {
    const [now, before] = [stated.get(id), current.get(id)];
    const held = next.present.get(id);
    if (held !== undefined && before === undefined && now?.givenName === undefined) {
      if (now !== undefined) toNobody.push({ sourcedId: id, code: 'ROLE_OF_NOBODY', file: now.file, line: now.line, column: 'userSourcedId' });
      continue;
    }
    const planned = held === undefined ? leaving(now, before)
      : staying({ id, now, before, held, next, input, languages, touched: touched.get(id) });
    if (planned !== null && (now !== undefined || planned.effect !== 'KEEP')) people.push(planned);
  }
  return { people, links, toNobody, counts: count(people, links, next), students: countStudents(next) };
}

interface Staying {
  readonly id: string;
  readonly now: StatedPerson | undefined;
  readonly before: CurrentPerson | undefined;
  readonly held: ReadonlySet<MemberConstituency>;
  readonly next: NextState;
  readonly input: PlanInput;
  readonly languages: { readonly before: ReadonlyMap<string, string>; readonly after: ReadonlyMap<string, string> };
  readonly touched: ReadonlySet<string> | undefined;
}

function staying({ id, now, before, held, next, input, languages, touched }: Staying): PlannedPerson {
  const student = held.has('STUDENT');
  const known = <T>(said: T | undefined, was: T | undefined, none: T): T => (said !== undefined ? said : was !== undefined ? was : none);
  const own = languageOf(now, before);
  const effective = own ?? languages.after.get(id) ?? null;
  const wasEffective = before?.rosterLocale ?? languages.before.get(id) ?? null;
  const household = next.households.get(id);
  const after: PersonAfter = {
    givenName: known(now?.givenName, before?.givenName, ''),
    familyName: known(now?.familyName, before?.familyName, ''),
    email: known(student ? undefined : now?.email, before?.email, null),
    phone: known(student ? undefined : now?.phone, before?.phone, null),
    // A choice made here outlives the same roster; a roster that changes its mind is followed.
    locale: before !== undefined && (effective === null || effective === wasEffective) ? before.locale : effective ?? DEFAULT_LOCALE,
    rosterLocale: own,
    rosterRoles: next.stated.get(id) ?? [],
    grade: student ? known(now?.grade, before?.grade, null) : null,
    englishLearner: student && known(now?.englishLearner, before?.englishLearner, false),
    householdId: household === undefined ? null : input.householdId(household),
    // A row brings somebody back who had left; a link to somebody whom a delta does not list must not.
    active: now !== undefined || before === undefined || before.active,
  };
  const join = ordered(held).filter((each) => !before?.fromRoster.includes(each) && !before?.byHand.includes(each));
  const quit = (before?.fromRoster ?? []).filter((each) => !held.has(each));
  const changes = before === undefined ? [] : [
    ...FIELDS.filter((field) => before[field] !== after[field]),
    ...(join.length + quit.length > 0 ? ['constituencies'] : []),
    ...(['guardians', 'students'] as const).filter((each) => touched?.has(each)),
  ];
  const remembers = before !== undefined && before.rosterLocale === after.rosterLocale && sameRoles(before.rosterRoles, after.rosterRoles);
  return {
    sourcedId: id, file: now?.file ?? 'users.csv', line: now?.line ?? 0,
    effect: before === undefined ? 'ADD' : changes.length > 0 ? 'CHANGE' : 'KEEP',
    write: changes.length > 0 || !remembers,
    constituencies: ordered([...held, ...(before?.byHand ?? [])]),
    changes, after, join, quit,
  };
}

const FIELDS = ['active', 'givenName', 'familyName', 'email', 'phone', 'locale', 'grade', 'englishLearner', 'householdId'] as const;

const sameRoles = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((each) => b.includes(each));

/** Null for somebody the roster does not bring here, or who had left already. */
function leaving(now: StatedPerson | undefined, before: CurrentPerson | undefined): PlannedPerson | null {
  if (before === undefined) return null;
  const stays = before.anchored || before.byHand.length > 0;
  const nothingToDo = before.fromRoster.length === 0 && (stays || !before.active);
  if (nothingToDo) return null;
  return {
    sourcedId: before.sourcedId, file: now?.file ?? 'users.csv', line: now?.line ?? 0,
    effect: stays ? 'CHANGE' : 'LEAVE', write: true,
    constituencies: stays ? ordered(before.byHand) : [],
    changes: stays ? ['constituencies'] : ['active'],
    after: { ...before, rosterRoles: [], active: stays && before.active, householdId: null },
    join: [], quit: before.fromRoster,
  };
}

const languageOf = (now: StatedPerson | undefined, before: CurrentPerson | undefined): string | null =>
  now?.language !== undefined ? now.language : before?.rosterLocale ?? null;

/** A guardian whose own language is not stated reads their student's: the first student's, by `sourcedId`, that is known. */
function familyLanguages(links: readonly { student: string; guardian: string }[], language: (id: string) => string | null): ReadonlyMap<string, string> {
  const from = new Map<string, { student: string; language: string }>();
  for (const { student, guardian } of links) {
    const spoken = language(student);
    const known = from.get(guardian);
    if (spoken !== null && (known === undefined || student < known.student)) from.set(guardian, { student, language: spoken });
  }
  return new Map([...from].map(([guardian, { language: spoken }]) => [guardian, spoken]));
}

function planLinks(input: PlanInput, next: NextState): PlannedLink[] {
  const planned: PlannedLink[] = [];
  const before = new Map(input.links.map((link) => [linkKey(link.student, link.guardian), link]));
  for (const [key, link] of next.links) {
    const was = before.get(key);
    if (was === undefined) planned.push({ ...link, effect: 'ADD' });
    else if (was.byStudent !== link.byStudent || was.byGuardian !== link.byGuardian) planned.push({ ...link, effect: 'CHANGE' });
  }
  for (const [key, link] of before) if (!next.links.has(key)) planned.push({ ...link, effect: 'LEAVE' });
  return planned;
}

const countStudents = (next: NextState) => [...next.present.values()].filter((held) => held.has('STUDENT')).length;

function count(people: readonly PlannedPerson[], links: readonly PlannedLink[], next: NextState): Count[] {
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, each) => total + each, 0);
  const join = sum(people.map((each) => each.join.length));
  const quit = sum(people.map((each) => each.quit.length));
  const linksAdded = links.filter(({ effect }) => effect === 'ADD').length;
  const numbers: [Count['subject'], Effect, number][] = [
    ...(['ADD', 'CHANGE', 'KEEP', 'LEAVE'] as const).map((effect): [Count['subject'], Effect, number] =>
      ['PERSON', effect, people.filter((each) => each.effect === effect).length]),
    ['MEMBERSHIP', 'ADD', join],
    ['MEMBERSHIP', 'KEEP', sum([...next.present.values()].map((held) => held.size)) - join],
    ['MEMBERSHIP', 'LEAVE', quit],
    ['GUARDIANSHIP', 'ADD', linksAdded],
    ['GUARDIANSHIP', 'KEEP', next.links.size - linksAdded],
    ['GUARDIANSHIP', 'LEAVE', links.filter(({ effect }) => effect === 'LEAVE').length],
  ];
  return numbers.filter(([, , number]) => number > 0).map(([subject, effect, number]) => ({ subject, effect, count: number }));
}
