/** The door of the motions room: all that other rooms may call. */
import type { Room } from '../../platform/room.ts';
import { addAdjournGuard } from '../meetings/index.ts';
import { addNeedSource } from '../people/index.ts';
import { actionNeeds } from './application/action-needs.ts';
import { openQuestions } from './application/adjourn-guard.ts';
import { runReminders } from './application/remind-of-actions.ts';
import { ActionActsResolver } from './graphql/action-acts.resolver.ts';
import { ActionSubscriptions } from './graphql/action.subscription.ts';
import { ActionItemResolver, BodyDecisionsResolver, DecisionResolver, EnvironmentDecisionsResolver, ViewerActionsResolver } from './graphql/decision.resolver.ts';
import { MotionActsResolver } from './graphql/motion-acts.resolver.ts';
import { AmendmentResolver, MotionResolver, QuestionResolver, SittingMotionsResolver } from './graphql/motion.resolver.ts';
import { seedMotions } from './seed/seed-motions.ts';

export { type Adopted, type MotionEffect, type MotionEffectRule, type VotedDown, addMotionEffect } from './application/motion-effects.ts';
export { forgetMotions, motionsOf } from './application/motion-reader.ts';
export {
  type ActionItemRecord, type AmendmentRecord, type DecisionRecord, type DisposedBy, type MotionRecord, type QuestionRecord, type SittingMotions, motionsOfSittings, questionOn,
} from './application/motion-record.ts';
export { textNow } from './application/motion-rules.ts';
export { motionsSaid } from './application/public-words.ts';
export type { MotionKind } from './domain/choosing-threshold.ts';
export type { QuestionExplained } from './domain/question.ts';

addAdjournGuard(openQuestions);
addNeedSource(actionNeeds);

export const motions: Room = {
  name: 'motions',
  entities: [],
  resolvers: [
    SittingMotionsResolver, MotionResolver, AmendmentResolver, QuestionResolver, DecisionResolver, ActionItemResolver, BodyDecisionsResolver, EnvironmentDecisionsResolver, ViewerActionsResolver,
    MotionActsResolver, ActionActsResolver, ActionSubscriptions,
  ],
  seed: seedMotions,
  start: runReminders,
};
