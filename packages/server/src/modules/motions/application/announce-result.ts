import { randomUUID } from 'node:crypto';
import type { House } from '../../../platform/room.ts';
import { bodyTopic } from '../../bodies/index.ts';
import { endSitting, findUrgent, settleItem } from '../../meetings/index.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { decides } from '../domain/choosing-threshold.ts';
import { LONGEST, clean, saidFaults } from '../domain/motion-wording.ts';
import { type QuestionExplained, explainQuestion, refusalsOfWay } from '../domain/question.ts';
import { motionRefusal } from '../domain/refusal.ts';
import type { VoteCounts } from '../domain/threshold.ts';
import { decideConsent } from '../domain/unanimous-consent.ts';
import { type RollCallLine, countsOf, decideCloseVote, rollCall } from '../domain/voting.ts';
import { votingState } from './cast-vote.ts';
import { type ActAt, type ChangingQuestion, type NotDone, changeOne, changeQuestion, faulty, refused, unless } from './change-motion.ts';
import { effectOf, votedDownOf } from './motion-effects.ts';
import { heldTo, openingFacts, puttingFacts, quorumOf, textNow, votingMembersOf } from './motion-rules.ts';
import { namesUntold, said } from './names-told.ts';

/** What a question came to. */
interface Result {
  readonly adopted: boolean;
  /** Null: nobody objected, and nothing was counted. */
  readonly counted: { readonly explained: QuestionExplained; readonly lines: readonly RollCallLine[]; readonly counts: VoteCounts } | null;
}

/**
 * Announces the result: the roll call as it stands, counted by its threshold, or that nobody objected. Not without a quorum
 * (rule 10), and never a second time. What an adopted motion does happens with it.
 */
export const announceResult = (house: House, viewer: ViewerFacts, at: ActAt) => changeQuestion(house, viewer, at, 'question.announced', 'RUNS', async (changing) => {
  const { sitting, question } = changing;
  if (sitting.state !== 'IN_SESSION') return refused(motionRefusal('NOT_IN_SESSION', [sitting.state]));
  if (question.state !== 'OPEN') return refused(motionRefusal('WRONG_STATE', [question.state]));
  return question.way === 'CONSENT' ? withoutObjection(changing) : counted(changing);
});

/** Breaks a question off: what was said so far stays on record and decides nothing. */
export const stopQuestion = (house: House, viewer: ViewerFacts, at: ActAt, why: string, keepNames = false) => changeQuestion(house, viewer, at, 'question.stopped', 'RUNS', async ({ em, viewer: { personId, locale }, sitting, motion, question }) => {
  if (question.state !== 'OPEN') return refused(motionRefusal('WRONG_STATE', [question.state]));
  const faults = saidFaults('why', why, LONGEST.why);
  if (faults.length > 0) return faulty(faults);
  const named = await namesUntold(em, sitting, { locale, keepNames }, [said('why', why)]);
  if (named.length > 0) return faulty(named);
  await changeOne(em, `update question set state = 'STOPPED', stopped_why = ?, closed_at = clock_timestamp(), closed_by = ? where id = ?`, [clean(why), personId, question.id]);
  if (motion.state === 'VOTING') await changeOne(em, `update motion set state = 'OPEN' where id = ?`, [motion.id]);
  return null;
});

function withoutObjection(changing: ChangingQuestion): Promise<NotDone> | NotDone {
  const { sitting, all, motion, amendment, question, now } = changing;
  const decision = decideConsent(openingFacts(sitting, motion, amendment, now), { questionPut: true, objectorIds: question.objectorIds });
  if (!decision.ok) return refused(...decision.refusals);
  // Members may have left since it was put.
  const tooFew = refusalsOfWay({ ...puttingFacts(sitting, all, motion, amendment, 'CONSENT'), questionOpen: false });
  return tooFew.length > 0 ? refused(...tooFew) : settle(changing, { adopted: true, counted: null });
}

function counted(changing: ChangingQuestion): Promise<NotDone> | NotDone {
  const { sitting, motion, amendment, question } = changing;
  const may = decideCloseVote({ state: votingState(changing) }, quorumOf(sitting));
  if (!may.ok) return unless(may);
  const lines = rollCall(votingMembersOf(sitting), question.votes.map(({ memberId, choice }) => ({ personId: memberId, choice })));
  const counts = countsOf(lines);
  const explained = explainQuestion(heldTo(sitting, motion, amendment), counts);
  return settle(changing, { adopted: explained.adopted, counted: { explained, lines, counts } });
}

