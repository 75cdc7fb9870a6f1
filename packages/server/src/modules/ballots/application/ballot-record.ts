import type { Count } from '@plenary/count';
import type { Statements } from '../../../platform/database/database.ts';
import type { BallotFacts, Constituency, ConstituencyFacts } from '../domain/ballot.ts';
import { isUuid, uuidArray } from '../../people/index.ts';

export interface ConstituencyRecord extends ConstituencyFacts {
  /** Null before the roll is frozen. */
  readonly rollSize: number | null;
  /** What may be published so far: stays 0 until the pool is large enough, and until the timer comes round. */
  readonly voted: number;
  readonly countedAt: Date | null;
}

export interface CertificationRecord {
  readonly personId: string;
  readonly role: string;
  readonly certifiedAt: Date;
}

/** A ballot as the house keeps it, whoever looks; what may be shown of it is the policies' to say. */
export interface BallotRecord extends Omit<BallotFacts, 'constituencies'> {
  readonly schoolId: string;
  readonly requiredLocales: readonly string[];
  readonly constituencies: readonly ConstituencyRecord[];
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly certifiedAt: Date | null;
  readonly createdAt: string;
  /** The whole count, small pools included; only its publication leaves the room. */
  readonly result: Count<Constituency> | null;
  readonly certifications: readonly CertificationRecord[];
}

// Times go through JSON, so that both engines and every nesting spell them alike.
const BALLOT_SQL = `
  select to_jsonb(x) as ballot, x."createdAt"::text as "createdAt" from (
    select b.id, b.school_id as "schoolId", b.environment_id as "environmentId", b.state, b.version, b.question,
      b.description, b.method, b.max_choices as "maxChoices", b.binding, b.bylaw, b.combine,
      b.opens_at as "opensAt", b.closes_at as "closesAt", b.opened_at as "openedAt", b.closed_at as "closedAt",
      b.certified_at as "certifiedAt", b.created_at as "createdAt", b.result,
      (select e.required_locales from learning_environment e where e.id = b.environment_id) as "requiredLocales",
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'label', o.label) order by o.position), '[]')
        from ballot_option o where o.ballot_id = b.id) as options,
      (select coalesce(jsonb_agg(jsonb_build_object('constituency', c.constituency, 'quorum', c.quorum, 'majority', c.majority,
          'rollSize', c.roll_size, 'voted', c.voted, 'countedAt', c.counted_at)
          order by array_position('{PARENT,EL_PARENT,STUDENT,TEACHER,OTHER_STAFF,ADMINISTRATOR,COMMUNITY}'::text[], c.constituency)), '[]')
        from ballot_constituency c where c.ballot_id = b.id) as constituencies,
      (select coalesce(jsonb_agg(jsonb_build_object('personId', s.person_id, 'role', s.role, 'certifiedAt', s.certified_at)
          order by s.certified_at), '[]')
        from certification s where s.ballot_id = b.id) as certifications
    from ballot b where `;

/** Ballots for which `condition` holds of `b`, in its order; under the school's scope. */
export async function ballotsWhere(em: Statements, condition: string, params: unknown[]): Promise<BallotRecord[]> {
  const rows = await em.execute<{ ballot: Stored | string; createdAt: string }[]>(`${BALLOT_SQL} ${condition}) x`, params);
  return rows.map(({ ballot, createdAt }) => revive(typeof ballot === 'string' ? JSON.parse(ballot) as Stored : ballot, createdAt));
}

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
type Stored = Omit<BallotRecord, Times | 'constituencies' | 'certifications'> & Record<Times, string | null> & {
  readonly constituencies: readonly (Omit<ConstituencyRecord, 'countedAt'> & { readonly countedAt: string | null })[];
  readonly certifications: readonly (Omit<CertificationRecord, 'certifiedAt'> & { readonly certifiedAt: string })[];
};

const time = (text: string | null): Date | null => (text === null ? null : new Date(text));

function revive(stored: Stored, createdAt: string): BallotRecord {
  return {
    ...stored,
    createdAt,
    opensAt: time(stored.opensAt),
    closesAt: time(stored.closesAt),
    openedAt: time(stored.openedAt),
    closedAt: time(stored.closedAt),
    certifiedAt: time(stored.certifiedAt),
    constituencies: stored.constituencies.map((each) => ({ ...each, countedAt: time(each.countedAt) })),
    certifications: stored.certifications.map((each) => ({ ...each, certifiedAt: new Date(each.certifiedAt) })),
  };
}
