import { type EntityManager, school } from '../../../platform/database/database.ts';
import type { RequestContext, SessionFacts } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import type { Standing, ViewerFacts } from '../domain/viewer.ts';
import { standingsOf } from './standings.ts';

const VIEWER = Symbol('people.viewer');

/**
 * The person signed in, loaded once per request; null when nobody is. In a shared subscription there is no
 * viewer and this throws, as reading the session there does.
 */
export function viewerOf(ctx: RequestContext): Promise<ViewerFacts | null> {
  const { session } = ctx;
  if (session === null) return Promise.resolve(null);
  return ctx.once(VIEWER, () => viewerFacts(ctx.house, session));
}

/** @throws UNAUTHENTICATED when nobody is signed in. */
export async function signedIn(ctx: RequestContext): Promise<ViewerFacts> {
  const viewer = await viewerOf(ctx);
  if (viewer === null) throw coded('UNAUTHENTICATED');
  return viewer;
}

/** The viewer where there can be one; in a shared execution everybody is treated as the public. */
export const viewerOrPublic = (ctx: RequestContext): Promise<ViewerFacts | null> =>
  ctx.sharedSchoolId === undefined ? viewerOf(ctx) : Promise.resolve(null);

/** Facts about the person of a session; null once that person is gone. */
export const viewerFacts = (
  house: Pick<House, 'db'>, session: Pick<SessionFacts, 'personId' | 'schoolId'>,
): Promise<ViewerFacts | null> => viewerFactsIn(house.db.fork(school(session.schoolId)), session.personId);

/** The same inside a transaction: what a verb decides on must not be older than what it locks. */
export async function viewerFactsIn(em: EntityManager, personId: string): Promise<ViewerFacts | null> {
  const [person] = await em.execute<Omit<ViewerFacts, 'environments'>[]>(
    `select p.id as "personId", p.school_id as "schoolId", p.locale, p.household_id as "householdId",
       array(select g.student_id from guardianship g join person s on s.id = g.student_id and s.active
             where g.guardian_id = p.id) as "studentIds"
     from person p where p.id = ? and p.active`,
    [personId],
  );
  if (person === undefined) return null;
  const environments = await em.execute<Standing[]>(standingsOf('p.id = ?'), [personId]);
  return { ...person, environments };
}
