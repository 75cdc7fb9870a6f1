import type { Statements } from '../../../../platform/database/database.ts';
import { ELIGIBLE_SQL } from '../../../people/index.ts';
import type { Constituency } from '../../domain/ballot.ts';
import type { StandingInElection } from '../../domain/elections/nominating.ts';
import type { ElectionRecord } from './election-record.ts';

type Placed = Pick<ElectionRecord, 'environmentId'> & { readonly constituencies: readonly { readonly constituency: Constituency }[] };

/** What a person is to the election: the constituency they would be on the roll of, by the same statement that freezes it. */
export async function standingIn(em: Statements, election: Placed, personId: string): Promise<StandingInElection> {
  const [row] = await em.execute<Omit<StandingInElection, 'personId'>[]>(
    `select (select constituency from (${ELIGIBLE_SQL}) eligible where person_id = ?) as constituency,
       exists (select from membership m where m.person_id = ? and m.environment_id = ? and m.constituency = 'COMMUNITY') as "communityMember",
       exists (select from membership m where m.person_id = ? and m.constituency in ('TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR')) as employed`,
    [election.environmentId, `{${election.constituencies.map(({ constituency }) => constituency).join(',')}}`, personId,
      personId, election.environmentId, personId]);
  return { personId, ...row! };
}

/**
 * People of the environment who go by that name, in whatever capitals, accents and spacing it is typed: given name, then
 * family name. Exactly one may be nominated; nobody is offered a list of their neighbors.
 */
export async function peopleNamed(em: Statements, environmentId: string, name: string): Promise<string[]> {
  const rows = await em.execute<{ id: string; name: string }[]>(
    `select distinct p.id, i.given_name || ' ' || i.family_name as name
     from person p join person_pii i on i.person_id = p.id join membership m on m.person_id = p.id and m.environment_id = ?
     where p.active`, [environmentId]);
  const wanted = plain(name);
  return rows.filter((row) => plain(row.name) === wanted).map(({ id }) => id);
}

const plain = (name: string): string => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
