import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import { LocalizedTextInput } from '../../people/graphql/localized-text.type.ts';
import type { WordedSeat } from '../application/plan-seats.ts';
import type { Authority, BodyKind, Constituency, MeetingLaw, Office, OfficeLeaving, SeatBasis, SeatWay } from '../domain/body.ts';
import type { BodyWording } from '../domain/body-wording.ts';
import type { BodyQuorum, BylawsRules, EmployeeBar, Threshold } from '../domain/bylaws.ts';
import { AuthorityEnum, BodyKindEnum, BodyQuorumKindEnum, EmployeeBarEnum, MeetingLawEnum, OfficeEnum, OfficeLeavingEnum, SeatWayEnum, SittingBasisEnum, ThresholdEnum } from './body-enums.type.ts';

const MOST_LOCALES = 24;

@InputType('BodyInput', { description: 'A body as worded; revising replaces everything. Faults answer as BodyFaulty.' })
export class BodyInput implements BodyWording {
  @Field(() => BodyKindEnum, { description: 'What its composition is held against.' })
  kind!: BodyKind;

  @Field(() => MeetingLawEnum, { description: 'Under which open-meeting law it meets.' })
  meetingLaw!: MeetingLaw;

  @Field(() => AuthorityEnum, { description: 'Whether it decides or advises.' })
  authority!: Authority;

  @Field(() => [LocalizedTextInput], { description: 'At least one language; at most 200 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  name!: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], { defaultValue: [], description: 'What it decides or advises on; may be empty; at most 4,000 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  remit!: LocalizedTextInput[];

  @Field(() => Boolean, { defaultValue: false, description: 'Students have seats in it.' })
  studentSeats!: boolean;
}

@InputType('BodyQuorumInput', { description: 'How many members must be present.' })
export class BodyQuorumInput {
  @Field(() => BodyQuorumKindEnum, { description: 'How it is stated.' })
  kind!: BodyQuorum['kind'];

  @Field(() => Int, { nullable: true, description: 'Of a SHARE: 1 to 1,000.' })
  numerator?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a SHARE: `numerator` to 1,000.' })
  denominator?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a COUNT: 1 to 1,000.' })
  count?: number | null;
}

@InputType('BylawsInput', { description: 'A whole version of bylaws.' })
export class BylawsInput implements Omit<BylawsRules, 'quorum'> {
  @Field(() => BodyQuorumInput, { description: 'How many must be present.' })
  @ValidateNested()
  quorum!: BodyQuorumInput;

  @Field(() => ThresholdEnum, { description: 'What a motion needs unless it says more.' })
  threshold!: Threshold;

  @Field(() => ThresholdEnum, { description: 'To remove a member.' })
  removal!: Threshold;

  @Field(() => Int, { description: '1 to 60.' })
  termMonths!: number;

  @Field(() => Boolean, { description: 'Half the seats are filled each year.' })
  staggered!: boolean;

  @Field(() => Int, { description: 'At least what the body\'s law asks: 72 under GREENE and BROWN.' })
  noticeHours!: number;

  @Field(() => Int, { description: 'The same of a special meeting: 72 under GREENE, 24 under BROWN.' })
  specialNoticeHours!: number;

  @Field(() => Int, { description: '3 to 90.' })
  electionNoticeDays!: number;

  @Field(() => Int, { description: '3 to 90.' })
  orientationDays!: number;

  @Field(() => Boolean, { description: 'A member may vote through another. On record only: a sitting takes the votes of those who are there.' })
  proxies!: boolean;

  @Field(() => Boolean, { description: 'A member may vote without being there. On record only, as proxies are.' })
  absentee!: boolean;

  @Field(() => Boolean, { description: 'Agreement is sought before a vote is taken.' })
  consensusFirst!: boolean;

  @Field(() => [OfficeEnum], { description: 'At least one, each once.' })
  @ArrayMaxSize(20)
  offices!: Office[];

  @Field(() => Int, { description: '1 to 60.' })
  officerTermMonths!: number;

  @Field(() => Boolean, { description: 'Not under BROWN.' })
  officersBySecretBallot!: boolean;

  @Field(() => EmployeeBarEnum, { description: 'Whom parents may not choose for their seats.' })
  employees!: EmployeeBar;

  @Field(() => Int, { description: '30 to 900.' })
  commentSeconds!: number;

  @Field(() => Boolean, { defaultValue: false, description: 'Everybody reads minutes as a draft once they were sent to the members; else from their approval on.' })
  minutesDraftsPublic!: boolean;
}

export function rulesOf({ quorum: { kind, numerator, denominator, count }, ...rest }: BylawsInput): BylawsRules {
  const quorum: BodyQuorum = kind === 'COUNT' ? { kind, count: count ?? 0 } : kind === 'SHARE' ? { kind, numerator: numerator ?? 0, denominator: denominator ?? 0 } : { kind };
  return { quorum, ...rest };
}

@InputType('SeatInput', { description: 'Seats of one kind to add.' })
export class SeatInput implements WordedSeat {
  @Field(() => ConstituencyEnum, { description: 'Whose.' })
  constituency!: Constituency;

  @Field(() => Int, { description: 'How many, 1 to 50.' })
  number!: number;

  @Field(() => SeatWayEnum, { description: 'How each is filled.' })
  way!: SeatWay;

  @Field(() => ConstituencyEnum, { description: 'Whose choice it is; parents may choose a community member.' })
  chosenBy!: Constituency;

  @Field(() => Boolean, { defaultValue: true, description: 'Whoever holds it votes.' })
  votes!: boolean;

  @Field(() => [LocalizedTextInput], { description: 'What such a seat is called; at most 200 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  name!: LocalizedTextInput[];
}

@InputType('SittingInput', { description: 'Who takes a vacant seat, and for how long.' })
export class SittingInput {
  @Field(() => ID, { description: '`seatId` of the seat.' })
  seatId!: string;

  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field(() => SittingBasisEnum, { description: 'How they come to it.' })
  basis!: Exclude<SeatBasis, 'VACANT' | 'ACCLAIMED'>;

  @Field(() => String, { description: 'First day, `yyyy-mm-dd`.' })
  starts!: string;

  @Field(() => String, { description: 'Last day, `yyyy-mm-dd`.' })
  ends!: string;
}

@InputType('AppointmentInput', { description: 'Who takes an office, and for how long.' })
export class AppointmentInput {
  @Field(() => OfficeEnum, { description: 'Which.' })
  office!: Office;

  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field(() => String, { description: 'First day, `yyyy-mm-dd`.' })
  starts!: string;

  @Field(() => String, { description: 'Last day, `yyyy-mm-dd`.' })
  ends!: string;
}

@InputType('LeavingInput', { description: 'That an officer leaves their office, and from when on.' })
export class LeavingInput {
  @Field(() => ID, { description: '`id` of the Officer, who holds it today.' })
  officerId!: string;

  @Field(() => OfficeLeavingEnum, { description: 'How.' })
  leaves!: OfficeLeaving;

  @Field(() => String, { description: 'First day without them, `yyyy-mm-dd`: today or before, and it is at once; later, and they hold it until the day before.' })
  from!: string;
}
