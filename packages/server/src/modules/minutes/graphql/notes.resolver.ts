import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import { Base64BytesScalar } from '../../../platform/graphql/bytes.type.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { signedIn } from '../../people/index.ts';
import { pushNotes } from '../application/notes/push-notes.ts';
import { readNotes, readNotesSince } from '../application/notes/read-notes.ts';
import { showCaret } from '../application/notes/show-caret.ts';
import { CaretInput, NotesResult, NotesSinceType, NotesType, notesResult } from './notes.type.ts';

const MeetingId = () => Arg('meetingId', () => ID, { description: 'The meeting.' });

const WHO = 'For those who run the sitting';

@Resolver()
export class NotesResolver {
  @SignedIn()
  @Query(() => NotesType, { nullable: true, description: `The notes of a sitting as a device lacks them. ${WHO}; null for anybody else.` })
  async notes(
    @Ctx() ctx: RequestContext, @MeetingId() meetingId: string,
    @Arg('stateVector', () => Base64BytesScalar, { nullable: true, description: 'What the device has; left out: nothing.' }) stateVector: Uint8Array | null,
  ): Promise<NotesType | null> {
    const read = await readNotes(ctx.house, await signedIn(ctx), meetingId, stateVector ?? null);
    return read === null ? null : Object.assign(new NotesType(), read);
  }

  @SignedIn()
  @Query(() => NotesSinceType, { nullable: true, description: `What was typed since. ${WHO}; null for anybody else.` })
  async notesSince(
    @Ctx() ctx: RequestContext, @MeetingId() meetingId: string, @Arg('seq', () => Int, { description: 'How many changes the device has seen.' }) seq: number,
  ): Promise<NotesSinceType | null> {
    return readNotesSince(ctx.house, await signedIn(ctx), meetingId, seq);
  }

  @SignedIn()
  @Mutation(() => NotesResult, { description: `Keeps what was typed: at most 64 kB at once, 200,000 characters in all. ${WHO}; NOT_FOUND for anybody else, THROTTLED past 300 in ten seconds.` })
  async pushNotes(
    @Ctx() ctx: RequestContext, @Arg('key', () => ID, { description: 'A UUID that the device made for this change; the same again is answered and not done twice.' }) key: string,
    @MeetingId() meetingId: string, @Arg('update', () => Base64BytesScalar, { description: 'A Yjs update of version 1 with plain text alone.' }) update: Uint8Array,
  ): Promise<typeof NotesResult> {
    return notesResult(await pushNotes(ctx.house, await signedIn(ctx), { key, meetingId, update }));
  }

  @SignedIn()
  @Mutation(() => Boolean, { description: `Shows the others where one writes, for 40 seconds; always true. ${WHO}; NOT_FOUND for anybody else.` })
  async showCaret(
    @Ctx() ctx: RequestContext, @MeetingId() meetingId: string, @Arg('caret', () => CaretInput, { description: 'Where.' }) caret: CaretInput,
  ): Promise<boolean> {
    await showCaret(ctx.house, await signedIn(ctx), meetingId,
      { ...caret, itemId: caret.itemId?.toLowerCase() ?? null, anchor: caret.anchor ?? null, head: caret.head ?? null });
    return true;
  }
}
