import DataLoader from 'dataloader';
import { school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { type BodyRecord, bylawsOf, quorumNeeded, votingMembers } from '../../bodies/index.ts';
import { type ViewerFacts, asDateOrNull, uniformName, uuidArray } from '../../people/index.ts';
import { type PlanAnswer, type PlanWording, askedLate } from '../domain/attendance-plan.ts';
import { saidOfThisDay } from './said-of-this-day.ts';
import type { ShownMeeting } from './shown-meeting.ts';

/** How many have said so; who has not answered is in none of them. */
export interface PlanCounts {
  readonly coming: number;
  readonly notComing: number;
  readonly remote: number;
}

export interface MemberPlan {
  readonly name: string;
  readonly answer: PlanAnswer | null;
}

export interface PlanRequest {
  readonly name: string;
  readonly interpreter: string | null;
  readonly children: number;
  readonly note: string | null;
  readonly late: boolean;
}

/** What those who prepare a meeting go by. */
export interface PreparedAttendance {
  /** Voting members of today, and how many of them the bylaws want there (rule 10). */
  readonly members: number;
  readonly needed: number;
  readonly membersComing: number;
  readonly membersRemote: number;
  readonly answers: readonly MemberPlan[];
  readonly requests: readonly PlanRequest[];
}

const LOADER = Symbol('meetings.plans');
const NOBODY: PlanCounts = { coming: 0, notComing: 0, remote: 0 };

const planLoader = (ctx: RequestContext) =>
  ctx.once(LOADER, () => new DataLoader<{ id: string; schoolId: string }, PlanCounts, string>(async (keys) => {
    const rows = (await Promise.all([...Map.groupBy(keys, (key) => key.schoolId)].map(([home, own]) => ctx.house.db.under(school(home)).execute<(PlanCounts & { id: string })[]>(
      `select meeting_id as id, count(*) filter (where answer = 'COMING')::int as coming, count(*) filter (where answer = 'NOT_COMING')::int as "notComing",
         count(*) filter (where answer = 'REMOTE')::int as remote
       from attendance_plan p where meeting_id = any(?::uuid[]) and ${saidOfThisDay('p')} group by meeting_id`, [uuidArray(own.map((key) => key.id))])))).flat();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return keys.map((key) => byId.get(key.id) ?? NOBODY);
  }, { cacheKeyFn: (key) => key.id }));

export const planCounts = (ctx: RequestContext, { id, schoolId }: Pick<ShownMeeting, 'id' | 'schoolId'>): Promise<PlanCounts> => planLoader(ctx).load({ id, schoolId });

/** After the viewer has answered; what reads them now may be the first of this request to do so. */
export const forgetPlanCounts = (ctx: RequestContext): void => { planLoader(ctx).clearAll(); };

/** What the viewer said last of this day; null when nothing. */
export async function ownPlan(ctx: RequestContext, viewer: ViewerFacts, meetingId: string): Promise<PlanWording | null> {
  const [plan] = await ctx.house.db.under(school(viewer.schoolId)).execute<PlanWording[]>(
    `select answer, interpreter, children, note from attendance_plan p where meeting_id = ? and person_id = ? and ${saidOfThisDay('p')}`, [meetingId, viewer.personId]);
  return plan ?? null;
}

interface PlanRow extends PlanWording {
  readonly personId: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly askedAt: string | null;
  readonly ofThisDay: boolean;
}

/** Everything that was said, for those who prepare the meeting, and what was asked for also before it was moved; whoever calls this has asked whether the viewer does. */
export async function preparedAttendance(ctx: RequestContext, { id, schoolId, startsAt }: ShownMeeting, body: BodyRecord): Promise<PreparedAttendance> {
  const plans = await ctx.house.db.under(school(schoolId)).execute<PlanRow[]>(
    `select p.person_id as "personId", p.answer, p.interpreter, p.children, p.note, p.asked_at as "askedAt", ${saidOfThisDay('p')} as "ofThisDay", i.given_name as "givenName", i.family_name as "familyName"
     from attendance_plan p left join person_pii i on i.person_id = p.person_id where p.meeting_id = ? order by p.answered_at, p.person_id limit 2000`, [id]);
  const answerOf = new Map(plans.filter(({ ofThisDay }) => ofThisDay).map(({ personId, answer }) => [personId, answer]));
  const voting = votingMembers(body);
  const answers = voting.map(({ personId, name }): MemberPlan => ({ name: name ?? '', answer: answerOf.get(personId!) ?? null }));
  const count = (wanted: PlanAnswer) => answers.filter(({ answer }) => answer === wanted).length;
  return {
    members: voting.length,
    needed: quorumNeeded(bylawsOf(body).rules.quorum, voting.length),
    membersComing: count('COMING'),
    membersRemote: count('REMOTE'),
    answers,
    requests: plans.filter(({ interpreter, children, note }) => interpreter !== null || children > 0 || note !== null).map(({ interpreter, children, note, askedAt, givenName, familyName }) => {
      const asked = asDateOrNull(askedAt);
      return { name: uniformName(givenName, familyName), interpreter, children, note, late: asked !== null && startsAt !== null && askedLate(asked, startsAt) };
    }),
  };
}
