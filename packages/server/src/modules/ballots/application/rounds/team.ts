import type { EntityManager } from '../../../../platform/database/database.ts';
import { CONSTITUENCIES, type Eligible, eligibleFor } from '../../../people/index.ts';
import type { ProposalFacts } from '../../domain/rounds/proposal.ts';
import type { NamedPeople } from '../../domain/rounds/proposal-wording.ts';

/** Everybody is of one of these; that a parent is one of English learners is nobody's business here. */
const PEER_GROUPS = CONSTITUENCIES.filter((each) => each !== 'EL_PARENT');

/** Those who would take part if it opened now, each in one peer group. */
export async function teamOf(
  em: EntityManager, { environmentId, constituencies, named }: Pick<ProposalFacts, 'environmentId' | 'constituencies' | 'named'>,
): Promise<Eligible[]> {
  const eligible = await eligibleFor(em, environmentId, named.length > 0 ? PEER_GROUPS : constituencies);
  const chosen = named.length > 0 ? eligible.filter(({ personId }) => named.includes(personId)) : eligible;
  return chosen.map((each) => (each.constituency === 'EL_PARENT' ? { ...each, constituency: 'PARENT' } : each));
}

/** Who of those a wording names is really of the environment. */
export async function namedPeople(
  em: EntityManager, environmentId: string, { named, facilitatorId }: Pick<ProposalFacts, 'named' | 'facilitatorId'>,
): Promise<NamedPeople> {
  const here = new Map((await eligibleFor(em, environmentId, PEER_GROUPS)).map((each) => [each.personId, each.constituency]));
  const facilitator = here.get(facilitatorId.toLowerCase());
  return {
    strangers: named.filter((id) => !here.has(id.toLowerCase())),
    facilitator: facilitator === undefined ? 'NONE' : facilitator === 'STUDENT' ? 'STUDENT' : 'FITS',
  };
}

/** Fixes who takes part, with seats dealt out by lot: a number that followed the alphabet would tell a name. */
export async function seatTeam(em: EntityManager, proposal: { readonly id: string; readonly schoolId: string }, team: readonly Eligible[]): Promise<void> {
  await em.execute(
    `insert into proposal_participant (proposal_id, school_id, person_id, constituency, seat)
     select ?::uuid, ?::uuid, x."personId", x.constituency, row_number() over (partition by x.constituency order by random())
     from jsonb_to_recordset(?::jsonb) x("personId" uuid, constituency text)`,
    [proposal.id, proposal.schoolId, JSON.stringify(team)]);
}
