import { Field, Int, ObjectType } from 'type-graphql';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import type { Constituency } from '../domain/ballot.ts';

@ObjectType('Checkpoint', { simpleResolvers: true, description: 'How far the log of one constituency of a secret ballot has come, signed by the ballot\'s key. A copy kept elsewhere is what the published log is held against (`recount BUNDLE --checkpoint COPY`).' })
export class CheckpointType {
  @Field(() => ConstituencyEnum, { description: 'The peer group whose log it is.' })
  constituency!: Constituency;

  @Field(() => Int, { nullable: true, description: 'Votes in the log, changed ones too, 11 or more; null until then, and until 11 people of the constituency have voted.' })
  size!: number | null;

  @Field(() => String, { nullable: true, description: 'The signed text to keep, letter by letter (C2SP tlog-checkpoint in a signed note); null with `size`.' })
  note!: string | null;
}
