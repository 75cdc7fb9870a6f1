import type { Statements } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { mayManage, maySeePeople } from '../domain/policy.ts';
import type { Changing, StandingRefusal } from '../domain/standing-rules.ts';
import type { ViewerFacts } from '../domain/viewer.ts';
import { audit } from './audit.ts';
import { isUuid } from './sql.ts';
import { standingsOf } from './standings.ts';
import { viewerFactsIn } from './viewer.ts';

/** Who acts: ids of the session; what they may do is read again in the act's own transaction. */
export interface Actor {
  readonly personId: string;
  readonly schoolId: string;
  readonly sessionId: string;
}

export async function actorFacts(em: Statements, actor: Actor): Promise<ViewerFacts> {
  const viewer = await viewerFactsIn(em, actor.personId);
  if (viewer === null) throw coded('UNAUTHENTICATED');
  return viewer;
}

/** The person, locked until the transaction ends. @throws NOT_FOUND also when the actor may not manage them. */
export async function managed(em: Statements, viewer: ViewerFacts, personId: string): Promise<Changing> {
  const person = await lockedPerson(em, personId);
  if (person === null || !mayManage(viewer, person)) throw coded('NOT_FOUND');
  return person;
}

export async function lockedPerson(em: Statements, personId: string): Promise<Changing | null> {
  if (!isUuid(personId)) return null;
  const [row] = await em.execute<Omit<Changing, 'standings'>[]>(
    'select id, school_id as "schoolId", household_id as "householdId", active from person where id = ? for update', [personId]);
  if (row === undefined) return null;
  return { ...row, standings: await em.execute(standingsOf('p.id = ?'), [personId]) };
}

/** Where an act upon a person takes place: an environment the actor keeps and the person belongs to, else the actor's first. */
export function placeOf(viewer: ViewerFacts, person: Changing): string {
  const kept = viewer.environments.filter((each) => maySeePeople(viewer, each.environmentId));
  const shared = kept.find((each) => person.standings.some((standing) => standing.environmentId === each.environmentId));
  const place = shared ?? kept[0];
  if (place === undefined) throw coded('NOT_FOUND');
  return place.environmentId;
}

/**
 * Administrators of an environment who are still here. Locks the environment first, so that two who would each
 * take away the other's role come one after the other.
 */
export async function administratorsOf(em: Statements, environmentId: string): Promise<number> {
  await em.execute('select id from learning_environment where id = ? for update', [environmentId]);
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from role_grant r join person p on p.id = r.person_id and p.active
     where r.environment_id = ? and r.role = 'ADMINISTRATOR'`, [environmentId]);
  return row?.count ?? 0;
}

/** @throws BAD_INPUT with the rule that stands against it. */
export function unlessRefused(refusal: StandingRefusal, field: string): void {
  if (refusal !== null) throw coded('BAD_INPUT', { field, rule: refusal });
}

/** The audit row and the happenings of an act upon a person, in its transaction. */
export async function tellOfPerson(
  { events }: House, em: Statements, actor: Actor, personId: string, act: string,
  environmentIds: readonly string[], detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await audit(em, { schoolId: actor.schoolId, actorId: actor.personId, act, subjectId: personId, detail });
  const topics = [`person:${personId}`, ...new Set(environmentIds.map((id) => `environment:${id}`))];
  await events.record(em, topics.map((topic) => ({ schoolId: actor.schoolId, topic, kind: act, subjectId: personId })));
}

export const placesOf = (person: Changing): string[] => person.standings.map((each) => each.environmentId);
