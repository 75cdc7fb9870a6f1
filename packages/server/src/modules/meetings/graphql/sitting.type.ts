import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../../../platform/graphql/relay.type.ts';
import { OfficeEnum } from '../../bodies/graphql/body-enums.type.ts';
import type { Office } from '../../bodies/index.ts';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import type { Constituency } from '../../people/index.ts';
import type { DoorCode } from '../application/door-code.ts';
import type { ShownSitting } from '../application/sitting-reader.ts';
import type { AttendanceRecord, SittingItemRecord, SittingMemberRecord, SpeakerRecord } from '../application/sitting-record.ts';
import type { ItemOutcome } from '../domain/carry-over.ts';
import type { Intent, MeetingState } from '../domain/meeting.ts';
import type { QuorumSnapshotFacts } from '../domain/quorum.ts';
import type { Presence, SittingPermissions } from '../domain/sitting.ts';
import type { SpeakerKind, SpeakerState } from '../domain/speaking.ts';
import { IntentEnum, MeetingStateEnum } from './meeting-enums.type.ts';
import { AttendanceKindEnum, ItemOutcomeEnum, PresenceEnum, QuorumRuleEnum, SpeakerKindEnum, SpeakerStateEnum } from './sitting-enums.type.ts';

@ObjectType('SittingMember', { description: 'Who holds a seat of the body, in this sitting. Students are named only to members of the environment.' })
export class SittingMemberType implements Pick<SittingMemberRecord, 'id' | 'constituency' | 'number' | 'votes' | 'office' | 'presence' | 'since'> {
  @Field(() => ID, { description: 'Of this sitting alone; it tells nobody who it is.' })
  id!: string;

  @Field(() => ConstituencyEnum, { description: 'Whose seat it is.' })
  constituency!: Constituency;

  @Field(() => Int, { description: 'Which of the constituency\'s seats, from 1.' })
  number!: number;

  @Field(() => Boolean, { description: 'The seat has a vote; only such members count for the quorum.' })
  votes!: boolean;

  @Field(() => OfficeEnum, { nullable: true, description: 'The first office they hold in the body.' })
  office!: Office | null;

  @Field(() => PresenceEnum, { description: 'Where they are now.' })
  presence!: Presence;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when; null while they have not come.' })
  since!: Date | null;
}

@ObjectType('SittingQuorum', { simpleResolvers: true, description: 'How many voting members must be there, and are (rule 10).' })
export class SittingQuorumType {
  @Field(() => Int, { description: 'Who must be there.' })
  needed!: number;

  @Field(() => Int, { description: 'Voting members who are.' })
  present!: number;

  @Field(() => Int, { description: 'Voting seats that somebody holds.' })
  members!: number;

  @Field(() => Boolean, { description: 'Enough are there.' })
  met!: boolean;

  @Field(() => QuorumRuleEnum, { description: 'By which rule of the bylaws.' })
  rule!: 'MAJORITY' | 'SHARE' | 'COUNT';

  @Field(() => Int, { nullable: true, description: 'Of a share.' })
  numerator!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a share.' })
  denominator!: number | null;
}

@ObjectType('QuorumSnapshot', { simpleResolvers: true, description: 'The quorum after an arrival or a departure (rule 10).' })
export class QuorumSnapshotType implements QuorumSnapshotFacts {
  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date;

  @Field(() => Int, { description: 'Who must be there.' })
  needed!: number;

  @Field(() => Int, { description: 'Voting members who were.' })
  present!: number;

  @Field(() => Int, { description: 'Voting seats that somebody holds.' })
  members!: number;

  @Field(() => Boolean, { description: 'Enough were there.' })
  met!: boolean;
}

@ObjectType('AttendanceEntry', { simpleResolvers: true, description: 'One arrival or departure, as it was taken down; none is changed or removed.' })
export class AttendanceEntryType implements AttendanceRecord {
  @Field(() => ID, { description: 'Stable and opaque.' })
  id!: string;

  @Field(() => ID, { description: 'Which SittingMember.' })
  memberId!: string;

  @Field(() => AttendanceKindEnum, { description: 'Came or went.' })
  kind!: 'ARRIVED' | 'LEFT';

  @Field(() => PresenceEnum, { nullable: true, description: 'IN_ROOM or REMOTE of who came.' })
  way!: 'IN_ROOM' | 'REMOTE' | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was.' })
  at!: Date;
}

@ObjectType('SittingItem', { description: 'An item as its notice gave it, or as it was added in session; and what has become of it.' })
export class SittingItemType implements Pick<SittingItemRecord, 'id' | 'label' | 'depth' | 'intent' | 'outcome' | 'takenUpAt' | 'closedAt' | 'addedAt' | 'minutesPlanned' | 'presenter'> {
  @Field(() => ID, { description: 'Of the agenda item.' })
  id!: string;

