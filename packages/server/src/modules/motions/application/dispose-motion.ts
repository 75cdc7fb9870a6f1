import type { House } from '../../../platform/room.ts';
import { reopenItem, settleItem } from '../../meetings/index.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { decides } from '../domain/choosing-threshold.ts';
import { type MotionAct, afterAct } from '../domain/motion-states.ts';
import { LONGEST, clean, saidFaults } from '../domain/motion-wording.ts';
import { motionRefusal } from '../domain/refusal.ts';
import { type ActAt, type ChangingMotion, type NotDone, type Who, changeMotion, changeOne, faulty, refused } from './change-motion.ts';
import { memberFacts } from './motion-rules.ts';
import { namesUntold, said } from './names-told.ts';

/** What its state allows, while no question waits for its result. */
const dispose = (house: House, viewer: ViewerFacts, at: ActAt, kind: string, act: MotionAct, who: Who, change: (changing: ChangingMotion) => Promise<NotDone>) =>
  changeMotion(house, viewer, at, kind, who, async (changing) => {
    const { motion, sitting } = changing;
    if (sitting.state !== 'IN_SESSION') return refused(motionRefusal('NOT_IN_SESSION', [sitting.state]));
    if (afterAct(motion.state, act) === null) return refused(motionRefusal('WRONG_STATE', [motion.state]));
    if (motion.questions.some(({ state }) => state === 'OPEN')) return refused(motionRefusal('QUESTION_OPEN'));
    return change(changing);
  });

/** Nobody seconded it. */
export const lapseMotion = (house: House, viewer: ViewerFacts, at: ActAt) => dispose(house, viewer, at, 'motion.lapsed', 'LAPSE', 'RUNS', async ({ em, motion }) => {
  await changeOne(em, `update motion set state = 'FAILED', disposed_by = 'LAPSED', decided_at = clock_timestamp() where id = ?`, [motion.id]);
  return null;
});

/** Whoever presides says the question, which opens debate. */
export const stateMotion = (house: House, viewer: ViewerFacts, at: ActAt) => dispose(house, viewer, at, 'motion.stated', 'STATE', 'RUNS', async ({ em, motion }) => {
  await changeOne(em, `update motion set state = 'OPEN', stated_at = clock_timestamp() where id = ?`, [motion.id]);
  return null;
});

/** Its mover takes it back; whoever runs the sitting enters that. An amendment of it goes with it. */
export const withdrawMotion = (house: House, viewer: ViewerFacts, at: ActAt) => dispose(house, viewer, at, 'motion.withdrawn', 'WITHDRAW', 'TAKES_PART', async ({ em, motion, sitting, looker }) => {
  if (!looker.runs && memberFacts(sitting, { personId: viewer.personId })?.memberId !== motion.moverId) return refused(motionRefusal('NOT_RUNNING'));
  await em.execute(`update amendment set state = 'WITHDRAWN', decided_at = clock_timestamp() where motion_id = ? and state in ('MOVED', 'SECONDED')`, [motion.id]);
  await changeOne(em, `update motion set state = 'WITHDRAWN', disposed_by = 'WITHDRAWN', decided_at = clock_timestamp() where id = ?`, [motion.id]);
  return null;
});

/** The body lays it aside, and its item with it, until it is taken up again. */
export const tableMotion = (house: House, viewer: ViewerFacts, at: ActAt) => dispose(house, viewer, at, 'motion.tabled', 'TABLE', 'RUNS', async ({ em, motion }) => {
  await changeOne(em, `update motion set state = 'TABLED', disposed_by = 'TABLED' where id = ?`, [motion.id]);
  if (motion.itemId !== null && decides(motion.kind)) await settleItem(em, motion.itemId, 'TABLED');
  return null;
});

/** The body goes on with what it laid aside in this sitting. */
export const takeUpMotion = (house: House, viewer: ViewerFacts, at: ActAt) => dispose(house, viewer, at, 'motion.taken-up', 'TAKE_UP', 'RUNS', async ({ em, motion }) => {
  await changeOne(em, `update motion set state = 'OPEN', disposed_by = null where id = ?`, [motion.id]);
  if (motion.itemId !== null && decides(motion.kind)) await reopenItem(em, motion.itemId);
  return null;
});

/** The body sends it to somebody who looks into it first. */
export const referMotion = (house: House, viewer: ViewerFacts, at: ActAt, to: string, keepNames = false) => dispose(house, viewer, at, 'motion.referred', 'REFER', 'RUNS', async ({ em, sitting, motion }) => {
  const faults = saidFaults('to', to, LONGEST.referredTo);
  if (faults.length > 0) return faulty(faults);
  const named = await namesUntold(em, sitting, { locale: viewer.locale, keepNames }, [said('to', to)]);
  if (named.length > 0) return faulty(named);
  await em.execute(`update amendment set state = 'WITHDRAWN', decided_at = clock_timestamp() where motion_id = ? and state in ('MOVED', 'SECONDED')`, [motion.id]);
  await changeOne(em, `update motion set state = 'REFERRED', disposed_by = 'REFERRED', referred_to = ?, decided_at = clock_timestamp() where id = ?`, [clean(to), motion.id]);
  return null;
});
