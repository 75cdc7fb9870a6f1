import { Ctx, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { Base64BytesScalar } from '../../../platform/graphql/bytes.type.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { signedIn } from '../../people/index.ts';
import type { NotesAnswer } from '../application/notes/push-notes.ts';
import { currentWriters } from '../application/notes/read-notes.ts';
import type { WriterRecord } from '../application/notes/show-caret.ts';
import { MinutesRefusalType } from './minutes-refusal.type.ts';

@ObjectType('NotesWriter', { simpleResolvers: true, description: 'Somebody who writes notes right now; told to those who run the sitting alone.' })
export class NotesWriterType implements WriterRecord {
  @Field(() => ID, { description: 'The device, as it named itself.' })
  device!: string;

  @Field(() => String, { description: 'Who.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'In the notes of which item; null: in the general ones.' })
  itemId!: string | null;

  @Field(() => Base64BytesScalar, { nullable: true, description: 'Where the selection begins: a relative position of Yjs.' })
  anchor!: Uint8Array | null;

  @Field(() => Base64BytesScalar, { nullable: true, description: 'Where the caret is: a relative position of Yjs.' })
  head!: Uint8Array | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was told of.' })
  at!: Date;
}

@ObjectType('Notes', {
  description: 'The notes of a sitting: one Yjs document (updates of version 1) with one text for each item, named `item:<id>`, and one named `general`.',
})
export class NotesType {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => Int, { description: 'How many changes were taken.' })
  seq!: number;

  @Field(() => Base64BytesScalar, { description: 'What the device lacks: to be applied to its document.' })
  update!: Uint8Array;

  @Field(() => Base64BytesScalar, { description: 'What the server has: whatever the device has beyond it is to be sent.' })
  stateVector!: Uint8Array;

  @Field(() => Boolean, { description: 'Notes are taken now: from the call to order until the minutes are circulated.' })
  writable!: boolean;

  @Field(() => [NotesWriterType], { description: 'Who writes right now, the viewer\'s own devices among them.' })
  async writers(@Ctx() ctx: RequestContext): Promise<WriterRecord[]> {
    return currentWriters(ctx.house, (await signedIn(ctx)).schoolId, this.meetingId);
  }
}

@ObjectType('NotesSince', { simpleResolvers: true, description: 'What was typed since.' })
export class NotesSinceType {
  @Field(() => Int, { description: 'How many changes were taken.' })
  seq!: number;

  @Field(() => [Base64BytesScalar], { description: 'Updates to be applied, in order.' })
  updates!: readonly Uint8Array[];

  @Field(() => Boolean, { description: 'They are the whole document: what came in between is one snapshot by now.' })
  whole!: boolean;
}

@ObjectType('NotesTaken', { simpleResolvers: true, description: 'What was typed is kept.' })
export class NotesTaken {
  @Field(() => Int, { description: 'How many changes were taken.' })
  readonly seq: number;

  @Field(() => Base64BytesScalar, { description: 'What the server has now.' })
  readonly stateVector: Uint8Array;

  @Field(() => Boolean, { description: 'It was kept before; nothing was done twice.' })
  readonly repeated: boolean;

  constructor({ seq, stateVector, repeated }: NotesAnswer & { ok: true }) {
    this.seq = seq;
    this.stateVector = stateVector;
    this.repeated = repeated;
  }
}

@ObjectType('NotesRefused', { simpleResolvers: true, description: 'Nothing of the change was kept.' })
export class NotesRefused {
  @Field(() => [MinutesRefusalType], { description: 'Why.' })
  readonly refusals: readonly MinutesRefusalType[];

  @Field(() => Base64BytesScalar, { description: 'What the server has, so that the device can send what is missing.' })
  readonly stateVector: Uint8Array;

  constructor({ refusal, stateVector }: NotesAnswer & { ok: false }) {
    this.refusals = [new MinutesRefusalType(refusal)];
    this.stateVector = stateVector;
  }
}

export const NotesResult = createUnionType({
  name: 'NotesResult',
  description: 'What became of what was typed.',
  types: () => [NotesTaken, NotesRefused] as const,
});

export const notesResult = (answer: NotesAnswer): typeof NotesResult => (answer.ok ? new NotesTaken(answer) : new NotesRefused(answer));

@InputType('CaretInput', { description: 'Where one writes.' })
export class CaretInput {
  @Field(() => ID, { description: 'A UUID that the device made for itself.' })
  device!: string;

  @Field(() => ID, { nullable: true, description: 'In the notes of which item; left out: in the general ones.' })
  itemId!: string | null;

  @Field(() => Base64BytesScalar, { nullable: true, description: 'Where the selection begins: a relative position of Yjs, at most 256 bytes.' })
  anchor!: Uint8Array | null;

  @Field(() => Base64BytesScalar, { nullable: true, description: 'Where the caret is: a relative position of Yjs, at most 256 bytes.' })
  head!: Uint8Array | null;

  @Field(() => Boolean, { defaultValue: true, description: 'False: this device does not write any more.' })
  here!: boolean;
}
