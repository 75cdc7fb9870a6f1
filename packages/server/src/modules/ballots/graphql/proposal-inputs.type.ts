import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import { LocalizedTextInput } from '../../people/graphql/localized-text.type.ts';
import { isUuid } from '../../people/index.ts';
import type { CommentRecord } from '../application/rounds/proposal-record.ts';
import type { Constituency } from '../domain/ballot.ts';
import type { ProposalWording } from '../domain/rounds/proposal-wording.ts';
import { type ConsentAnswer, PLAIN_QUORUM, type ProposalKind, type RoundQuorum } from '../domain/rounds/proposal.ts';
import { CommentKindEnum, ConsentAnswerEnum, ProposalKindEnum } from './round-enums.type.ts';

const MOST_LOCALES = 24;

@InputType('RoundQuorumInput', { description: 'The share of those who take part that must answer.' })
export class RoundQuorumInput implements RoundQuorum {
  @Field(() => Int, { description: '1 to `denominator`.' })
  numerator!: number;

  @Field(() => Int, { description: '1 to 1,000,000.' })
  denominator!: number;

  @Field(() => Boolean, { description: 'True: the share itself is enough. False: more than it.' })
  atLeast!: boolean;
}

@InputType('ProposalInput', { description: 'A whole proposal as worded; revising replaces everything. Faults answer as ProposalFaulty.' })
export class ProposalInput {
  @Field(() => ID, { description: 'Where it is put; stays the same when revised.' })
  environmentId!: string;

  @Field(() => ProposalKindEnum, { description: 'How the team decides.' })
  kind!: ProposalKind;

  @Field(() => [LocalizedTextInput], { description: 'In a line, what is proposed; at least one language; at most 300 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  title!: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], { description: 'The proposal itself; at least one language; at most 4,000 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  body!: LocalizedTextInput[];

  @Field(() => [ConstituencyEnum], { description: 'The peer groups that take part, each once; empty when people are named.' })
  @ArrayMaxSize(20)
  constituencies!: Constituency[];

  @Field(() => [ID], { description: 'People of the environment who take part, by id; empty when peer groups are.' })
  @ArrayMaxSize(1000)
  named!: string[];

  @Field(() => RoundQuorumInput, { nullable: true, description: 'How many must answer; left out, more than half.' })
  @ValidateNested()
  quorum?: RoundQuorumInput | null;

  @Field(() => ID, { description: 'Who leads the rounds: an adult of the environment.' })
  facilitatorId!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'True: everybody may read the record, names included. Not for EL_PARENT.' })
  publicRecord!: boolean;
}

@InputType('NextRoundInput', { description: 'The words of the next round.' })
export class NextRoundInput {
  @Field(() => [LocalizedTextInput], { description: 'As in ProposalInput.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  title!: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], { description: 'As in ProposalInput; changed, where an objection stands.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  body!: LocalizedTextInput[];

  @Field(() => String, { nullable: true, description: 'What changes and why, at most 500 characters.' })
  note?: string | null;
}

@InputType('RespondInput', { description: 'An answer, put on record under the viewer\'s name.' })
export class RespondInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId!: string;

  @Field(() => Int, { description: 'The round whose words the person saw; another answers ProposalStale.' })
  round!: number;

  @Field(() => Int, { nullable: true, description: '0 to 5, for FIST_TO_FIVE.' })
  fist?: number | null;

  @Field(() => ConsentAnswerEnum, { nullable: true, description: 'For CONSENT. Who withdraws an objection answers anew.' })
  consent?: ConsentAnswer | null;

  @Field(() => String, { nullable: true, description: 'Why; at most 1,000 characters. Needed below 3, and with OBJECT.' })
  reason?: string | null;
}

@InputType('RoundCommentInput', { description: 'A question or a reaction.' })
export class RoundCommentInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId!: string;

  @Field(() => Int, { description: 'The round it is about; another answers ProposalStale.' })
  round!: number;

  @Field(() => CommentKindEnum, { description: 'Which.' })
  kind!: CommentRecord['kind'];

  @Field(() => String, { description: '1 to 500 characters.' })
  body!: string;
}

/** What is no id at all is nobody's; the rules then say so of the field. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const idOf = (id: string): string => (isUuid(id) ? id.toLowerCase() : NOBODY);

export function proposalWordingOf(input: ProposalInput): ProposalWording {
  const { kind, title, body, constituencies, named, quorum, facilitatorId, publicRecord } = input;
  return { kind, title, body, constituencies, named: named.map(idOf), quorum: quorum ?? PLAIN_QUORUM, facilitatorId: idOf(facilitatorId), publicRecord };
}
