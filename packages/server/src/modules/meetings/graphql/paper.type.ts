import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { FiledRecord, NoticePaperRecord } from '../application/meeting-record.ts';
import type { ShownPaper } from '../application/shown-meeting.ts';

export const paperPath = (id: string): string => `/files/papers/${id}`;

@ObjectType('Paper', { description: 'A file that belongs to an agenda item. Whoever may read the item may read it, members no sooner than the public (Gov. Code 54957.5).' })
export class PaperType implements Pick<ShownPaper, 'id' | 'title' | 'fileName' | 'mediaType' | 'bytes' | 'digest' | 'addedAt' | 'availableAt' | 'late'> {
  @Field(() => ID, { description: 'Stable and opaque; the same in every notice.' })
  id!: string;

  @Field(() => String, { description: 'What those who prepare the meeting call it.' })
  title!: string;

  @Field(() => String, { description: 'The name it is saved under.' })
  fileName!: string;

  @Field(() => String, { description: 'Its media type, found by its contents.' })
  mediaType!: string;

  @Field(() => Int, { description: 'How many it has.' })
  bytes!: number;

  @Field(() => String, { description: 'SHA-256 of its contents, in hexadecimal.' })
  digest!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was put to the item.' })
  addedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'From when on everybody could read it; null while only those who prepare the meeting can.' })
  availableAt!: Date | null;

  @Field(() => Boolean, { description: 'Everybody could read it only within the hours of notice. Its item loses nothing by that.' })
  late!: boolean;
}

@ObjectType('NoticePaper', { description: 'A paper as one notice listed it.' })
export class NoticePaperType implements Pick<NoticePaperRecord, 'id' | 'title' | 'fileName' | 'mediaType' | 'bytes' | 'digest' | 'withdrawnAt'> {
  @Field(() => ID, { description: 'Of the paper.' })
  id!: string;

  @Field(() => String, { description: 'What it was called then.' })
  title!: string;

  @Field(() => String, { description: 'The name it is saved under.' })
  fileName!: string;

  @Field(() => String, { description: 'Its media type, found by its contents.' })
  mediaType!: string;

  @Field(() => Int, { description: 'How many it has.' })
  bytes!: number;

  @Field(() => String, { description: 'SHA-256 of its contents, in hexadecimal.' })
  digest!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was taken back.' })
  withdrawnAt!: Date | null;
}

@ObjectType('PostingPhoto', { simpleResolvers: true, description: 'A picture of a notice where it hung, without what the camera added.' })
export class PostingPhotoType implements Pick<FiledRecord, 'mediaType' | 'bytes' | 'digest'> {
  @Field(() => String, { description: 'Path on this server.' })
  url!: string;

  @Field(() => String, { description: 'Its media type.' })
  mediaType!: string;

  @Field(() => Int, { description: 'How many it has.' })
  bytes!: number;

  @Field(() => String, { description: 'SHA-256 of it, in hexadecimal.' })
  digest!: string;
}
