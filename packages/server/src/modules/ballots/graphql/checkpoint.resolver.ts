import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { ofWhole } from '../application/ballot-reader.ts';
import type { BallotOutline } from '../application/ballot-record.ts';
import { newestCheckpoints } from '../application/secret/checkpoint-reader.ts';
import { BallotType } from './ballot.type.ts';
import { CheckpointType } from './checkpoint.type.ts';

@Resolver(() => BallotType)
export class CheckpointResolver {
  @FieldResolver(() => [CheckpointType], { nullable: true, description: 'The newest signed state of each constituency\'s log, in the ballot\'s order, signed anew every few minutes; null for whoever is not of its election committee, and for ballots that are not secret. Not available in subscriptions.' })
  checkpoints(@Root() ballot: BallotOutline, @Ctx() ctx: RequestContext): Promise<CheckpointType[] | null> {
    return Promise.resolve(ofWhole(ctx, ballot, (whole) => newestCheckpoints(ctx, whole)));
  }
}
