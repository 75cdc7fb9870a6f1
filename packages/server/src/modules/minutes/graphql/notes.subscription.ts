import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { ResumeAnswerEnum } from '../../../platform/graphql/resume.type.ts';
import { type Delivery, Shared, VIA_HUB } from '../../../platform/graphql/shared.ts';
import { signedIn } from '../../people/index.ts';
import { mayWriteNotes, notesTopic } from '../application/notes/notes-desk.ts';
import { currentSeq, currentWriters, currentlyTaken } from '../application/notes/read-notes.ts';
import type { WriterRecord } from '../application/notes/show-caret.ts';
import { NotesWriterType } from './notes.type.ts';

@ObjectType('NotesChange', { description: 'Somebody typed, or moved their caret, or the notes were closed or opened. Carries how far the notes have come, and nothing of them: ask `notesSince`.' })
export class NotesChangeType {
  @Field(() => CursorScalar, { description: 'As in MeetingChange.' })
  cursor!: string;

  @Field(() => ResumeAnswerEnum, { description: 'Live, replayed, or a request to read everything afresh.' })
  resume!: Delivery['resume'];

  @Field(() => ID, { description: 'Which meeting.' })
  meetingId!: string;
}

@Resolver(() => NotesChangeType)
export class NotesSubscriptions {
  @SignedIn()
  @Shared<{ meetingId: string }>({
    topics: ({ meetingId }) => [notesTopic(meetingId.toLowerCase())],
    authorize: async ({ meetingId }, ctx) => {
      const viewer = await signedIn(ctx);
      if (!await mayWriteNotes(ctx.house, viewer, meetingId)) throw coded('NOT_FOUND');
      return viewer;
    },
  })
  @Subscription(() => NotesChangeType, { ...VIA_HUB, description: 'The notes of a sitting, for those who run it; NOT_FOUND for anybody else.' })
  notesChanged(@Root() { cursor, resume }: Delivery, @Arg('meetingId', () => ID, { description: 'The meeting.' }) meetingId: string): NotesChangeType {
    return { cursor, resume, meetingId: meetingId.toLowerCase() };
  }

  @FieldResolver(() => Int, { description: 'How many changes were taken.' })
  seq(@Root() { meetingId }: NotesChangeType, @Ctx() ctx: RequestContext): Promise<number> {
    return currentSeq(ctx.house, ctx.sharedSchoolId!, meetingId);
  }

  @FieldResolver(() => Boolean, { description: 'Notes are taken now: their minutes are a draft.' })
  writable(@Root() { meetingId }: NotesChangeType, @Ctx() ctx: RequestContext): Promise<boolean> {
    return currentlyTaken(ctx.house, ctx.sharedSchoolId!, meetingId);
  }

  @FieldResolver(() => [NotesWriterType], { description: 'Who writes right now.' })
  writers(@Root() { meetingId }: NotesChangeType, @Ctx() ctx: RequestContext): Promise<WriterRecord[]> {
    return currentWriters(ctx.house, ctx.sharedSchoolId!, meetingId);
  }
}
