import { registerEnumType } from 'type-graphql';
import type { MinutesBlockKind } from '../domain/blocks.ts';
import type { MinutesPart } from '../domain/completeness.ts';
import type { CorrectionState } from '../domain/correcting.ts';
import type { MinutesState } from '../domain/minutes-states.ts';
import type { MinutesFaultCode } from '../domain/minutes-wording.ts';

export const MinutesStateEnum = {
  DRAFT: 'DRAFT', CIRCULATED: 'CIRCULATED', APPROVED: 'APPROVED', APPROVED_AS_CORRECTED: 'APPROVED_AS_CORRECTED', AMENDED: 'AMENDED',
} as const satisfies Record<MinutesState, MinutesState>;
registerEnumType(MinutesStateEnum, {
  name: 'MinutesState', description: 'Where minutes are in their life.',
  valuesConfig: {
    DRAFT: { description: 'Being made: assembled from what happened, whenever somebody looks.' },
    CIRCULATED: { description: 'Sent to the members, who may correct them before approval.' },
    APPROVED: { description: 'Approved as they were circulated.' },
    APPROVED_AS_CORRECTED: { description: 'Approved with corrections made in the text itself.' },
    AMENDED: { description: 'Approved, and changed since by a motion to amend them.' },
  },
});

export const MinutesBlockKindEnum = {
  HEADING: 'HEADING', FACT: 'FACT', ATTENDANCE: 'ATTENDANCE', QUORUM: 'QUORUM', COMMENT: 'COMMENT', NOTES: 'NOTES', MOTION: 'MOTION', VOTE: 'VOTE', DECISION: 'DECISION',
  ACTION: 'ACTION', ADJOURNMENT: 'ADJOURNMENT',
} as const satisfies Record<MinutesBlockKind, MinutesBlockKind>;
registerEnumType(MinutesBlockKindEnum, {
  name: 'MinutesBlockKind', description: 'What a passage of minutes tells.',
  valuesConfig: {
    HEADING: { description: 'What the passages below are about.' },
    FACT: { description: 'Something that was so: when and where, who presided, what became of an item.' },
    ATTENDANCE: { description: 'Who was there; a line for each member.' },
    QUORUM: { description: 'The quorum, and whenever it was lost or whole again.' },
    COMMENT: { description: 'That the public could speak; a line for each who did.' },
    NOTES: { description: 'What somebody wrote down, in the language they wrote it in and in those it was translated into.' },
    MOTION: { description: 'A motion or an amendment in its exact words, with who moved and seconded it.' },
    VOTE: { description: 'How it was disposed of; a line for each member who was called.' },
    DECISION: { description: 'What the body decided.' },
    ACTION: { description: 'Who does what until when.' },
    ADJOURNMENT: { description: 'When the meeting ended.' },
  },
});

export const MinutesPartEnum = {
  KIND: 'KIND', BODY: 'BODY', DATE: 'DATE', PLACE: 'PLACE', CHAIR: 'CHAIR', SECRETARY: 'SECRETARY', ATTENDANCE: 'ATTENDANCE', QUORUM: 'QUORUM', PRIOR_MINUTES: 'PRIOR_MINUTES',
  ADJOURNMENT: 'ADJOURNMENT', MOTION_TEXT: 'MOTION_TEXT', MOTION_MOVER: 'MOTION_MOVER', MOTION_DISPOSITION: 'MOTION_DISPOSITION', MOTION_COUNT: 'MOTION_COUNT',
} as const satisfies Record<MinutesPart, MinutesPart>;
registerEnumType(MinutesPartEnum, {
  name: 'MinutesPart', description: 'A part that minutes must have before they are circulated (Robert\'s Rules of Order; rule 24).',
  valuesConfig: {
    KIND: { description: 'What kind of meeting it was.' }, BODY: { description: 'Whose.' }, DATE: { description: 'When.' }, PLACE: { description: 'Where.' },
    CHAIR: { description: 'Who presided.' }, SECRETARY: { description: 'Who took the record.' }, ATTENDANCE: { description: 'Who was there and who was not.' },
    QUORUM: { description: 'Whether there was one.' }, PRIOR_MINUTES: { description: 'What became of earlier minutes.' }, ADJOURNMENT: { description: 'When it ended.' },
    MOTION_TEXT: { description: 'The exact words of a motion.' }, MOTION_MOVER: { description: 'Who moved it.' },
    MOTION_DISPOSITION: { description: 'What became of it.' }, MOTION_COUNT: { description: 'How the votes were counted.' },
  },
});

export const CorrectionStateEnum = { PROPOSED: 'PROPOSED', ACCEPTED: 'ACCEPTED', REFUSED: 'REFUSED', WITHDRAWN: 'WITHDRAWN' } as const satisfies Record<CorrectionState, CorrectionState>;
registerEnumType(CorrectionStateEnum, {
  name: 'CorrectionState', description: 'Where a correction is.',
  valuesConfig: {
    PROPOSED: { description: 'It waits to be settled.' },
    ACCEPTED: { description: 'Nobody objected, or more than half of the votes cast were for it, or the motion it is part of was adopted.' },
    REFUSED: { description: 'It was voted down.' },
    WITHDRAWN: { description: 'It was taken back before anybody settled it.' },
  },
});

export const MinutesFaultEnum = { REQUIRED: 'REQUIRED', TOO_LONG: 'TOO_LONG', BAD_LOCALE: 'BAD_LOCALE', OUT_OF_RANGE: 'OUT_OF_RANGE', REPEATED: 'REPEATED' } as const satisfies Record<MinutesFaultCode, MinutesFaultCode>;
registerEnumType(MinutesFaultEnum, {
  name: 'MinutesFaultCode', description: 'What is wrong with an input about minutes.',
  valuesConfig: {
    REQUIRED: { description: 'It must be said.' }, TOO_LONG: { description: 'It is longer than is kept.' }, BAD_LOCALE: { description: 'It is no BCP 47 tag.' },
    OUT_OF_RANGE: { description: 'Nobody can have counted that.' }, REPEATED: { description: 'It is given twice.' },
  },
});
