import { type Statements, school } from '../../../platform/database/database.ts';
import type { RequestContext, SessionFacts } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../domain/viewer.ts';
import { standingsOf } from './standings.ts';

const LOOKING = Symbol('people.looking');

/** Who looks, for the rest of a request: signing in or out changes it for what the same answer still has to resolve. */
interface Looking {
  viewer: Promise<ViewerFacts | null>;
  sessionId: string | null;
}

/** In a shared subscription there is no viewer and this throws, as reading the session there does. */
const looking = (ctx: RequestContext): Looking => ctx.once(LOOKING, () => {
  const { house, session } = ctx;
  return {
    viewer: session === null ? Promise.resolve(null) : viewerFacts(house, session),
    sessionId: session?.sessionId ?? null,
  };
});

/** The person signed in, loaded once per request; null when nobody is. Throws in a shared subscription. */
export const viewerOf = (ctx: RequestContext): Promise<ViewerFacts | null> => looking(ctx).viewer;

/** The session this request came with, or began. */
export const currentSession = (ctx: RequestContext): string | null => looking(ctx).sessionId;

/** From here on, this request looks with other eyes. */
export function lookAs(ctx: RequestContext, viewer: ViewerFacts | null, sessionId: string | null): void {
  Object.assign(looking(ctx), { viewer: Promise.resolve(viewer), sessionId });
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
): Promise<ViewerFacts | null> => viewerFactsIn(house.db.under(school(session.schoolId)), session.personId);

/** The same inside a transaction: what a verb decides on must not be older than what it locks. */
export async function viewerFactsIn(em: Statements, personId: string): Promise<ViewerFacts | null> {
  const [viewer] = await em.execute<ViewerFacts[]>(
    `select p.id as "personId", p.school_id as "schoolId", p.locale, p.household_id as "householdId",
       array(select g.student_id from guardianship g join person s on s.id = g.student_id and s.active
             where g.guardian_id = p.id) as "studentIds",
       (select coalesce(json_agg(json_build_object(
           'environmentId', x."environmentId", 'constituencies', x.constituencies, 'roles', x.roles)), '[]')
        from (${standingsOf('p.id = ?')}) x) as environments
     from person p where p.id = ? and p.active`,
    [personId, personId],
  );
  return viewer ?? null;
}
