import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { motionRefusal } from '../domain/refusal.ts';
import { type VoteChoice, decideVote } from '../domain/voting.ts';
import { type ActAt, type ChangingQuestion, actsFor, changeOne, changeQuestion, refused, unless } from './change-motion.ts';
import { quorumOf } from './motion-rules.ts';

/** A question as the rules of voting see it: VOTING while its roll call goes on, whether on a motion or an amendment. */
export const votingState = ({ question, motion, sitting }: Pick<ChangingQuestion, 'question' | 'motion' | 'sitting'>) =>
  (sitting.state === 'IN_SESSION' && question.state === 'OPEN' && question.way === 'ROLL_CALL' ? 'VOTING' : motion.state === 'VOTING' ? 'OPEN' : motion.state);

/**
 * Takes a member's vote, or another in the place of an earlier one. RECUSED is one of the choices. Nobody votes for
 * another: whoever runs the sitting enters what a member said aloud, and the record says so (rules 9, 10 and 23).
 */
export const castVote = (house: House, viewer: ViewerFacts, at: ActAt, choice: VoteChoice, memberId: string | null) =>
  changeQuestion(house, viewer, at, 'question.voted', 'TAKES_PART', async (changing) => {
    const { em, sitting, question } = changing;
    const actor = actsFor(changing, memberId);
    if ('refusals' in actor) return refused(...actor.refusals);
    const may = decideVote({ state: votingState(changing) }, actor.member, quorumOf(sitting));
    if (!may.ok) return unless(may);
    await em.execute('insert into vote (school_id, meeting_id, question_id, member_id, choice, cast_for_by) values (?, ?, ?, ?, ?, ?)',
      [sitting.schoolId, sitting.id, question.id, actor.member.memberId, choice, actor.enteredBy]);
    return null;
  });

/** One member objects, and owes no reason: the same question is counted from here on, whatever the quorum is just now. */
export const objectTo = (house: House, viewer: ViewerFacts, at: ActAt, memberId: string | null) =>
  changeQuestion(house, viewer, at, 'question.objected', 'TAKES_PART', async (changing) => {
    const { em, sitting, motion, amendment, question } = changing;
    const actor = actsFor(changing, memberId);
    if ('refusals' in actor) return refused(...actor.refusals);
    if (sitting.state !== 'IN_SESSION' || question.state !== 'OPEN') return refused(motionRefusal('WRONG_STATE', [question.state]));
    if (!actor.member.votes) return refused(motionRefusal('NOT_A_VOTING_MEMBER', [actor.member.memberId]));
    if (!actor.member.present) return refused(motionRefusal('NOT_PRESENT', [actor.member.memberId]));
    // A second one changes nothing: the question is counted already.
    if (question.way !== 'CONSENT') return question.objectorIds.length > 0 ? null : refused(motionRefusal('WRONG_STATE', [question.way]));
    await em.execute('insert into objection (question_id, member_id, school_id, meeting_id, said_for_by) values (?, ?, ?, ?, ?)',
      [question.id, actor.member.memberId, sitting.schoolId, sitting.id, actor.enteredBy]);
    await changeOne(em, `update question set way = 'ROLL_CALL' where id = ?`, [question.id]);
    if (amendment === null) await changeOne(em, `update motion set state = 'VOTING' where id = ?`, [motion.id]);
    return null;
  });
