import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { MeetingType } from '../../meetings/graphql/meeting.type.ts';
import type { ShownMeeting } from '../../meetings/index.ts';
import { type ImportedMeeting, importedMeeting } from '../application/imported-meeting.ts';
import { ImportedRecordType } from './imported-meeting.type.ts';

@Resolver(() => MeetingType)
export class ImportedMeetingResolver {
  @FieldResolver(() => ImportedRecordType, { nullable: true, description: 'Where it was recorded; null of a meeting that was made here.' })
  importedFrom(@Root() meeting: ShownMeeting, @Ctx() ctx: RequestContext): Promise<ImportedMeeting | null> { return importedMeeting(ctx, meeting); }
}
