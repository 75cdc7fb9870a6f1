import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import type { NeedKind } from '../application/needs.ts';
import { NeedKindEnum, SessionTransportEnum } from './enums.type.ts';

@ObjectType('Viewer', { description: 'The person signed in, and what waits for them.' })
export class ViewerType {
  @Field(() => String, { description: 'BCP 47 tag of the language this person reads.' })
  locale!: string;
}

@ObjectType('Need', { description: 'One thing that waits for the viewer.' })
export class NeedType {
  @Field(() => ID, { description: 'Stable while the need lasts.' })
  id!: string;

  @Field(() => NeedKindEnum, { description: 'What is to be done.' })
  kind!: NeedKind;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'By when; null when nothing presses.' })
  dueAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'Of what it is about: a ballot or an election for their kinds, a proposal for RESPOND_TO_PROPOSAL and FACILITATE_ROUND, else the environment.' })
  targetId!: string | null;
}

@ObjectType('Session', { description: 'One signed-in browser or program of the viewer.' })
export class SessionType {
  @Field(() => ID, { description: 'Stable and opaque; not the token.' })
  id!: string;

  @Field(() => Boolean, { description: 'The session this request came with.' })
  current!: boolean;

  @Field(() => SessionTransportEnum, { description: 'How it travels.' })
  transport!: 'COOKIE' | 'BEARER';

  @Field(() => GraphQLISODateTime, { description: 'When the person signed in.' })
  startedAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'Last use, to the minute.' })
  lastSeenAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends unless used before: 30 days after the last use, 8 hours for holders of a role.' })
  expiresAt!: Date;

  @Field(() => String, { nullable: true, description: 'What the browser called itself at sign-in.' })
  device!: string | null;
}
