import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { ResumeAnswerEnum } from '../../../platform/graphql/resume.type.ts';
import { type Delivery, Shared, VIA_HUB } from '../../../platform/graphql/shared.ts';
import { visibleMinutes } from '../application/minutes-reader.ts';
import { minutesTopic } from '../application/record-minutes.ts';
import type { MinutesState } from '../domain/minutes-states.ts';
import { MinutesStateEnum } from './minutes-enums.type.ts';

@ObjectType('MinutesChange', { description: 'Minutes changed. Carries where they are in their life, and nothing they say: query them, under the viewer\'s own eyes.' })
export class MinutesChangeType {
  @Field(() => CursorScalar, { description: 'As in MeetingChange.' })
  cursor!: string;

  @Field(() => ResumeAnswerEnum, { description: 'Live, replayed, or a request to read everything afresh.' })
  resume!: Delivery['resume'];

  @Field(() => ID, { description: 'Which minutes.' })
  minutesId!: string;
}

@Resolver(() => MinutesChangeType)
export class MinutesSubscriptions {
  @Public()
  @Shared<{ id: string }>({
    topics: ({ id }) => [minutesTopic(id.toLowerCase())],
    authorize: async ({ id }, ctx) => {
      const minutes = await visibleMinutes(ctx, id);
      if (minutes === null) throw coded('NOT_FOUND');
      return minutes;
    },
  })
  @Subscription(() => MinutesChangeType, { ...VIA_HUB, description: 'The minutes of a meeting: circulated, corrected, approved. NOT_FOUND before its call to order.' })
  minutesChanged(@Root() { cursor, resume }: Delivery, @Arg('id', () => ID, { description: 'The minutes.' }) id: string): MinutesChangeType {
    return { cursor, resume, minutesId: id.toLowerCase() };
  }

  @FieldResolver(() => MinutesStateEnum, { nullable: true, description: 'Where they are in their life.' })
  async state(@Root() { minutesId }: MinutesChangeType, @Ctx() ctx: RequestContext): Promise<MinutesState | null> { return (await visibleMinutes(ctx, minutesId))?.state ?? null; }

  @FieldResolver(() => Int, { nullable: true, description: 'Their version.' })
  async version(@Root() { minutesId }: MinutesChangeType, @Ctx() ctx: RequestContext): Promise<number | null> { return (await visibleMinutes(ctx, minutesId))?.version ?? null; }
}
