import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { decideNextRound } from '../../domain/rounds/ending.ts';
import { owedLocales, unsaidIn } from '../../domain/rounds/opening.ts';
import { leads } from '../../domain/rounds/proposal-policy.ts';
import { type RoundWording, roundFaultsOf, roundWords } from '../../domain/rounds/proposal-wording.ts';
import { refuseRound } from '../../domain/rounds/refusal.ts';
import { type ProposalAt, changeProposal } from './change-proposal.ts';
import { closeRound } from './close-round.ts';
import { currentRound, roundFacts } from './proposal-record.ts';
import { recordProposal } from './record-proposal.ts';
import { said } from './said.ts';

/**
 * Closes the round and opens another on these words: everybody is asked anew, and what was said before stays on record.
 * The note says what changed, and why.
 */
export async function openNextRound(house: House, viewer: ViewerFacts, at: ProposalAt, wording: RoundWording, note: string | null) {
  const why = said('note', note);
  return changeProposal(house, viewer, at, leads, async (changing) => {
    const { em, proposal } = changing;
    const faults = roundFaultsOf(wording);
    if (faults.length > 0) return { faults };
    if (proposal.round === 0) return refuseRound('WRONG_STATE', [proposal.state]);
    const words = roundWords(wording);
    const decision = decideNextRound(proposal, roundFacts(proposal, currentRound(proposal)), words);
    if (!decision.ok) return decision;
    const missing = unsaidIn(words, owedLocales(proposal.participants, proposal.requiredLocales));
    if (missing.length > 0) return refuseRound('MISSING_LOCALES', missing);
    const [title, body] = [JSON.stringify(words.title), JSON.stringify(words.body)];
    await closeRound(changing, { outcome: 'NEXT_ROUND', by: viewer.personId, note: why });
    await em.execute('insert into proposal_round (proposal_id, number, school_id, title, body) values (?, ?, ?, ?::jsonb, ?::jsonb)',
      [proposal.id, proposal.round + 1, proposal.schoolId, title, body]);
    await em.execute('update proposal set title = ?::jsonb, body = ?::jsonb, round = round + 1, version = version + 1 where id = ?', [title, body, proposal.id]);
    await recordProposal(house, em, {
      proposal, kind: 'proposal.round', actorId: viewer.personId, detail: { round: proposal.round + 1 }, widely: true,
    });
    return null;
  });
}
