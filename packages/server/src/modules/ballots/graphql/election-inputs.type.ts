import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, GraphQLISODateTime, ID, InputType, Int } from 'type-graphql';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import { LocalizedTextInput } from '../../people/graphql/localized-text.type.ts';
import type { Constituency } from '../domain/ballot.ts';
import { USUAL_CHALLENGE_DAYS } from '../domain/elections/challenging.ts';
import type { BodyKind, ElectionMethod, EmployeeRule } from '../domain/elections/election.ts';
import type { ElectionWording } from '../domain/elections/election-wording.ts';
import { USUAL_NOTICE_DAYS, USUAL_ORIENTATION_DAYS } from '../domain/elections/notice.ts';
import { USUAL_STATEMENT_WORDS } from '../domain/elections/statement.ts';
import { BodyKindEnum } from '../../bodies/graphql/body-enums.type.ts';
import { ElectionMethodEnum, EmployeeRuleEnum } from './election-enums.type.ts';

const MOST_LOCALES = 24;

@InputType('ElectionConstituencyInput', { description: 'Seats that one constituency fills.' })
export class ElectionConstituencyInput {
  @Field(() => ConstituencyEnum, { description: 'Each once; not PARENT and EL_PARENT together.' })
  constituency!: Constituency;

  @Field(() => Int, { description: '1 to 50.' })
  seats!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Seats of the same constituency that are not up, for the check of the composition: 0 to 100.' })
  otherSeats!: number;

  @Field(() => ElectionMethodEnum, { description: 'CHOOSE_ONE or INSTANT_RUNOFF for one seat, APPROVAL or SCOTTISH_STV for several.' })
  method!: ElectionMethod;

  @Field(() => [LocalizedTextInput], { description: 'What one such seat is called; at most 200 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  seatName!: LocalizedTextInput[];

  @Field(() => Boolean, { defaultValue: false, description: 'Community members may stand too. Only for parents.' })
  communityStands!: boolean;
}

@InputType('ElectionInput', { description: 'A whole election as worded; revising replaces everything. It may lack languages until its notice is posted; faults answer as ElectionFaulty.' })
export class ElectionInput {
  @Field(() => ID, { description: 'Where it is held; stays the same when revised.' })
  environmentId!: string;

  @Field(() => [LocalizedTextInput], { description: 'At least one language; at most 300 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  title!: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], { defaultValue: [], description: 'May be empty; at most 4,000 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  description!: LocalizedTextInput[];

  @Field(() => ID, { nullable: true, description: 'The body whose seats are filled, one of the environment that has not ended; its name, kind and student seats are then its own, whatever is said below. Left out: the body of that name, which begins with its first election.' })
  bodyId?: string | null;

  @Field(() => [LocalizedTextInput], { defaultValue: [], description: 'The body, by name; at most 200 characters each. REQUIRED without `bodyId`.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  body!: LocalizedTextInput[];

  @Field(() => BodyKindEnum, { defaultValue: 'OTHER', description: 'What its composition is held against.' })
  bodyKind!: BodyKind;

  @Field(() => Boolean, { defaultValue: false, description: 'Students have seats in it.' })
  studentSeats!: boolean;

  @Field(() => [LocalizedTextInput], { description: 'Where the orientation is held; at most 300 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  place!: LocalizedTextInput[];

  @Field(() => [ElectionConstituencyInput], { description: 'At least one.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  constituencies!: ElectionConstituencyInput[];

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the notice is posted by itself; left out: by hand.' })
  noticeAt?: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'At least `orientationDays` after the notice, and before voting.' })
  orientationAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'Not before the notice.' })
  nominationsFrom!: Date;

  @Field(() => GraphQLISODateTime, { description: 'Not after voting opens.' })
  nominationsUntil!: Date;

  @Field(() => GraphQLISODateTime, { description: 'At least `noticeDays` after the notice.' })
  opensAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'After `opensAt`.' })
  closesAt!: Date;

  @Field(() => String, { description: '`yyyy-mm-dd`.' })
  termStarts!: string;

  @Field(() => String, { description: '`yyyy-mm-dd`, after `termStarts`.' })
  termEnds!: string;

  @Field(() => Int, { defaultValue: USUAL_NOTICE_DAYS, description: '3 to 90 days of the calendar; never under 72 elapsed hours.' })
  noticeDays!: number;

  @Field(() => Int, { defaultValue: USUAL_ORIENTATION_DAYS, description: '3 to 90 days of the calendar; never under 72 elapsed hours.' })
  orientationDays!: number;

  @Field(() => Int, { defaultValue: USUAL_CHALLENGE_DAYS, description: '0 to 60.' })
  challengeDays!: number;

  @Field(() => Int, { defaultValue: USUAL_STATEMENT_WORDS, description: '10 to 1,000.' })
  statementWords!: number;

  @Field(() => Boolean, { defaultValue: false, description: 'The bylaws seat candidates without a vote where no more stand than there are seats.' })
  acclamation!: boolean;

  @Field(() => EmployeeRuleEnum, { defaultValue: 'EXCLUDED', description: 'Whether a parent employed at the school may stand for the parents.' })
  employees!: EmployeeRule;
}

/** Absent and null mean the same in a wording. */
export const electionWordingOf = (input: ElectionInput): ElectionWording => ({
  ...input,
  bodyId: input.bodyId ?? null,
  noticeAt: input.noticeAt ?? null,
  constituencies: input.constituencies.map(({ constituency, seats, otherSeats, method, seatName, communityStands }) => ({ constituency, seats, otherSeats, method, seatName, communityStands })),
});
