import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { school } from '../../packages/server/src/platform/database/database.ts';
import { onEachEngine } from '../../packages/server/src/testing/test-database.ts';
import { callToOrder } from '../../packages/server/src/modules/meetings/application/call-to-order.ts';
import { recordAttendance } from '../../packages/server/src/modules/meetings/application/attend.ts';
import { offerComment } from '../../packages/server/src/modules/meetings/application/sitting-items.ts';
import { MeetingSchool } from '../../packages/server/src/modules/meetings/testing/meeting-school.ts';
import { type SittingAnswer, sittingsById } from '../../packages/server/src/modules/meetings/index.ts';
import { type ViewerFacts, people } from '../../packages/server/src/modules/people/index.ts';
import { explainQuestion } from '../../packages/server/src/modules/motions/domain/question.ts';
import type { Threshold } from '../../packages/server/src/modules/motions/domain/threshold.ts';
import { VOTE_CHOICES, countsOf } from '../../packages/server/src/modules/motions/domain/voting.ts';
import { announceResult, stopQuestion } from '../../packages/server/src/modules/motions/application/announce-result.ts';
import { castVote, objectTo } from '../../packages/server/src/modules/motions/application/cast-vote.ts';
import { stateMotion } from '../../packages/server/src/modules/motions/application/dispose-motion.ts';
import { type MotionRecord, type QuestionRecord, motionsOfSittings, openQuestion } from '../../packages/server/src/modules/motions/application/motion-record.ts';
import { moveMotion, secondMotion } from '../../packages/server/src/modules/motions/application/move-motion.ts';
import { putQuestion } from '../../packages/server/src/modules/motions/application/put-question.ts';

const THRESHOLDS: readonly Threshold[] = ['MAJORITY_OF_CAST', 'TWO_THIRDS_OF_CAST', 'MAJORITY_OF_PRESENT', 'MAJORITY_OF_MEMBERS'];

type Act =
  | { readonly act: 'VOTE'; readonly who: number; readonly choice: (typeof VOTE_CHOICES)[number] }
  | { readonly act: 'COME' | 'LEAVE' | 'OBJECT'; readonly who: number }
  | { readonly act: 'ANNOUNCE' | 'STOP' };

const who = fc.nat({ max: 4 });
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('VOTE' as const), who, choice: fc.constantFrom(...VOTE_CHOICES) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('COME' as const, 'LEAVE' as const, 'OBJECT' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('ANNOUNCE' as const, 'STOP' as const) }) },
);

