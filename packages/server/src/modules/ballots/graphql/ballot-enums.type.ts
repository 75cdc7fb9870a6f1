import type { CombineRule, MajorityRule, Method, OptionKind, Outcome, QuorumRule } from '@plenary/count';
import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../people/graphql/enums.type.ts';
import { type BallotBinding, SECRECIES, type Secrecy } from '../domain/ballot.ts';
import { BALLOT_STATES, type BallotState } from '../domain/ballot-states.ts';
import type { BallotRefusalReason } from '../domain/refusal.ts';

export const BallotStateEnum = enumOf<BallotState>(BALLOT_STATES);
registerEnumType(BallotStateEnum, {
  name: 'BallotState',
  description: 'Where a ballot is in its life.',
  valuesConfig: {
    DRAFT: { description: 'Being worded; seen only by the election committee.' },
    SCHEDULED: { description: 'Announced: complete in every required language. A change makes it a draft again.' },
    OPEN: { description: 'The roll is frozen and people vote. Nothing of the ballot can change.' },
    CLOSED: { description: 'No vote can land any more; it is being counted.' },
    TALLIED: { description: 'Counted; waits for two people of the election committee.' },
    CERTIFIED: { description: 'The result is public and final.' },
    WITHDRAWN: { description: 'Taken back before anybody could vote.' },
  },
});

export const BallotMethodEnum = enumOf<Method>([
  'YES_NO', 'CHOOSE_ONE', 'APPROVAL', 'SCORE', 'DOTS', 'INSTANT_RUNOFF', 'SCOTTISH_STV', 'BUDGET_GREEDY', 'EQUAL_SHARES',
]);
registerEnumType(BallotMethodEnum, {
  name: 'BallotMethod',
  description: 'How a vote answers the question.',
  valuesConfig: {
    YES_NO: { description: 'Yes or no, decided by a majority.' },
    CHOOSE_ONE: { description: 'Exactly one option; the most votes win.' },
    APPROVAL: { description: 'Any options from one to `maxChoices`; the most votes win.' },
    SCORE: { description: 'A score from 0 to 5 for each option; the highest sum wins.' },
    DOTS: { description: '`maxChoices` dots to spread over the options as one likes; the most dots win.' },
    INSTANT_RUNOFF: { description: 'Options in order of preference, for one seat. The last goes out and its votes move on, until one has more than half.' },
    SCOTTISH_STV: {
      description: 'Options in order of preference, for several seats, counted as Scottish councils are (the single transferable vote, weighted inclusive Gregory): who reaches the quota is elected, what is left over moves on in full, the last goes out.',
    },
    BUDGET_GREEDY: { description: 'Projects to fund; those with the most votes are funded in turn, each that still fits.' },
    EQUAL_SHARES: { description: 'Projects to fund by the Method of Equal Shares: each voter has the same part of the budget, and a project is funded when its supporters can pay for it together.' },
  },
});

export const BallotSecrecyEnum = enumOf<Secrecy>(SECRECIES);
registerEnumType(BallotSecrecyEnum, {
  name: 'BallotSecrecy',
  description: 'Who could find out how somebody voted.',
  valuesConfig: {
    SECRET: { description: 'Nobody, once voting is closed. A vote can be changed until then. Votes are cast over /ballot/issue and /ballot/cast, not over GraphQL.' },
    CONFIDENTIAL: { description: 'Whoever runs the server; no page tells. Cast with castBallot; the first vote is final.' },
    OPEN: { description: 'Everybody who takes part: answers carry their authors\' names. For proposals, not for ballots.' },
  },
});

export const BallotBindingEnum = enumOf<BallotBinding>(['ADVISORY', 'BINDING', 'ELECTS']);
registerEnumType(BallotBindingEnum, {
  name: 'BallotBinding',
  description: 'What follows from the result.',
  valuesConfig: {
    ADVISORY: { description: 'Input: the body with authority adopts it by motion, or says why not.' },
    BINDING: { description: 'The decision itself, under the bylaw named.' },
    ELECTS: { description: 'Fills seats.' },
  },
});

export const BallotOptionKindEnum = enumOf<OptionKind>(['CHOICE', 'YES', 'NO', 'ABSTAIN']);
registerEnumType(BallotOptionKindEnum, {
  name: 'BallotOptionKind',
  description: 'What an option means to the count.',
  valuesConfig: {
    CHOICE: { description: 'One of several; its label says which.' },
    YES: { description: 'For.' },
    NO: { description: 'Against.' },
    ABSTAIN: { description: 'Takes part and counts toward quorum, but is no vote cast. Never beside another option.' },
  },
});

