import { Ctx, FieldResolver, Float, GraphQLISODateTime, Int, Resolver, Root } from 'type-graphql';
import { databaseNow } from '../../../platform/database/database-now.ts';
import { school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import { type DoorCode, doorCodeNow } from '../application/door-code.ts';
import type { ShownMeeting } from '../application/shown-meeting.ts';
import { quorumHistory, quorumNow } from '../application/sitting-facts.ts';
import { type ShownSitting, visibleSitting } from '../application/sitting-reader.ts';
import type { AttendanceRecord, SittingItemRecord, SittingMemberRecord, SpeakerRecord } from '../application/sitting-record.ts';
import type { QuorumSnapshotFacts } from '../domain/quorum.ts';
import { isNamedTo } from '../domain/policy.ts';
import { sittingPermissions } from '../domain/sitting.ts';
import type { ItemStanding } from '../domain/standing-of-item.ts';
import { ItemStandingType, MeetingType } from './meeting.type.ts';
import { quorumRuleName } from './sitting-enums.type.ts';
import {
  AttendanceEntryType, DoorCodeType, QuorumSnapshotType, SittingItemType, SittingMemberType, SittingPermissionsType, SittingQuorumType, SittingType, SpeakerType,
} from './sitting.type.ts';

/** A part of a sitting, with the sitting whose part it is. */
export type SeenMember = SittingMemberRecord & { readonly sitting: ShownSitting };
type SeenItem = SittingItemRecord & { readonly sitting: ShownSitting };
type SeenSpeaker = SpeakerRecord & { readonly sitting: ShownSitting };

export const memberAsSeen = (sitting: ShownSitting, member: SittingMemberRecord): SeenMember => ({ ...member, sitting });

const nameIn = ({ looker }: ShownSitting, person: { readonly name: string; readonly student: boolean } | null): string | null =>
  (person !== null && isNamedTo({ member: looker.ofEnvironment }, person) ? person.name : null);

@Resolver(() => MeetingType)
export class MeetingSittingResolver {
  @FieldResolver(() => SittingType, { nullable: true, description: 'It, as it is held; null before its first notice.' })
  sitting(@Root() { id }: ShownMeeting, @Ctx() ctx: RequestContext): Promise<ShownSitting | null> { return visibleSitting(ctx, id); }
}

@Resolver(() => SittingType)
export class SittingResolver {
  @FieldResolver(() => SittingMemberType, { nullable: true, description: 'Who presides, when they are a member.' })
  presiding(@Root() sitting: ShownSitting): SeenMember | null {
    const member = sitting.members.find(({ personId }) => personId === sitting.presiding?.personId);
    return member === undefined ? null : memberAsSeen(sitting, member);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who presides; null of a student, to who is not a member of the environment.' })
  presidingName(@Root() sitting: ShownSitting): string | null { return nameIn(sitting, sitting.presiding); }

  @FieldResolver(() => String, { nullable: true, description: 'Who takes the record; null of a student, to who is not a member of the environment.' })
  recorderName(@Root() sitting: ShownSitting): string | null { return nameIn(sitting, sitting.recorder); }

  @FieldResolver(() => [SittingMemberType], { description: 'In the order of seats.' })
  members(@Root() sitting: ShownSitting): SeenMember[] { return sitting.members.map((member) => memberAsSeen(sitting, member)); }

  @FieldResolver(() => SittingQuorumType, { description: 'Now.' })
  quorum(@Root() sitting: ShownSitting): SittingQuorumType {
    const { quorumRule } = sitting;
    const share = quorumRule.kind === 'FRACTION' ? quorumRule : null;
    return { ...quorumNow(sitting), rule: quorumRuleName(quorumRule), numerator: share?.numerator ?? null, denominator: share?.denominator ?? null };
  }

  @FieldResolver(() => [QuorumSnapshotType], { description: 'After each arrival and departure.' })
  quorumHistory(@Root() sitting: ShownSitting): QuorumSnapshotFacts[] { return quorumHistory(sitting); }

  @FieldResolver(() => [AttendanceEntryType], { description: 'By the hour.' })
  attendance(@Root() { attendance }: ShownSitting): readonly AttendanceRecord[] { return attendance; }

  @FieldResolver(() => [SittingItemType], { description: 'In reading order; what was added in session is last.' })
  items(@Root() sitting: ShownSitting): SeenItem[] { return sitting.items.map((item) => ({ ...item, sitting })); }

  @FieldResolver(() => Int, { description: 'Seconds a speaker from the public has, by the bylaws.' })
  commentSeconds(@Root() { rules }: ShownSitting): number { return rules.commentSeconds; }

  @FieldResolver(() => GraphQLISODateTime, { nullable: true, description: 'When the public was last asked to speak to anything within the body\'s jurisdiction.' })
  commentOfferedAt(@Root() { offers }: ShownSitting): Date | null { return offers.findLast(({ itemId }) => itemId === null)?.at ?? null; }

  @FieldResolver(() => [SpeakerType], { description: 'In the order in which they are called.' })
  speakers(@Root() sitting: ShownSitting): SeenSpeaker[] { return sitting.speakers.map((speaker) => ({ ...speaker, sitting })); }

  @FieldResolver(() => GraphQLISODateTime, { description: 'The server\'s clock, for timers.' })
  now(@Root() { schoolId }: ShownSitting, @Ctx() ctx: RequestContext): Promise<Date> { return databaseNow(ctx.house.db.under(school(schoolId))); }

  @FieldResolver(() => DoorCodeType, { nullable: true, description: 'For who runs it, until it ends. Never in a subscription.' })
  async door(@Root() { id, schoolId, looker, state }: ShownSitting, @Ctx() ctx: RequestContext): Promise<DoorCode | null> {
    if (!sittingPermissions(looker, state).run) return null;
    const em = ctx.house.db.under(school(schoolId));
    return doorCodeNow(em, id, await databaseNow(em));
  }

  @FieldResolver(() => SittingMemberType, { nullable: true, description: 'The viewer as a member. Never in a subscription.' })
  me(@Root() sitting: ShownSitting): SeenMember | null {
    const { member } = sitting.looker;
    return member === null ? null : memberAsSeen(sitting, member);
  }

  @FieldResolver(() => SittingPermissionsType, { description: 'What the viewer may do. Never anything in a subscription.' })
  viewerCan(@Root() { looker, state }: ShownSitting): SittingPermissionsType { return sittingPermissions(looker, state); }
}

@Resolver(() => SittingMemberType)
export class SittingMemberResolver {
  @FieldResolver(() => [LocalizedTextType], { description: 'What such a seat is called.' })
  seat(@Root() { seat }: SeenMember): LocalizedTextType[] { return localized(seat); }

  @FieldResolver(() => String, { nullable: true, description: 'Null of a student, to who is not a member of the environment.' })
  name(@Root() member: SeenMember): string | null { return nameIn(member.sitting, member); }
}

@Resolver(() => SittingItemType)
export class SittingItemResolver {
  @FieldResolver(() => [LocalizedTextType], { description: 'In a line.' })
  title(@Root() { title }: SeenItem): LocalizedTextType[] { return localized(title); }

  @FieldResolver(() => [LocalizedTextType], { description: 'What it is about.' })
  description(@Root() { description }: SeenItem): LocalizedTextType[] { return localized(description); }

  @FieldResolver(() => ItemStandingType, { nullable: true, description: 'Whether it may be acted on, by what was posted and when; `urgencyFound` is another way.' })
  standing(@Root() { standing }: SeenItem): ItemStanding { return standing; }

  @FieldResolver(() => GraphQLISODateTime, { nullable: true, description: 'When the public could first speak to it.' })
  commentOfferedAt(@Root() { id, addedAt, sitting: { offers } }: SeenItem): Date | null {
    return offers.find(({ itemId, at }) => itemId === id || (itemId === null && (addedAt === null || at.getTime() >= addedAt.getTime())))?.at ?? null;
  }

  @FieldResolver(() => Boolean, { description: 'The body found that it must be acted on now and that this arose after posting (EC 35147; Gov. Code 54954.2).' })
  urgencyFound(@Root() { urgencyFoundAt }: SeenItem): boolean { return urgencyFoundAt !== null; }
}

@Resolver(() => SpeakerType)
export class SpeakerResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Null where it was not given, was withheld, or is a student\'s and the viewer no member of the environment.' })
  name(@Root() { name, student, nameWithheld, sitting }: SeenSpeaker): string | null {
    if (name === null || (nameWithheld && !sitting.looker.runs)) return null;
    return nameIn(sitting, { name, student });
  }

  @FieldResolver(() => GraphQLISODateTime, { nullable: true, description: 'Since when the clock runs, by the server\'s clock; null while it stands.' })
  startedAt(@Root() { runningSince }: SeenSpeaker): Date | null { return runningSince; }

  @FieldResolver(() => Float, { description: 'Seconds spent before `startedAt`; in all, while the clock stands.' })
  spentSeconds(@Root() { spentMs }: SeenSpeaker): number { return spentMs / 1000; }

  @FieldResolver(() => Boolean, { description: 'The clock runs.' })
  running(@Root() { runningSince }: SeenSpeaker): boolean { return runningSince !== null; }

  @FieldResolver(() => Boolean, { description: 'It is the viewer. Never in a subscription.' })
  mine(@Root() { personId, sitting: { looker } }: SeenSpeaker): boolean { return personId !== null && personId === looker.personId; }
}
