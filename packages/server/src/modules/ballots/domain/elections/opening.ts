import type { Constituency } from '../ballot.ts';
import type { ElectionFacts, ElectionMethod, SeatWay, SeatsUp } from './election.ts';
import { electionAllows } from './election-states.ts';
import { missingWords } from './election-languages.ts';
import { decideNoticeTime } from './notice.ts';
import { type ElectionDecision, refuse } from './refusal.ts';
import { type Statement, missingOf } from './statement.ts';

export interface OpeningFacts {
  readonly requiredLocales: readonly string[];
  readonly timeZone: string;
  /** People who would be on each constituency's roll. */
  readonly eligible: ReadonlyMap<Constituency, number>;
  /** Accepted nominations. */
  readonly candidates: readonly { readonly constituency: Constituency; readonly statement: Statement }[];
}

/** Post the notice: complete in every required language (EC 48985; rule 29), with the time the rules ask (rule 18). */
export function decideNotice(election: ElectionFacts, { requiredLocales, timeZone }: Pick<OpeningFacts, 'requiredLocales' | 'timeZone'>, now: Date): ElectionDecision {
  if (!electionAllows(election.state, 'NOTICE')) return refuse('WRONG_STATE', [election.state]);
  const missing = missingWords(election, requiredLocales);
  if (missing.length > 0) return refuse('MISSING_LOCALES', missing);
  if (election.nominationsUntil <= now) return refuse('NOMINATIONS_CLOSED', [election.nominationsUntil.toISOString()]);
  return decideNoticeTime(election, now, timeZone);
}

/**
 * Open the voting: not before the time the notice gave, with nominations over, every statement in every required
 * language, and voters in each constituency that votes (rules 18, 20, 29).
 */
export function decideOpenElection(election: ElectionFacts, around: OpeningFacts, now: Date): ElectionDecision {
  if (!electionAllows(election.state, 'OPEN')) return refuse('WRONG_STATE', [election.state]);
  if (now < election.nominationsUntil) return refuse('NOMINATIONS_STILL_OPEN', [election.nominationsUntil.toISOString()]);
  if (now < election.opensAt) return refuse('TOO_EARLY', [election.opensAt.toISOString()]);
  if (now >= election.closesAt) return refuse('CLOSES_IN_PAST', [election.closesAt.toISOString()]);
  const unsaid = new Set([
    ...missingWords(election, around.requiredLocales),
    ...around.candidates.flatMap(({ statement }) => missingOf(statement, around.requiredLocales)),
  ]);
  if (unsaid.size > 0) return refuse('STATEMENTS_MISSING_LOCALES', around.requiredLocales.filter((locale) => unsaid.has(locale)));
  const empty = election.constituencies.map(({ constituency }) => constituency).filter((constituency) =>
    wayOf(election, constituency, around) === 'VOTE' && (around.eligible.get(constituency) ?? 0) === 0);
  return empty.length > 0 ? refuse('EMPTY_ROLL', empty) : { ok: true };
}

/**
 * How the seats of a constituency are filled. As many candidates as seats, or fewer, are still voted on, unless the
 * bylaws provide for acclamation; without a candidate the seats are vacant.
 */
export function wayOf(
  { acclamation, constituencies }: Pick<ElectionFacts, 'acclamation' | 'constituencies'>, constituency: Constituency,
  { candidates }: Pick<OpeningFacts, 'candidates'>,
): SeatWay {
  const standing = candidates.filter((each) => each.constituency === constituency).length;
  const seats = constituencies.find((each) => each.constituency === constituency)?.seats ?? 0;
  if (standing === 0) return 'VACANT';
  return acclamation && standing <= seats ? 'ACCLAIMED' : 'VOTE';
}

/** What the constituency's ballot asks: a method for several candidates is none for one. */
export function ballotTerms({ method, seats }: Pick<SeatsUp, 'method' | 'seats'>, candidates: number): {
  readonly method: ElectionMethod; readonly seats: number; readonly maxChoices: number; readonly allowAbstain: boolean;
} {
  const terms = { method: candidates === 1 ? 'CHOOSE_ONE' as const : method, seats: Math.min(seats, candidates), allowAbstain: true };
  return { ...terms, maxChoices: terms.method === 'CHOOSE_ONE' ? 1 : candidates };
}
