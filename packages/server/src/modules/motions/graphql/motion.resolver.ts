import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import { SittingRefusalType, refusalAsShown } from '../../meetings/graphql/sitting-answers.type.ts';
import { SittingType } from '../../meetings/graphql/sitting.type.ts';
import { type ShownSitting, quorumNow } from '../../meetings/index.ts';
import { type ActionItemRecord, type DecisionRecord, openQuestion, questionOn } from '../application/motion-record.ts';
import { mayAssign, motionsOf } from '../application/motion-reader.ts';
import { blockersOf, oneOf, textNow } from '../application/motion-rules.ts';
import { type ShownAmendment, type ShownLine, type ShownMotion, type ShownQuestion, linesOf, motionLooker, nameOf, shownMotions, shownQuestion } from '../application/shown-motion.ts';
import type { QuestionThreshold } from '../domain/choosing-threshold.ts';
import { amendmentPermissions, motionPermissions, questionPermissions } from '../domain/policy.ts';
import type { QuestionExplained } from '../domain/question.ts';
import type { UrgencyFindings } from '../domain/urgency.ts';
import type { VoteChoice } from '../domain/voting.ts';
import { ActionItemType, DecisionType } from './decision.type.ts';
import { QuestionThresholdEnum, VoteChoiceEnum } from './motion-enums.type.ts';
import {
  AmendmentPermissionsType, AmendmentType, MotionPermissionsType, MotionType, QuestionPermissionsType, QuestionType, RollCallLineType, ThresholdExplainedType, UrgencyFindingType,
} from './motion.type.ts';

@Resolver(() => SittingType)
export class SittingMotionsResolver {
  @FieldResolver(() => [MotionType], { description: 'In the order in which they were moved.' })
  async motions(@Root() sitting: ShownSitting, @Ctx() ctx: RequestContext): Promise<ShownMotion[]> {
    return shownMotions(sitting, await motionsOf(ctx, sitting));
  }

  @FieldResolver(() => [DecisionType], { description: 'In the order in which they were made.' })
  async decisions(@Root() sitting: ShownSitting, @Ctx() ctx: RequestContext): Promise<readonly DecisionRecord[]> {
    return (await motionsOf(ctx, sitting)).decisions;
  }

  @FieldResolver(() => [ActionItemType], { description: 'In the order in which they were assigned.' })
  async actionItems(@Root() sitting: ShownSitting, @Ctx() ctx: RequestContext): Promise<readonly ActionItemRecord[]> {
    return (await motionsOf(ctx, sitting)).actions;
  }

  @FieldResolver(() => Boolean, { description: 'The viewer may assign an action item of it now: while it sits, and after it was adjourned until its minutes are approved. Never in a subscription.' })
  viewerCanAssign(@Root() sitting: ShownSitting, @Ctx() ctx: RequestContext): Promise<boolean> { return mayAssign(ctx, sitting); }
}

@Resolver(() => MotionType)
export class MotionResolver {
  @FieldResolver(() => [LocalizedTextType], { description: 'As it was moved.' })
  text(@Root() { text }: ShownMotion): LocalizedTextType[] { return localized(text); }

  @FieldResolver(() => [LocalizedTextType], { description: 'As amended so far.' })
  textNow(@Root() motion: ShownMotion): LocalizedTextType[] { return localized(textNow(motion)); }

  @FieldResolver(() => String, { nullable: true, description: 'Who moved it; null of a student, to who is not a member of the environment.' })
  moverName(@Root() { sitting, moverId }: ShownMotion): string | null { return nameOf(sitting, moverId); }

  @FieldResolver(() => String, { nullable: true, description: 'Who seconded it; null of a student, to who is not a member of the environment.' })
  seconderName(@Root() { sitting, seconderId }: ShownMotion): string | null { return nameOf(sitting, seconderId); }

  @FieldResolver(() => [QuestionThresholdEnum], { description: 'It needs any one of these beside its threshold; empty: nothing more.' })
  oneOf(@Root() motion: ShownMotion): readonly QuestionThreshold[] { return oneOf(motion.sitting, motion); }

  @FieldResolver(() => UrgencyFindingType, { nullable: true, description: 'What it finds; null unless it is of the kind URGENCY.' })
  urgency(@Root() { findings }: ShownMotion): UrgencyFindings | null { return findings; }

  @FieldResolver(() => [AmendmentType], { description: 'The first one first.' })
  amendments(@Root() motion: ShownMotion): ShownAmendment[] { return motion.amendments.map((amendment) => ({ ...amendment, motion })); }

