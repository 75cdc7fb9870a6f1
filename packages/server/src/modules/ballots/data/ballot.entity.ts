import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { CombineRule, MajorityRule, Method, OptionKind, QuorumRule } from '@plenary/count';
import type { BallotBinding, BallotState, Constituency, Secrecy, Texts } from '../domain/ballot.ts';

/** The question put to constituencies. Roll and box have no entity: only the statements of their use cases touch them. */
export const Ballot = defineEntity({
  name: 'Ballot',
  tableName: 'ballot',
  properties: {
    id: p.uuid().primary(),
    schoolId: p.uuid(),
    environmentId: p.uuid(),
    state: p.string().$type<BallotState>(),
    version: p.integer(),
    question: p.json<Texts>(),
    description: p.json<Texts>(),
    method: p.string().$type<Method>(),
    secrecy: p.string().$type<Secrecy>(),
    maxChoices: p.integer(),
    seats: p.integer(),
    budgetTotal: p.integer().nullable(),
    binding: p.string().$type<BallotBinding>(),
    bylaw: p.string().nullable(),
    combine: p.string().$type<CombineRule>(),
    opensAt: p.datetime().nullable(),
    closesAt: p.datetime().nullable(),
    createdBy: p.uuid(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});
export type Ballot = InferEntity<typeof Ballot>;

export const BallotOption = defineEntity({
  name: 'BallotOption',
  tableName: 'ballot_option',
  properties: {
    id: p.uuid().primary(),
    schoolId: p.uuid(),
    ballotId: p.uuid(),
    position: p.smallint(),
    kind: p.string().$type<OptionKind>(),
    label: p.json<Texts>(),
    cost: p.integer().nullable(),
  },
});
export type BallotOption = InferEntity<typeof BallotOption>;

export const BallotConstituency = defineEntity({
  name: 'BallotConstituency',
  tableName: 'ballot_constituency',
  properties: {
    ballotId: p.uuid().primary(),
    constituency: p.string().$type<Constituency>().primary(),
    schoolId: p.uuid(),
    quorum: p.json<QuorumRule>(),
    majority: p.json<MajorityRule>().nullable(),
  },
});
export type BallotConstituency = InferEntity<typeof BallotConstituency>;
