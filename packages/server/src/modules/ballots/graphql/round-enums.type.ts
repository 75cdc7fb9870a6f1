import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../people/graphql/enums.type.ts';
import type { CommentRecord, RoundOutcome } from '../application/rounds/proposal-record.ts';
import { PROPOSAL_STATES, type ProposalState } from '../domain/rounds/proposal-states.ts';
import type { ConsentAnswer, ProposalKind } from '../domain/rounds/proposal.ts';
import type { RoundRefusalReason } from '../domain/rounds/refusal.ts';
import type { RoundRule } from '../domain/rounds/standing.ts';

export const ProposalStateEnum = enumOf<ProposalState>(PROPOSAL_STATES);
registerEnumType(ProposalStateEnum, {
  name: 'ProposalState',
  description: 'Where a proposal is in its life.',
  valuesConfig: {
    DRAFT: { description: 'Being worded; seen by its facilitator and those who prepare ballots.' },
    OPEN: { description: 'A round is open: who takes part is fixed, and answers under their name.' },
    ADOPTED: { description: 'A round closed with enough answers and no concern standing.' },
    NOT_ADOPTED: { description: 'Its rounds ended without agreement; a majority ballot may have been drafted instead.' },
    WITHDRAWN: { description: 'Taken back.' },
  },
});

export const ProposalKindEnum = enumOf<ProposalKind>(['CONSENT', 'FIST_TO_FIVE']);
registerEnumType(ProposalKindEnum, {
  name: 'ProposalKind',
  description: 'How a working team decides.',
  valuesConfig: {
    CONSENT: { description: 'Adopted when nobody objects: is it safe enough to try?' },
    FIST_TO_FIVE: { description: 'Each shows 0 to 5. Below 3 must be heard; repeated until all show 3 or more.' },
  },
});

export const ConsentAnswerEnum = enumOf<ConsentAnswer>(['CONSENT', 'STAND_ASIDE', 'OBJECT']);
registerEnumType(ConsentAnswerEnum, {
  name: 'ConsentAnswer',
  description: 'What a person says in a consent round.',
  valuesConfig: {
    CONSENT: { description: 'Safe enough to try.' },
    STAND_ASIDE: { description: 'Would rather not, and does not stop it. Counts toward the quorum.' },
    OBJECT: { description: 'Sees harm in it; the reason is owed, must be heard, and the proposal is amended or the objection withdrawn.' },
  },
});

export const RoundOutcomeEnum = enumOf<RoundOutcome>(['NEXT_ROUND', 'ADOPTED', 'NOT_ADOPTED', 'BALLOT', 'WITHDRAWN']);
registerEnumType(RoundOutcomeEnum, {
  name: 'RoundOutcome',
  description: 'How a round closed.',
  valuesConfig: {
    NEXT_ROUND: { description: 'Another followed it.' },
    BALLOT: { description: 'Without agreement; a majority ballot was drafted instead.' },
  },
});

export const RoundRuleEnum = enumOf<RoundRule['rule']>(['QUORUM', 'ALL_HEARD', 'NO_OBJECTION', 'ALL_THREE_OR_MORE']);
registerEnumType(RoundRuleEnum, {
  name: 'RoundRuleName',
  description: 'A rule that a round must meet for its proposal to be adopted.',
  valuesConfig: {
    QUORUM: { description: 'Enough of those who take part have answered.' },
    ALL_HEARD: { description: 'Everybody who must be heard has been. No round may close before, whatever it closes with.' },
    NO_OBJECTION: { description: 'Of CONSENT: nobody objects. `reached` counts the objections that stand.' },
    ALL_THREE_OR_MORE: { description: 'Of FIST_TO_FIVE: every answer is 3 or more.' },
  },
});

export const CommentKindEnum = enumOf<CommentRecord['kind']>(['QUESTION', 'REACTION']);
registerEnumType(CommentKindEnum, {
  name: 'RoundCommentKind',
  description: 'What a comment is: first questions, to understand; then reactions. Objections are answers, not comments.',
});

export const RoundRefusalEnum = enumOf<RoundRefusalReason>([
  'WRONG_STATE', 'MISSING_LOCALES', 'TOO_FEW_PARTICIPANTS', 'TOO_MANY_PARTICIPANTS', 'NOT_PARTICIPANT', 'WRONG_ANSWER', 'REASON_NEEDED',
  'TOO_MANY_CHANGES', 'NOTHING_TO_HEAR', 'NO_QUORUM', 'NOT_HEARD', 'STANDING_CONCERN', 'NOT_AMENDED', 'TOO_MANY_ROUNDS', 'TOO_MANY_COMMENTS',
]);
registerEnumType(RoundRefusalEnum, {
  name: 'RoundRefusal',
  description: 'Why something cannot happen now in an open round. `about` of the refusal names what it is about.',
  valuesConfig: {
    WRONG_STATE: { description: 'Not possible in the state the proposal is in. About: that state.' },
    MISSING_LOCALES: { description: 'Families or students take part, and it is not complete in every required language (EC 48985). About: those languages.' },
    TOO_FEW_PARTICIPANTS: { description: 'Fewer than two people would take part. About: how many.' },
    TOO_MANY_PARTICIPANTS: { description: 'More than 500 would: that is a ballot, not a working team. About: how many.' },
    NOT_PARTICIPANT: { description: 'The person was not among those who take part when the first round opened.' },
    WRONG_ANSWER: { description: 'Not an answer of this kind of proposal: 0 to 5, or a consent answer.' },
    REASON_NEEDED: { description: 'Below 3, and an objection, need a reason.' },
    TOO_MANY_CHANGES: { description: 'Changed more often within one round than a record can bear. About: how often it may be.' },
    NOTHING_TO_HEAR: { description: 'The answer no longer counts, was heard already, or need not be.' },
    NO_QUORUM: { description: 'Too few have answered. About: how many have, how many must.' },
    NOT_HEARD: { description: 'Somebody has not been heard. About: how many.' },
    STANDING_CONCERN: { description: 'An objection, or a value below 3, still stands. About: how many.' },
    NOT_AMENDED: { description: 'Over a standing objection the next round needs other words.' },
    TOO_MANY_ROUNDS: { description: 'The team has not agreed in so many rounds. About: how many.' },
    TOO_MANY_COMMENTS: { description: 'This person has commented enough in this round. About: how often one may.' },
  },
});
