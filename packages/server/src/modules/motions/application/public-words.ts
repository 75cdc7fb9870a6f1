import type { Statements } from '../../../platform/database/database.ts';
import { type SayPublicly, saidPublicly, textsSaid } from '../../meetings/index.ts';
import type { ActionItemRecord, DecisionRecord, MotionRecord, SittingMotions } from './motion-record.ts';

const sayOf = (say: SayPublicly) => <T extends string | null>(text: T): T => (text === null ? text : say(text, null) as T);

function motionSaid(motion: MotionRecord, say: SayPublicly): MotionRecord {
  const { text, findings, referredTo, amendments, questions } = motion;
  const said = sayOf(say);
  return {
    ...motion, text: textsSaid(text, say), referredTo: said(referredTo),
    findings: findings && { immediate: said(findings.immediate), afterPosting: said(findings.afterPosting) },
    amendments: amendments.map((amendment) => ({ ...amendment, text: textsSaid(amendment.text, say) })),
    questions: questions.map((question) => ({ ...question, stoppedWhy: said(question.stoppedWhy) })),
  };
}

/** What is to be done stays as it was typed beside it, for the environment's own people, who have to do it. */
const actionSaid = (action: ActionItemRecord, say: SayPublicly): ActionItemRecord => ({ ...action, publicly: { title: sayOf(say)(action.title), note: sayOf(say)(action.note) } });

const decisionSaid = (decision: DecisionRecord, say: SayPublicly): DecisionRecord =>
  ({ ...decision, text: textsSaid(decision.text, say), rationale: textsSaid(decision.rationale, say), actions: decision.actions.map((action) => actionSaid(action, say)) });

/** What was moved in sittings as all its screens and everybody read it, students by their seats. Only minutes keep it as it was typed, in the copy of the body. */
export const motionsSaid = (em: Statements, moved: readonly SittingMotions[]): Promise<readonly SittingMotions[]> =>
  saidPublicly(em, moved, ({ meetingId }) => meetingId, (each, say) => ({
    ...each, motions: each.motions.map((motion) => motionSaid(motion, say)), decisions: each.decisions.map((decision) => decisionSaid(decision, say)), actions: each.actions.map((action) => actionSaid(action, say)),
  }));

export const decisionsSaid = async (em: Statements, decisions: readonly DecisionRecord[]): Promise<DecisionRecord[]> => [...await saidPublicly(em, decisions, ({ meetingId }) => meetingId, decisionSaid)];
export const actionsSaid = async (em: Statements, actions: readonly ActionItemRecord[]): Promise<ActionItemRecord[]> => [...await saidPublicly(em, actions, ({ meetingId }) => meetingId, actionSaid)];
