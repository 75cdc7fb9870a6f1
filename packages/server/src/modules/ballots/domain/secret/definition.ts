import { bodyBytesFor, MAX_REVISION } from '@plenary/count/secret';
import { type BallotFacts, type Constituency, type ConstituencyFacts, questionOf } from '../ballot.ts';

/** A ballot with all that its definition fixes. */
export interface DefinedBallot extends BallotFacts {
  readonly environmentName: string;
  readonly constituencies: readonly (ConstituencyFacts & { readonly constituencyId: string })[];
  readonly closesAt: Date;
}

/**
 * What a secret ballot asks, of whom, and by which rules, as one text: voters' browsers and recounts hash these very
 * bytes, so it is written once, when the ballot opens, and served as it stands. `receiptKey`: the raw public key that
 * signs receipts and checkpoints, in base64.
 */
export function definitionText(ballot: DefinedBallot, receiptKey: string): string {
  const question = questionOf(ballot);
  return JSON.stringify({
    v: 1,
    ballot: ballot.id,
    environment: { id: ballot.environmentId, name: ballot.environmentName },
    question: ballot.question,
    description: ballot.description,
    method: question.method,
    maxChoices: question.maxChoices,
    seats: question.seats,
    budget: question.budget,
    combine: ballot.combine,
    options: ballot.options.map(({ id, kind, label }) => ({ id, kind, label })),
    constituencies: ballot.constituencies.map(({ constituencyId, constituency, quorum, majority }) =>
      ({ id: constituencyId, constituency, quorum, majority })),
    closesAt: ballot.closesAt.toISOString(),
    receiptKey,
    body: bodyBytesFor(question),
    maxRevision: MAX_REVISION,
  });
}

/** The parts of a definition that the server reads back. */
export interface Definition {
  readonly ballot: string;
  readonly constituencies: readonly { readonly id: string; readonly constituency: Constituency }[];
  readonly receiptKey: string;
  readonly body: number;
}
