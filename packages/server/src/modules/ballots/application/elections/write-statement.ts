import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import type { ElectionFault } from '../../domain/elections/election-fault.ts';
import { decideState } from '../../domain/elections/nominating.ts';
import { restate, translate } from '../../domain/elections/statement.ts';
import { statementFaults } from '../../domain/elections/statement-faults.ts';
import { type WordedText, textsOf } from '../../domain/wording.ts';
import { lookerAt } from '../looker.ts';
import type { ElectionAnswer } from './change-election.ts';
import { changeNomination } from './change-nomination.ts';

export type StatementAnswer = ElectionAnswer | { readonly answer: 'FAULTY'; readonly faults: readonly ElectionFault[] };

/**
 * A candidate's statement in the languages they write, the first of which is the original; or, from the committee, in
 * those they do not. Too many words for the election's rule are faults, and nothing is kept.
 */
export async function writeStatement(house: House, viewer: ViewerFacts, nominationId: string, texts: readonly WordedText[]): Promise<StatementAnswer> {
  let faults: readonly ElectionFault[] = [];
  const answer = await changeNomination(house, viewer, nominationId, (nomination, { election }) => {
    const { committee } = lookerAt(viewer, election);
    const decision = decideState(election, nomination, { personId: viewer.personId, committee });
    if (!decision.ok) return decision;
    faults = statementFaults(texts, election.statementWords);
    if (faults.length > 0) return { refusal: { reason: 'WRONG_STATE', about: [] } };
    const said = textsOf(texts);
    if (decision.by === 'COMMITTEE') {
      return { set: 'statement = ?::jsonb', values: [JSON.stringify(translate(nomination.statement, said))], kind: 'election.statement-translated', detail: { locales: Object.keys(said) } };
    }
    return {
      set: 'statement = ?::jsonb, statement_locale = ?', values: [JSON.stringify(restate(nomination.statement, said)), Object.keys(said)[0] ?? null],
      kind: 'election.statement-written', detail: { locales: Object.keys(said) },
    };
  });
  return faults.length > 0 ? { answer: 'FAULTY', faults } : answer;
}
