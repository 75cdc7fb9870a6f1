import type { Statements } from '../../../platform/database/database.ts';
import { isStudent, isUuid, uniformName, uuidArray } from '../../people/index.ts';
import type { ActionState } from '../domain/action-item.ts';
import type { AmendmentState } from '../domain/amendment.ts';
import type { MotionKind, QuestionThreshold } from '../domain/choosing-threshold.ts';
import type { MotionState, Texts } from '../domain/motion.ts';
import type { QuestionExplained, QuestionState, QuestionWay } from '../domain/question.ts';
import type { UrgencyFindings } from '../domain/urgency.ts';
import type { RollCallLine, VoteChoice } from '../domain/voting.ts';

/** How a motion came to its end, or to rest. CONSENT: nobody objected. LAPSED: nobody seconded it. */
export const DISPOSALS = ['VOTE', 'CONSENT', 'LAPSED', 'TABLED', 'REFERRED', 'WITHDRAWN'] as const;
export type DisposedBy = (typeof DISPOSALS)[number];

/** Members are named by their id in the sitting, of which nobody outside can tell who it is. */
export interface AmendmentRecord {
  readonly id: string;
  readonly number: number;
  readonly state: AmendmentState;
  readonly text: Texts;
  readonly moverId: string;
  readonly seconderId: string | null;
  readonly movedAt: Date;
  readonly decidedAt: Date | null;
}

export interface QuestionRecord {
  readonly id: string;
  /** Null: put on the motion itself. */
  readonly amendmentId: string | null;
  readonly way: QuestionWay;
  readonly state: QuestionState;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly stoppedWhy: string | null;
  readonly adopted: boolean | null;
  readonly explained: QuestionExplained | null;
  readonly quorumPresent: number | null;
  readonly quorumNeeded: number | null;
  /** Each member's last. */
  readonly votes: readonly { readonly memberId: string; readonly choice: VoteChoice }[];
  /** Members who objected. */
  readonly objectorIds: readonly string[];
  /** As announced; empty before, and where nothing was counted. */
  readonly lines: readonly { readonly memberId: string; readonly vote: RollCallLine['vote'] }[];
}

export interface MotionRecord {
  readonly id: string;
  readonly meetingId: string;
  readonly number: number;
  readonly kind: MotionKind;
  readonly state: MotionState;
  readonly itemId: string | null;
  /** What it is about as a later room knows it: minutes, or a demand. */
  readonly aboutId: string | null;
  /** As moved. */
  readonly text: Texts;
  readonly threshold: QuestionThreshold;
  /** Null: it finds nothing urgent. */
  readonly findings: UrgencyFindings | null;
  readonly reviewOn: string | null;
  readonly moverId: string;
  readonly seconderId: string | null;
  /** Whoever runs the sitting entered it for the member, who said it aloud. */
  readonly movedAloud: boolean;
  readonly movedAt: Date;
  readonly secondedAt: Date | null;
  readonly statedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly disposedBy: DisposedBy | null;
  readonly referredTo: string | null;
  /** The first one first. */
  readonly amendments: readonly AmendmentRecord[];
  /** Put on it or on its amendments, the first one first. */
  readonly questions: readonly QuestionRecord[];
}

export interface DecisionRecord {
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  readonly bodyId: string;
  readonly meetingId: string;
  readonly motionId: string;
  readonly itemId: string;
  /** Among all of its body. */
  readonly number: number;
  readonly text: Texts;
  readonly rationale: Texts;
  /** Days of the calendar where the body meets, `yyyy-mm-dd`. */
  readonly decidedOn: string;
  readonly reviewOn: string | null;
  readonly actions: readonly ActionItemRecord[];
}

export interface ActionItemRecord {
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  readonly bodyId: string;
  readonly meetingId: string;
  readonly decisionId: string | null;
  readonly itemId: string | null;
  readonly title: string;
  readonly ownerId: string;
  readonly name: string;
  readonly student: boolean;
  readonly due: string | null;
  readonly state: ActionState;
  readonly version: number;
  readonly note: string | null;
  readonly assignedAt: Date;
  readonly endedAt: Date | null;
  /** Who presided over its sitting, and who took the record. */
  readonly ranBy: readonly (string | null)[];
  readonly sittingOver: boolean;
  /** The minutes of its sitting are approved. */
  readonly approved: boolean;
  /** Where it names a student, its words as everybody reads them. */
  readonly publicly?: { readonly title: string; readonly note: string | null };
}

