import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type MinutesRefusal, type MinutesRefusalReason, sourceOfRefusal } from '../domain/refusal.ts';

export const MinutesRefusalEnum = {
  WRONG_STATE: 'WRONG_STATE', NOT_CALLED_TO_ORDER: 'NOT_CALLED_TO_ORDER', NOT_COMPLETE: 'NOT_COMPLETE', NAMES_OPEN: 'NAMES_OPEN', STILL_IN_SESSION: 'STILL_IN_SESSION',
  NOT_A_MEMBER_PRESENT: 'NOT_A_MEMBER_PRESENT', NO_SUCH_PASSAGE: 'NO_SUCH_PASSAGE', PASSAGE_NOT_UNIQUE: 'PASSAGE_NOT_UNIQUE', NOTHING_CORRECTED: 'NOTHING_CORRECTED',
  NO_SUCH_BLOCK: 'NO_SUCH_BLOCK', NO_SUCH_CORRECTION: 'NO_SUCH_CORRECTION', SETTLED: 'SETTLED', CORRECTIONS_OPEN: 'CORRECTIONS_OPEN', NOT_ADOPTED: 'NOT_ADOPTED',
  QUESTION_PUT: 'QUESTION_PUT', NO_SUCH_NOTES: 'NO_SUCH_NOTES', SAME_LANGUAGE: 'SAME_LANGUAGE', ONLY_BY_MOTION: 'ONLY_BY_MOTION',
  KEPT_FOR_EVER: 'KEPT_FOR_EVER', KEPT_UNTIL: 'KEPT_UNTIL', ON_HOLD: 'ON_HOLD',
  TOO_LARGE: 'TOO_LARGE', NOTES_FULL: 'NOTES_FULL', BROKEN: 'BROKEN', NOT_TEXT: 'NOT_TEXT', NO_SUCH_TEXT: 'NO_SUCH_TEXT', CHANGES_MISSING: 'CHANGES_MISSING',
  ANOTHERS_HAND: 'ANOTHERS_HAND',
} as const satisfies Record<MinutesRefusalReason, MinutesRefusalReason>;
registerEnumType(MinutesRefusalEnum, {
  name: 'MinutesRefusalReason',
  description: 'Why something cannot happen to minutes, or to the notes they are made from.',
  valuesConfig: {
    WRONG_STATE: { description: 'The state of the minutes does not allow it; `about` names the state.' },
    NOT_CALLED_TO_ORDER: { description: 'The meeting has not been called to order: there is nothing to write down yet.' },
    NOT_COMPLETE: { description: 'Parts that minutes must have are missing; `about` names them, and `gaps` of the minutes say which.' },
    NAMES_OPEN: { description: 'Students are named in notes, and nobody has decided about it; `about` names the passages as blockId:language:start.' },
    STILL_IN_SESSION: { description: 'The meeting goes on.' },
    NOT_A_MEMBER_PRESENT: { description: 'Corrections come from members present where the minutes are up for approval.' },
    NO_SUCH_PASSAGE: { description: 'The passage is not there, or no longer.' },
    PASSAGE_NOT_UNIQUE: { description: 'The passage is there more than once: give more of it.' },
    NOTHING_CORRECTED: { description: 'It would read as before.' },
    NO_SUCH_BLOCK: { description: 'There is no such passage in these minutes, or not in that language.' },
    NO_SUCH_CORRECTION: { description: 'There is no such correction.' },
    SETTLED: { description: 'The correction has been settled; `about` says how.' },
    CORRECTIONS_OPEN: { description: 'Corrections wait to be settled; `about` says how many.' },
    NOT_ADOPTED: { description: 'None of the ways to amend approved minutes was reached; `about`: ayes, then what each way needs.' },
    NO_SUCH_NOTES: { description: 'There is nothing to translate.' },
    SAME_LANGUAGE: { description: 'The notes are written in that language; `about` names it.' },
    QUESTION_PUT: { description: 'The question on the motion that it is a part of is put: what members vote on stays as it is.' },
    ONLY_BY_MOTION: { description: 'Approved minutes change by an adopted motion to amend them alone; `about` names the state.' },
    KEPT_FOR_EVER: { description: 'Minutes are kept for ever.' },
    KEPT_UNTIL: { description: 'It is kept until the day in `about`.' },
    ON_HOLD: { description: 'Somebody has ordered that it be kept.' },
    TOO_LARGE: { description: 'One change is larger than is taken; `about` says how many bytes are.' },
    NOTES_FULL: { description: 'All notes together would be longer than is kept; `about` says how many characters are.' },
    BROKEN: { description: 'The change cannot be read.' },
    NOT_TEXT: { description: 'The change holds something else than plain text.' },
    NO_SUCH_TEXT: { description: 'The change writes where no item of this meeting is.' },
    CHANGES_MISSING: { description: 'The change follows from others that the server does not have: send everything since its `stateVector`.' },
    ANOTHERS_HAND: { description: 'The change writes under the client number of somebody else.' },
  },
});

@ObjectType('MinutesRefusal', { simpleResolvers: true, description: 'One reason why something cannot happen to minutes now.' })
export class MinutesRefusalType {
  @Field(() => MinutesRefusalEnum, { description: 'Why.' })
  readonly reason: MinutesRefusalReason;

  @Field(() => String, { nullable: true, description: 'The law or rule book it comes from, for example `RONR` or `EC 49073.2`; null where it is a rule of this record.' })
  readonly source: string | null;

  @Field(() => [String], { description: 'States, parts, numbers or ids that the refusal is about; never a name.' })
  readonly about: readonly string[];

  constructor({ reason, about }: MinutesRefusal) {
    this.reason = reason;
    this.about = about;
    this.source = sourceOfRefusal(reason);
  }
}
