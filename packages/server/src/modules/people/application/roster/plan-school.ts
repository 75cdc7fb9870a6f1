import { createHash } from 'node:crypto';
import type { Statements } from '../../../../platform/database/database.ts';
import type { FaultList } from '../../domain/roster/fault.ts';
import { type Plan, plan } from '../../domain/roster/plan.ts';
import type { Mention, Roster, StatedPerson } from '../../domain/roster/stated.ts';
import { isOutsideSize } from '../../domain/size.ts';
import type { Place } from './apply-plan.ts';
import { householdId } from './household-id.ts';
import { loadCurrent } from './load-current.ts';

export interface SchoolPlan {
  readonly plan: Plan;
  /** Hash of everything the plan does: what was previewed and what is committed can be compared. */
  readonly digest: string;
  /** Mentions of people whom neither the files nor this school know. */
  readonly toNobody: readonly Mention[];
  readonly before: number;
  /** Active students whom no roster knows; the plan counts those it knows. */
  readonly otherStudents: number;
}

/** Compares what the files state with what is in the database now. Reads only. */
export async function planSchool(
  em: Statements, place: Place, roster: Pick<Roster, 'delta' | 'mentions'>, people: readonly StatedPerson[], org: string | null,
): Promise<SchoolPlan> {
  const current = await loadCurrent(em, place);
  const made = plan({
    people, delta: roster.delta, org, current: current.people, links: current.links,
    householdId: (name) => householdId(place.schoolId, name),
  });
  const known = new Set(current.people.map(({ sourcedId }) => sourcedId));
  const enrolled = roster.mentions.filter(({ code, sourcedId }) => code === 'ENROLLMENT_TO_NOBODY' && !known.has(sourcedId));
  return {
    plan: made, digest: digestOf(made),
    toNobody: roster.delta ? [...made.toNobody, ...enrolled] : [],
    before: current.people.filter(({ fromRoster }) => fromRoster.length > 0).length,
    otherStudents: await countOtherStudents(em, place),
  };
}

async function countOtherStudents(em: Statements, { schoolId, environmentId }: Place): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from person p join membership m on m.person_id = p.id
     where p.school_id = ?::uuid and p.source_id is null and p.active and m.environment_id = ? and m.constituency = 'STUDENT'`,
    [schoolId, environmentId],
  );
  return row!.count;
}

function digestOf({ people, links }: Plan): string {
  const acts = [
    ...people.filter(({ write }) => write).map(({ sourcedId, effect, changes, join, quit, after }) => JSON.stringify([sourcedId, effect, changes, join, quit, after])),
    ...links.map(({ student, guardian, effect }) => JSON.stringify([student, guardian, effect])),
  ].sort();
  const hash = createHash('sha256');
  for (const act of acts) hash.update(act).update('\n');
  return hash.digest('hex');
}

/** What somebody should look at twice before committing. */
export function warnOfPlan({ plan, before, otherStudents }: SchoolPlan, faults: FaultList, school: string | null = null): void {
  const counted = (number: number) => (school === null ? number : `${school}: ${number}`);
  const students = plan.students + otherStudents;
  const leaving = plan.people.filter(({ effect }) => effect === 'LEAVE').length;
  if (isOutsideSize(students)) faults.warn('OUTSIDE_SIZE', 'users.csv', { value: counted(students) });
  if (leaving > 10 && leaving * 5 > before) faults.warn('MANY_LEAVE', 'users.csv', { value: counted(leaving) });
}
