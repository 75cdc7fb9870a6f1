import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../../../platform/graphql/relay.type.ts';
import type { BodyRecord, BylawsRecord, OfficerRecord } from '../application/body-record.ts';
import type { Authority, BodyKind, MeetingLaw, Office, OfficeLeaving } from '../domain/body.ts';
import type { BodyQuorum, BylawsRules, EmployeeBar, Threshold } from '../domain/bylaws.ts';
import type { CompositionLine, CompositionRule } from '../domain/composition.ts';
import type { BodyPermissions } from '../domain/policy.ts';
import {
  AuthorityEnum, BodyKindEnum, BodyQuorumKindEnum, CompositionRuleEnum, EmployeeBarEnum, MeetingLawEnum, OfficeEnum, OfficeLeavingEnum, ThresholdEnum,
} from './body-enums.type.ts';

@ObjectType('CompositionLine', { simpleResolvers: true, description: 'One rule of the body\'s composition, held against the seats.' })
export class CompositionLineType implements CompositionLine {
  @Field(() => CompositionRuleEnum, { description: 'Which.' })
  rule!: CompositionRule;

  @Field(() => Int, { description: 'What there would be.' })
  found!: number;

  @Field(() => Int, { description: 'What it is compared with.' })
  needed!: number;

  @Field(() => Boolean, { description: 'Whether the rule is met.' })
  met!: boolean;
}

@ObjectType('BodyQuorum', { simpleResolvers: true, description: 'How many members must be present.' })
export class BodyQuorumType {
  @Field(() => BodyQuorumKindEnum, { description: 'How it is stated.' })
  kind!: BodyQuorum['kind'];

  @Field(() => Int, { nullable: true, description: 'Of a SHARE.' })
  numerator?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a SHARE.' })
  denominator?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a COUNT.' })
  count?: number | null;
}

@ObjectType('BylawsRules', { simpleResolvers: true, description: 'What the bylaws say, as far as this house must know.' })
export class BylawsRulesType implements Omit<BylawsRules, 'quorum'> {
  @Field(() => BodyQuorumType, { description: 'How many must be present.' })
  quorum!: BodyQuorum;

  @Field(() => ThresholdEnum, { description: 'What a motion needs unless it says more.' })
  threshold!: Threshold;

  @Field(() => ThresholdEnum, { description: 'To remove a member.' })
  removal!: Threshold;

  @Field(() => Int, { description: 'Length of a member\'s term, in months.' })
  termMonths!: number;

  @Field(() => Boolean, { description: 'Half the seats are filled each year.' })
  staggered!: boolean;

  @Field(() => Int, { description: 'Elapsed hours between a posted notice and a regular meeting.' })
  noticeHours!: number;

  @Field(() => Int, { description: 'The same of a special meeting.' })
  specialNoticeHours!: number;

  @Field(() => Int, { description: 'Days of notice before an election.' })
  electionNoticeDays!: number;

  @Field(() => Int, { description: 'Days of notice before its orientation.' })
  orientationDays!: number;

  @Field(() => Boolean, { description: 'A member may vote through another. On record only: a sitting takes the votes of those who are there.' })
  proxies!: boolean;

  @Field(() => Boolean, { description: 'A member may vote without being there. On record only, as proxies are.' })
  absentee!: boolean;

  @Field(() => Boolean, { description: 'Agreement is sought before a vote is taken.' })
  consensusFirst!: boolean;

  @Field(() => [OfficeEnum], { description: 'The offices it has.' })
  offices!: readonly Office[];

  @Field(() => Int, { description: 'Length of an officer\'s term, in months.' })
  officerTermMonths!: number;

  @Field(() => Boolean, { description: 'Officers may be chosen by secret ballot; never under the Brown Act.' })
  officersBySecretBallot!: boolean;

  @Field(() => EmployeeBarEnum, { description: 'Whom parents may not choose for their seats.' })
  employees!: EmployeeBar;

  @Field(() => Int, { description: 'Seconds a speaker from the public has; doubled when translated.' })
  commentSeconds!: number;

  @Field(() => Boolean, { description: 'Everybody reads minutes as a draft once they were sent to the members; else from their approval on.' })
  minutesDraftsPublic!: boolean;
}

@ObjectType('Bylaws', { simpleResolvers: true, description: 'One version of a body\'s bylaws; none is ever changed.' })
export class BylawsType implements BylawsRecord {
  @Field(() => Int, { description: 'Which version, from 1.' })
  number!: number;

  @Field(() => String, { description: 'Day of the vote, `yyyy-mm-dd`.' })
  adoptedOn!: string;

  @Field(() => String, { description: 'First day it is in force, `yyyy-mm-dd`.' })
  effectiveFrom!: string;

  @Field(() => BylawsRulesType, { description: 'What it says.' })
  rules!: BylawsRules;

  @Field(() => String, { nullable: true, description: 'A word about it.' })
  note!: string | null;
}

@ObjectType('Officer', { description: 'Who holds an office of a body, or is to.' })
export class OfficerType implements Pick<OfficerRecord, 'id' | 'office' | 'starts' | 'ends' | 'until' | 'leaves'> {
  @Field(() => ID, { description: 'Of this term.' })
  id!: string;

  @Field(() => OfficeEnum, { description: 'Which.' })
  office!: Office;

  @Field(() => String, { description: 'First day, `yyyy-mm-dd`.' })
  starts!: string;

  @Field(() => String, { description: 'Last day of the term, `yyyy-mm-dd`; with nobody to follow they go on until the new year.' })
  ends!: string;

  @Field(() => String, { nullable: true, description: 'Their last day, `yyyy-mm-dd`, where it is known by now that they leave or somebody else begins on the next; else null.' })
  until!: string | null;

  @Field(() => OfficeLeavingEnum, { nullable: true, description: 'How they leave, where it is known by now that they do.' })
  leaves!: OfficeLeaving | null;
}

@ObjectType('BodyPermissions', { simpleResolvers: true, description: 'What the viewer may do with a body now.' })
export class BodyPermissionsType implements BodyPermissions {
  @Field(() => Boolean, { description: 'Change it: words, bylaws, seats and who holds them, officers, a new year.' })
  keep!: boolean;

  @Field(() => Boolean, { description: 'Certify its roster.' })
  certifyRoster!: boolean;

  @Field(() => Boolean, { description: 'Follow it: be told of its meetings without sitting in it.' })
  follow!: boolean;
}

type Fields = 'id' | 'kind' | 'meetingLaw' | 'authority' | 'studentSeats' | 'version' | 'rosterCertifiedAt' | 'closedAt';

@ObjectType('GoverningBody', {
  implements: NodeType,
  description: 'A council, committee or team that decides or advises in a learning environment. All of it is public, but for the names of students.',
})
export class GoverningBodyType implements Pick<BodyRecord, Fields> {
  id!: string;

  @Field(() => BodyKindEnum, { description: 'What its composition is held against.' })
  kind!: BodyKind;

  @Field(() => MeetingLawEnum, { description: 'Under which open-meeting law it meets.' })
  meetingLaw!: MeetingLaw;

  @Field(() => AuthorityEnum, { description: 'Whether it decides or advises.' })
  authority!: Authority;

  @Field(() => Boolean, { description: 'Students have seats in it.' })
  studentSeats!: boolean;

  @Field(() => Int, { description: 'Grows with every change. An act names the version the person saw.' })
  version!: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When its roster was certified; null since its seats changed, or never.' })
  rosterCertifiedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ended.' })
  closedAt!: Date | null;
}
