import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { Page } from '../../../platform/graphql/paging.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { GoverningBodyType } from '../../bodies/graphql/body.type.ts';
import { type BodyRecord, bodyById } from '../../bodies/index.ts';
import { MeetingType } from '../../meetings/graphql/meeting.type.ts';
import { SittingItemType } from '../../meetings/graphql/sitting.type.ts';
import { type ShownMeeting, type ShownSitting, isNamedTo, visibleMeeting, visibleSitting } from '../../meetings/index.ts';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import type { CorrectionRecord } from '../application/correction-record.ts';
import {
  type ShownMinutes, type ShownVersion, blocksOf, correctingIn, gapsIn, hashIn, namesFoundIn, shownCorrections, shownVersions, visibleMinutes,
} from '../application/minutes-reader.ts';
import { minutesOfItem } from '../application/minutes-on-agenda.ts';
import { type ArchivedMinutes, searchArchive } from '../application/search-archive.ts';
import type { MinutesBlock } from '../domain/blocks.ts';
import type { MinutesGap } from '../domain/completeness.ts';
import { decideWithdraw } from '../domain/correcting.ts';
import type { MinutesState } from '../domain/minutes-states.ts';
import type { FoundStudentName } from '../domain/names.ts';
import { mayReadMinutes, mayWithdraw, minutesPermissions, readsBodysCopy } from '../domain/policy.ts';
import { MinutesStateEnum } from './minutes-enums.type.ts';
import {
  ArchivedMinutesConnection, ArchivedMinutesType, CorrectionType, FoundStudentNameType, MinutesBlockType, MinutesGapType, MinutesPermissionsType, MinutesType, MinutesVersionType,
} from './minutes.type.ts';

export const blocksAsShown = (blocks: readonly MinutesBlock[]): MinutesBlockType[] => blocks.map(({ text, lines, ...rest }) => ({
  ...rest, text: localized(text), lines: lines.map((line) => ({ text: localized(line.text), detail: localized(line.detail) })),
}));

type SeenCorrection = CorrectionRecord & { readonly minutes: ShownMinutes };

