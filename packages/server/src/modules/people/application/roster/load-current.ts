import type { Statements } from '../../../../platform/database/database.ts';
import type { CurrentLink, CurrentPerson } from '../../domain/roster/current.ts';
import type { Place } from './apply-plan.ts';

export interface CurrentRoster {
  readonly people: readonly CurrentPerson[];
  readonly links: readonly CurrentLink[];
}

/**
 * Everyone of the school who came from a roster, as they stand in one environment, and the guardianships among them.
 * The school is named beside the wall, so that a district's tables are entered by index and not read whole per school.
 */
export async function loadCurrent(em: Statements, { schoolId, environmentId }: Place): Promise<CurrentRoster> {
  const people = await em.execute<CurrentPerson[]>(
    `select p.source_id as "sourcedId", p.active, coalesce(i.given_name, '') as "givenName", coalesce(i.family_name, '') as "familyName",
       i.email, i.phone, p.locale, p.roster_locale as "rosterLocale", p.roster_roles as "rosterRoles", p.grade,
       p.english_learner as "englishLearner", p.household_id as "householdId",
       coalesce(m.from_roster, '{}') as "fromRoster", coalesce(m.by_hand, '{}') as "byHand",
       coalesce(m.elsewhere, false) or exists (select from role_grant r where r.person_id = p.id) as anchored
     from person p
     left join person_pii i on i.person_id = p.id
     left join lateral (
       select array_agg(constituency) filter (where environment_id = ? and from_roster) as from_roster,
         array_agg(constituency) filter (where environment_id = ? and not from_roster) as by_hand,
         bool_or(environment_id <> ?) as elsewhere
       from membership where person_id = p.id) m on true
     where p.school_id = ?::uuid and p.source_id is not null`,
    [environmentId, environmentId, environmentId, schoolId],
  );
  const links = await em.execute<CurrentLink[]>(
    `select s.source_id as student, g.source_id as guardian, l.by_student as "byStudent", l.by_guardian as "byGuardian"
     from person s join guardianship l on l.student_id = s.id join person g on g.id = l.guardian_id
     where s.school_id = ?::uuid and g.school_id = ?::uuid and s.source_id is not null and g.source_id is not null`,
    [schoolId, schoolId],
  );
  return { people, links };
}
