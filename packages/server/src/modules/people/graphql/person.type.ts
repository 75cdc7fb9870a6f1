import { IsOptional, MaxLength } from 'class-validator';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CursorScalar, NodeType, PageInfoType } from '../../../platform/graphql/relay.type.ts';
import type { PersonRecord } from '../application/person-reader.ts';
import { type Constituency, type Role } from '../domain/constituency.ts';
import { ConstituencyEnum, RoleEnum } from './enums.type.ts';

@ObjectType('Person', {
  implements: NodeType,
  description: 'Someone of the school community. Name and roles go with the act a person is named for; everything else is the '
    + 'record, seen by the person, by guardians of a student, and by those who keep the roster. For everybody else the fields of the record are null, empty or false.',
})
export class PersonType implements Pick<PersonRecord, 'id' | 'active'> {
  id!: string;

  @Field(() => Boolean, { description: 'False once the person has left; nobody who left can sign in or vote.' })
  active!: boolean;
}

@ObjectType('AccessSlip', { description: 'A printed secret that signs one person in, any number of times until it ends. The secret itself never reaches the server.' })
export class AccessSlipType {
  @Field(() => ID, { description: 'Stable and opaque; not the secret.' })
  id!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was made.' })
  madeAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends by itself.' })
  expiresAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When someone ended it.' })
  revokedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it last signed its person in; null when never.' })
  lastUsedAt!: Date | null;

  @Field(() => Boolean, { description: 'Neither expired nor revoked.' })
  usable!: boolean;
}

@ObjectType('PersonEdge', { description: 'A person in a list.' })
export class PersonEdge {
  @Field(() => CursorScalar, { description: 'Their position.' })
  cursor!: string;

  @Field(() => PersonType, { description: 'The person.' })
  node!: PersonRecord;
}

@ObjectType('PersonConnection', { description: 'A page of people, by family name and given name.' })
export class PersonConnection {
  @Field(() => [PersonEdge], { description: 'In order.' })
  edges!: readonly PersonEdge[];

  @Field(() => PageInfoType, { description: 'Where the page lies.' })
  pageInfo!: PageInfoType;

  /** Counted only when it is asked for. */
  count!: () => Promise<number>;
}

@InputType('PeopleFilter', { description: 'Narrows a list of people; what is left out does not narrow.' })
export class PeopleFilter {
  @Field(() => ConstituencyEnum, { nullable: true, description: 'Members of this constituency.' })
  constituency?: Constituency | null;

  @Field(() => String, { nullable: true, description: 'Words that must all begin or lie within the name or e-mail address; capitals and accents do not matter. At most 100 characters.' })
  @IsOptional()
  @MaxLength(100)
  search?: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'Holders of this role.' })
  role?: Role | null;

  @Field(() => Boolean, { nullable: true, description: 'True: people without a usable slip for whom the viewer may make one (only an administrator makes slips for holders of a role).' })
  withoutSlip?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True or left out: people who are here. False: people who left.' })
  active?: boolean | null;
}

@ObjectType('AccessSlipsMade', { description: 'What making slips did.' })
export class AccessSlipsMadeType {
  @Field(() => Int, { description: 'Slips made.' })
  made!: number;

  @Field(() => Int, { description: 'Earlier slips of the same people that were ended.' })
  revoked!: number;
}
