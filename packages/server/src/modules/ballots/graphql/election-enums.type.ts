import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../people/graphql/enums.type.ts';
import type { ChallengeDecision } from '../domain/elections/challenging.ts';
import { ELECTION_METHODS, EMPLOYEE_RULES, type ElectionMethod, type EmployeeRule, type SeatWay } from '../domain/elections/election.ts';
import { ELECTION_STATES, type ElectionState } from '../domain/elections/election-states.ts';
import type { NominationState } from '../domain/elections/nominating.ts';
import { ELECTION_REFUSALS, type ElectionRefusalReason } from '../domain/elections/refusal.ts';

export const ElectionStateEnum = enumOf<ElectionState>(ELECTION_STATES);
registerEnumType(ElectionStateEnum, {
  name: 'ElectionState',
  description: 'Where an election of members is in its life.',
  valuesConfig: {
    SCHEDULED: { description: 'Being prepared, with its dates; seen only by the election committee.' },
    NOTICED: { description: 'Its notice is posted, and the time of notice runs. A change makes it SCHEDULED again.' },
    NOMINATING: { description: 'Members of each constituency nominate; candidates write statements.' },
    OPEN: { description: 'The candidates\' order is drawn, and each constituency votes on a ballot of its own.' },
    CLOSED: { description: 'Voting has ended; the ballots are being counted.' },
    TALLIED: { description: 'Counted; waits for two people of the election committee.' },
    CERTIFIED: { description: 'The result is public. It may be challenged until `challengeUntil`; then the winners take their seats.' },
    CHALLENGED: { description: 'A challenge waits for the committee\'s decision; nobody is seated meanwhile.' },
    SET_ASIDE: { description: 'The committee set the whole result aside; nobody is seated.' },
    WITHDRAWN: { description: 'Taken back before anybody could vote.' },
  },
});

export const ElectionMethodEnum = enumOf<ElectionMethod>(ELECTION_METHODS);
registerEnumType(ElectionMethodEnum, {
  name: 'ElectionMethod',
  description: 'How a constituency elects: CHOOSE_ONE or INSTANT_RUNOFF for one seat, APPROVAL or SCOTTISH_STV for several.',
});

export const EmployeeRuleEnum = enumOf<EmployeeRule>(EMPLOYEE_RULES);
registerEnumType(EmployeeRuleEnum, {
  name: 'EmployeeRule',
  description: 'Whether a parent employed at the school may stand for the parents (EC 65000).',
  valuesConfig: { EXCLUDED: { description: 'No.' }, WARNED: { description: 'Yes, with a warning to the committee.' } },
});

export const SeatWayEnum = enumOf<SeatWay>(['VOTE', 'ACCLAIMED', 'VACANT']);
registerEnumType(SeatWayEnum, {
  name: 'SeatWay',
  description: 'How a constituency\'s seats are filled once nominations are over.',
  valuesConfig: {
    VOTE: { description: 'By a vote, also when no more stand than there are seats.' },
    ACCLAIMED: { description: 'Without a vote, because the bylaws say so and no more stand than there are seats.' },
    VACANT: { description: 'Not: nobody stands.' },
  },
});

export const NominationStateEnum = enumOf<NominationState>(['PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN']);
registerEnumType(NominationStateEnum, {
  name: 'NominationState',
  description: 'Whether the nominee stands.',
  valuesConfig: {
    PROPOSED: { description: 'Waits for the nominee; seen by nominee, nominator and committee.' },
    ACCEPTED: { description: 'Stands: a candidate.' },
    DECLINED: { description: 'Said no.' },
    WITHDRAWN: { description: 'Stepped back before voting opened.' },
  },
});

export const ChallengeDecisionEnum = enumOf<ChallengeDecision>(['DISMISSED', 'SET_ASIDE']);
registerEnumType(ChallengeDecisionEnum, {
  name: 'ChallengeDecision',
  description: 'What the committee makes of a challenge.',
  valuesConfig: { DISMISSED: { description: 'The result stands.' }, SET_ASIDE: { description: 'The result falls, of the constituency challenged or of all.' } },
});

export const ElectionRefusalEnum = enumOf<ElectionRefusalReason>(ELECTION_REFUSALS);
registerEnumType(ElectionRefusalEnum, {
  name: 'ElectionRefusal',
  description: 'Why something cannot happen to an election now. `about` of the refusal names what it is about.',
  valuesConfig: {
    WRONG_STATE: { description: 'Not possible in the state the election is in. About: that state.' },
    MISSING_LOCALES: { description: 'Not complete in every required language (EC 48985). About: those languages.' },
    NOTICE_TOO_SHORT: { description: 'Voting would open too soon after the notice: `noticeDays`, and never under 72 elapsed hours. About: the first moment that would do, and the days.' },
    ORIENTATION_TOO_SOON: { description: 'The same of the orientation and `orientationDays`. About: the first moment that would do, and the days.' },
    NOMINATIONS_NOT_OPEN: { description: 'Nominations have not begun. About: when they do.' },
    NOMINATIONS_CLOSED: { description: 'Nominations have ended. About: when they did.' },
    NOMINATIONS_STILL_OPEN: { description: 'Voting cannot open while people nominate. About: until when.' },
    TOO_EARLY: { description: 'Voting opens no sooner than the notice said. About: when.' },
    CLOSES_IN_PAST: { description: 'The time to vote is over. About: when it ended.' },
    EMPTY_ROLL: { description: 'Nobody could vote in some constituency. About: those constituencies.' },
    STATEMENTS_MISSING_LOCALES: { description: 'Some statement or word of the election is not in every required language. About: those languages.' },
    NOT_A_MEMBER: { description: 'Only members of a constituency whose seats are up nominate (EC 65000). About: those constituencies.' },
    NOMINEE_UNKNOWN: { description: 'No member of the viewer\'s constituency bears that name.' },
    NOMINEE_AMBIGUOUS: { description: 'Several people bear that name.' },
    OTHER_CONSTITUENCY: { description: 'The nominee belongs to another constituency. About: the viewer\'s.' },
    EMPLOYED: { description: 'A parent member may not be employed at the school (EC 65000).' },
    ALREADY_NOMINATED: { description: 'The person was nominated before, or declined.' },
    NOT_THE_NOMINEE: { description: 'Only the nominee may do this.' },
    ANSWERED: { description: 'The nomination is past this. About: its state.' },
    NOT_COMMITTEE: { description: 'Only coordinators, clerks and administrators may do this.' },
    CERTIFIER_TWICE: { description: 'This person has signed already; another must.' },
    NOT_ON_ROLL: { description: 'Only who was on the roll may challenge the result.' },
    CHALLENGES_OVER: { description: 'The time for challenges is over. About: when it ended.' },
    CHALLENGER: { description: 'Whoever filed a challenge does not decide it.' },
    DECIDED: { description: 'The challenge is decided. About: how.' },
    SEAT_NOT_HELD: { description: 'Nobody holds the seat.' },
  },
});