  @Field(() => String, { description: 'Its number, for example `2.1`.' })
  label!: string;

  @Field(() => Int, { description: '0 for an item of the first level.' })
  depth!: number;

  @Field(() => IntentEnum, { description: 'What is meant to happen to it.' })
  intent!: Intent;

  @Field(() => ItemOutcomeEnum, { description: 'What has become of it.' })
  outcome!: ItemOutcome;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it first came before the body.' })
  takenUpAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the body was done with it.' })
  closedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was added in session; null of what the notice lists.' })
  addedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Minutes set aside for it.' })
  minutesPlanned!: number | null;

  @Field(() => String, { nullable: true, description: 'Who brings it in.' })
  presenter!: string | null;
}

@ObjectType('Speaker', { description: 'Somebody who asked to speak. Students are named only to members of the environment, and whoever wanted to go unnamed only to those who run the sitting.' })
export class SpeakerType implements Pick<SpeakerRecord, 'id' | 'itemId' | 'kind' | 'language' | 'translated' | 'simultaneous' | 'remote' | 'seconds' | 'state'> {
  @Field(() => ID, { description: 'Stable and opaque.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'To which item; null: to anything within the body\'s jurisdiction.' })
  itemId!: string | null;

  @Field(() => SpeakerKindEnum, { description: 'From the public, or a member.' })
  kind!: SpeakerKind;

  @Field(() => String, { nullable: true, description: 'What they speak, as a BCP 47 tag.' })
  language!: string | null;

  @Field(() => Boolean, { description: 'Through an interpreter: twice the time, unless simultaneous (Gov. Code 54954.3).' })
  translated!: boolean;

  @Field(() => Boolean, { description: 'The interpreter speaks at the same time.' })
  simultaneous!: boolean;

  @Field(() => Boolean, { description: 'Speaks from elsewhere.' })
  remote!: boolean;

  @Field(() => Int, { description: 'Seconds they have in all.' })
  seconds!: number;

  @Field(() => SpeakerStateEnum, { description: 'Where they are.' })
  state!: SpeakerState;
}

@ObjectType('DoorCode', { simpleResolvers: true, description: 'What is shown at the door, so that members in the room can mark that they came.' })
export class DoorCodeType implements DoorCode {
  @Field(() => String, { description: 'Eight letters and digits; another each minute, and the one before still counts.' })
  code!: string;

  @Field(() => String, { description: 'Path of the page it opens, on this server.' })
  path!: string;

  @Field(() => GraphQLISODateTime, { description: 'When the next one comes.' })
  until!: Date;
}

@ObjectType('SittingPermissions', { simpleResolvers: true, description: 'What the viewer may do in a sitting as far as its state goes.' })
export class SittingPermissionsType implements SittingPermissions {
  @Field(() => Boolean, { description: 'Take down who comes and goes, lead the agenda, the speakers and the motions.' })
  run!: boolean;

  @Field(() => Boolean, { description: 'Call it to order.' })
  callToOrder!: boolean;

  @Field(() => Boolean, { description: 'Mark that they came or went themselves.' })
  attend!: boolean;

  @Field(() => Boolean, { description: 'Vote.' })
  vote!: boolean;

  @Field(() => Boolean, { description: 'Move and second.' })
  move!: boolean;

  @Field(() => Boolean, { description: 'Ask to speak.' })
  speak!: boolean;

  @Field(() => Boolean, { description: 'Adjourn it.' })
  adjourn!: boolean;

  @Field(() => Boolean, { description: 'End it because too few came.' })
  endWithoutQuorum!: boolean;
}

@ObjectType('Sitting', {
  implements: NodeType,
  description: 'A meeting as it is held, from the roll call at the door to its end. Its rules and members are those of the day it was called to order; before that, those of now.',
})
export class SittingType implements Pick<ShownSitting, 'id' | 'version' | 'state' | 'calledToOrderAt' | 'endedAt' | 'visitors' | 'currentItemId'> {
  id!: string;

  @Field(() => Int, { description: 'Grows with every act of the room and of the meeting; no act names it.' })
  version!: number;

  @Field(() => MeetingStateEnum, { description: 'The meeting\'s.' })
  state!: MeetingState;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was called to order.' })
  calledToOrderAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was adjourned, or ended without a quorum.' })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'How many are there who are no members, as counted last.' })
  visitors!: number;

  @Field(() => ID, { nullable: true, description: 'The item before the body.' })
  currentItemId!: string | null;
}
