import type { Constituency } from '../ballot.ts';
import type { ElectionFacts } from './election.ts';
import { electionAllows } from './election-states.ts';
import { type ElectionDecision, refuse } from './refusal.ts';

export type NominationState = 'PROPOSED' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN';

export interface NominationFacts {
  readonly constituency: Constituency;
  readonly personId: string;
  readonly nominatedBy: string;
  readonly state: NominationState;
}

/** What a person is to an election: the one constituency they vote in, and what else rules ask of a nominee. */
export interface StandingInElection {
  readonly personId: string;
  /** By the precedence of the roll; null for who is in none whose seats are up. */
  readonly constituency: Constituency | null;
  readonly communityMember: boolean;
  /** Teaches or works at this school. */
  readonly employed: boolean;
}

type Nominating = Pick<ElectionFacts, 'state' | 'nominationsFrom' | 'nominationsUntil' | 'constituencies' | 'employees'>;

const PARENTS: readonly Constituency[] = ['PARENT', 'EL_PARENT'];

/**
 * A constituency's own members nominate, and are nominated, for its seats, themselves included (EC 65000; rule 14). A
 * parent member may not be employed at the school (EC 65000; rule 16): refused, or taken with a warning, as the body's
 * rules say. Who nominates themselves has accepted.
 */
export function decideNominate(
  election: Nominating, nominator: StandingInElection, nominee: StandingInElection, standing: NominationFacts | null, now: Date,
): ElectionDecision<{ readonly constituency: Constituency; readonly state: NominationState; readonly employed: boolean }> {
  const open = nominationsOpen(election, now);
  if (!open.ok) return open;
  const { constituency } = nominator;
  if (constituency === null) return refuse('NOT_A_MEMBER', election.constituencies.map((each) => each.constituency));
  const self = nominator.personId === nominee.personId;
  const up = election.constituencies.find((each) => each.constituency === constituency);
  const chosenByParents = nominee.constituency === null && nominee.communityMember && (up?.communityStands ?? false);
  if (nominee.constituency !== constituency && !chosenByParents) return refuse('OTHER_CONSTITUENCY', [constituency]);
  const employed = PARENTS.includes(constituency) && nominee.employed;
  if (employed && election.employees === 'EXCLUDED') return refuse('EMPLOYED');
  // Who declined or withdrew is asked by nobody again, but may still step forward.
  if (standing !== null && !(self && (standing.state === 'DECLINED' || standing.state === 'WITHDRAWN'))) return refuse('ALREADY_NOMINATED');
  return { ok: true, constituency, state: self ? 'ACCEPTED' : 'PROPOSED', employed };
}

export function nominationsOpen({ state, nominationsFrom, nominationsUntil }: Nominating, now: Date): ElectionDecision {
  if (now < nominationsFrom && (state === 'NOTICED' || state === 'NOMINATING')) return refuse('NOMINATIONS_NOT_OPEN', [nominationsFrom.toISOString()]);
  if (!electionAllows(state, 'NOMINATE')) return refuse('WRONG_STATE', [state]);
  return now < nominationsUntil ? { ok: true } : refuse('NOMINATIONS_CLOSED', [nominationsUntil.toISOString()]);
}

/** Only the nominee answers, and until voting opens: whoever is nominated on the last day has time to think. */
export function decideAnswer(
  election: Pick<ElectionFacts, 'state'>, nomination: NominationFacts, personId: string, accept: boolean,
): ElectionDecision<{ readonly state: NominationState }> {
  if (nomination.personId !== personId) return refuse('NOT_THE_NOMINEE');
  if (!electionAllows(election.state, 'NOMINATE')) return refuse('WRONG_STATE', [election.state]);
  if (nomination.state !== 'PROPOSED') return refuse('ANSWERED', [nomination.state]);
  return { ok: true, state: accept ? 'ACCEPTED' : 'DECLINED' };
}

/** A candidate may step back until the ballot papers are made. */
export function decideStepBack(election: Pick<ElectionFacts, 'state'>, nomination: NominationFacts, personId: string): ElectionDecision {
  if (nomination.personId !== personId) return refuse('NOT_THE_NOMINEE');
  if (!electionAllows(election.state, 'NOMINATE')) return refuse('WRONG_STATE', [election.state]);
  return nomination.state === 'ACCEPTED' ? { ok: true } : refuse('ANSWERED', [nomination.state]);
}

/** The candidate writes, and the committee adds the languages the candidate does not, until the ballot papers are made. */
export function decideState(
  election: Pick<ElectionFacts, 'state'>, nomination: NominationFacts, writer: { readonly personId: string; readonly committee: boolean },
): ElectionDecision<{ readonly by: 'CANDIDATE' | 'COMMITTEE' }> {
  const own = nomination.personId === writer.personId;
  if (!own && !writer.committee) return refuse('NOT_THE_NOMINEE');
  if (!electionAllows(election.state, 'NOMINATE')) return refuse('WRONG_STATE', [election.state]);
  if (nomination.state !== 'ACCEPTED') return refuse('ANSWERED', [nomination.state]);
  return { ok: true, by: own ? 'CANDIDATE' : 'COMMITTEE' };
}
