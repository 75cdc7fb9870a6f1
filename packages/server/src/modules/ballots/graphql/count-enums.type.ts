import type { BudgetStep, LotPurpose, Margin, StageAction, UnfundedReason } from '@plenary/count';
import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../people/graphql/enums.type.ts';

export const StageKindEnum = enumOf<StageAction['kind']>(['FIRST', 'SURPLUS', 'EXCLUSION']);
registerEnumType(StageKindEnum, {
  name: 'StageKind',
  description: 'What a stage of a ranked count did.',
  valuesConfig: {
    FIRST: { description: 'Counted everybody\'s first choice.' },
    SURPLUS: { description: 'Moved on what an elected option had above the quota.' },
    EXCLUSION: { description: 'Took out the option with the fewest votes and moved all of them on.' },
  },
});

export const FundedByEnum = enumOf<BudgetStep['by']>(['VOTES', 'EQUAL_SHARES', 'LEFTOVER']);
registerEnumType(FundedByEnum, {
  name: 'FundedBy',
  description: 'By what a project was judged.',
  valuesConfig: {
    VOTES: { description: 'The number of votes, and the money left when its turn came.' },
    EQUAL_SHARES: { description: 'The money of those who voted for it.' },
    LEFTOVER: { description: 'The money that equal shares had left over.' },
  },
});

export const UnfundedReasonEnum = enumOf<UnfundedReason>(['NO_VOTES', 'NO_COST', 'OVER_BUDGET', 'NOT_ENOUGH_BACKING']);
registerEnumType(UnfundedReasonEnum, {
  name: 'UnfundedReason',
  description: 'Why a project is not funded.',
  valuesConfig: {
    NO_VOTES: { description: 'Nobody voted for it.' },
    NO_COST: { description: 'Equal shares buys only what costs something.' },
    OVER_BUDGET: { description: 'The money left did not cover it when its turn came.' },
    NOT_ENOUGH_BACKING: { description: 'What its supporters had left together did not cover it.' },
  },
});

export const LotPurposeEnum = enumOf<LotPurpose>(['SEAT', 'EXCLUSION', 'SURPLUS']);
registerEnumType(LotPurposeEnum, {
  name: 'LotPurpose',
  description: 'What a lot decided.',
  valuesConfig: {
    SEAT: { description: 'Who of the tied takes a seat.' },
    EXCLUSION: { description: 'Who of the tied goes out.' },
    SURPLUS: { description: 'Whose surplus moves first.' },
  },
});

export const SeatedByEnum = enumOf<Extract<Margin, { kind: 'SEAT' }>['by']>(['QUOTA', 'LAST_STANDING']);
registerEnumType(SeatedByEnum, {
  name: 'SeatedBy',
  description: 'How a seat was won in a ranked count.',
  valuesConfig: {
    QUOTA: { description: 'By reaching the quota.' },
    LAST_STANDING: { description: 'As one of the last, when no more were left than seats.' },
  },
});
