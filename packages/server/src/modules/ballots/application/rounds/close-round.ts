import type { ProposalState } from '../../domain/rounds/proposal-states.ts';
import type { ChangingProposal } from './change-proposal.ts';
import type { RoundOutcome } from './proposal-record.ts';

interface Closing {
  readonly outcome: RoundOutcome;
  readonly by: string;
  readonly note: string | null;
}

/** The round takes no more answers. The proposal's row is held, and so does every answer hold it: none can land after this. */
export async function closeRound({ em, proposal }: ChangingProposal, { outcome, by, note }: Closing): Promise<void> {
  await em.execute(
    'update proposal_round set closed_at = clock_timestamp(), closed_by = ?, outcome = ?, note = ? where proposal_id = ? and number = ?',
    [by, outcome, note, proposal.id, proposal.round]);
}

/** The same for the last round: the proposal ends with it. */
export async function endProposalIn(changing: ChangingProposal, state: ProposalState, closing: Closing, ballotId: string | null = null): Promise<void> {
  await closeRound(changing, closing);
  await changing.em.execute(
    'update proposal set state = ?, ballot_id = ?, ended_at = clock_timestamp(), version = version + 1 where id = ?',
    [state, ballotId, changing.proposal.id]);
}