  @FieldResolver(() => QuestionType, { nullable: true, description: 'The question on the motion itself that is open, or was put last.' })
  question(@Root() motion: ShownMotion): ShownQuestion | null { return shownQuestion(motion.sitting, questionOn(motion, null)); }

  @FieldResolver(() => [SittingRefusalType], { description: 'All that keeps its question from being put to a roll call now; of an open question, its result from being announced.' })
  blockers(@Root() motion: ShownMotion, @Ctx() { house }: RequestContext): SittingRefusalType[] {
    const { sitting, all } = motion;
    return blockersOf(sitting, all, motion, house.clock.now()).map((refusal) => refusalAsShown(refusal, sitting.rules.notice.law));
  }

  @FieldResolver(() => DecisionType, { nullable: true, description: 'What it became once it was adopted; null before, and of motions that decide nothing of substance.' })
  decision(@Root() { id, all }: ShownMotion): DecisionRecord | null { return all.decisions.find(({ motionId }) => motionId === id) ?? null; }

  @FieldResolver(() => MotionPermissionsType, { description: 'What the viewer may do with it. Never anything in a subscription.' })
  viewerCan(@Root() motion: ShownMotion): MotionPermissionsType {
    return motionPermissions(motionLooker(motion.sitting), { ...motion, questionOpen: openQuestion(motion) !== null });
  }
}

@Resolver(() => AmendmentType)
export class AmendmentResolver {
  @FieldResolver(() => [LocalizedTextType], { description: 'The motion\'s whole text as it would read.' })
  text(@Root() { text }: ShownAmendment): LocalizedTextType[] { return localized(text); }

  @FieldResolver(() => String, { nullable: true, description: 'Who moved it; null of a student, to who is not a member of the environment.' })
  moverName(@Root() { motion, moverId }: ShownAmendment): string | null { return nameOf(motion.sitting, moverId); }

  @FieldResolver(() => String, { nullable: true, description: 'Who seconded it; null of a student, to who is not a member of the environment.' })
  seconderName(@Root() { motion, seconderId }: ShownAmendment): string | null { return nameOf(motion.sitting, seconderId); }

  @FieldResolver(() => QuestionType, { nullable: true, description: 'The question on it that is open, or was put last.' })
  question(@Root() { id, motion }: ShownAmendment): ShownQuestion | null { return shownQuestion(motion.sitting, questionOn(motion, id)); }

  @FieldResolver(() => AmendmentPermissionsType, { description: 'What the viewer may do with it. Never anything in a subscription.' })
  viewerCan(@Root() amendment: ShownAmendment): AmendmentPermissionsType {
    const { motion } = amendment;
    return amendmentPermissions(motionLooker(motion.sitting), amendment, { state: motion.state, questionOpen: openQuestion(motion) !== null });
  }
}

@Resolver(() => QuestionType)
export class QuestionResolver {
  @FieldResolver(() => [RollCallLineType], { description: 'Every voting member\'s vote, in the order of seats: as it stands, or as announced. Empty where nobody objected.' })
  lines(@Root() question: ShownQuestion): ShownLine[] { return linesOf(question); }

  @FieldResolver(() => Int, { description: 'How many objected.' })
  objections(@Root() { objectorIds }: ShownQuestion): number { return objectorIds.length; }

  @FieldResolver(() => ThresholdExplainedType, { nullable: true, description: 'The arithmetic as announced; null before, and where nobody objected.' })
  explained(@Root() { explained }: ShownQuestion): QuestionExplained | null { return explained; }

  @FieldResolver(() => Boolean, { description: 'Enough members are there now, or were at the announcement; without them nobody votes and nothing is announced.' })
  quorumMet(@Root() { sitting, state }: ShownQuestion): boolean { return state === 'ANNOUNCED' || quorumNow(sitting).met; }

  @FieldResolver(() => VoteChoiceEnum, { nullable: true, description: 'What the viewer said last. Never anything in a subscription.' })
  myChoice(@Root() { sitting: { looker: { member } }, votes }: ShownQuestion): VoteChoice | null {
    return member === null ? null : votes.find(({ memberId }) => memberId === member.id)?.choice ?? null;
  }

  @FieldResolver(() => QuestionPermissionsType, { description: 'What the viewer may do with it. Never anything in a subscription.' })
  viewerCan(@Root() question: ShownQuestion): QuestionPermissionsType { return questionPermissions(motionLooker(question.sitting), question); }
}