@Resolver(() => MinutesType)
export class MinutesResolver {
  @Public()
  @Query(() => MinutesType, { nullable: true, description: 'The minutes of a meeting, by its id; null before its call to order, and of a meeting that was imported: its minutes are kept where it was recorded. What the viewer may not read of them is left empty.' })
  minutes(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The meeting\'s.' }) id: string): Promise<ShownMinutes | null> { return visibleMinutes(ctx, id); }

  @Public()
  @Query(() => ArchivedMinutesConnection, { description: 'Approved minutes of an environment\'s bodies, the latest meeting first, by words in them. BAD_INPUT for a day that is none.' })
  minutesArchive(
    @Ctx() ctx: RequestContext,
    @Arg('environmentId', () => ID, { description: 'Where the bodies meet.' }) environmentId: string,
    @Arg('bodyId', () => ID, { nullable: true, description: 'Of this body alone.' }) bodyId: string | null,
    @Arg('text', () => String, { defaultValue: '', description: 'Words that are all in them, the last one as far as it is typed; at most 200 characters.' }) text: string,
    @Arg('from', () => String, { nullable: true, description: 'First day, `yyyy-mm-dd`.' }) from: string | null,
    @Arg('to', () => String, { nullable: true, description: 'Last day, `yyyy-mm-dd`.' }) to: string | null,
    @Arg('language', () => String, { nullable: true, description: 'In which language they are shown where they are written in it; a BCP 47 tag.' }) language: string | null,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => CursorScalar, { nullable: true, description: '`endCursor` of the page before.' }) after: string | null,
  ): Promise<Page<ArchivedMinutes>> {
    return searchArchive(ctx, {
      environmentId, bodyId: bodyId?.toLowerCase() ?? null, text, from: from ?? null, to: to ?? null, language: language ?? null, first, after: after ?? null,
    });
  }

  @FieldResolver(() => ID, { description: 'Stable and opaque; the meeting\'s.' })
  id(@Root() { meetingId }: ShownMinutes): string { return meetingId; }

  @FieldResolver(() => MeetingType, { description: 'The meeting they are of.' })
  async meeting(@Root() { meetingId }: ShownMinutes, @Ctx() ctx: RequestContext): Promise<ShownMeeting> {
    const meeting = await visibleMeeting(ctx, meetingId);
    if (meeting === null) throw coded('NOT_FOUND');
    return meeting;
  }

  @FieldResolver(() => String, { nullable: true, description: 'SHA-256 in hex of the last frozen version, as the viewer reads it; null of a draft.' })
  hash(@Root() minutes: ShownMinutes, @Ctx() ctx: RequestContext): Promise<string | null> { return hashIn(ctx, minutes); }

  @FieldResolver(() => [MinutesBlockType], { description: 'What they say now, corrections that were accepted made in it; empty where the viewer may not read them yet. Who is of the environment reads the copy of the body, everybody else the public one with students by their seats.' })
  async blocks(@Root() minutes: ShownMinutes, @Ctx() ctx: RequestContext): Promise<MinutesBlockType[]> { return blocksAsShown(await blocksOf(ctx, minutes)); }

  @FieldResolver(() => [MinutesGapType], { description: 'What is missing before they can be circulated; for those who make them.' })
  gaps(@Root() minutes: ShownMinutes, @Ctx() ctx: RequestContext): Promise<readonly MinutesGap[]> { return gapsIn(ctx, minutes); }

  @FieldResolver(() => [FoundStudentNameType], { description: 'Students named in words somebody chose, of whom circulating asks; for those who make them.' })
  studentNamesFound(@Root() minutes: ShownMinutes, @Ctx() ctx: RequestContext): Promise<readonly FoundStudentName[]> { return namesFoundIn(ctx, minutes); }

  @FieldResolver(() => [CorrectionType], { description: 'What members proposed, in the order in which they did; for the environment\'s own people.' })
  async corrections(@Root() minutes: ShownMinutes, @Ctx() ctx: RequestContext): Promise<SeenCorrection[]> {
    return (await shownCorrections(ctx, minutes)).map((correction) => ({ ...correction, minutes }));
  }

  @FieldResolver(() => [MinutesVersionType], { description: 'Frozen versions, the first one first: for the environment\'s own people all of them, for everybody else what was approved and later.' })
  versions(@Root() minutes: ShownMinutes, @Ctx() ctx: RequestContext): Promise<ShownVersion[]> { return shownVersions(ctx, minutes); }

  @FieldResolver(() => ID, { nullable: true, description: 'The motion that approved or last amended them.' })
  approvingMotionId(@Root() { motionId }: ShownMinutes): string | null { return motionId; }

  @FieldResolver(() => ID, { nullable: true, description: 'The meeting in session where the viewer may propose a correction now, or enter one that a member said; of approved minutes, while a motion to amend them is before the body there.' })
  correctingIn(@Root() minutes: ShownMinutes, @Ctx() ctx: RequestContext): Promise<string | null> { return correctingIn(ctx, minutes); }

  @FieldResolver(() => String, { nullable: true, description: 'In which language the notes are written, as a BCP 47 tag; null before there are any, and where the viewer may not read them.' })
  notesLanguage(@Root() { looker, state, notesLocale }: ShownMinutes): string | null { return mayReadMinutes(looker, state) ? notesLocale : null; }

  @FieldResolver(() => MinutesPermissionsType, { description: 'What the viewer may do with them now. Nothing but reading in a subscription.' })
  async viewerCan(@Root() minutes: ShownMinutes, @Ctx() ctx: RequestContext): Promise<MinutesPermissionsType> {
    return minutesPermissions(minutes.looker, minutes.state, await correctingIn(ctx, minutes) !== null);
  }
}

