import type { Constituency, EditProposalQuery, ProposalInput, ProposalKind } from '../../gql/graphql.ts';
import type { Picked } from './PersonPicker.tsx';
import { inputOf, textsOf, type Words } from './WordsFields.tsx';

export const QUORUMS = {
  half: { numerator: 1, denominator: 2, atLeast: false },
  twoThirds: { numerator: 2, denominator: 3, atLeast: true },
  all: { numerator: 1, denominator: 1, atLeast: true },
} as const;
export type QuorumName = keyof typeof QUORUMS;

/** What is in the form. */
export interface Draft {
  readonly words: Words;
  readonly kind: ProposalKind;
  readonly who: 'GROUPS' | 'NAMED';
  readonly constituencies: readonly Constituency[];
  readonly named: readonly Picked[];
  readonly quorum: QuorumName;
  readonly facilitator: Picked;
  readonly publicRecord: boolean;
}

export const emptyDraft = (facilitator: Picked): Draft => ({
  words: { title: {}, body: {} }, kind: 'CONSENT', who: 'GROUPS', constituencies: ['TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR'], named: [], quorum: 'half',
  facilitator, publicRecord: false,
});

export const fromProposal = (proposal: NonNullable<EditProposalQuery['proposal']>, fallback: Picked): Draft => ({
  words: { title: textsOf(proposal.title), body: textsOf(proposal.body) },
  kind: proposal.kind,
  who: proposal.namedPeople.length > 0 ? 'NAMED' : 'GROUPS',
  constituencies: proposal.constituencies,
  named: proposal.namedPeople,
  quorum: (Object.keys(QUORUMS) as QuorumName[]).find((name) => QUORUMS[name].numerator === proposal.quorum.numerator && QUORUMS[name].denominator === proposal.quorum.denominator) ?? 'half',
  facilitator: proposal.facilitatorPerson ?? fallback,
  publicRecord: proposal.publicRecord,
});

export const toInput = ({ words, kind, who, constituencies, named, quorum, facilitator, publicRecord }: Draft, environmentId: string): ProposalInput => ({
  environmentId, kind, title: inputOf(words.title), body: inputOf(words.body), quorum: QUORUMS[quorum], facilitatorId: facilitator.id, publicRecord,
  constituencies: who === 'GROUPS' ? [...constituencies] : [], named: who === 'NAMED' ? named.map(({ id }) => id) : [],
});
