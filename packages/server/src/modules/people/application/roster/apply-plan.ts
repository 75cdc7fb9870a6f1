import type { Statements } from '../../../../platform/database/database.ts';
import { announceSessionChange } from '../../../../platform/session/session-changes.ts';
import type { Plan, PlannedLink, PlannedPerson } from '../../domain/roster/plan.ts';

export interface Place {
  readonly schoolId: string;
  readonly environmentId: string;
}

/** Rows of one statement: few enough to stay small in memory, many enough that the trips do not count. */
const AT_ONCE = 1000;

/** Writes a plan in the caller's transaction, many rows to a statement. `progress` hears the people written so far. */
export async function applyPlan(em: Statements, place: Place, plan: Plan, progress?: (done: number) => void): Promise<void> {
  const people = plan.people.filter(({ write }) => write);
  let done = 0;
  for (const some of inParts(people)) {
    await writePeople(em, place, some);
    done += some.length;
    progress?.(done);
  }
  for (const some of inParts(plan.links.filter(({ effect }) => effect === 'LEAVE'))) await dropLinks(em, place, some);
  for (const some of inParts(plan.links.filter(({ effect }) => effect !== 'LEAVE'))) await writeLinks(em, place, some);
  for (const some of inParts(people.filter(({ effect }) => effect === 'LEAVE'))) await signOut(em, place, some);
}

function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}

async function writePeople(em: Statements, { schoolId, environmentId }: Place, people: readonly PlannedPerson[]): Promise<void> {
  await em.execute(
    `with x as (
       select * from jsonb_to_recordset(?::jsonb) as x(id text, active boolean, given text, family text, email text, phone text,
         locale text, "rosterLocale" text, "rosterRoles" text[], grade text, learner boolean, household uuid)
     ), p as (
       insert into person (school_id, source_id, active, locale, grade, english_learner, household_id, roster_locale, roster_roles)
       select ?::uuid, id, active, locale, grade, learner, household, "rosterLocale", "rosterRoles" from x
       on conflict (school_id, source_id) do update set active = excluded.active, locale = excluded.locale,
         grade = excluded.grade, english_learner = excluded.english_learner, household_id = excluded.household_id,
         roster_locale = excluded.roster_locale, roster_roles = excluded.roster_roles
       returning id, source_id
     )
     insert into person_pii (person_id, school_id, given_name, family_name, email, phone)
     select p.id, ?::uuid, x.given, x.family, x.email, x.phone from p join x on x.id = p.source_id
     on conflict (person_id) do update set given_name = excluded.given_name, family_name = excluded.family_name,
       email = excluded.email, phone = excluded.phone`,
    [JSON.stringify(people.map(({ sourcedId, after }) => ({
      id: sourcedId, active: after.active, given: after.givenName, family: after.familyName, email: after.email, phone: after.phone,
      locale: after.locale, rosterLocale: after.rosterLocale, rosterRoles: after.rosterRoles, grade: after.grade,
      learner: after.englishLearner, household: after.householdId,
    }))), schoolId, schoolId],
  );
  const quit = pairs(people, 'quit');
  if (quit.length > 0) {
    await em.execute(
      `delete from membership m using jsonb_to_recordset(?::jsonb) as x(id text, constituency text), person p
       where p.school_id = ?::uuid and p.source_id = x.id and m.person_id = p.id and m.environment_id = ?::uuid
         and m.constituency = x.constituency and m.from_roster`,
      [JSON.stringify(quit), schoolId, environmentId],
    );
  }
  const join = pairs(people, 'join');
  if (join.length > 0) {
    await em.execute(
      `insert into membership (school_id, environment_id, person_id, constituency, from_roster)
       select p.school_id, ?::uuid, p.id, x.constituency, true
       from jsonb_to_recordset(?::jsonb) as x(id text, constituency text)
       join person p on p.school_id = ?::uuid and p.source_id = x.id
       on conflict (environment_id, person_id, constituency) do nothing`,
      [environmentId, JSON.stringify(join), schoolId],
    );
  }
}

const pairs = (people: readonly PlannedPerson[], which: 'join' | 'quit') =>
  people.flatMap((person) => person[which].map((constituency) => ({ id: person.sourcedId, constituency })));

async function writeLinks(em: Statements, { schoolId }: Place, links: readonly PlannedLink[]): Promise<void> {
  await em.execute(
    `insert into guardianship (school_id, guardian_id, student_id, by_student, by_guardian)
     select ?::uuid, g.id, s.id, x."byStudent", x."byGuardian"
     from jsonb_to_recordset(?::jsonb) as x(student text, guardian text, "byStudent" boolean, "byGuardian" boolean)
     join person s on s.school_id = ?::uuid and s.source_id = x.student
     join person g on g.school_id = ?::uuid and g.source_id = x.guardian
     on conflict (guardian_id, student_id) do update set by_student = excluded.by_student, by_guardian = excluded.by_guardian`,
    [schoolId, JSON.stringify(links), schoolId, schoolId],
  );
}

async function dropLinks(em: Statements, { schoolId }: Place, links: readonly PlannedLink[]): Promise<void> {
  await em.execute(
    `delete from guardianship l using jsonb_to_recordset(?::jsonb) as x(student text, guardian text), person s, person g
     where s.school_id = ?::uuid and s.source_id = x.student and g.school_id = ?::uuid and g.source_id = x.guardian
       and l.student_id = s.id and l.guardian_id = g.id`,
    [JSON.stringify(links.map(({ student, guardian }) => ({ student, guardian }))), schoolId, schoolId],
  );
}

/** Whoever left is signed out everywhere, and their slips open nothing any more. */
async function signOut(em: Statements, { schoolId }: Place, people: readonly PlannedPerson[]): Promise<void> {
  const gone = `select p.id from person p join jsonb_array_elements_text(?::jsonb) as x(id) on p.source_id = x.id
    where p.school_id = ?::uuid`;
  const params = [JSON.stringify(people.map(({ sourcedId }) => sourcedId)), schoolId];
  await em.execute(
    `update access_slip set revoked_at = clock_timestamp() where revoked_at is null and person_id in (${gone})`, params);
  const ended = await em.execute<{ personId: string }[]>(
    `with ended as (update session set revoked_at = clock_timestamp() where revoked_at is null and person_id in (${gone})
       returning person_id)
     select distinct person_id as "personId" from ended`, params);
  for (const { personId } of ended) await announceSessionChange(em, personId);
}
