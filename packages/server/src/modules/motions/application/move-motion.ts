import { randomUUID } from 'node:crypto';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, isUuid } from '../../people/index.ts';
import { mayChoose, urgencyThresholdOf, usualThreshold } from '../domain/choosing-threshold.ts';
import { type MotionWording, clean, motionFaults, textsOf } from '../domain/motion-wording.ts';
import { decideMove, decideSecond } from '../domain/moving.ts';
import { motionRefusal } from '../domain/refusal.ts';
import type { Threshold } from '../domain/threshold.ts';
import { type ActAt, actsFor, changeMotion, changeMotions, changeOne, faulty, refused, unless } from './change-motion.ts';
import { leastOf } from './motion-effects.ts';
import { chairRuleOf } from './motion-rules.ts';
import { namesUntold, said, wordsIn } from './names-told.ts';

export interface MovedMotion extends MotionWording {
  /** Null: what the body usually asks. */
  readonly threshold: Threshold | null;
  /** Null: the viewer's own. */
  readonly memberId: string | null;
  /** The mover was told which student it names. */
  readonly keepNames: boolean;
}

/** A member moves; or whoever runs the sitting enters what a member moved aloud (rule 12). */
export const moveMotion = (house: House, viewer: ViewerFacts, at: ActAt, moved: MovedMotion) =>
  changeMotions(house, viewer, at, 'motion.moved', 'TAKES_PART', async (changing) => {
    const { em, sitting, looker, all } = changing;
    const actor = actsFor(changing, moved.memberId);
    if ('refusals' in actor) return refused(...actor.refusals);
    const may = decideMove(sitting, actor.member, chairRuleOf(sitting));
    if (!may.ok) return unless(may);
    const itemId = moved.itemId?.toLowerCase() ?? null;
    if (itemId !== null && !sitting.items.some(({ id }) => id === itemId)) return refused(motionRefusal('NO_SUCH_ITEM'));
    const faults = motionFaults(moved, sitting.body.today);
    if (faults.length > 0) return faulty(faults);
    const named = await namesUntold(em, sitting, { ...viewer, ...moved }, [...wordsIn('text', moved.text), said('immediate', moved.immediate), said('afterPosting', moved.afterPosting)]);
    if (named.length > 0) return faulty(named);
    const usual = usualThreshold(sitting.rules.threshold, leastOf(moved.kind));
    const chosen = moved.threshold ?? usual;
    if (chosen !== usual && !looker.runs) return refused(motionRefusal('NOT_RUNNING'));
    if (!mayChoose(chosen, sitting.rules.threshold, leastOf(moved.kind))) return refused(motionRefusal('THRESHOLD_TOO_LOW', [usual]));
    const urgent = moved.kind === 'URGENCY';
    await em.execute(
      `insert into motion (id, school_id, meeting_id, number, kind, item_id, about_id, text, threshold, immediate, after_posting, review_on, mover_id, moved_for_by)
       values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?::date, ?, ?)`,
      [randomUUID(), sitting.schoolId, sitting.id, all.motions.length + 1, moved.kind, itemId, moved.aboutId !== null && isUuid(moved.aboutId) ? moved.aboutId.toLowerCase() : null,
        JSON.stringify(textsOf(moved.text)), urgent ? urgencyThresholdOf(sitting.rules.notice.law) : chosen, urgent ? clean(moved.immediate!) : null,
        urgent ? clean(moved.afterPosting!) : null, moved.reviewOn, actor.member.memberId, actor.enteredBy]);
    return null;
  });

/** Another member seconds it (rule 12). */
export const secondMotion = (house: House, viewer: ViewerFacts, at: ActAt, memberId: string | null) =>
  changeMotion(house, viewer, at, 'motion.seconded', 'TAKES_PART', async (changing) => {
    const { em, sitting, motion } = changing;
    const actor = actsFor(changing, memberId);
    if ('refusals' in actor) return refused(...actor.refusals);
    const may = decideSecond(motion, actor.member, chairRuleOf(sitting));
    if (!may.ok) return unless(may);
    await changeOne(em, `update motion set state = 'SECONDED', seconder_id = ?, seconded_at = clock_timestamp(), seconded_for_by = ? where id = ?`,
      [actor.member.memberId, actor.enteredBy, motion.id]);
    return null;
  });