/** What was moved, decided and assigned in one sitting. */
export interface SittingMotions {
  readonly meetingId: string;
  /** In the order in which they were moved. */
  readonly motions: readonly MotionRecord[];
  readonly decisions: readonly DecisionRecord[];
  readonly actions: readonly ActionItemRecord[];
}

/** Milliseconds since 1970. */
const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)`;

const AMENDMENT = `json_build_object('id', a.id, 'number', a.number, 'state', a.state, 'text', a.text, 'moverId', a.mover_id, 'seconderId', a.seconder_id,
  'movedAt', ${ms('a.moved_at')}, 'decidedAt', ${ms('a.decided_at')})`;

const QUESTION = `json_build_object('id', q.id, 'amendmentId', q.amendment_id, 'way', q.way, 'state', q.state, 'openedAt', ${ms('q.opened_at')}, 'closedAt', ${ms('q.closed_at')},
  'stoppedWhy', q.stopped_why, 'adopted', q.adopted, 'explained', q.explained, 'quorumPresent', q.quorum_present, 'quorumNeeded', q.quorum_needed,
  'votes', (select coalesce(json_agg(json_build_object('memberId', v.member_id, 'choice', v.choice)), '[]')
    from (select distinct on (x.member_id) x.member_id, x.choice from vote x where x.question_id = q.id order by x.member_id, x.id desc) v),
  'objectorIds', (select coalesce(json_agg(j.member_id order by j.said_at), '[]') from objection j where j.question_id = q.id),
  'lines', (select coalesce(json_agg(json_build_object('memberId', l.member_id, 'vote', l.vote) order by l.position), '[]') from roll_call_line l where l.question_id = q.id))`;

const MOTION = `json_build_object('id', o.id, 'meetingId', o.meeting_id, 'number', o.number, 'kind', o.kind, 'state', o.state, 'itemId', o.item_id, 'aboutId', o.about_id,
  'text', o.text, 'threshold', o.threshold, 'findings', case when o.kind = 'URGENCY' then json_build_object('immediate', o.immediate, 'afterPosting', o.after_posting) end,
  'reviewOn', o.review_on, 'moverId', o.mover_id, 'seconderId', o.seconder_id, 'movedAloud', o.moved_for_by is not null, 'movedAt', ${ms('o.moved_at')},
  'secondedAt', ${ms('o.seconded_at')}, 'statedAt', ${ms('o.stated_at')}, 'decidedAt', ${ms('o.decided_at')}, 'disposedBy', o.disposed_by, 'referredTo', o.referred_to,
  'amendments', (select coalesce(json_agg(${AMENDMENT} order by a.number), '[]') from amendment a where a.motion_id = o.id),
  'questions', (select coalesce(json_agg(${QUESTION} order by q.opened_at, q.id), '[]') from question q where q.motion_id = o.id))`;

/** A condition: the body of the meeting in this column adopted a motion to approve its minutes; nothing else approves them, and nothing takes it back. */
export const minutesApproved = (meetingId: string): string =>
  `exists (select from motion k where k.about_id = ${meetingId} and k.kind = 'APPROVE_MINUTES' and k.state = 'ADOPTED')`;

const ACTION = `json_build_object('id', t.id, 'schoolId', t.school_id, 'environmentId', t.environment_id, 'bodyId', t.body_id, 'meetingId', t.meeting_id,
  'decisionId', t.decision_id, 'itemId', t.item_id, 'title', t.title, 'ownerId', t.owner_id, 'due', t.due, 'state', t.state, 'version', t.version, 'note', t.note,
  'assignedAt', ${ms('t.assigned_at')}, 'endedAt', ${ms('t.ended_at')}, 'givenName', i.given_name, 'familyName', i.family_name,
  'ranBy', (select json_build_array(r.presiding_person, r.recorder_person) from sitting r where r.meeting_id = t.meeting_id),
  'sittingOver', (select r.ended_at is not null from sitting r where r.meeting_id = t.meeting_id), 'approved', ${minutesApproved('t.meeting_id')},
  'student', ${isStudent('t.owner_id', 't.environment_id')})`;
const OWNED = 'action_item t left join person_pii i on i.person_id = t.owner_id';

const DECISION = `json_build_object('id', d.id, 'schoolId', d.school_id, 'environmentId', d.environment_id, 'bodyId', d.body_id, 'meetingId', d.meeting_id,
  'motionId', d.motion_id, 'itemId', d.item_id, 'number', d.number, 'text', d.text, 'rationale', d.rationale, 'decidedOn', d.decided_on, 'reviewOn', d.review_on,
  'actions', (select coalesce(json_agg(${ACTION} order by t.assigned_at, t.id), '[]') from ${OWNED} where t.decision_id = d.id))`;

/** Everything of these sittings in one statement, in the order of `meetingIds`; under the school's scope. */
export async function motionsOfSittings(em: Statements, meetingIds: readonly string[]): Promise<SittingMotions[]> {
  const [row] = await em.execute<{ found: string | null }[]>(
    `select json_agg(json_build_object('meetingId', m.id,
       'motions', (select coalesce(json_agg(${MOTION} order by o.number), '[]') from motion o where o.meeting_id = m.id),
       'decisions', (select coalesce(json_agg(${DECISION} order by d.number), '[]') from decision d where d.meeting_id = m.id),
       'actions', (select coalesce(json_agg(${ACTION} order by t.assigned_at, t.id), '[]') from ${OWNED} where t.meeting_id = m.id)))::text as found
     from unnest(?::uuid[]) m (id)`, [uuidArray(meetingIds)]);
  const found = new Map(((row!.found === null ? [] : JSON.parse(row!.found, revive)) as SittingMotions[]).map((each) => [each.meetingId, each]));
  return meetingIds.map((id) => found.get(id.toLowerCase()) ?? { meetingId: id, motions: [], decisions: [], actions: [] });
}

/** Decisions for which `condition` holds of `d`, in its order; under the school's scope. */
export const decisionsWhere = (em: Statements, condition: string, params: readonly unknown[]): Promise<DecisionRecord[]> =>
  allOf(em, `select ${DECISION} as whole from decision d where ${condition}`, params);

/** Action items for which `condition` holds of `t`, in its order; under the school's scope. */
export const actionsWhere = (em: Statements, condition: string, params: readonly unknown[]): Promise<ActionItemRecord[]> =>
  allOf(em, `select ${ACTION} as whole from ${OWNED} where ${condition}`, params);

async function allOf<T>(em: Statements, select: string, params: readonly unknown[]): Promise<T[]> {
  const [row] = await em.execute<{ found: string | null }[]>(`select json_agg(x.whole)::text as found from (${select}) x`, params);
  return row!.found === null ? [] : JSON.parse(row!.found, revive) as T[];
}

/** Whether its minutes are approved, as this room knows it; under the school's scope. */
export async function areApproved(em: Statements, meetingId: string): Promise<boolean> {
  const [row] = await em.execute<{ approved: boolean }[]>(`select ${minutesApproved('x.id')} as approved from (select ?::uuid as id) x`, [meetingId]);
  return row!.approved;
}

/** In which sitting a motion, an amendment's motion or a question is; null when the school has none. */
export async function meetingOf(em: Statements, table: 'motion' | 'question', id: string): Promise<string | null> {
  if (!isUuid(id)) return null;
  const [row] = await em.execute<{ meetingId: string }[]>(`select meeting_id as "meetingId" from ${table} where id = ?`, [id]);
  return row?.meetingId ?? null;
}

const TIMES = new Set(['openedAt', 'closedAt', 'movedAt', 'secondedAt', 'statedAt', 'decidedAt', 'assignedAt', 'endedAt']);

/** Times become moments, and the two parts of a name the one form that all names have here. */
function revive(key: string, value: unknown): unknown {
  if (TIMES.has(key) && typeof value === 'number') return new Date(value);
  if (value === null || typeof value !== 'object' || !('givenName' in value)) return value;
  const { givenName, familyName, ...rest } = value as { givenName: string | null; familyName: string | null };
  return { ...rest, name: uniformName(givenName, familyName) };
}

/** The question on the motion itself that is open, or was put last. */
export const questionOn = ({ questions }: Pick<MotionRecord, 'questions'>, amendmentId: string | null): QuestionRecord | null =>
  questions.findLast((question) => question.amendmentId === amendmentId) ?? null;

export const openQuestion = ({ questions }: Pick<MotionRecord, 'questions'>): QuestionRecord | null => questions.find(({ state }) => state === 'OPEN') ?? null;
