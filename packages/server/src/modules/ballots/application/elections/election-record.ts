import type { Statements } from '../../../../platform/database/database.ts';
import { isUuid, uuidArray, uniformName } from '../../../people/index.ts';
import type { Constituency } from '../../domain/ballot.ts';
import type { BallotState } from '../../domain/ballot-states.ts';
import type { ChallengeFacts } from '../../domain/elections/challenging.ts';
import type { ElectionFacts, SeatWay, SeatsUp } from '../../domain/elections/election.ts';
import type { NominationFacts } from '../../domain/elections/nominating.ts';
import type { ElectionRefusal } from '../../domain/elections/refusal.ts';
import type { Statement } from '../../domain/elections/statement.ts';

/** An election as lists show it: its own row. */
export interface ElectionOutline extends Omit<ElectionFacts, 'constituencies'> {
  readonly schoolId: string;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly certifiedAt: Date | null;
  readonly challengeUntil: Date | null;
  readonly seatedAt: Date | null;
  /** To the microsecond, as the database spells it: lists are ordered by it. */
  readonly createdAt: string;
}

export interface ConstituencySeats extends SeatsUp {
  /** Null until voting opens. */
  readonly way: SeatWay | null;
  readonly setAside: boolean;
  readonly ballotId: string | null;
  readonly ballotState: BallotState | null;
}

export interface NominationRecord extends NominationFacts {
  readonly id: string;
  readonly employed: boolean;
  /** In the uniform form; whether this viewer is told is the reader's to say. */
  readonly name: string;
  readonly statement: Statement;
  readonly statementLocale: string | null;
  /** Place on the ballot paper, from 0; null until it is drawn. */
  readonly position: number | null;
  readonly optionId: string | null;
}

export interface ChallengeRecord extends ChallengeFacts {
  readonly grounds: string;
  readonly reason: string | null;
  readonly filedAt: Date;
  readonly decidedAt: Date | null;
}

export interface ElectionCertificationRecord { readonly personId: string; readonly role: string; readonly certifiedAt: Date }

