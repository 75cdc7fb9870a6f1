import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CursorScalar, NodeType, PageInfoType } from '../../../platform/graphql/relay.type.ts';
import type { EnvironmentRecord } from '../application/environment-reader.ts';
import { type Constituency } from '../domain/constituency.ts';
import { ConstituencyEnum } from './enums.type.ts';

@ObjectType('School', { simpleResolvers: true, description: 'A school; it may hold several learning environments.' })
export class SchoolType {
  @Field(() => ID, { description: 'Stable and opaque.' })
  id!: string;

  @Field(() => String, { description: 'As the school writes it.' })
  name!: string;
}

@ObjectType('LearningEnvironment', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'A Personalized Learning Environment (PLE): the community of 150 to 500 students, their families, staff and partners.',
})
export class LearningEnvironmentType implements Pick<EnvironmentRecord, 'id' | 'name' | 'slug' | 'requiredLocales' | 'timeZone'> {
  id!: string;

  @Field(() => String, { description: 'As the community calls itself.' })
  name!: string;

  @Field(() => String, { description: 'Its part of web addresses: lower-case letters, digits and single hyphens. Unique on this server.' })
  slug!: string;

  @Field(() => [String], { description: 'BCP 47 tags of the languages a ballot must be complete in before it can be scheduled (EC 48985: 15% or more of the students).' })
  requiredLocales!: readonly string[];

  @Field(() => String, { description: 'IANA name, for example "America/Los_Angeles"; dates are shown in it.' })
  timeZone!: string;
}

@ObjectType('ConstituencySize', { simpleResolvers: true, description: 'How many active people a constituency has.' })
export class ConstituencySizeType {
  @Field(() => ConstituencyEnum, { description: 'The peer group.' })
  constituency!: Constituency;

  @Field(() => Int, { description: 'People, at least 1.' })
  size!: number;
}

@ObjectType('EnvironmentPermissions', { simpleResolvers: true, description: 'What the viewer may do here; each is decided by the same policy as the act itself.' })
export class EnvironmentPermissionsType {
  @Field(() => Boolean, { description: 'Change settings, give and take roles.' })
  administer!: boolean;

  @Field(() => Boolean, { description: 'List people, add them, change their records.' })
  seePeople!: boolean;

  @Field(() => Boolean, { description: 'Upload a roster and commit it.' })
  importRoster!: boolean;

  @Field(() => Boolean, { description: 'Make and revoke access slips.' })
  makeSlips!: boolean;

  @Field(() => Boolean, { description: 'Prepare, schedule, open, close and withdraw ballots.' })
  draftBallots!: boolean;

  @Field(() => Boolean, { description: 'Certify results, as one of two different people.' })
  certifyBallots!: boolean;
}

@ObjectType('LearningEnvironmentEdge', { simpleResolvers: true, description: 'An environment in a list.' })
export class LearningEnvironmentEdge {
  @Field(() => CursorScalar, { description: 'Its position.' })
  cursor!: string;

  @Field(() => LearningEnvironmentType, { description: 'The environment.' })
  node!: EnvironmentRecord;
}

@ObjectType('LearningEnvironmentConnection', { simpleResolvers: true, description: 'A page of environments, by name.' })
export class LearningEnvironmentConnection {
  @Field(() => [LearningEnvironmentEdge], { description: 'In order.' })
  edges!: readonly LearningEnvironmentEdge[];

  @Field(() => PageInfoType, { description: 'Where the page lies.' })
  pageInfo!: PageInfoType;
}