export const BallotOutcomeEnum = enumOf<Outcome>(['ADOPTED', 'NOT_ADOPTED', 'CHOSEN', 'TIED', 'NO_QUORUM']);
registerEnumType(BallotOutcomeEnum, {
  name: 'BallotOutcome',
  description: 'What the votes decided under the rules.',
  valuesConfig: {
    ADOPTED: { description: 'Every majority asked for was reached.' },
    NOT_ADOPTED: { description: 'A majority was missed (a tie is a miss), or nobody chose any option.' },
    CHOSEN: { description: 'As many options as there are seats have won, or every project that the rules fund.' },
    TIED: { description: 'More options than there are seats left share the same votes, and no lot was drawn.' },
    NO_QUORUM: { description: 'Too few took part in some constituency: nothing is decided.' },
  },
});

export const CombineRuleEnum = enumOf<CombineRule>(['EVERY_CONSTITUENCY', 'TOGETHER']);
registerEnumType(CombineRuleEnum, {
  name: 'CombineRule',
  description: 'Whose majority decides. Quorum is asked of each constituency either way.',
  valuesConfig: {
    EVERY_CONSTITUENCY: { description: 'Each constituency must reach its own majority (dual or triple majority). For YES_NO only.' },
    TOGETHER: { description: 'All votes count as one.' },
  },
});

export const MajorityBaseEnum = enumOf<MajorityRule['base']>(['CAST', 'PRESENT', 'ROLL']);
registerEnumType(MajorityBaseEnum, {
  name: 'MajorityBase',
  description: 'What a majority is a share of.',
  valuesConfig: {
    CAST: { description: 'Yes and no votes; abstentions are not votes cast.' },
    PRESENT: { description: 'Everybody who took part: abstentions count against.' },
    ROLL: { description: 'Everybody on the roll, whether they voted or not.' },
  },
});

export const QuorumKindEnum = enumOf<QuorumRule['kind']>(['NONE', 'SHARE_OF_ROLL', 'COUNT']);
registerEnumType(QuorumKindEnum, {
  name: 'QuorumKind',
  description: 'How the fewest people who must take part are reckoned.',
  valuesConfig: {
    NONE: { description: 'Any number will do.' },
    SHARE_OF_ROLL: { description: 'At least `numerator`/`denominator` of the roll, rounded up.' },
    COUNT: { description: 'At least `count` people.' },
  },
});

export const BallotRefusalEnum = enumOf<BallotRefusalReason>([
  'NOT_OPEN', 'CLOSED', 'NOT_ON_ROLL', 'ALREADY_VOTED', 'INVALID_CHOICE', 'WRONG_STATE', 'MISSING_LOCALES',
  'MISSING_TIMES', 'CLOSES_IN_PAST', 'EMPTY_ROLL', 'CERTIFIER_TWICE', 'NOT_COMMITTEE', 'BUSY', 'SECRET', 'TOO_MANY_PAPERS',
]);
registerEnumType(BallotRefusalEnum, {
  name: 'BallotRefusal',
  description: 'Why something cannot happen now. `about` of the refusal names what it is about.',
  valuesConfig: {
    NOT_OPEN: { description: 'Voting has not begun.' },
    CLOSED: { description: 'Voting has ended, by the database\'s clock.' },
    NOT_ON_ROLL: { description: 'The person was not a member of any of its constituencies when the roll was frozen.' },
    ALREADY_VOTED: { description: 'A vote of this person is in the box; the first is final.' },
    INVALID_CHOICE: { description: 'The options do not answer the question. About: `optionIds`.' },
    WRONG_STATE: { description: 'Not possible in the state the ballot is in. About: that state.' },
    MISSING_LOCALES: { description: 'Not complete in every required language (EC 48985). About: those languages.' },
    MISSING_TIMES: { description: 'It has no closing time. About: the field.' },
    CLOSES_IN_PAST: { description: 'Its closing time is over. About: the field.' },
    EMPTY_ROLL: { description: 'Nobody could vote in some constituency. About: those constituencies.' },
    CERTIFIER_TWICE: { description: 'This person has certified already; another must.' },
    NOT_COMMITTEE: { description: 'Only coordinators, clerks and administrators certify.' },
    TOO_MANY_PAPERS: { description: 'More printed ballots than were given out; `about` says how many that was.' },
    SECRET: { description: 'A secret ballot takes no vote from somebody signed in: see docs/api.md, "Secret ballots".' },
    BUSY: { description: 'Too many votes at this moment. The same request, key included, may be sent again.' },
  },
});
