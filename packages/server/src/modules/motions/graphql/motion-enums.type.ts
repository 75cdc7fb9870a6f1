import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../people/graphql/enums.type.ts';
import { DISPOSALS, type DisposedBy } from '../application/motion-record.ts';
import { ACTION_STATES, type ActionState } from '../domain/action-item.ts';
import type { AmendmentState } from '../domain/amendment.ts';
import { MOTION_KINDS, type MotionKind, QUESTION_THRESHOLDS, type QuestionThreshold } from '../domain/choosing-threshold.ts';
import { MOTION_STATES, type MotionState } from '../domain/motion-states.ts';
import { QUESTION_STATES, QUESTION_WAYS, type QuestionState, type QuestionWay } from '../domain/question.ts';
import type { ThresholdBase } from '../domain/threshold.ts';
import { type RollCallLine, VOTE_CHOICES, type VoteChoice } from '../domain/voting.ts';

export const MotionKindEnum = enumOf<MotionKind>(MOTION_KINDS);
registerEnumType(MotionKindEnum, {
  name: 'MotionKind',
  description: 'What a motion is for.',
  valuesConfig: {
    MAIN: { description: 'To act on an item; adopted, it is a decision of the body.' },
    URGENCY: { description: 'To find that an item must be acted on now, and that this arose after posting (EC 35147; Gov. Code 54954.2).' },
    ADJOURN: { description: 'To end the meeting, which it does once adopted.' },
    APPROVE_MINUTES: { description: 'To approve minutes.' },
    AMEND_MINUTES: { description: 'To change minutes that were approved.' },
    RECONSIDER: { description: 'To decide again what was decided.' },
    RECOMMEND: { description: 'To recommend something to another body; a decision like a main motion.' },
    PROCEDURAL: { description: 'To order the meeting itself, as by a recess; never an action on an item.' },
  },
});

export const MotionStateEnum = enumOf<MotionState>(MOTION_STATES);
registerEnumType(MotionStateEnum, {
  name: 'MotionState',
  description: 'The life of a motion.',
  valuesConfig: {
    MOVED: { description: 'It waits for a seconder.' }, SECONDED: { description: 'It waits to be stated.' }, OPEN: { description: 'It is before the body.' },
    VOTING: { description: 'Votes are taken on it.' }, ADOPTED: { description: 'The body adopted it.' }, FAILED: { description: 'It did not reach its threshold, or nobody seconded it.' },
    TABLED: { description: 'Laid aside; it may be taken up again.' }, REFERRED: { description: 'Sent to somebody who looks into it first.' }, WITHDRAWN: { description: 'Its mover took it back.' },
  },
});

export const AmendmentStateEnum = enumOf<AmendmentState>(['MOVED', 'SECONDED', 'ADOPTED', 'FAILED', 'WITHDRAWN']);
registerEnumType(AmendmentStateEnum, {
  name: 'AmendmentState',
  description: 'The life of an amendment.',
  valuesConfig: {
    MOVED: { description: 'It waits for a seconder.' }, SECONDED: { description: 'It waits for its question.' }, ADOPTED: { description: 'The motion reads as it says.' },
    FAILED: { description: 'It did not reach its threshold, or nobody seconded it.' }, WITHDRAWN: { description: 'Its mover took it back.' },
  },
});

export const DisposedByEnum = enumOf<DisposedBy>(DISPOSALS);
registerEnumType(DisposedByEnum, {
  name: 'DisposedBy',
  description: 'How a motion came to its end, or to rest.',
  valuesConfig: {
    VOTE: { description: 'A counted vote.' }, CONSENT: { description: 'Nobody objected.' }, LAPSED: { description: 'Nobody seconded it.' },
    TABLED: { description: 'The body laid it aside.' }, REFERRED: { description: 'The body sent it to somebody.' }, WITHDRAWN: { description: 'Its mover took it back.' },
  },
});

export const QuestionThresholdEnum = enumOf<QuestionThreshold>(QUESTION_THRESHOLDS);
registerEnumType(QuestionThresholdEnum, {
  name: 'QuestionThreshold',
  description: 'What a question is held to: the thresholds of bylaws, and the law\'s own for findings of urgency.',
  valuesConfig: {
    MAJORITY_OF_CAST: { description: 'More ayes than half of ayes and noes.' }, TWO_THIRDS_OF_CAST: { description: 'Two thirds of ayes and noes.' },
    MAJORITY_OF_PRESENT: { description: 'More than half of the members present and not recused.' }, TWO_THIRDS_OF_PRESENT: { description: 'Two thirds of the members present (Gov. Code 54954.2).' },
    MAJORITY_OF_MEMBERS: { description: 'More than half of all members.' }, TWO_THIRDS_OF_MEMBERS: { description: 'Two thirds of all members.' },
    UNANIMOUS_OF_PRESENT: { description: 'Every member present.' },
  },
});

export const ThresholdBaseEnum = enumOf<ThresholdBase>(['CAST', 'PRESENT', 'MEMBERS']);
registerEnumType(ThresholdBaseEnum, {
  name: 'ThresholdBase',
  description: 'What a threshold is a share of.',
  valuesConfig: {
    CAST: { description: 'Ayes and noes.' }, PRESENT: { description: 'Members present; of a share that bylaws ask for without those recused.' }, MEMBERS: { description: 'Seats that are filled.' },
  },
});

export const QuestionWayEnum = enumOf<QuestionWay>(QUESTION_WAYS);
registerEnumType(QuestionWayEnum, {
  name: 'QuestionWay',
  description: 'How a question is put. None is secret (Gov. Code 54953).',
  valuesConfig: { ROLL_CALL: { description: 'Every member votes by name.' }, CONSENT: { description: 'Whether anybody objects; one objection makes it a roll call.' } },
});

export const QuestionStateEnum = enumOf<QuestionState>(QUESTION_STATES);
registerEnumType(QuestionStateEnum, {
  name: 'QuestionState',
  description: 'The life of a question that was put.',
  valuesConfig: { OPEN: { description: 'Members answer.' }, STOPPED: { description: 'It was broken off, and decided nothing.' }, ANNOUNCED: { description: 'Its result stands.' } },
});

export const VoteChoiceEnum = enumOf<VoteChoice>(VOTE_CHOICES);
registerEnumType(VoteChoiceEnum, {
  name: 'VoteChoice',
  description: 'What a member says when the roll is called.',
  valuesConfig: { AYE: { description: 'For it.' }, NO: { description: 'Against it.' }, ABSTAIN: { description: 'Neither; no vote cast.' }, RECUSED: { description: 'Takes no part, for a conflict of interest.' } },
});

export const RollCallVoteEnum = enumOf<RollCallLine['vote']>([...VOTE_CHOICES, 'ABSENT']);
registerEnumType(RollCallVoteEnum, {
  name: 'RollCallVote',
  description: 'A member\'s line of a roll call. Who is present and silent abstains.',
  valuesConfig: {
    AYE: { description: 'For it.' }, NO: { description: 'Against it.' }, ABSTAIN: { description: 'Neither; no vote cast.' }, RECUSED: { description: 'Took no part, for a conflict of interest.' },
    ABSENT: { description: 'Not there, and did not vote before leaving.' },
  },
});

export const ActionStateEnum = enumOf<ActionState>(ACTION_STATES);
registerEnumType(ActionStateEnum, {
  name: 'ActionState',
  description: 'The life of an action item.',
  valuesConfig: { OPEN: { description: 'To be done.' }, DONE: { description: 'Done.' }, DROPPED: { description: 'Not to be done any more.' } },
});
