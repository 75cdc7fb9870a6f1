import { randomUUID } from 'node:crypto';
import { type Client, createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { type Member, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { remindOfActions } from '../../packages/server/src/modules/motions/application/remind-of-actions.ts';
import { school } from '../../packages/server/src/platform/database/database.ts';
import { CouncilRoom, SITTING, type Sitting } from './council-room.ts';

const both = (text: string) => [{ locale: 'en', text }, { locale: 'es', text: `${text} (es)` }];
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** What a council decides while it sits, over the API. */
describe('a council decides', () => {
  let room: CouncilRoom;
  let [teachers, student]: [readonly Member[], Member] = [] as never;
  let council: string;
  const sockets: Client[] = [];

  beforeAll(async () => {
    room = await CouncilRoom.open(({ database }) => aSchool(database).withCoordinators(2).withTeachers(8).withStudents(1).withParents(1).open());
    teachers = room.world.teachers;
    student = room.world.students[0]!;
    council = await room.body([['TEACHER', teachers], ['STUDENT', [student]]]);
  });
  afterAll(async () => {
    for (const socket of sockets) await socket.dispose();
    await room?.close();
  });

  const offer = (sitting: Sitting) => room.does('offerComment', { id: sitting.id });

  it('by a motion that one member moves and another seconds, after the public could speak', async () => {
    const sitting = await room.sits(council, 9);
    const { id, items: [item], members: [first, second] } = sitting;
    const input = { itemId: item!.id, text: both('That tutors be paid.') };
    expect(await room.act(teachers[0]!, 'moveMotion', { id, input: { ...input, text: [] } })).toMatchObject({ faults: [{ field: 'text', code: 'REQUIRED' }] });
    const moved = (await room.act(teachers[0]!, 'moveMotion', { id, input })).sitting!.motions[0]!;
    expect(moved).toMatchObject({ number: 1, kind: 'MAIN', state: 'MOVED', moverId: first!.id, moverName: teachers[0]!.name, movedAloud: false, seconderId: null, threshold: 'MAJORITY_OF_CAST' });
    expect(await room.why('secondMotion', { motionId: moved.id }, teachers[0]!)).toEqual(['MOVER_SECONDS']);
    expect(await room.why('secondMotion', { motionId: moved.id, memberId: second!.id }, teachers[2]!)).toEqual(['NOT_RUNNING']);
    await room.does('secondMotion', { motionId: moved.id }, teachers[1]!);
    expect((await room.ask(teachers[2]!, `mutation ($id: ID!) { stateMotion(key: "${randomUUID()}", motionId: $id) { __typename } }`, { id: moved.id })).errors![0]!.extensions['code']).toBe('NOT_FOUND');
    const stated = room.motionOf(await room.does('stateMotion', { motionId: moved.id }), moved);
    expect(stated).toMatchObject({ state: 'OPEN', seconderId: second!.id, blockers: [{ reason: 'COMMENT_NOT_OFFERED', source: 'EC 35147' }] });
    for (const way of ['ROLL_CALL', 'CONSENT']) expect(await room.why('putQuestion', { motionId: moved.id, way })).toEqual(['COMMENT_NOT_OFFERED']);
    expect(room.motionOf(await offer(sitting), moved).blockers).toEqual([]);
  });

  it('by 4 to 3 with 2 abstaining, each by name; once, whoever announces it and however often it is sent', async () => {
    const sitting = await room.sits(council, 9);
    await offer(sitting);
    const motion = await room.stated(sitting, { reviewOn: day(90) });
    const question = await room.called(sitting, motion, 'AAAANNN-');
    const late = { questionId: question.id, choice: 'ABSTAIN', key: randomUUID() };
    expect(await room.act(student, 'castVote', late)).toMatchObject({ repeated: false });
    expect(await room.act(student, 'castVote', { ...late, choice: 'NO' })).toMatchObject({ repeated: true, sitting: { motions: [{ question: { myChoice: 'ABSTAIN' } }] } });
    expect(await room.why('castVote', { questionId: question.id, choice: 'NO', memberId: sitting.members[3]!.id }, teachers[2]!)).toEqual(['NOT_RUNNING']);
    expect(await room.why('withdrawMotion', { motionId: motion.id })).toEqual(['WRONG_STATE']);
    expect(await room.why('adjournMeeting', { id: sitting.id })).toContain('QUESTION_OPEN');
    const both = await Promise.all([room.secretary, teachers[0]!].map((chair) => room.act(chair, 'announceResult', { questionId: question.id })));
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['SittingDone', 'SittingRefused']);
    expect(await room.why('castVote', { questionId: question.id, choice: 'NO' }, teachers[0]!)).toEqual(['WRONG_STATE']);
    const after = await room.read(sitting.id);
    expect(after).toMatchObject({
      items: [{ outcome: 'ACTED' }],
      motions: [{ state: 'ADOPTED', disposedBy: 'VOTE', decision: { number: 1 }, question: {
        state: 'ANNOUNCED', quorumMet: true, lines: ['AYE', 'AYE', 'AYE', 'AYE', 'NO', 'NO', 'NO', 'ABSTAIN', 'ABSTAIN'].map((vote, nth) => ({ memberId: sitting.members[nth]!.id, vote })),
        explained: { adopted: true, ayes: 4, noes: 3, abstentions: 2, recused: 0, needed: 4, of: 'CAST', denominator: 7, threshold: 'MAJORITY_OF_CAST' },
      } }],
      decisions: [{ number: 1, itemId: sitting.items[0]!.id, text: [{ text: 'That it be so.' }, {}], rationale: [{ text: 'What for.' }, {}], body: { id: council }, meeting: { id: sitting.id } }],
    });
  });

  it('not by 4 to 4, and not without its quorum: a departure locks the vote, and the return frees it', async () => {
    const sitting = await room.sits(council, 5);
    const { id, members } = sitting;
    await offer(sitting);
    const motion = await room.stated(sitting);
    const question = await room.called(sitting, motion, 'AAN');
    const left = await room.does('recordAttendance', { id, memberId: members[4]!.id, kind: 'LEFT' });
    expect(room.motionOf(left, motion)).toMatchObject({ blockers: [{ reason: 'NO_QUORUM', about: ['4', '5'] }], question: { quorumMet: false } });
    expect(await room.why('castVote', { questionId: question.id, choice: 'NO' }, teachers[3]!)).toEqual(['NO_QUORUM']);
    expect(await room.why('announceResult', { questionId: question.id })).toEqual(['NO_QUORUM']);
    await room.arrive(sitting, members.slice(4));
    await room.vote(sitting, question, '...NNNAA-');
    await room.vote(sitting, question, '..N...');
    expect(await room.announced(motion, question)).toMatchObject({
      state: 'FAILED', disposedBy: 'VOTE', decision: null, question: { explained: { adopted: false, ayes: 4, noes: 4, abstentions: 1, needed: 5, denominator: 8 } },
    });
    expect(await room.read(id)).toMatchObject({ items: [{ outcome: 'OPEN' }], decisions: [] });
  });

  it('on what it finds urgent: under the Greene Act when every member present finds both', async () => {
    const sitting = await room.sits(council, 5);
    await offer(sitting);
    const added = (await room.does('addItem', { id: sitting.id, input: { title: both('Broken heater'), description: both('It is cold.'), rationale: both('To learn.'), intent: 'ACTION' } })).items.at(-1)!;
    await offer(sitting);
    const motion = await room.stated(sitting, { itemId: added.id });
    expect(await room.why('putQuestion', { motionId: motion.id, way: 'ROLL_CALL' })).toEqual(['NOT_ELIGIBLE']);
    const input = { kind: 'URGENCY', itemId: added.id, text: both('That it is urgent.'), immediate: 'It is cold today.' };
    expect(await room.act(teachers[0]!, 'moveMotion', { id: sitting.id, input })).toMatchObject({ faults: [{ field: 'afterPosting', code: 'REQUIRED' }] });
    const urgent = { ...input, afterPosting: 'It broke last night.' };
    const doubted = await room.stated(sitting, urgent);
    expect(doubted).toMatchObject({ threshold: 'UNANIMOUS_OF_PRESENT', urgency: { immediate: 'It is cold today.' } });
    expect(await room.why('putQuestion', { motionId: doubted.id, way: 'CONSENT' })).toEqual(['ROLL_CALL_ONLY']);
    expect(await room.announced(doubted, await room.called(sitting, doubted, 'AAAA.'))).toMatchObject({ state: 'FAILED', question: { explained: { ayes: 4, needed: 5, of: 'PRESENT', denominator: 5 } } });
    const found = await room.stated(sitting, urgent);
    expect(await room.announced(found, await room.called(sitting, found, 'AAAAA'))).toMatchObject({ state: 'ADOPTED', decision: null });
    expect((await room.read(sitting.id)).items.map(({ urgencyFound }) => urgencyFound)).toEqual([false, true]);
    expect(await room.announced(motion, await room.called(sitting, motion, 'AAANN'))).toMatchObject({ state: 'ADOPTED' });
  });

  it('and under the Brown Act by two thirds of those present', async () => {
    const body = await room.body([['TEACHER', teachers], ['STUDENT', [student]]], { law: 'BROWN' });
    const sitting = await room.sits(body, 6);
    const input = { kind: 'URGENCY', text: both('That it is urgent.'), immediate: 'Now.', afterPosting: 'Since.' };
    const found = await room.stated(sitting, input);
    expect(await room.announced(found, await room.called(sitting, found, 'AAAANN'))).toMatchObject({ state: 'ADOPTED', question: { explained: { needed: 4, denominator: 6, threshold: 'TWO_THIRDS_OF_PRESENT' } } });
    const few = await room.does('recordAttendance', { id: sitting.id, memberId: sitting.members[5]!.id, kind: 'LEFT' });
    const doubted = await room.stated(few, input);
    expect(await room.announced(doubted, await room.called(sitting, doubted, 'AAAAN'))).toMatchObject({ state: 'FAILED', question: { explained: { needed: 5, threshold: 'UNANIMOUS_OF_PRESENT' } } });
  });

  it('not on an item that was changed inside the 72 hours', async () => {
    const sitting = await room.sits(council, 5, { items: ['Budget', 'Tutors'], change: 'Another budget' });
    await offer(sitting);
    const motion = await room.stated(sitting);
    expect((await room.act(room.secretary, 'putQuestion', { motionId: motion.id, way: 'ROLL_CALL' })).refusals).toEqual([{ reason: 'NOT_ELIGIBLE', source: 'EC 35147', about: ['CHANGED_TOO_LATE'] }]);
    const other = await room.stated(sitting, { itemId: sitting.items[1]!.id });
    expect(other.blockers).toEqual([]);
  });

  it('to change approved minutes by a majority alone only where the notice told of it', async () => {
    const sitting = await room.sits(council, 7);
    await offer(sitting);
    const amend = (itemId: string) => room.stated(sitting, { kind: 'AMEND_MINUTES', itemId, aboutId: randomUUID() });
    expect(await amend(sitting.items[0]!.id)).toMatchObject({ threshold: 'MAJORITY_OF_CAST', oneOf: [] });
    const added = (await room.does('addItem', { id: sitting.id, input: { title: both('Minutes'), description: both('A name is wrong.'), rationale: both('To be exact.'), intent: 'ACTION' } })).items.at(-1)!;
    await offer(sitting);
    const found = await room.stated(sitting, { kind: 'URGENCY', itemId: added.id, text: both('That it is urgent.'), immediate: 'They are printed today.', afterPosting: 'It was seen last night.' });
    await room.announced(found, await room.called(sitting, found, 'AAAAAAA'));
    const motion = await amend(added.id);
    expect(motion).toMatchObject({ threshold: 'MAJORITY_OF_CAST', oneOf: ['TWO_THIRDS_OF_CAST', 'MAJORITY_OF_MEMBERS'] });
    expect(await room.announced(motion, await room.called(sitting, motion, 'AAANN--')))
      .toMatchObject({ state: 'FAILED', question: { explained: { threshold: 'TWO_THIRDS_OF_CAST', ayes: 3, needed: 4, denominator: 5 } } });
  });

  it('in the words it amended', async () => {
    const sitting = await room.sits(council, 5);
    await offer(sitting);
    const motion = await room.stated(sitting);
    const amend = (text: string) => room.does('moveAmendment', { motionId: motion.id, text: [{ locale: 'en', text }] }, teachers[2]!);
    expect(await room.why('moveAmendment', { motionId: motion.id, text: both('That it be so.') }, teachers[2]!)).toEqual(['NOTHING_AMENDED']);
    const [lapsed] = room.motionOf(await amend('Nonsense.'), motion).amendments;
    expect(await room.why('putQuestion', { motionId: motion.id, way: 'ROLL_CALL' })).toEqual(['AMENDMENT_PENDING']);
    await room.does('lapseAmendment', { motionId: motion.id, amendmentId: lapsed!.id });
    const amendment = room.motionOf(await amend('That it be so in May.'), motion).amendments[1]!;
    const at = { motionId: motion.id, amendmentId: amendment.id };
    expect(await room.why('secondAmendment', at, teachers[2]!)).toEqual(['MOVER_SECONDS']);
    await room.does('secondAmendment', at, teachers[3]!);
    const put = room.motionOf(await room.does('putQuestion', { ...at, way: 'ROLL_CALL' }), motion);
    expect(put).toMatchObject({ state: 'OPEN', question: null, amendments: [{ state: 'FAILED' }, { state: 'SECONDED', question: { state: 'OPEN' } }] });
    expect(await room.why('putQuestion', { motionId: motion.id, way: 'ROLL_CALL' })).toEqual(expect.arrayContaining(['AMENDMENT_PENDING', 'QUESTION_OPEN']));
    await room.vote(sitting, put.amendments[1]!.question!, 'AAANN');
    await room.does('announceResult', { questionId: put.amendments[1]!.question!.id });
    // A translation of what was amended amends nothing.
    expect(await room.why('moveAmendment', { motionId: motion.id, text: [{ locale: 'es', text: 'Que así sea en mayo.' }] }, teachers[2]!)).toEqual(['NOTHING_AMENDED']);
    const adopted = await room.announced(motion, await room.called(sitting, motion, 'AAAAA'));
    expect(adopted).toMatchObject({ state: 'ADOPTED', textNow: [{ text: 'That it be so in May.' }], amendments: [{ state: 'FAILED' }, { state: 'ADOPTED', question: { explained: { ayes: 3, noes: 2 } } }] });
    expect((await room.read(sitting.id)).decisions).toMatchObject([{ text: [{ text: 'That it be so in May.' }] }]);
  });

  it('though the day it meant to look again came before it decided', async () => {
    const sitting = await room.sits(council, 5);
    await offer(sitting);
    const motion = await room.stated(sitting, { reviewOn: day(2) });
    const question = await room.called(sitting, motion, 'AAAAA');
    await room.owner(`update motion set review_on = current_date - 2 where id = '${motion.id}'`);
    expect(await room.announced(motion, question)).toMatchObject({ state: 'ADOPTED', decision: { number: expect.any(Number) as number } });
  });

  it('without objection; or by count, because somebody objects', async () => {
    const sitting = await room.sits(council, 5, { items: ['Budget', 'Tutors'] });
    await offer(sitting);
    const easy = await room.stated(sitting);
    const asked = room.motionOf(await room.does('putQuestion', { motionId: easy.id, way: 'CONSENT' }), easy);
    expect(asked).toMatchObject({ state: 'OPEN', question: { way: 'CONSENT', lines: [] } });
    expect(await room.announced(easy, asked.question!)).toMatchObject({ state: 'ADOPTED', disposedBy: 'CONSENT', question: { explained: null, objections: 0 } });
    const hard = await room.stated(sitting, { itemId: sitting.items[1]!.id });
    const put = room.questionOf(await room.does('putQuestion', { motionId: hard.id, way: 'CONSENT' }), hard);
    expect(room.motionOf(await room.does('object', { questionId: put.id }, teachers[4]!), hard)).toMatchObject({ state: 'VOTING', question: { id: put.id, way: 'ROLL_CALL', objections: 1 } });
    await room.vote(sitting, put, 'AANNN');
    expect(await room.announced(hard, put)).toMatchObject({ state: 'FAILED', disposedBy: 'VOTE', question: { explained: { ayes: 2, noes: 3 } } });
    // More than those present could reach is not adopted by their silence.
    const most = await room.stated(sitting, { kind: 'PROCEDURAL', itemId: null, threshold: 'TWO_THIRDS_OF_MEMBERS' });
    expect(await room.why('putQuestion', { motionId: most.id, way: 'CONSENT' })).toEqual(['TOO_FEW_FOR_CONSENT']);
  });

  it('by agreement first, where its bylaws say so', async () => {
    const leadership = await room.body([['TEACHER', teachers.slice(0, 3)]], { rules: { consensusFirst: true, threshold: 'TWO_THIRDS_OF_CAST' } });
    const sitting = await room.sits(leadership, 3);
    await offer(sitting);
    expect(await room.why('moveMotion', { id: sitting.id, input: { itemId: sitting.items[0]!.id, text: both('So.'), threshold: 'MAJORITY_OF_CAST' } }, teachers[1]!)).toEqual(['NOT_RUNNING']);
    expect(await room.why('moveMotion', { id: sitting.id, input: { itemId: sitting.items[0]!.id, text: both('So.'), threshold: 'MAJORITY_OF_CAST' } }, teachers[0]!)).toEqual(['THRESHOLD_TOO_LOW']);
    const motion = await room.stated(sitting);
    expect(motion).toMatchObject({ threshold: 'TWO_THIRDS_OF_CAST', blockers: [{ reason: 'CONSENSUS_FIRST', source: 'bylaws' }] });
    expect(await room.why('putQuestion', { motionId: motion.id, way: 'ROLL_CALL' })).toEqual(['CONSENSUS_FIRST']);
    const put = room.questionOf(await room.does('putQuestion', { motionId: motion.id, way: 'CONSENT' }), motion);
    await room.does('object', { questionId: put.id }, teachers[2]!);
    const stopped = room.motionOf(await room.does('stopQuestion', { questionId: put.id, why: 'To talk once more.' }), motion);
    expect(stopped).toMatchObject({ state: 'OPEN', question: { state: 'STOPPED', stoppedWhy: 'To talk once more.' }, blockers: [] });
    expect(await room.announced(motion, await room.called(sitting, motion, 'AAN'))).toMatchObject({ state: 'ADOPTED' });
  });

  it('by count at once, where too few are there for agreement to be enough', async () => {
    const leadership = await room.body([['TEACHER', teachers]], { rules: { consensusFirst: true } });
    const sitting = await room.sits(leadership, 5);
    await offer(sitting);
    const motion = await room.stated(sitting, { threshold: 'TWO_THIRDS_OF_MEMBERS' });
    expect(await room.why('putQuestion', { motionId: motion.id, way: 'CONSENT' })).toEqual(['TOO_FEW_FOR_CONSENT']);
    expect(motion.blockers).toEqual([]);
    expect(await room.announced(motion, await room.called(sitting, motion, 'AAAAA'))).toMatchObject({ state: 'FAILED' });
  });

  it('without those who recuse themselves', async () => {
    const sitting = await room.sits(council, 6);
    await offer(sitting);
    const motion = await room.stated(sitting, { threshold: 'MAJORITY_OF_PRESENT' });
    expect(await room.announced(motion, await room.called(sitting, motion, 'AAARR-'))).toMatchObject({
      state: 'ADOPTED', question: { explained: { ayes: 3, recused: 2, abstentions: 1, needed: 3, of: 'PRESENT', denominator: 4 } },
    });
  });

  it('or lays aside, takes up, refers, takes back, or lets lapse', async () => {
    const sitting = await room.sits(council, 5);
    const motion = await room.stated(sitting);
    expect(await room.does('tableMotion', { motionId: motion.id })).toMatchObject({ items: [{ outcome: 'TABLED' }], motions: [{ state: 'TABLED', disposedBy: 'TABLED' }] });
    expect(await room.why('putQuestion', { motionId: motion.id, way: 'ROLL_CALL' })).toContain('WRONG_STATE');
    expect(await room.does('takeUpMotion', { motionId: motion.id })).toMatchObject({ items: [{ outcome: 'OPEN' }], motions: [{ state: 'OPEN', disposedBy: null }] });
    expect(await room.act(room.secretary, 'referMotion', { motionId: motion.id, to: ' ' })).toMatchObject({ faults: [{ field: 'to', code: 'REQUIRED' }] });
    expect(await room.does('referMotion', { motionId: motion.id, to: 'The budget committee' })).toMatchObject({ motions: [{ state: 'REFERRED', referredTo: 'The budget committee' }] });
    const input = { kind: 'PROCEDURAL', text: both('To rest for ten minutes.') };
    const alone = (await room.does('moveMotion', { id: sitting.id, input }, teachers[0]!)).motions[1]!;
    expect(await room.does('lapseMotion', { motionId: alone.id })).toMatchObject({ motions: [{}, { state: 'FAILED', disposedBy: 'LAPSED' }] });
    const mine = (await room.does('moveMotion', { id: sitting.id, input }, teachers[0]!)).motions[2]!;
    expect(await room.why('withdrawMotion', { motionId: mine.id }, teachers[1]!)).toEqual(['NOT_RUNNING']);
    expect(await room.does('withdrawMotion', { motionId: mine.id }, teachers[0]!)).toMatchObject({ motions: [{}, {}, { state: 'WITHDRAWN' }] });
  });

  it('and adjourns by a motion, after which nothing is moved', async () => {
    const sitting = await room.sits(council, 5);
    const motion = await room.stated(sitting, { kind: 'ADJOURN', itemId: null });
    const question = await room.called(sitting, motion, 'AAAAA');
    await room.does('announceResult', { questionId: question.id });
    expect(await room.read(sitting.id)).toMatchObject({ state: 'ADJOURNED', motions: [{ state: 'ADOPTED', viewerCan: { putQuestion: false } }] });
    expect(await room.why('moveMotion', { id: sitting.id, input: { kind: 'PROCEDURAL', text: both('Wait.') } }, teachers[0]!)).toEqual(['NOT_IN_SESSION']);
  });

  it('and everybody watches, nobody with anybody\'s own eyes', async () => {
    const sitting = await room.sits(council, 9);
    const heard: { sittingChanged: { sitting: Sitting | null } }[] = [];
    const client = createClient({ url: `${room.served.address.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { ...teachers[0]!.headers } });
    sockets.push(client);
    client.subscribe({ query: `subscription ($id: ID!) { sittingChanged(id: $id) { sitting ${SITTING} } }`, variables: { id: sitting.id } },
      { next: ({ data }) => heard.push(data as never), error: () => {}, complete: () => {} });
    await expect.poll(() => heard.length).toBe(1);
    await offer(sitting);
    await room.does('moveMotion', { id: sitting.id, input: { itemId: sitting.items[0]!.id, text: both('So.') } }, student);
    const motion = (await room.does('secondMotion', { motionId: (await room.read(sitting.id)).motions[0]!.id }, teachers[0]!)).motions[0]!;
    await room.does('stateMotion', { motionId: motion.id });
    const question = await room.called(sitting, motion, '.A');
    await room.does('castVote', { questionId: question.id, choice: 'AYE' }, teachers[0]!);
    await expect.poll(() => heard.at(-1)!.sittingChanged.sitting?.motions[0]?.question?.lines.filter(({ vote }) => vote !== null).length).toBe(2);
    expect(heard.at(-1)!.sittingChanged.sitting).toMatchObject({ motions: [{
      moverName: null, seconderName: teachers[0]!.name, viewerCan: { second: false, putQuestion: false }, question: { myChoice: null, viewerCan: { vote: false, announce: false } },
    }] });
    expect((await room.read(sitting.id, teachers[0]!)).motions[0]).toMatchObject({ moverName: student.name, question: { myChoice: 'AYE', viewerCan: { vote: true } } });
    expect((await room.read(sitting.id, null)).motions[0]).toMatchObject({ moverName: null, question: { myChoice: null } });
    const said = JSON.stringify([heard, await room.read(sitting.id, null)]);
    for (const { id } of [...teachers, student]) expect(said).not.toContain(id);
    expect(said).not.toContain(student.name);
  });

  it('and somebody is to do something about it, until it is done or dropped', async () => {
    const sitting = await room.sits(council, 5);
    await offer(sitting);
    const motion = await room.stated(sitting);
    await room.announced(motion, await room.called(sitting, motion, 'AAAAA'));
    const decision = (await room.read(sitting.id)).decisions[0]!;
    const input = { title: 'Hire tutors', ownerId: teachers[5]!.id, due: day(30), decisionId: decision.id };
    expect(await room.act(room.secretary, 'assignAction', { id: sitting.id, input: { ...input, due: day(-3) } })).toMatchObject({ faults: [{ field: 'due', code: 'OUT_OF_RANGE' }] });
    expect(await room.why('assignAction', { id: sitting.id, input: { ...input, ownerId: randomUUID() } })).toEqual(['NO_SUCH_PERSON']);
    const reached = async (as: Member) => (await room.test.database.under(school(room.world.schoolId)).execute<{ kind: string; path: string }[]>(
      `select kind, path from message where person_id = ? and kind like 'ACTION%' order by id`, [as.id]));
    const [action] = (await room.does('assignAction', { id: sitting.id, input })).actionItems;
    expect(await reached(teachers[5]!)).toEqual([{ kind: 'ACTION_ASSIGNED', path: '/actions' }]);
    expect(action).toMatchObject({ state: 'OPEN', ownerName: teachers[5]!.name, ownerIsViewer: false, overdue: false, viewerCan: { revise: true, finish: true, drop: true, reopen: false } });
    const turn = async (as: Member, name: string, version: number, extra = '') => {
      const { data, errors } = await room.ask(as, `mutation ($id: ID!, $version: Int!) { acted: ${name}(actionId: $id, version: $version${extra}) { __typename
        ... on ActionChanged { action { state version note ownerIsViewer doneAt } } ... on ActionStale { action { version } } ... on ActionRefused { reason about } ... on ActionFaulty { faults { field code } } } }`, { id: action!.id, version });
      return errors?.[0]?.extensions['code'] ?? data!['acted'];
    };
    expect(await turn(teachers[4]!, 'finishAction', 1)).toBe('NOT_FOUND');
    expect(await turn(teachers[5]!, 'dropAction', 1)).toBe('NOT_FOUND');
    expect(await turn(teachers[5]!, 'finishAction', 1, ', note: "Two were hired."')).toMatchObject({ action: { state: 'DONE', version: 2, note: 'Two were hired.', ownerIsViewer: true, doneAt: expect.any(String) } });
    expect(await turn(teachers[5]!, 'finishAction', 1)).toMatchObject({ __typename: 'ActionStale', action: { version: 2 } });
    expect(await turn(room.secretary, 'dropAction', 2)).toMatchObject({ reason: 'WRONG_STATE', about: ['DONE'] });
    expect(await turn(teachers[5]!, 'reopenAction', 2)).toMatchObject({ action: { state: 'OPEN', note: null, doneAt: null } });
    expect(await turn(room.secretary, 'dropAction', 3)).toMatchObject({ faults: [{ field: 'note', code: 'REQUIRED' }] });
    const revised = `, input: { title: "Hire three tutors", ownerId: "${teachers[4]!.id}", due: "${day(40)}" }`;
    expect(await turn(room.secretary, 'reviseAction', 3, revised)).toMatchObject({ action: { version: 4 } });
    expect(await reached(teachers[4]!)).toEqual([{ kind: 'ACTION_ASSIGNED', path: '/actions' }]);
    const register = `query ($id: ID!) { body(id: $id) { decisions(first: 1) { edges { node { number motion { question { explained { ayes } } } } } pageInfo { hasNextPage endCursor } } actionItems(open: true) { edges { node { title ownerName } } } } }`;
    const { data } = await room.ask(null, register, { id: council });
    expect(data!['body']).toMatchObject({ decisions: { edges: [{ node: { motion: { question: { explained: { ayes: 5 } } } } }], pageInfo: { hasNextPage: true } }, actionItems: { edges: [{ node: { title: 'Hire three tutors', ownerName: teachers[4]!.name } }] } });
    const lately = await room.ask(null, 'query ($id: ID!) { body(id: $id) { decisions(first: 1) { edges { node { id } } } environment { latestDecisions(first: 3) { id body { id } } } } }', { id: council });
    const { decisions: { edges: [newest] }, environment: { latestDecisions } } = lately.data!['body'] as { decisions: { edges: { node: { id: string } }[] }; environment: { latestDecisions: object[] } };
    expect(latestDecisions).toHaveLength(3);
    expect(latestDecisions[0]).toEqual({ id: newest!.node.id, body: { id: council } });
  });

  it('which is given to a member by their seat, reminds its owner before its day and on it, and waits on their page', async () => {
    const sitting = await room.sits(council, 5);
    const { id, members } = sitting;
    const mine = members.at(-1)!;
    const input = { title: 'Ask the students', due: day(30) };
    expect(await room.act(room.secretary, 'assignAction', { id, input })).toMatchObject({ faults: [{ field: 'ownerId', code: 'REQUIRED' }] });
    expect(await room.act(room.secretary, 'assignAction', { id, input: { ...input, memberId: mine.id, ownerId: student.id } })).toMatchObject({ faults: [{ field: 'memberId', code: 'REPEATED' }] });
    expect(await room.why('assignAction', { id, input: { ...input, memberId: randomUUID() } })).toEqual(['NO_SUCH_MEMBER']);
    await room.does('assignAction', { id, input: { ...input, memberId: mine.id } });
    await room.does('assignAction', { id, input: { title: 'Keep the list', ownerId: room.secretary.id } });

    const seen = async (as: Member | null) => ((await room.ask(as, 'query ($id: ID!) { meeting(id: $id) { sitting { actionItems { ownerName ownerId ownerMember { id name constituency } body { id } } } } }', { id })).data!['meeting'] as { sitting: { actionItems: object[] } }).sitting.actionItems;
    expect(await seen(null)).toEqual([
      { ownerName: null, ownerId: null, ownerMember: { id: mine.id, name: null, constituency: 'STUDENT' }, body: { id: council } }, { ownerName: room.secretary.name, ownerId: null, ownerMember: null, body: { id: council } },
    ]);
    expect((await seen(room.secretary))[0]).toMatchObject({ ownerName: student.name, ownerId: student.id });

    // As if it had been assigned long before its day.
    const dueIn = (days: number) => room.owner(`update action_item set assigned_at = now() - interval '60 days', due = (select (now() at time zone time_zone)::date + ${days} from learning_environment where id = environment_id) where owner_id = '${student.id}'`);
    const told = async () => (await room.test.database.under(school(room.world.schoolId)).execute<{ kind: string }[]>('select kind from message where person_id = ?', [student.id])).map(({ kind }) => kind).filter((kind) => kind.startsWith('ACTION'));
    const needs = async (as: Member) => ((await room.ask(as, '{ viewer { needs { kind targetId title { text } dueAt } } }')).data!['viewer'] as { needs: { kind: string; targetId: string }[] }).needs;
    await dueIn(15);
    const before = (await needs(student)).map(({ kind, targetId }) => `${kind} ${targetId}`);
    expect(before).toContain(`MEETING_TODAY ${id}`);
    expect(before.join()).not.toMatch(/DO_ACTION|ANSWER_MEETING/);
    expect(await needs(room.world.parents[0]!)).toEqual([]);
    await dueIn(4);
    expect(await remindOfActions(room.served.house)).toBe(0);
    await dueIn(3);
    expect([await remindOfActions(room.served.house), await remindOfActions(room.served.house)]).toEqual([1, 0]);
    await dueIn(0);
    expect([await remindOfActions(room.served.house), await remindOfActions(room.served.house)]).toEqual([1, 0]);
    expect((await told()).toSorted()).toEqual(['ACTION_ASSIGNED', 'ACTION_DUE', 'ACTION_DUE']);
    const [first] = (await needs(student)).filter(({ kind }) => kind === 'DO_ACTION');
    expect(first).toMatchObject({ title: [{ text: 'Ask the students' }], dueAt: expect.any(String) });
    await dueIn(-1);
    expect(await remindOfActions(room.served.house)).toBe(0);
    expect((await needs(student)).map(({ kind }) => kind)).toContain('DO_ACTION');

    const lists = async (as: Member) => (await room.ask(as, '{ viewer { mine: actionItems(open: true) { edges { node { title overdue } } } theirs: preparedActionItems(open: true) { edges { node { title } } } } }')).data!['viewer'];
    expect(await lists(student)).toMatchObject({ mine: { edges: [{ node: { title: 'Ask the students', overdue: true } }] }, theirs: { edges: [] } });
    expect(await lists(room.secretary)).toMatchObject({ mine: { edges: [{ node: { title: 'Keep the list' } }] }, theirs: { edges: expect.arrayContaining([{ node: { title: 'Ask the students' } }]) } });
  });
});