/** An election as the house keeps it, whoever looks. */
export interface ElectionRecord extends ElectionOutline, Pick<ElectionFacts, 'constituencies'> {
  readonly requiredLocales: readonly string[];
  readonly timeZone: string;
  readonly constituencies: readonly ConstituencySeats[];
  readonly nominations: readonly NominationRecord[];
  readonly certifications: readonly ElectionCertificationRecord[];
  readonly challenges: readonly ChallengeRecord[];
  /** Hexadecimal; null until the order was drawn. */
  readonly orderSeed: string | null;
  /** Why the house could not do what was due. */
  readonly held: ElectionRefusal | null;
  readonly withdrawReason: string | null;
}

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)`;

const OUTLINE = `e.id, e.school_id as "schoolId", e.environment_id as "environmentId", e.state, e.version, e.title, e.description, e.body_id as "bodyId", e.body,
  e.body_kind as "bodyKind", e.student_seats as "studentSeats", e.place,
  ${ms('e.notice_at')} as "noticeAt", ${ms('e.noticed_at')} as "noticedAt", ${ms('e.orientation_at')} as "orientationAt",
  ${ms('e.nominations_from')} as "nominationsFrom", ${ms('e.nominations_until')} as "nominationsUntil",
  ${ms('e.opens_at')} as "opensAt", ${ms('e.closes_at')} as "closesAt", ${ms('e.opened_at')} as "openedAt", ${ms('e.closed_at')} as "closedAt",
  ${ms('e.certified_at')} as "certifiedAt", ${ms('e.challenge_until')} as "challengeUntil", ${ms('e.seated_at')} as "seatedAt",
  e.term_starts::text as "termStarts", e.term_ends::text as "termEnds", e.notice_days as "noticeDays", e.orientation_days as "orientationDays",
  e.challenge_days as "challengeDays", e.statement_words as "statementWords", e.acclamation, e.employees, e.created_at::text as "createdAt"`;

const CONSTITUENCIES = `(select json_agg(json_build_object('constituency', c.constituency, 'seats', c.seats, 'otherSeats', c.other_seats,
      'method', c.method, 'seatName', c.seat_name, 'communityStands', c.community_stands, 'way', c.way, 'setAside', c.set_aside,
      'ballotId', b.id, 'ballotState', b.state)
      order by array_position('{PARENT,EL_PARENT,STUDENT,TEACHER,OTHER_STAFF,ADMINISTRATOR,COMMUNITY}'::text[], c.constituency))
    from election_constituency c
    left join ballot b on b.election_id = c.election_id
      and exists (select from ballot_constituency x where x.ballot_id = b.id and x.constituency = c.constituency)
    where c.election_id = e.id)`;

const NOMINATIONS = `(select coalesce(json_agg(json_build_object('id', n.id, 'constituency', n.constituency, 'personId', n.person_id,
      'nominatedBy', n.nominated_by, 'state', n.state, 'employed', n.employed, 'givenName', i.given_name, 'familyName', i.family_name,
      'statement', n.statement, 'statementLocale', n.statement_locale, 'position', n.position, 'optionId', n.option_id)
      order by n.position nulls last, n.id), '[]')
    from nomination n left join person_pii i on i.person_id = n.person_id where n.election_id = e.id)`;

const WHOLE = `${OUTLINE}, p.required_locales as "requiredLocales", p.time_zone as "timeZone",
  ${CONSTITUENCIES} as constituencies, ${NOMINATIONS} as nominations,
  (select coalesce(json_agg(json_build_object('personId', s.person_id, 'role', s.role, 'certifiedAt', ${ms('s.certified_at')}) order by s.certified_at), '[]')
    from election_certification s where s.election_id = e.id) as certifications,
  (select coalesce(json_agg(json_build_object('id', c.id, 'constituency', c.constituency, 'filedBy', c.filed_by, 'grounds', c.grounds,
      'filedAt', ${ms('c.filed_at')}, 'decision', c.decision, 'reason', c.reason, 'proposedBy', c.proposed_by, 'decidedBy', c.decided_by,
      'decidedAt', ${ms('c.decided_at')}) order by c.filed_at, c.id), '[]')
    from challenge c where c.election_id = e.id) as challenges,
  encode(e.order_seed, 'hex') as "orderSeed", e.held, e.withdraw_reason as "withdrawReason"`;

/** One JSON text for all rows: both engines answer it alike, at every depth. */
async function read<T>(em: Statements, columns: string, condition: string, params: readonly unknown[]): Promise<T[]> {
  const [row] = await em.execute<{ elections: string | null }[]>(
    `select json_agg(x)::text as elections from (
       select ${columns} from election e join learning_environment p on p.id = e.environment_id where ${condition}) x`, params);
  return row!.elections === null ? [] : JSON.parse(row!.elections) as T[];
}

/** Elections for which `condition` holds of `e`, in its order; under the school's scope. */
export const electionsWhere = async (em: Statements, condition: string, params: readonly unknown[]): Promise<ElectionRecord[]> =>
  (await read<StoredElection>(em, WHOLE, condition, params)).map(revive);

export const electionsById = (em: Statements, ids: readonly string[]): Promise<ElectionRecord[]> =>
  electionsWhere(em, 'e.id = any(?::uuid[])', [uuidArray(ids)]);

/** The election, held against every other change until the transaction ends; null when the school has none. */
export async function lockElection(em: Statements, id: string): Promise<ElectionRecord | null> {
  if (!isUuid(id)) return null;
  await em.execute('select id from election where id = ? for update', [id]);
  const [election] = await electionsById(em, [id]);
  return election ?? null;
}

const TIMES = ['noticeAt', 'noticedAt', 'orientationAt', 'nominationsFrom', 'nominationsUntil', 'opensAt', 'closesAt', 'openedAt', 'closedAt',
  'certifiedAt', 'challengeUntil', 'seatedAt'] as const;
type Times = (typeof TIMES)[number];

type StoredElection = Omit<ElectionRecord, Times | 'nominations' | 'certifications' | 'challenges'> & Record<Times, number | null> & {
  readonly nominations: readonly (Omit<NominationRecord, 'name'> & { readonly givenName: string | null; readonly familyName: string | null })[];
  readonly certifications: readonly (Omit<ElectionCertificationRecord, 'certifiedAt'> & { readonly certifiedAt: number })[];
  readonly challenges: readonly (Omit<ChallengeRecord, 'filedAt' | 'decidedAt'> & { readonly filedAt: number; readonly decidedAt: number | null })[];
};

const time = (at: number | null): Date | null => (at === null ? null : new Date(at));

function revive(stored: StoredElection): ElectionRecord {
  return {
    ...stored,
    ...Object.fromEntries(TIMES.map((each) => [each, time(stored[each])])) as Record<Times, Date>,
    nominations: stored.nominations.map(({ givenName, familyName, ...rest }) => ({ ...rest, name: uniformName(givenName, familyName) })),
    certifications: stored.certifications.map((each) => ({ ...each, certifiedAt: new Date(each.certifiedAt) })),
    challenges: stored.challenges.map((each) => ({ ...each, filedAt: new Date(each.filedAt), decidedAt: time(each.decidedAt) })),
  };
}

/** Candidates of one constituency, in their order once it is drawn. */
export const candidatesOf = (election: Pick<ElectionRecord, 'nominations'>, constituency: Constituency): NominationRecord[] =>
  election.nominations.filter((each) => each.state === 'ACCEPTED' && each.constituency === constituency);
