import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import type { Constituency } from '../domain/ballot.ts';

@ObjectType('Challenge', { description: 'Somebody on the roll disputes the result. Who, and on what grounds, only they and the committee read; that there is one, and what was decided and why, is public.' })
export class ChallengeType {
  @Field(() => ID, { description: 'Stable and opaque.' })
  id!: string;

  @Field(() => ConstituencyEnum, { nullable: true, description: 'Whose result; null: the whole election.' })
  constituency!: Constituency | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was filed.' })
  filedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;
}
