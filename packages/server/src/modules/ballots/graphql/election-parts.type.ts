import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { ConstituencyEnum, RoleEnum } from '../../people/graphql/enums.type.ts';
import type { ConstituencySeats } from '../application/elections/election-record.ts';
import type { SeenNomination } from '../application/elections/election-reader.ts';
import type { Constituency } from '../domain/ballot.ts';
import type { ElectionMethod, SeatWay } from '../domain/elections/election.ts';
import type { NominationState } from '../domain/elections/nominating.ts';
import type { ElectionPermissions } from '../domain/elections/policy.ts';
import type { ElectionRefusalReason } from '../domain/elections/refusal.ts';
import { ElectionMethodEnum, ElectionRefusalEnum, NominationStateEnum, SeatWayEnum } from './election-enums.type.ts';

@ObjectType('ElectionConstituency', { description: 'The seats one constituency fills, and who stands for them.' })
export class ElectionConstituencyType implements Pick<ConstituencySeats, 'constituency' | 'seats' | 'otherSeats' | 'method' | 'communityStands' | 'way' | 'setAside'> {
  @Field(() => ConstituencyEnum, { description: 'Its own members nominate, stand and vote.' })
  constituency!: Constituency;

  @Field(() => Int, { description: 'Seats to be filled.' })
  seats!: number;

  @Field(() => Int, { description: 'Seats of the same constituency in the body that are not up.' })
  otherSeats!: number;

  @Field(() => ElectionMethodEnum, { description: 'How it elects.' })
  method!: ElectionMethod;

  @Field(() => Boolean, { description: 'Parents may also choose community members for their side.' })
  communityStands!: boolean;

  @Field(() => SeatWayEnum, { nullable: true, description: 'How the seats are filled; null until voting opens.' })
  way!: SeatWay | null;

  @Field(() => Boolean, { description: 'The committee set this constituency\'s result aside.' })
  setAside!: boolean;
}

@ObjectType('StatementText', { simpleResolvers: true, description: 'What a candidate says, in one language.' })
export class StatementTextType {
  @Field(() => String, { description: 'BCP 47 tag.' })
  locale!: string;

  @Field(() => String, { description: 'Plain text; line breaks are kept.' })
  text!: string;

  @Field(() => Boolean, { description: 'The first language the candidate wrote it in.' })
  original!: boolean;

  @Field(() => Boolean, { description: 'Translated by the election committee; otherwise the candidate\'s own words.' })
  translated!: boolean;
}

@ObjectType('NominationPermissions', { simpleResolvers: true, description: 'What the viewer may do with a nomination now.' })
export class NominationPermissionsType {
  @Field(() => Boolean, { description: 'Accept or decline.' })
  answer!: boolean;

  @Field(() => Boolean, { description: 'Write the statement.' })
  state!: boolean;

  @Field(() => Boolean, { description: 'Add the languages the candidate did not write.' })
  translate!: boolean;

  @Field(() => Boolean, { description: 'Step back.' })
  withdraw!: boolean;
}

@ObjectType('Nomination', { description: 'One person proposed for a seat. Until accepted, only nominee, nominator and committee see it; students\' names and words are told only to members of the environment.' })
export class NominationType implements Pick<SeenNomination, 'id' | 'constituency' | 'state' | 'name' | 'number'> {
  @Field(() => ID, { description: 'Stable and opaque.' })
  id!: string;

  @Field(() => ConstituencyEnum, { description: 'Whose seat it is.' })
  constituency!: Constituency;

  @Field(() => NominationStateEnum, { description: 'Whether the nominee stands.' })
  state!: NominationState;

  @Field(() => String, { nullable: true, description: 'Given name, then family name, in one form for all. Null of a student for who is not a member: a page says "Student candidate" and `number`.' })
  name!: string | null;

  @Field(() => Int, { nullable: true, description: 'Place among the constituency\'s candidates, from 1; as on the ballot paper once the order is drawn. Null unless accepted.' })
  number!: number | null;
}

@ObjectType('ElectionHeld', { simpleResolvers: true, description: 'Why the server could not do what was due; people must put it right.' })
export class ElectionHeldType {
  @Field(() => ElectionRefusalEnum, { description: 'Why.' })
  reason!: ElectionRefusalReason;

  @Field(() => [String], { description: 'What it is about.' })
  about!: readonly string[];
}

@ObjectType('ElectionCertification', { description: 'One person of the election committee stands for the result.' })
export class ElectionCertificationType {
  @Field(() => RoleEnum, { description: 'In which role.' })
  role!: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  certifiedAt!: Date;
}

@ObjectType('ElectionPermissions', { simpleResolvers: true, description: 'What the viewer may do with this election now; each act asks the same policy and the same table of states again.' })
export class ElectionPermissionsType implements ElectionPermissions {
  @Field(() => Boolean, { description: 'Revise its words, dates and seats.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Post its notice.' })
  notice!: boolean;

  @Field(() => Boolean, { description: 'Take it back.' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Open the voting by hand, once its time has come.' })
  open!: boolean;

  @Field(() => Boolean, { description: 'Nominate.' })
  nominate!: boolean;

  @Field(() => Boolean, { description: 'Certify the result as one of two.' })
  certify!: boolean;

  @Field(() => Boolean, { description: 'Challenge the result.' })
  challenge!: boolean;

  @Field(() => Boolean, { description: 'Decide challenges, as one of two.' })
  decideChallenges!: boolean;

  @Field(() => Boolean, { description: 'Add languages to candidates\' statements.' })
  translateStatements!: boolean;
}
