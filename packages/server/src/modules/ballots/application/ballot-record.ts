import type { Count } from '@plenary/count';
import type { Statements } from '../../../platform/database/database.ts';
import type { BallotFacts, Constituency, ConstituencyFacts } from '../domain/ballot.ts';
import { isUuid, uuidArray } from '../../people/index.ts';

export interface ConstituencyRecord extends ConstituencyFacts {
  readonly constituencyId: string;
  /** Null before the roll is frozen. */
  readonly rollSize: number | null;
  /** What may be published so far: stays 0 until the pool is large enough, and until the timer comes round. */
  readonly voted: number;
  /** How many of them on printed ballots; null before the close. */
  readonly onPaper: number | null;
  /** Votes read off them, by the newest entry: once counted, what two people agreed on. Null where there were none to read. */
  readonly printed: number | null;
  readonly countedAt: Date | null;
}

export interface CertificationRecord {
  readonly personId: string;
  readonly role: string;
  readonly certifiedAt: Date;
}

type Part = 'description' | 'options' | 'constituencies';

/** A ballot as lists show it, whoever looks: its own row without the long texts. */
export interface BallotOutline extends Omit<BallotFacts, Part> {
  readonly schoolId: string;
  /** Whose constituency's seats it fills; null for every other question. */
  readonly electionId: string | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly certifiedAt: Date | null;
  /** To the microsecond, as the database spells it: lists are ordered by it. */
  readonly createdAt: string;
}

/** A ballot as the house keeps it, whoever looks; what may be shown of it is the policies' to say. */
export interface BallotRecord extends BallotOutline, Pick<BallotFacts, 'description' | 'options'> {
  readonly requiredLocales: readonly string[];
  /** Every constituency of its election: each person votes in one of them. Null for every other question. */
  readonly electors: readonly Constituency[] | null;
  readonly constituencies: readonly ConstituencyRecord[];
  /** The whole count, small pools included; only its publication leaves the room. */
  readonly result: Count<Constituency> | null;
  readonly certifications: readonly CertificationRecord[];
  /** Closed, and its printed ballots are still to be entered. */
  readonly awaitsPaper: boolean;
}

export const isWhole = (ballot: BallotOutline): ballot is BallotRecord => 'certifications' in ballot;

/** Milliseconds since 1970: of a number a Date is made many times faster than of a text. */
const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)`;

const OUTLINE = `b.id, b.school_id as "schoolId", b.environment_id as "environmentId", b.election_id as "electionId", b.state, b.version, b.question,
  b.method, b.secrecy, b.max_choices as "maxChoices", b.seats, b.budget_total as "budgetTotal", b.binding, b.bylaw, b.combine,
  ${ms('b.opens_at')} as "opensAt", ${ms('b.closes_at')} as "closesAt", ${ms('b.opened_at')} as "openedAt",
  ${ms('b.closed_at')} as "closedAt", ${ms('b.certified_at')} as "certifiedAt", b.created_at::text as "createdAt"`;

const WHOLE = `${OUTLINE}, b.description, b.result, b.awaits_paper as "awaitsPaper",
  (select e.required_locales from learning_environment e where e.id = b.environment_id) as "requiredLocales",
  (select json_agg(c.constituency) from election_constituency c where c.election_id = b.election_id) as electors,
  (select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'label', o.label, 'cost', o.cost) order by o.position), '[]')
    from ballot_option o where o.ballot_id = b.id) as options,
  (select coalesce(json_agg(json_build_object('constituencyId', c.id, 'constituency', c.constituency, 'quorum', c.quorum, 'majority', c.majority,
      'rollSize', c.roll_size, 'voted', c.voted, 'onPaper', c.on_paper, 'countedAt', ${ms('c.counted_at')},
      'printed', case when c.on_paper > 0 then (select e.papers from paper_entry e
        where e.ballot_id = c.ballot_id and e.constituency = c.constituency order by e.ordinal desc limit 1) end)
      order by array_position('{PARENT,EL_PARENT,STUDENT,TEACHER,OTHER_STAFF,ADMINISTRATOR,COMMUNITY}'::text[], c.constituency)), '[]')
    from ballot_constituency c where c.ballot_id = b.id) as constituencies,
  (select coalesce(json_agg(json_build_object('personId', s.person_id, 'role', s.role, 'certifiedAt', ${ms('s.certified_at')})
      order by s.certified_at), '[]')
    from certification s where s.ballot_id = b.id) as certifications`;

/**
 * One JSON text for all rows: both engines answer it alike, at every depth, and one long text is read several times
 * faster than a row for each ballot.
 */
async function read<T>(em: Statements, columns: string, condition: string, params: readonly unknown[]): Promise<T[]> {
  const [row] = await em.execute<{ ballots: string | null }[]>(
    `select json_agg(x)::text as ballots from (select ${columns} from ballot b where ${condition}) x`, params);
  return row!.ballots === null ? [] : JSON.parse(row!.ballots) as T[];
}

/** Ballots for which `condition` holds of `b`, in its order; under the school's scope. */
export const ballotsWhere = async (em: Statements, condition: string, params: readonly unknown[]): Promise<BallotRecord[]> =>
  (await read<StoredRecord>(em, WHOLE, condition, params)).map(reviveRecord);

/** The same as outlines. */
export const outlinesWhere = async (em: Statements, condition: string, params: readonly unknown[]): Promise<BallotOutline[]> =>
  (await read<StoredOutline>(em, OUTLINE, condition, params)).map(reviveOutline);

export const ballotsById = (em: Statements, ids: readonly string[]): Promise<BallotRecord[]> =>
  ballotsWhere(em, 'b.id = any(?::uuid[])', [uuidArray(ids)]);

/** The ballot, held against every other change and every cast until the transaction ends; null when the school has none. */
export async function lockBallot(em: Statements, id: string): Promise<BallotRecord | null> {
  if (!isUuid(id)) return null;
  await em.execute('select id from ballot where id = ? for update', [id]);
  const [ballot] = await ballotsById(em, [id]);
  return ballot ?? null;
}

type Times = 'opensAt' | 'closesAt' | 'openedAt' | 'closedAt' | 'certifiedAt';
type Stored<T> = Omit<T, Times | 'constituencies' | 'certifications'> & Record<Times, number | null>;
type StoredOutline = Stored<BallotOutline>;
type StoredRecord = Stored<BallotRecord> & {
  readonly constituencies: readonly (Omit<ConstituencyRecord, 'countedAt'> & { readonly countedAt: number | null })[];
  readonly certifications: readonly (Omit<CertificationRecord, 'certifiedAt'> & { readonly certifiedAt: number })[];
};

const time = (at: number | null): Date | null => (at === null ? null : new Date(at));

const reviveTimes = (stored: Record<Times, number | null>): Record<Times, Date | null> => ({
  opensAt: time(stored.opensAt),
  closesAt: time(stored.closesAt),
  openedAt: time(stored.openedAt),
  closedAt: time(stored.closedAt),
  certifiedAt: time(stored.certifiedAt),
});

// The object just read is nobody else's yet: written over, not copied.
const reviveOutline = (stored: StoredOutline): BallotOutline => Object.assign(stored, reviveTimes(stored));

const reviveRecord = (stored: StoredRecord): BallotRecord => Object.assign(stored, reviveTimes(stored), {
  constituencies: stored.constituencies.map((each) => ({ ...each, countedAt: time(each.countedAt) })),
  certifications: stored.certifications.map((each) => ({ ...each, certifiedAt: new Date(each.certifiedAt) })),
});