onEachEngine('what was announced in a sitting', people.entities, (test) => {
  let small: MeetingSchool;
  let secretary: ViewerFacts;
  let meetingId: string;
  let members: string[];

  beforeAll(async () => {
    small = await MeetingSchool.open(test().database);
    secretary = await small.person('OTHER_STAFF');
    const sitters = await Promise.all(Array.from({ length: 5 }, () => small.person('PARENT')));
    const council = await small.body('GREENE', { CHAIR: sitters[0]!, SECRETARY: secretary });
    await small.seat(council, 'PARENT', sitters);
    ({ id: meetingId } = await small.proved(secretary, await small.noticed(secretary, council)));
    await small.passes(meetingId, 100);
    members = (await sitting()).members.map(({ id }) => id);
    for (const member of members) await attends(member, 'ARRIVED');
    done(await callToOrder(small.house, secretary, randomUUID(), meetingId, { presidingId: null, recorderId: null }));
    done(await offerComment(small.house, secretary, randomUUID(), meetingId, null));
  });

  const em = () => small.house.db.under(school(small.schoolId));
  const sitting = async () => (await sittingsById(em(), [meetingId]))[0]!;
  const motions = async () => (await motionsOfSittings(em(), [meetingId]))[0]!.motions;
  const attends = (member: string, kind: 'ARRIVED' | 'LEFT') => recordAttendance(small.house, secretary, randomUUID(), meetingId, member, { kind, way: null, at: null });
  const at = (id: string) => ({ key: randomUUID(), id });
  function done(answer: SittingAnswer): void {
    if (answer.answer !== 'DONE') throw new Error(JSON.stringify(answer.answer === 'REFUSED' ? answer.refusals : answer));
  }

  async function put(threshold: Threshold, way: 'ROLL_CALL' | 'CONSENT'): Promise<MotionRecord> {
    const moved = { kind: 'PROCEDURAL', itemId: null, aboutId: null, text: [{ locale: 'en', text: 'To rest.' }], immediate: null, afterPosting: null, reviewOn: null, threshold, memberId: members[0]!, keepNames: false } as const;
    done(await moveMotion(small.house, secretary, at(meetingId), moved));
    const { id } = (await motions()).at(-1)!;
    done(await secondMotion(small.house, secretary, at(id), members[1]!));
    done(await stateMotion(small.house, secretary, at(id)));
    done(await putQuestion(small.house, secretary, at(id), null, way));
    return (await motions()).at(-1)!;
  }

  function doAct(given: Act, { id }: QuestionRecord): Promise<SittingAnswer> {
    switch (given.act) {
      case 'VOTE': return castVote(small.house, secretary, at(id), given.choice, members[given.who]!);
      case 'COME': return attends(members[given.who]!, 'ARRIVED');
      case 'LEAVE': return attends(members[given.who]!, 'LEFT');
      case 'OBJECT': return objectTo(small.house, secretary, at(id), members[given.who]!);
      case 'ANNOUNCE': return announceResult(small.house, secretary, at(id));
      case 'STOP': return stopQuestion(small.house, secretary, at(id), 'To talk.');
    }
  }

  it('is what anybody gets who counts its lines again, whatever happened before', async () => {
    const came = { counted: 0, consented: 0 };
    await fc.assert(fc.asyncProperty(fc.constantFrom(...THRESHOLDS), fc.constantFrom('ROLL_CALL' as const, 'CONSENT' as const), fc.array(anyAct, { minLength: 6, maxLength: 14 }), async (threshold, way, acts) => {
      const motion = await put(threshold, way);
      const question = openQuestion(motion)!;
      for (const act of acts) await doAct(act, question);
      // Whoever left comes back, and what was neither announced nor stopped is announced.
      for (const member of members) await attends(member, 'ARRIVED');
      await announceResult(small.house, secretary, at(question.id));
      const after = (await motions()).find(({ id }) => id === motion.id)!;
      const asked = after.questions[0]!;
      expect(asked.state).not.toBe('OPEN');
      if (asked.state === 'STOPPED') {
        expect(after).toMatchObject({ state: 'OPEN', disposedBy: null });
        return;
      }
      expect(asked.quorumPresent).toBeGreaterThanOrEqual(asked.quorumNeeded!);
      expect(after.state).toBe(asked.adopted ? 'ADOPTED' : 'FAILED');
      if (asked.way === 'CONSENT') {
        came.consented += 1;
        expect(asked).toMatchObject({ adopted: true, explained: null, lines: [], objectorIds: [] });
        return;
      }
      came.counted += 1;
      const lines = asked.lines.map(({ memberId, vote }) => ({ personId: memberId, vote }));
      expect(lines.map(({ personId }) => personId)).toEqual(members);
      expect(asked.explained).toEqual(explainQuestion({ kind: 'THRESHOLD', threshold, oneOf: [] }, countsOf(lines)));
      expect(asked.adopted).toBe(asked.explained!.adopted);
      for (const { memberId, choice } of asked.votes) expect(asked.lines).toContainEqual({ memberId, vote: choice });
    }), { numRuns: 8, endOnFailure: true });
    expect(came.counted).toBeGreaterThan(0);
  });

  it('is changed by nobody: the database itself says no', async () => {
    const motion = await put('MAJORITY_OF_CAST', 'ROLL_CALL');
    const { id } = openQuestion(motion)!;
    const vote = `insert into vote (school_id, meeting_id, question_id, member_id, choice) values (?, ?, ?, ?, 'NO')`;
    const values = [small.schoolId, meetingId, id, members[0]];
    await small.sql(vote, values);
    await expect(small.sql(`update motion set seconder_id = mover_id where id = ?`, [motion.id])).rejects.toThrow(/check/);
    await expect(small.sql(`update motion set state = 'FAILED' where id = ?`, [motion.id])).rejects.toThrow(/check/);
    await expect(small.sql(`update question set state = 'ANNOUNCED', closed_at = now(), closed_by = opened_by, adopted = true, explained = '{"adopted":true}', quorum_present = 1, quorum_needed = 2 where id = ?`, [id]))
      .rejects.toThrow(/check/);
    done(await announceResult(small.house, secretary, at(id)));
    await expect(small.sql(vote, values)).rejects.toThrow(/row-level security/);
    for (const denied of [`update vote set choice = 'AYE'`, `update roll_call_line set vote = 'AYE'`, 'delete from vote', 'delete from question', `update motion set text = '{"en":"Other."}'`, 'update decision set number = 9']) {
      await expect(small.sql(denied)).rejects.toThrow(/permission denied/);
    }
    expect(await small.sql(`update question set adopted = not adopted where id = ? returning id`, [id])).toEqual([]);
    expect(await small.sql(`update motion set state = 'OPEN', decided_at = null where id = ? returning id`, [motion.id])).toEqual([]);
  });
}, 'pglite');
