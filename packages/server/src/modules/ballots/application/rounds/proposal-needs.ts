import { school } from '../../../../platform/database/database.ts';
import type { Texts } from '../../domain/ballot.ts';
import type { Need, NeedSource } from '../../../people/index.ts';

/** Most rows of each kind on the home page. */
const MOST = 20;

/** Proposals this person has not answered in their present round, and rounds that wait for their facilitator. */
export const proposalNeeds: NeedSource = {
  async needsOf(viewer, { house }) {
    const em = house.db.under(school(viewer.schoolId));
    const rows = await em.execute<{ kind: Need['kind']; id: string; round: number; title: Texts }[]>(
      `(select 'RESPOND_TO_PROPOSAL' as kind, p.id, p.round, p.title
        from proposal p join proposal_participant x on x.proposal_id = p.id and x.person_id = ?
        where p.state = 'OPEN' and not exists (
          select from proposal_response a where a.proposal_id = p.id and a.participant_id = x.id and a.round = p.round)
        order by p.opened_at limit ${MOST})
       union all
       (select 'FACILITATE_ROUND', p.id, p.round, p.title
        from proposal p
        where p.state = 'OPEN' and p.facilitator_id = ? and (
          exists (select from proposal_response a where a.proposal_id = p.id and a.round = p.round and (a.fist < 3 or a.consent = 'OBJECT')
            and not exists (select from proposal_hearing h where h.response_id = a.id)
            and not exists (select from proposal_response b
              where b.proposal_id = a.proposal_id and b.round = a.round and b.participant_id = a.participant_id and b.revision > a.revision))
          or not exists (select from proposal_participant x where x.proposal_id = p.id and not exists (
            select from proposal_response a where a.proposal_id = p.id and a.participant_id = x.id and a.round = p.round)))
        order by p.opened_at limit ${MOST})`,
      [viewer.personId, viewer.personId]);
    return rows.map(({ kind, id, round, title }) => ({ id: `${kind}:${id}:${round}`, kind, dueAt: null, title, targetId: id }));
  },
};
