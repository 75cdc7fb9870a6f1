import type { Statements } from '../../../platform/database/database.ts';
import { type Constituency, PRECEDENCE } from '../domain/constituency.ts';
import { IS_EL_PARENT } from './standings.ts';

export interface Eligible {
  readonly personId: string;
  readonly constituency: Constituency;
}

/**
 * `select person_id, constituency` of everybody active in those constituencies of an environment, each person once,
 * in the first constituency by {@link PRECEDENCE} (rule 19). Two `?`: environment id, then `text[]` literal of
 * constituencies; for `insert into … select` when a roll is frozen. Runs under the school's scope.
 */
export const ELIGIBLE_SQL = `
  select distinct on (x.person_id) x.person_id, x.constituency
  from (
    select m.person_id, m.environment_id, m.constituency from membership m
    union all
    select m.person_id, m.environment_id, 'EL_PARENT' from membership m where ${IS_EL_PARENT}
  ) x
  join person p on p.id = x.person_id and p.active
  where x.environment_id = ? and x.constituency = any(?::text[])
  order by x.person_id, array_position('{${PRECEDENCE.join(',')}}'::text[], x.constituency)`;

/** The roll as it would be frozen now; one entry per person. */
export function eligibleFor(
  em: Statements, environmentId: string, constituencies: readonly Constituency[],
): Promise<Eligible[]> {
  return em.execute<Eligible[]>(
    `select person_id as "personId", constituency from (${ELIGIBLE_SQL}) eligible`,
    [environmentId, `{${constituencies.join(',')}}`],
  );
}
