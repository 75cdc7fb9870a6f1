import { randomUUID } from 'node:crypto';
import { type Database, type EntityManager, gate } from '../../../platform/database/database.ts';
import { sqlState } from '../../../platform/database/retry.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { LearningEnvironment } from '../data/learning-environment.entity.ts';
import { Person, PersonPii } from '../data/person.entity.ts';
import { Membership, RoleGrant } from '../data/standing.entity.ts';
import { USUAL_TERM } from '../domain/slip-term.ts';
import { audit } from './audit.ts';
import { enterNewSchool, isEmpty } from './new-school.ts';
import { hashOfSlipToken } from './secret.ts';
import { type SignInOutcome, beginSession } from './sign-in.ts';
import type { Throttle } from './throttle.ts';
import { viewerFactsIn } from './viewer.ts';

export interface SchoolSetUp {
  readonly setupToken: string;
  readonly schoolName: string;
  readonly environmentName: string;
  readonly slug: string;
  readonly timeZone: string;
  readonly requiredLocales: readonly string[];
  readonly givenName: string;
  readonly familyName: string;
  readonly locale: string;
  readonly slipTokenHash: string;
}

type Done = Extract<SignInOutcome, { ok: true }>;
export type SetUpOutcome = SignInOutcome | { readonly ok: false; readonly refusal: 'SETUP_ALREADY_DONE' };

/** Makes the first school of a server; the one-time link works for one of any number who try at once. */
export async function setUpSchool({ db }: House, throttle: Throttle, address: string, input: SchoolSetUp): Promise<SetUpOutcome> {
  const hash = hashOfSlipToken(input.setupToken);
  if (hash === null) return { ok: false, refusal: 'UNKNOWN_SLIP' };
  return throttle.attempt(hash, address, () => useLink(db, hash, input), (outcome) => !outcome.ok && outcome.refusal === 'UNKNOWN_SLIP');
}

function useLink(db: Database, hash: Buffer, input: SchoolSetUp): Promise<SetUpOutcome> {
  return db.transaction(gate, async (em): Promise<SetUpOutcome> => {
    const [link] = await em.execute<{ used: boolean }[]>(
      'select used_at is not null as used from setup_link where token_hash = ? for update', [hash]);
    if (link === undefined) return { ok: false, refusal: 'UNKNOWN_SLIP' };
    if (link.used || !await isEmpty(em)) return { ok: false, refusal: 'SETUP_ALREADY_DONE' };
    await em.execute('update setup_link set used_at = clock_timestamp() where token_hash = ?', [hash]);
    return make(em, input);
  }).catch((error: unknown) => {
    if (sqlState(error) === '23505') throw coded('BAD_INPUT', { field: 'slug', rule: 'TAKEN' });
    throw error;
  });
}

async function make(em: EntityManager, input: SchoolSetUp): Promise<Done> {
  const schoolId = await enterNewSchool(em, input.schoolName.trim());
  const environmentId = randomUUID();
  const personId = randomUUID();
  await em.insert(LearningEnvironment, {
    id: environmentId, schoolId, name: input.environmentName.trim(), slug: input.slug, vision: {},
    requiredLocales: [...new Set(input.requiredLocales)], timeZone: input.timeZone, createdAt: new Date(),
  });
  await em.insert(Person, { id: personId, schoolId, locale: input.locale, active: true, englishLearner: false });
  await em.insert(PersonPii, { personId, schoolId, givenName: input.givenName.trim(), familyName: input.familyName.trim() });
  await em.insert(Membership, { id: randomUUID(), schoolId, environmentId, personId, constituency: 'ADMINISTRATOR', fromRoster: false });
  await em.insert(RoleGrant, { schoolId, environmentId, personId, role: 'ADMINISTRATOR', grantedAt: new Date() });
  const [slip] = await em.execute<{ id: string }[]>(
    `insert into access_slip (school_id, person_id, token_hash, expires_at, last_used_at)
     values (?, ?, decode(?, 'hex'), clock_timestamp() + make_interval(secs => ?), clock_timestamp()) returning id`,
    [schoolId, personId, input.slipTokenHash, USUAL_TERM / 1000]);
  await audit(em, { schoolId, actorId: personId, act: 'school.setUp', subjectId: environmentId });
  const viewer = (await viewerFactsIn(em, personId))!;
  const session = await beginSession(em, viewer, { slipId: slip!.id, transport: 'COOKIE', device: null });
  return { ok: true, viewer, ...session };
}
