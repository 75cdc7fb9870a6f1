import { randomUUID } from 'node:crypto';
import { gate } from '../../../platform/database/database.ts';
import type { Demonstration, House } from '../../../platform/room.ts';
import { audit } from '../application/audit.ts';
import { enterNewSchool, isEmpty } from '../application/new-school.ts';
import { USUAL_TERM } from '../domain/slip-term.ts';
import { LearningEnvironment } from '../data/learning-environment.entity.ts';
import { type DemoAccount, readAccounts, signInUrl, writeAccounts } from './accounts.ts';
import { ADULTS } from './adults.ts';
import { castOf } from './cast.ts';
import { families } from './families.ts';
import { ENVIRONMENT, SCHOOL } from './place.ts';
import { random } from './random.ts';
import { type Slip, newSlip, readSlip } from './slip-secret.ts';
import { communityOf, writeCommunity } from './write-community.ts';

/** The same invented families in every demonstration. */
const SEED = 20_261_123;
const STUDENTS = 182;

export interface Seeded {
  /** Ways in, with links to where the server is now; null when this data directory knows none. */
  readonly accounts: readonly DemoAccount[] | null;
  /** What was just made, for later rooms to add to; null when there was a school already. */
  readonly made: Demonstration | null;
}

/**
 * Fills an empty database with a school community to try everything with; at later starts finds its accounts again.
 * Call after the migrations and before anything is served.
 */
export async function seedDemonstration(house: House): Promise<Seeded> {
  const { dataDir, publicUrl } = house.config;
  const known = await readAccounts(dataDir, publicUrl);
  const community = communityOf(ADULTS, families(random(SEED), STUDENTS));
  const cast = [...castOf(community)].map(([role, person]) => ({ role, person, slip: newSlip() }));

  const made = await house.db.transaction(gate, async (em): Promise<Demonstration | null> => {
    if (!await isEmpty(em)) return null;
    const schoolId = await enterNewSchool(em, SCHOOL);
    const environmentId = randomUUID();
    await em.insert(LearningEnvironment, {
      id: environmentId, schoolId, ...ENVIRONMENT, requiredLocales: [...ENVIRONMENT.requiredLocales], createdAt: new Date(),
    });
    await writeCommunity(em, schoolId, environmentId, community);
    await em.execute(
      `insert into access_slip (school_id, person_id, token_hash, expires_at)
       select ?, (x->>'person')::uuid, decode(x->>'hash', 'hex'), clock_timestamp() + make_interval(secs => ?)
       from jsonb_array_elements(?::jsonb) x`,
      [schoolId, USUAL_TERM / 1000, JSON.stringify(cast.map(({ person, slip }) => ({ person: person.id, hash: slip.tokenHash.toString('hex') })))]);
    await audit(em, { schoolId, actorId: null, act: 'demonstration.seeded', subjectId: environmentId });
    // Written before the commit: a community nobody can enter would be worse than a list nobody needs.
    await writeAccounts(dataDir, cast.map(({ role, person, slip }) => accountOf(role, person, slip, publicUrl)));
    return { schoolId, environmentId, people: Object.fromEntries(cast.map(({ role, person }) => [role, person.id])) };
  });

  if (made !== null) return { made, accounts: await readAccounts(dataDir, publicUrl) };
  const working = await stillWorking(house, known ?? []);
  if (working.length === 0) return { made, accounts: null };
  await writeAccounts(dataDir, working);
  return { made, accounts: working };
}

const accountOf = (role: string, person: { givenName: string; familyName: string }, slip: Slip, publicUrl: string): DemoAccount =>
  ({ role, name: `${person.givenName} ${person.familyName}`, slip: slip.text, signInUrl: signInUrl(publicUrl, slip.text) });

/** The file may belong to another database, or a slip may have been revoked while trying things. */
async function stillWorking({ db }: House, accounts: readonly DemoAccount[]): Promise<DemoAccount[]> {
  const hashes = accounts.map(({ slip }) => readSlip(slip)?.tokenHash.toString('hex') ?? '');
  const rows = await db.under(gate).execute<{ hash: string }[]>(
    `select encode(token_hash, 'hex') as hash from access_slip
     where encode(token_hash, 'hex') = any(?::text[]) and revoked_at is null and expires_at > clock_timestamp()`,
    [`{${hashes.filter(Boolean).join(',')}}`]);
  const working = new Set(rows.map((row) => row.hash));
  return accounts.filter((_, at) => working.has(hashes[at]!));
}
