import type { Statements } from '../../../../platform/database/database.ts';
import { isUuid, uuidArray } from '../../../people/index.ts';
import type { Constituency, Texts } from '../../domain/ballot.ts';
import type { Answer, ProposalFacts, StandingAnswer } from '../../domain/rounds/proposal.ts';
import type { RoundFacts } from '../../domain/rounds/standing.ts';

export interface ParticipantRecord {
  readonly id: string;
  readonly personId: string;
  readonly constituency: Constituency;
  readonly seat: number;
}

export interface HearingRecord {
  readonly byId: string;
  readonly note: string;
  readonly at: Date;
}

export interface ResponseRecord extends Answer {
  readonly id: string;
  readonly participantId: string;
  readonly revision: number;
  readonly at: Date;
  readonly hearing: HearingRecord | null;
}

export interface CommentRecord {
  readonly id: string;
  readonly personId: string;
  readonly kind: 'QUESTION' | 'REACTION';
  readonly body: string;
  readonly at: Date;
}

export type RoundOutcome = 'NEXT_ROUND' | 'ADOPTED' | 'NOT_ADOPTED' | 'BALLOT' | 'WITHDRAWN';

export interface RoundRecord {
  readonly number: number;
  readonly title: Texts;
  readonly body: Texts;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly closedById: string | null;
  readonly outcome: RoundOutcome | null;
  readonly note: string | null;
  /** Every answer there was, in the order in which they were given. */
  readonly responses: readonly ResponseRecord[];
  readonly comments: readonly CommentRecord[];
}

/** A proposal as lists show it, whoever looks. */
export interface ProposalOutline extends ProposalFacts {
  readonly schoolId: string;
  readonly ballotId: string | null;
  readonly openedAt: Date | null;
  readonly endedAt: Date | null;
  readonly requiredLocales: readonly string[];
  /** To the microsecond, as the database spells it: lists are ordered by it. */
  readonly createdAt: string;
}

/** The same with its whole record; what may be shown of it is the policies' to say. */
export interface ProposalRecord extends ProposalOutline {
  readonly participants: readonly ParticipantRecord[];
  /** The first one first. */
  readonly rounds: readonly RoundRecord[];
}

/** Milliseconds since 1970. */
const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)`;

const OUTLINE = `p.id, p.school_id as "schoolId", p.environment_id as "environmentId", p.state, p.version, p.kind, p.title, p.body,
  p.constituencies, p.named, p.quorum, p.facilitator_id as "facilitatorId", p.public_record as "publicRecord", p.round,
  p.ballot_id as "ballotId", ${ms('p.opened_at')} as "openedAt", ${ms('p.ended_at')} as "endedAt", p.created_at::text as "createdAt",
  (select e.required_locales from learning_environment e where e.id = p.environment_id) as "requiredLocales"`;

const WHOLE = `${OUTLINE},
  (select coalesce(json_agg(json_build_object('id', x.id, 'personId', x.person_id, 'constituency', x.constituency, 'seat', x.seat)
      order by x.constituency, x.seat), '[]')
    from proposal_participant x where x.proposal_id = p.id) as participants,
  (select coalesce(json_agg(json_build_object('number', r.number, 'title', r.title, 'body', r.body,
      'openedAt', ${ms('r.opened_at')}, 'closedAt', ${ms('r.closed_at')}, 'closedById', r.closed_by, 'outcome', r.outcome, 'note', r.note,
      'responses', (select coalesce(json_agg(json_build_object('id', a.id, 'participantId', a.participant_id, 'revision', a.revision,
          'fist', a.fist, 'consent', a.consent, 'reason', a.reason, 'at', ${ms('a.at')},
          'hearing', case when h.response_id is not null then json_build_object('byId', h.heard_by, 'note', h.note, 'at', ${ms('h.at')}) end)
          order by a.at, a.id), '[]')
        from proposal_response a left join proposal_hearing h on h.response_id = a.id
        where a.proposal_id = r.proposal_id and a.round = r.number),
      'comments', (select coalesce(json_agg(json_build_object('id', c.id, 'personId', c.person_id, 'kind', c.kind, 'body', c.body,
          'at', ${ms('c.at')}) order by c.at, c.id), '[]')
        from proposal_comment c where c.proposal_id = r.proposal_id and c.round = r.number)) order by r.number), '[]')
    from proposal_round r where r.proposal_id = p.id) as rounds`;

/** One JSON text for all rows, as ballots are read. */
async function read<T>(em: Statements, columns: string, condition: string, params: readonly unknown[]): Promise<T[]> {
  const [row] = await em.execute<{ proposals: string | null }[]>(
    `select json_agg(x)::text as proposals from (select ${columns} from proposal p where ${condition}) x`, params);
  return row!.proposals === null ? [] : JSON.parse(row!.proposals, revive) as T[];
}

const TIMES = new Set(['openedAt', 'endedAt', 'closedAt', 'at']);

const revive = (key: string, value: unknown): unknown => (TIMES.has(key) && typeof value === 'number' ? new Date(value) : value);

/** Proposals for which `condition` holds of `p`, in its order; under the school's scope. */
export const proposalOutlinesWhere = (em: Statements, condition: string, params: readonly unknown[]): Promise<ProposalOutline[]> =>
  read(em, OUTLINE, condition, params);

export const proposalsById = (em: Statements, ids: readonly string[]): Promise<ProposalRecord[]> =>
  read(em, WHOLE, 'p.id = any(?::uuid[])', [uuidArray(ids)]);

/** The proposal, held against every other act on it until the transaction ends; null when the school has none. */
export async function lockProposal(em: Statements, id: string): Promise<ProposalRecord | null> {
  if (!isUuid(id)) return null;
  await em.execute('select id from proposal where id = ? for update', [id]);
  const [proposal] = await proposalsById(em, [id]);
  return proposal ?? null;
}

/** What counts of a round: the last answer of each, in the order in which they were given. */
export function standingResponses({ responses }: Pick<RoundRecord, 'responses'>): ResponseRecord[] {
  const last = new Map<string, ResponseRecord>();
  for (const response of responses) {
    if ((last.get(response.participantId)?.revision ?? 0) < response.revision) last.set(response.participantId, response);
  }
  return responses.filter((each) => last.get(each.participantId) === each);
}

export const standingAnswer = ({ participantId, fist, consent, reason, hearing }: ResponseRecord): StandingAnswer =>
  ({ participantId, fist, consent, reason, heard: hearing !== null });

/** The round as its rules see it. */
export const roundFacts = ({ kind, quorum, participants }: ProposalRecord, round: RoundRecord): RoundFacts =>
  ({ kind, quorum, participants: participants.length, answers: standingResponses(round).map(standingAnswer) });

/** The round people answer now, or answered last. @throws when there was none yet. */
export function currentRound({ rounds, round }: ProposalRecord): RoundRecord {
  const current = rounds.find(({ number }) => number === round);
  if (current === undefined) throw new Error('a proposal without a round');
  return current;
}