@Resolver(() => MinutesVersionType)
export class MinutesVersionResolver {
  @FieldResolver(() => MinutesStateEnum, { description: 'What it was frozen as; of a circulated version that was approved as it was, APPROVED.' })
  state(@Root() { state, approved }: ShownVersion): MinutesState { return approved ? 'APPROVED' : state; }

  @FieldResolver(() => String, { description: 'SHA-256 in hex over what the viewer reads of it; docs/api.md says how to check it.' })
  hash(@Root() { minutes, hash, publicHash }: ShownVersion): string { return readsBodysCopy(minutes.looker) ? hash : publicHash; }

  @FieldResolver(() => [MinutesBlockType], { description: 'What it says.' })
  blocks(@Root() { minutes, blocks, publicBlocks }: ShownVersion): MinutesBlockType[] { return blocksAsShown(readsBodysCopy(minutes.looker) ? blocks : publicBlocks); }

  @FieldResolver(() => [LocalizedTextType], { description: 'What an amending motion changed, in its words; empty of any other version.' })
  change(@Root() { change }: ShownVersion): LocalizedTextType[] { return localized(change ?? {}); }

  @FieldResolver(() => Date, { description: 'When it was frozen.' })
  decidedAt(@Root() { frozenAt }: ShownVersion): Date { return frozenAt; }
}

@Resolver(() => CorrectionType)
export class CorrectionResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who proposed it; null of a student for who is not a member of the environment.' })
  async proposedByName(@Root() { minutes, sittingId, memberId }: SeenCorrection, @Ctx() ctx: RequestContext): Promise<string | null> {
    const member = (await visibleSitting(ctx, sittingId))?.members.find(({ id }) => id === memberId);
    return member !== undefined && isNamedTo({ member: minutes.looker.ofEnvironment }, member) ? member.name : null;
  }

  @FieldResolver(() => Boolean, { description: 'The viewer may take it back. Never in a subscription.' })
  viewerCanWithdraw(@Root() { minutes, personId, ...correction }: SeenCorrection, @Ctx() ctx: RequestContext): boolean {
    return mayWithdraw(minutes.looker, personId === ctx.session?.personId) && decideWithdraw(correction).ok;
  }
}

@Resolver(() => MeetingType)
export class MeetingMinutesResolver {
  @FieldResolver(() => MinutesType, { nullable: true, description: 'What is written down of it; null before its call to order, and of a meeting that was imported.' })
  minutes(@Root() { id }: ShownMeeting, @Ctx() ctx: RequestContext): Promise<ShownMinutes | null> { return visibleMinutes(ctx, id); }
}

@Resolver(() => SittingItemType)
export class SittingItemMinutesResolver {
  @FieldResolver(() => MinutesType, { nullable: true, description: 'The minutes of an earlier meeting that it is about: a motion to approve them names them in `aboutId`.' })
  async minutes(@Root() { id, sitting }: { readonly id: string; readonly sitting: ShownSitting }, @Ctx() ctx: RequestContext): Promise<ShownMinutes | null> {
    const about = await minutesOfItem(ctx, sitting, id);
    return about === null ? null : visibleMinutes(ctx, about);
  }
}

@Resolver(() => ArchivedMinutesType)
export class ArchivedMinutesResolver {
  @FieldResolver(() => MinutesType, { description: 'They themselves.' })
  async minutes(@Root() { meetingId }: ArchivedMinutes, @Ctx() ctx: RequestContext): Promise<ShownMinutes> {
    const minutes = await visibleMinutes(ctx, meetingId);
    if (minutes === null) throw coded('NOT_FOUND');
    return minutes;
  }

  @FieldResolver(() => GoverningBodyType, { description: 'Whose.' })
  async body(@Root() { bodyId }: ArchivedMinutes, @Ctx() ctx: RequestContext): Promise<BodyRecord> {
    const body = await bodyById(ctx, bodyId);
    if (body === null) throw coded('NOT_FOUND');
    return body;
  }
}
