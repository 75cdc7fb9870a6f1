import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import type { ImportedMeeting } from '../application/imported-meeting.ts';

@ObjectType('RecordLink', { simpleResolvers: true, description: 'What an imported record refers to where it came from.' })
export class RecordLinkType {
  @Field(() => String, { description: 'An address of http or https.' })
  url!: string;

  @Field(() => String, { nullable: true, description: 'What is there, in the words of the record.' })
  note!: string | null;
}

@ObjectType('ImportedRecord', { simpleResolvers: true, description: 'That a meeting came with its body\'s record from elsewhere: it is history, nobody changes it here, and its minutes are kept where it was recorded.' })
export class ImportedRecordType implements ImportedMeeting {
  @Field(() => GraphQLISODateTime, { description: 'When it was taken over.' })
  importedAt!: Date;

  @Field(() => [RecordLinkType], { description: 'Where it was recorded, as far as the record says.' })
  links!: RecordLinkType[];
}
