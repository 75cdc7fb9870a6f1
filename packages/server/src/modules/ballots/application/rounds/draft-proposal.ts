import { randomUUID } from 'node:crypto';
import { school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import { type ViewerFacts, environmentIn, isUuid, mayDraftBallots, uuidArray } from '../../../people/index.ts';
import { type ProposalWording, proposalFaultsOf, roundWords } from '../../domain/rounds/proposal-wording.ts';
import type { ProposalAnswer } from './change-proposal.ts';
import { recordProposal } from './record-proposal.ts';
import { namedPeople } from './team.ts';

/** Values of the columns that a wording decides, in the order of {@link WORDED}. */
export function wordedColumns(wording: ProposalWording): unknown[] {
  const { title, body } = roundWords(wording);
  const { kind, constituencies, named, quorum, facilitatorId, publicRecord } = wording;
  return [
    kind, JSON.stringify(title), JSON.stringify(body), `{${constituencies.join(',')}}`, uuidArray(named),
    JSON.stringify({ numerator: quorum.numerator, denominator: quorum.denominator, atLeast: quorum.atLeast }), facilitatorId, publicRecord,
  ];
}

/** A new draft, seen by those who prepare and by its facilitator. @throws NOT_FOUND when the viewer may not prepare there. */
export async function draftProposal(house: House, viewer: ViewerFacts, environmentId: string, wording: ProposalWording): Promise<ProposalAnswer> {
  return house.db.transaction(school(viewer.schoolId), async (em): Promise<ProposalAnswer> => {
    const environment = isUuid(environmentId) ? await environmentIn(em, environmentId) : null;
    if (environment === null || !mayDraftBallots(viewer, environment.id)) throw coded('NOT_FOUND');
    const faults = proposalFaultsOf(wording, await namedPeople(em, environment.id, wording));
    if (faults.length > 0) return { answer: 'FAULTY', faults };
    const proposal = { id: randomUUID(), schoolId: viewer.schoolId, environmentId: environment.id };
    await em.execute(
      `insert into proposal (id, school_id, environment_id, created_by, kind, title, body, constituencies, named, quorum, facilitator_id, public_record)
       values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::text[], ?::uuid[], ?::jsonb, ?::uuid, ?)`,
      [proposal.id, proposal.schoolId, environment.id, viewer.personId, ...wordedColumns(wording)]);
    await recordProposal(house, em, { proposal, kind: 'proposal.drafted', actorId: viewer.personId });
    return { answer: 'CHANGED', proposalId: proposal.id };
  });
}
