import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import type { Constituency } from '../domain/ballot.ts';
import type { Vacancy } from '../domain/elections/seating.ts';
import { VacancyEnum } from './election-enums.type.ts';

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

@ObjectType('Seat', { description: 'A seat of a body: held from one day to another, or vacant. Who holds it is public; students are named only to members of the environment.' })
export class SeatType {
  @Field(() => ID, { description: 'Of this holding or vacancy.' })
  id!: string;

  @Field(() => ConstituencyEnum, { description: 'Whose seat it is.' })
  constituency!: Constituency;

  @Field(() => Int, { description: 'Which of the constituency\'s seats, from 1.' })
  number!: number;

  @Field(() => VacancyEnum, { nullable: true, description: 'Why nobody holds it.' })
  vacancy!: Vacancy | null;

  @Field(() => String, { description: 'First day, `yyyy-mm-dd`.' })
  starts!: string;

  @Field(() => String, { description: 'Last day, `yyyy-mm-dd`.' })
  ends!: string;
}
