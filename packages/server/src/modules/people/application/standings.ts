/**
 * EL_PARENT is derived: guardians, themselves PARENT members, of active students with English-learner status in
 * the same environment. `m` is the membership the condition is about.
 */
export const IS_EL_PARENT = `m.constituency = 'PARENT' and exists (
  select from guardianship g
  join person s on s.id = g.student_id and s.active and s.english_learner
  join membership sm on sm.person_id = s.id and sm.environment_id = m.environment_id and sm.constituency = 'STUDENT'
  where g.guardian_id = m.person_id)`;

/**
 * One row per person and environment, constituencies and roles gathered; `condition` narrows the people (`p`).
 * Where a role is held comes first: that is where the person works. `offset 0` keeps the planner from turning the
 * lateral lookups, by index for each person asked about, into a gathering of the whole district (700 ms for 50,000).
 */
export const standingsOf = (condition: string): string => `
  select p.id as "personId", x.environment_id as "environmentId",
    coalesce(array_agg(distinct x.constituency) filter (where x.constituency is not null), '{}') as constituencies,
    coalesce(array_agg(distinct x.role) filter (where x.role is not null), '{}') as roles
  from person p
  cross join lateral (
    select m.environment_id, m.constituency, null as role from membership m where m.person_id = p.id
    union all
    select m.environment_id, 'EL_PARENT', null from membership m where m.person_id = p.id and ${IS_EL_PARENT}
    union all
    select r.environment_id, null, r.role from role_grant r where r.person_id = p.id
    offset 0
  ) x
  join learning_environment e on e.id = x.environment_id
  where ${condition}
  group by p.id, x.environment_id, e.name
  order by p.id, count(x.role) = 0, e.name, x.environment_id`;