async function settle(changing: ChangingQuestion, result: Result): Promise<NotDone> {
  const { em, house, sitting, viewer, motion, amendment, question } = changing;
  const { adopted } = result;
  if (adopted && amendment === null) {
    const refusals = await effectOf(motion.kind)?.(em, house, {
      motion, text: textNow(motion), sitting, counts: result.counted?.counts ?? null, members: votingMembersOf(sitting).length, actorId: viewer.personId,
    }) ?? [];
    if (refusals.length > 0) return { refusals };
  }
  await keepAnnouncement(changing, result);
  if (amendment !== null) {
    await changeOne(em, 'update amendment set state = ?, decided_at = clock_timestamp() where id = ?', [adopted ? 'ADOPTED' : 'FAILED', amendment.id]);
    return { done: { questionId: question.id, amendmentId: amendment.id, adopted } };
  }
  await changeOne(em, 'update motion set state = ?, disposed_by = ?, decided_at = clock_timestamp() where id = ?',
    [adopted ? 'ADOPTED' : 'FAILED', result.counted === null ? 'CONSENT' : 'VOTE', motion.id]);
  if (adopted) await carryOut(changing);
  else await votedDownOf(motion.kind)?.(em, house, { motionId: motion.id, aboutId: motion.aboutId, sitting, actorId: viewer.personId });
  return { done: { questionId: question.id, motionId: motion.id, adopted } };
}

/** Lines first: they are kept with an open question alone. */
async function keepAnnouncement({ em, sitting, viewer, question }: ChangingQuestion, { adopted, counted: count }: Result): Promise<void> {
  if (count !== null) {
    await em.execute(
      `insert into roll_call_line (question_id, member_id, school_id, meeting_id, position, vote)
       select ?, x.member, ?, ?, x.nth, x.vote from unnest(?::uuid[], ?::text[]) with ordinality x (member, vote, nth)`,
      [question.id, sitting.schoolId, sitting.id, `{${count.lines.map(({ personId }) => personId).join(',')}}`, `{${count.lines.map(({ vote }) => vote).join(',')}}`]);
  }
  const quorum = quorumOf(sitting);
  await changeOne(em,
    `update question set state = 'ANNOUNCED', adopted = ?, explained = ?::jsonb, quorum_present = ?, quorum_needed = ?, closed_at = clock_timestamp(), closed_by = ? where id = ?`,
    [adopted, count === null ? null : JSON.stringify(count.explained), quorum.present, quorum.needed, viewer.personId, question.id]);
}

/** What being adopted means for the sitting itself. */
async function carryOut({ em, house, sitting, viewer, motion, now }: ChangingQuestion): Promise<void> {
  if (motion.kind === 'URGENCY') await findUrgent(em, motion.itemId!);
  if (motion.kind === 'ADJOURN') await endSitting(house, em, sitting, 'ADJOURNED', { actorId: viewer.personId, at: now });
  if (!decides(motion.kind)) return;
  const item = sitting.items.find(({ id }) => id === motion.itemId);
  const { today } = sitting.body;
  // Two sittings of one body may number at once.
  await em.execute('select id from governing_body where id = ? for update', [sitting.bodyId]);
  await em.execute(
    `insert into decision (id, school_id, environment_id, body_id, meeting_id, motion_id, item_id, number, text, rationale, decided_on, review_on)
     values (?, ?, ?, ?, ?, ?, ?, (select coalesce(max(number), 0) + 1 from decision where body_id = ?), ?::jsonb, ?::jsonb, ?::date, ?::date)`,
    [randomUUID(), sitting.schoolId, sitting.environmentId, sitting.bodyId, sitting.id, motion.id, motion.itemId, sitting.bodyId,
      // A sitting that goes on past midnight may come to the day on which it meant to look again.
      JSON.stringify(textNow(motion)), JSON.stringify(item?.rationale ?? {}), today, motion.reviewOn !== null && motion.reviewOn > today ? motion.reviewOn : null]);
  // Its body's page and register hear of it; what was decided is read under each reader's own eyes.
  await house.events.record(em, [{ schoolId: sitting.schoolId, topic: bodyTopic(sitting.bodyId), kind: 'decision.made', subjectId: sitting.bodyId }]);
  await settleItem(em, motion.itemId!, 'ACTED');
}
