import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../people/graphql/enums.type.ts';
import type { DemandGround } from '../../meetings/index.ts';
import { SETTLED_HOW, type SettledHow } from '../application/settled-items.ts';
import { DEMAND_STATES, type DemandState } from '../domain/demand.ts';
import { RECOMMENDATION_STATES, RESPONSE_KINDS, type RecommendationState, type ResponseKind } from '../domain/recommendation.ts';
import { REMEDY_REFUSALS, type RemedyRefusalReason } from '../domain/refusal.ts';
import { SUGGESTION_STATES, type SuggestionState } from '../domain/suggestion.ts';

export const DemandGroundEnum = enumOf<DemandGround>(['AGENDA', 'OTHER']);
registerEnumType(DemandGroundEnum, {
  name: 'DemandGround',
  description: 'What a demand says was wrong.',
  valuesConfig: {
    AGENDA: { description: 'What was done was not on the agenda, or not described there (EC 35147; Gov. Code 54954.2).' },
    OTHER: { description: 'Anything else about how the meeting was held.' },
  },
});

export const DemandStateEnum = enumOf<DemandState>(DEMAND_STATES);
registerEnumType(DemandStateEnum, {
  name: 'DemandState',
  description: 'Where a demand stands today.',
  valuesConfig: {
    RECEIVED: { description: 'It waits for the body\'s next agenda.' },
    ON_AGENDA: { description: 'A meeting\'s agenda has it.' },
    OVERDUE: { description: 'The day to answer is past (Gov. Code 54960.1), or the body met again without settling it (EC 35147).' },
    RECONSIDERED: { description: 'The body adopted a motion to reconsider.' },
    CONFIRMED: { description: 'The body voted a motion to reconsider down, and stands by what it did.' },
    ANSWERED: { description: 'The body answered in writing.' },
    WITHDRAWN: { description: 'Whoever demanded took it back.' },
  },
});

export const RemedyRefusalEnum = enumOf<RemedyRefusalReason>(REMEDY_REFUSALS);
registerEnumType(RemedyRefusalEnum, {
  name: 'RemedyRefusalReason',
  description: 'Why a remedy cannot be had now.',
  valuesConfig: {
    NO_REMEDY: { description: 'No law gives this body\'s public a demand; its bylaws may.' },
    WRONG_STATE: { description: 'The meeting has not been held; `about` is its state.' },
    BEFORE_ACTION: { description: 'A demand about what was not done yet; `about` is the day.' },
    DEMAND_TOO_LATE: { description: 'The days to demand it are past; `about` is the last one.' },
    NO_SUCH_ITEM: { description: 'The meeting had no such item.' },
    TOO_MANY: { description: 'There are as many already as a record can bear; `about` is how many.' },
    SETTLED: { description: 'It is settled already; `about` is its state.' },
    NOT_ADVISORY: { description: 'The body advises nobody.' },
    BODY_CLOSED: { description: 'The body is no more.' },
    NO_SUCH_MOTION: { description: 'The deciding body adopted no such motion.' },
    MOTION_OR_CHAIR: { description: 'An answer rests on a motion of the deciding body, or is written by its chair or vice-chair.' },
    ORIGINAL_LANGUAGE: { description: 'What was said in its own language stays as it was said.' },
  },
});

export const RecommendationStateEnum = enumOf<RecommendationState>(RECOMMENDATION_STATES);
registerEnumType(RecommendationStateEnum, {
  name: 'RecommendationState',
  description: 'Where a recommendation stands today.',
  valuesConfig: {
    OWED: { description: 'It waits for the deciding body\'s next agenda.' },
    ON_AGENDA: { description: 'A meeting of the deciding body has it on its agenda.' },
    OVERDUE: { description: 'The day by which an answer was owed is past.' },
    ANSWERED: { description: 'The deciding body has answered in writing.' },
  },
});

export const ResponseKindEnum = enumOf<ResponseKind>(RESPONSE_KINDS);
registerEnumType(ResponseKindEnum, {
  name: 'ResponseKind',
  description: 'What a formal response says.',
  valuesConfig: { ACCEPTED: { description: 'Yes.' }, IN_PART: { description: 'Some of it; the words say what.' }, DECLINED: { description: 'No; the words say why.' } },
});

export const SuggestionStateEnum = enumOf<SuggestionState>(SUGGESTION_STATES);
registerEnumType(SuggestionStateEnum, {
  name: 'SuggestionState',
  description: 'What has become of a suggestion.',
  valuesConfig: {
    WAITING: { description: 'It waits for the body\'s next agenda.' }, ON_AGENDA: { description: 'A meeting\'s agenda has it.' },
    RECOMMENDED: { description: 'The body made it a recommendation.' }, ANSWERED: { description: 'The deciding body has answered.' },
  },
});

export const SettledHowEnum = enumOf<SettledHow>(SETTLED_HOW);
registerEnumType(SettledHowEnum, {
  name: 'SettledHow',
  description: 'How what an agenda item came up for was settled.',
  valuesConfig: {
    WITHDRAWN: { description: 'Whoever demanded it took it back.' }, ANSWERED: { description: 'The body answered in writing.' },
    RECONSIDERED: { description: 'The body adopted a motion to reconsider at another meeting.' }, CONFIRMED: { description: 'The body voted a motion to reconsider down at another meeting, and stands by what it did.' },
  },
});
