import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { decideAnswer, decideStepBack } from '../../domain/elections/nominating.ts';
import { changeNomination } from './change-nomination.ts';

/** The nominee says yes or no to what somebody else proposed. */
export const answerNomination = (house: House, viewer: ViewerFacts, nominationId: string, accept: boolean) =>
  changeNomination(house, viewer, nominationId, (nomination, { election }) => {
    const decision = decideAnswer(election, nomination, viewer.personId, accept);
    if (!decision.ok) return decision;
    return {
      set: 'state = ?, answered_at = clock_timestamp()', values: [decision.state],
      kind: accept ? 'election.nomination-accepted' : 'election.nomination-declined',
    };
  });

/** A candidate steps back before the ballot papers are made. */
export const withdrawNomination = (house: House, viewer: ViewerFacts, nominationId: string) =>
  changeNomination(house, viewer, nominationId, (nomination, { election }) => {
    const decision = decideStepBack(election, nomination, viewer.personId);
    return decision.ok ? { set: `state = 'WITHDRAWN', answered_at = clock_timestamp()`, values: [], kind: 'election.nomination-withdrawn' } : decision;
  });
