import type { Constituency } from '../ballot.ts';
import { PLAIN_MAJORITY, type WordedText, type Wording } from '../wording.ts';
import type { ProposalFacts } from './proposal.ts';

/**
 * The majority ballot a team falls back to when it cannot agree: yes or no to the words as they stand, put to the same
 * peer groups, counted together. A draft: whoever prepares ballots still sets its times, and its voters where people
 * took part by name.
 */
export function majorityInstead(
  { title, body, constituencies }: Pick<ProposalFacts, 'title' | 'body' | 'constituencies'>, seated: readonly { readonly constituency: Constituency }[],
): Wording {
  const asked = constituencies.length > 0 ? constituencies : [...new Set(seated.map(({ constituency }) => constituency))];
  return {
    question: worded(title), description: worded(body), method: 'YES_NO', secrecy: 'CONFIDENTIAL', maxChoices: null, seats: null, budgetTotal: null, binding: 'ADVISORY', bylaw: null,
    combine: 'TOGETHER', options: [], allowAbstain: true, opensAt: null, closesAt: null,
    constituencies: asked.map((constituency) =>
      ({ constituency, quorum: { kind: 'NONE', numerator: null, denominator: null, count: null }, majority: PLAIN_MAJORITY })),
  };
}

const worded = (texts: Readonly<Record<string, string>>): WordedText[] => Object.entries(texts).map(([locale, text]) => ({ locale, text }));
