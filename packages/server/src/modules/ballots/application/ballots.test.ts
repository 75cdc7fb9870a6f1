import { randomUUID } from 'node:crypto';
import { publish } from '@plenary/count';
import { beforeAll, expect, it } from 'vitest';
import { caster, school, teller } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { onEachEngine } from '../../../testing/test-database.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { Ballot, BallotConstituency, BallotOption } from '../data/ballot.entity.ts';
import { publishTurnout } from '../domain/turnout.ts';
import { SmallSchool, asked, newKey, option, wording } from '../testing/small-school.ts';
import { workThrough } from './ballot-clockwork.ts';
import { hallOf } from './ballot-hall.ts';
import { ballotNeeds } from './ballot-needs.ts';
import { certifyBallot } from './certify-ballot.ts';
import { closeBallot } from './close-ballot.ts';
import { draftBallot } from './draft-ballot.ts';
import { openBallot } from './open-ballot.ts';
import { reviseBallot } from './revise-ballot.ts';
import { scheduleBallot } from './schedule-ballot.ts';
import { refreshTurnout } from './turnout.ts';
import { withdrawBallot } from './withdraw-ballot.ts';

const entities = [Ballot, BallotOption, BallotConstituency];

onEachEngine('a ballot', entities, (test) => {
  let small: SmallSchool;
  let coordinator: ViewerFacts;
  let clerk: ViewerFacts;
  let teacher: ViewerFacts;

  beforeAll(async () => {
    small = await SmallSchool.open(test().database);
    coordinator = await small.person(['OTHER_STAFF'], ['COORDINATOR']);
    clerk = await small.person(['OTHER_STAFF'], ['CLERK']);
    teacher = await small.person(['TEACHER']);
  });

  it('is drafted with all its faults named at once, and only by those who prepare ballots', async () => {
    const answer = await draftBallot(small.house, coordinator, small.environmentId, wording({ question: [], constituencies: [] }));
    expect(answer).toEqual({ answer: 'FAULTY', faults: [{ field: 'question', code: 'REQUIRED' }, { field: 'constituencies', code: 'REQUIRED' }] });
    for (const other of [teacher, clerk]) {
      await expect(draftBallot(small.house, other, small.environmentId, wording())).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    }
  });

  it('cannot be scheduled before every required language is complete', async () => {
    const draft = await small.draft(coordinator, wording({ question: [{ locale: 'en', text: 'Only in English?' }] }));
    expect(await scheduleBallot(small.house, coordinator, draft)).toMatchObject({ refusal: { reason: 'MISSING_LOCALES', about: ['es'] } });
    const revised = await reviseBallot(small.house, coordinator, draft, small.environmentId, wording());
    expect(revised).toMatchObject({ answer: 'SAVED' });
    expect(await scheduleBallot(small.house, coordinator, draft)).toMatchObject({ answer: 'STALE' });
    expect(await scheduleBallot(small.house, coordinator, { id: draft.id, version: 2 })).toMatchObject({ answer: 'CHANGED' });
    expect(await reviseBallot(small.house, coordinator, { id: draft.id, version: 3 }, small.environmentId, wording())).toMatchObject({ answer: 'SAVED' });
    expect(await small.ballot(draft.id)).toMatchObject({ state: 'DRAFT', version: 4 });
  });

  it('needs a closing time to come and somebody in each constituency, and can be withdrawn until it opens', async () => {
    const timeless = await small.draft(coordinator, wording({ closesAt: null }));
    expect(await scheduleBallot(small.house, coordinator, timeless)).toMatchObject({ refusal: { reason: 'MISSING_TIMES' } });
    const past = await small.draft(coordinator, wording({ closesAt: new Date(Date.now() - 1000) }));
    expect(await scheduleBallot(small.house, coordinator, past)).toMatchObject({ refusal: { reason: 'CLOSES_IN_PAST' } });
    const nobody = await small.draft(coordinator, wording({ constituencies: [asked('TEACHER'), asked('COMMUNITY')] }));
    expect(await scheduleBallot(small.house, coordinator, nobody)).toMatchObject({ refusal: { reason: 'EMPTY_ROLL', about: ['COMMUNITY'] } });
    expect(await openBallot(small.house, coordinator, nobody)).toMatchObject({ refusal: { reason: 'WRONG_STATE', about: ['DRAFT'] } });
    expect(await withdrawBallot(small.house, coordinator, nobody)).toMatchObject({ answer: 'CHANGED' });
  });

  it('freezes one line per person when it opens: staff before parent before community', async () => {
    const [both1, parent] = [await small.person(['PARENT', 'TEACHER', 'COMMUNITY']), await small.person(['COMMUNITY', 'PARENT'])];
    const community = await small.person(['COMMUNITY']);
    const ballot = await small.opened(coordinator, wording({ constituencies: [asked('COMMUNITY'), asked('PARENT'), asked('TEACHER')] }));
    const roll = await small.db.fork(school(small.schoolId)).execute<{ person_id: string; constituency: string }[]>(
      'select person_id, constituency from registry.roll where ballot_id = ?', [ballot.id]);
    const line = (person: ViewerFacts) => roll.filter((each) => each.person_id === person.personId).map((each) => each.constituency);
    expect([line(both1), line(parent), line(community), line(clerk)]).toEqual([['TEACHER'], ['PARENT'], ['COMMUNITY'], []]);
    expect(ballot.constituencies.map((each) => [each.constituency, each.rollSize])).toEqual([['PARENT', 1], ['TEACHER', 2], ['COMMUNITY', 1]]);
    const late = await small.person(['TEACHER']);
    expect(await small.vote(late.personId, ballot, [0])).toMatchObject({ refusal: { reason: 'NOT_ON_ROLL' } });
  });

  it('takes a vote once: the same press again is harmless, another is refused, a bad one harms nobody', async () => {
    const ballot = await small.opened(coordinator);
    const key = newKey();
    const twice = small.vote(teacher.personId, ballot, [0], key);
    const stranger = small.vote(randomUUID(), ballot, [0]);
    const again = small.vote(teacher.personId, ballot, [0], key);
    const other = small.vote(teacher.personId, ballot, [1]);
    const invalid = small.vote(teacher.personId, ballot, [0, 1]);
    expect(await Promise.all([twice, again, other, stranger, invalid])).toMatchObject([
      { ok: true, again: false }, { ok: true, again: true }, { refusal: { reason: 'ALREADY_VOTED' } },
      { refusal: { reason: 'NOT_ON_ROLL' } }, { refusal: { reason: 'INVALID_CHOICE' } },
    ]);
    await expect(small.vote(teacher.personId, ballot, [0], 'short')).rejects.toMatchObject({ extensions: { code: 'BAD_INPUT', field: 'key' } });
    await expect(small.vote(teacher.personId, { ...ballot, id: randomUUID() }, [0])).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  });

  it('says "not open" before and "closed" after, but tells a lost answer that the vote is in', async () => {
    const scheduled = await small.scheduled(coordinator);
    expect(await small.vote(teacher.personId, scheduled, [0])).toMatchObject({ refusal: { reason: 'NOT_OPEN' } });
    await openBallot(small.house, coordinator, scheduled);
    const key = newKey();
    expect(await small.vote(teacher.personId, scheduled, [0], key)).toMatchObject({ ok: true });
    const open = await small.ballot(scheduled.id);
    await closeBallot(small.house, coordinator, open, 'Enough people have voted.');
    expect(await small.vote(teacher.personId, scheduled, [0], key)).toMatchObject({ ok: true, again: true });
    expect(await small.vote(teacher.personId, scheduled, [1])).toMatchObject({ refusal: { reason: 'CLOSED' } });
  });

  it('ends by the database\'s clock: a vote is late before anybody has closed the ballot', async () => {
    const ballot = await small.opened(coordinator);
    await small.deadlineIn(ballot.id, 0);
    expect(await small.ballot(ballot.id)).toMatchObject({ state: 'OPEN' });
    expect(await small.vote(teacher.personId, ballot, [0])).toMatchObject({ refusal: { reason: 'CLOSED' } });
    await workThrough(small.house);
    expect(await small.ballot(ballot.id)).toMatchObject({ state: 'TALLIED', result: { outcome: 'NOT_ADOPTED', papers: 0 } });
  });

  it('opens and closes by itself when its time comes, and goes back to its preparers when it is not fit', async () => {
    const soon = new Date(Date.now() + 300);
    const fit = await small.scheduled(coordinator, wording({ opensAt: soon }));
    const unfit = await small.scheduled(coordinator, wording({ opensAt: soon, constituencies: [asked('ADMINISTRATOR')] })
    ).catch(() => null);
    expect(unfit).toBeNull();
    const administrator = await small.person(['ADMINISTRATOR']);
    const emptied = await small.scheduled(coordinator, wording({ opensAt: soon, constituencies: [asked('ADMINISTRATOR')] }));
    await small.db.fork(school(small.schoolId)).execute('delete from membership where person_id = ?', [administrator.personId]);
    while (Date.now() < soon.getTime() + 50) await new Promise((resolve) => { setTimeout(resolve, 50); });
    await workThrough(small.house);
    expect((await small.ballot(fit.id)).state).toBe('OPEN');
    expect((await small.ballot(emptied.id)).state).toBe('DRAFT');
    const audit = await small.db.fork(school(small.schoolId)).execute<{ act: string; detail: object }[]>(
      `select act, detail from audit_event where subject_id = ? order by ordinal desc limit 1`, [emptied.id]);
    expect(audit).toEqual([{ act: 'ballot.returned', detail: { reason: 'EMPTY_ROLL', about: ['ADMINISTRATOR'] } }]);
  });

  it('is closed early only with a reason, then counted, then certified by two different people', async () => {
    const ballot = await small.opened(coordinator, wording({ constituencies: [asked('TEACHER'), asked('OTHER_STAFF')] }));
    await small.vote(teacher.personId, ballot, [0]);
    await small.vote(clerk.personId, ballot, [0]);
    await expect(closeBallot(small.house, coordinator, ballot, ' ')).rejects.toMatchObject({ extensions: { code: 'BAD_INPUT', field: 'reason' } });
    expect(await certifyBallot(small.house, coordinator, ballot)).toMatchObject({ refusal: { reason: 'WRONG_STATE', about: ['OPEN'] } });
    await closeBallot(small.house, coordinator, ballot, 'Everybody has voted.');
    const tallied = await small.ballot(ballot.id);
    expect(tallied).toMatchObject({ state: 'TALLIED', result: { outcome: 'ADOPTED', papers: 2, votes: [2, 0, 0] } });
    expect(await certifyBallot(small.house, teacher, tallied)).toMatchObject({ refusal: { reason: 'NOT_COMMITTEE' } });
    expect(await certifyBallot(small.house, coordinator, tallied)).toMatchObject({ answer: 'CHANGED' });
    expect(await certifyBallot(small.house, coordinator, tallied)).toMatchObject({ refusal: { reason: 'CERTIFIER_TWICE' } });
    expect((await small.ballot(ballot.id)).state).toBe('TALLIED');
    expect(await certifyBallot(small.house, clerk, tallied)).toMatchObject({ answer: 'CHANGED' });
    expect(await small.ballot(ballot.id)).toMatchObject({ state: 'CERTIFIED', certifications: [{ role: 'COORDINATOR' }, { role: 'CLERK' }] });
    expect(publish(tallied.result!)).toMatchObject({ withheld: true, papers: null, votes: null, pools: [{ papers: null }, { papers: null }] });
  });

  it('keeps its box shut until it is closed, even from raw statements under every scope', async () => {
    const ballot = await small.opened(coordinator);
    await small.vote(teacher.personId, ballot, [1]);
    const read = 'select choices from box.cast_ballot where ballot_id = ?';
    const denied = /permission denied|violates row-level security/;
    await expect(small.db.fork(school(small.schoolId)).execute(read, [ballot.id])).rejects.toThrow(denied);
    await expect(small.db.fork(caster(small.schoolId)).execute(read, [ballot.id])).rejects.toThrow(denied);
    expect(await small.db.fork(teller(small.schoolId)).execute(read, [ballot.id])).toEqual([]);
    await expect(small.db.fork(school(small.schoolId)).execute('update registry.roll set voted = false, cast_key = null')).rejects.toThrow(denied);
    await expect(small.db.fork(caster(small.schoolId)).execute('delete from box.cast_ballot')).rejects.toThrow(denied);
    await expect(small.db.fork(teller(small.schoolId)).execute(`update ballot set state = 'CLOSED'`)).rejects.toThrow(denied);
    await expect(small.db.fork(caster(small.schoolId)).execute(`update ballot set state = 'CLOSED'`)).rejects.toThrow(denied);
    await closeBallot(small.house, coordinator, ballot, 'For the test.');
    expect(await small.db.fork(teller(small.schoolId)).execute(read, [ballot.id])).toHaveLength(1);
  });

  it('publishes turnout from eleven on, and until then not even writes it down', async () => {
    const students = await small.crowd('STUDENT', 14);
    const ballot = await small.opened(coordinator, wording({ constituencies: [asked('STUDENT')] }));
    const turnout = async () => publishTurnout((await small.ballot(ballot.id)).constituencies.map((each) =>
      ({ constituency: each.constituency, roll: each.rollSize ?? 0, voted: each.voted })));
    await Promise.all(students.slice(0, 10).map((id) => small.vote(id, ballot, [0])));
    expect(await refreshTurnout(small.house, small.schoolId, ballot.id)).toBe(false);
    expect(await turnout()).toEqual({ roll: 14, voted: null, constituencies: [{ constituency: 'STUDENT', roll: 14, voted: null }] });
    expect((await small.ballot(ballot.id)).constituencies[0]).toMatchObject({ voted: 0, countedAt: null });
    await small.vote(students[10]!, ballot, [1]);
    expect(await refreshTurnout(small.house, small.schoolId, ballot.id)).toBe(true);
    expect(await refreshTurnout(small.house, small.schoolId, ballot.id)).toBe(false);
    expect(await turnout()).toEqual({ roll: 14, voted: 11, constituencies: [{ constituency: 'STUDENT', roll: 14, voted: 11 }] });
  });

  it('nudges those who watch at most once per tick, however many vote', async () => {
    const students = await small.crowd('STUDENT', 40);
    const ballot = await small.opened(coordinator, wording({ constituencies: [asked('STUDENT')] }));
    const nudged: string[] = [];
    const house: House = { ...small.house, events: { ...small.house.events, nudge: async (topic) => { nudged.push(topic); } } };
    await Promise.all(students.slice(0, 10).map((id) => small.vote(id, ballot, [0], newKey(), house)));
    await new Promise((resolve) => { setTimeout(resolve, 850); });
    expect(nudged).toEqual([]);
    await Promise.all(students.slice(10).map((id) => small.vote(id, ballot, [0], newKey(), house)));
    await expect.poll(async () => (await small.ballot(ballot.id)).constituencies[0]!.voted, { timeout: 5000 }).toBe(40);
    await expect.poll(() => nudged).toContain(`ballot:${ballot.id}`);
    // One tick, or two when the thirty votes fell on both sides of it.
    expect(nudged.length).toBeLessThanOrEqual(2);
    await hallOf(house).turnout.stop();
  });

  it('counts approval as many papers as people, each option as often as it was named', async () => {
    const people = await small.crowd('COMMUNITY', 3);
    const ballot = await small.opened(coordinator, wording({
      method: 'APPROVAL', maxChoices: 2, combine: 'TOGETHER', constituencies: [asked('COMMUNITY')],
      options: [option('Art', 'Arte'), option('Music', 'Música'), option('Chess', 'Ajedrez')],
    }));
    expect(await small.vote(people[0]!, ballot, [2, 1])).toMatchObject({ ok: true });
    expect(await small.vote(people[1]!, ballot, [1])).toMatchObject({ ok: true });
    expect(await small.vote(people[2]!, ballot, [0, 1, 2])).toMatchObject({ refusal: { reason: 'INVALID_CHOICE' } });
    expect(await small.vote(people[2]!, ballot, [0, 3])).toMatchObject({ refusal: { reason: 'INVALID_CHOICE' } });
    expect(await small.vote(people[2]!, ballot, [3])).toMatchObject({ ok: true });
    await closeBallot(small.house, coordinator, ballot, 'For the test.');
    expect((await small.ballot(ballot.id)).result).toMatchObject({ outcome: 'CHOSEN', chosen: [1], papers: 3, votes: [0, 2, 1, 1] });
  });

  it('waits on the home page of whoever must act', async () => {
    const ctx = { house: small.house } as Parameters<typeof ballotNeeds.needsOf>[1];
    const voter = await small.person(['TEACHER']);
    const ballot = await small.opened(coordinator);
    const kinds = async (viewer: ViewerFacts) =>
      (await ballotNeeds.needsOf(viewer, ctx)).filter((each) => each.targetId === ballot.id).map((each) => each.kind);
    expect(await kinds(voter)).toEqual(['CAST_BALLOT']);
    expect(await kinds(coordinator)).toEqual([]);
    await small.vote(voter.personId, ballot, [0]);
    expect(await kinds(voter)).toEqual([]);
    await closeBallot(small.house, coordinator, ballot, 'For the test.');
    expect(await kinds(coordinator)).toEqual(['CERTIFY_BALLOT']);
    expect(await kinds(voter)).toEqual([]);
    const draft = await small.draft(coordinator, wording({ question: [{ locale: 'en', text: 'Half said?' }] }));
    expect((await ballotNeeds.needsOf(coordinator, ctx)).find((each) => each.targetId === draft.id)?.kind).toBe('CORRECT_DRAFT');
  });

  it('leaves no time, sequence or key in roll and box that could join a voter to a vote', async () => {
    const { rows } = await small.db.executeAsOwner(
      `select table_name || '.' || column_name || ' ' || data_type as col from information_schema.columns
       where table_schema in ('registry', 'box') order by 1`);
    const columns = rows.map((row) => String(row['col']));
    const of = (table: string) => columns.filter((each) => each.startsWith(`${table}.`)).map((each) => each.slice(table.length + 1));
    expect(of('cast_ballot')).toEqual(['ballot_id uuid', 'choices ARRAY', 'constituency text', 'id uuid', 'school_id uuid']);
    expect(of('roll')).toEqual(['ballot_id uuid', 'cast_key bytea', 'constituency text', 'person_id uuid', 'school_id uuid', 'voted boolean']);
    // A batch is of ten or more, and in the order of their hashes.
    const box = ['ballot_id uuid', 'batch integer', 'choices bytea', 'commitment bytea', 'constituency text', 'credential bytea', 'leaf bytea',
      'pk bytea', 'revision integer', 'salt bytea', 'school_id uuid', 'signature bytea'];
    expect([...of('paper')].toSorted()).toEqual([...box, 'ballot_id uuid', 'blind_signature bytea', 'blinded bytea', 'constituency text', 'issued boolean',
      'nonce bytea', 'on_paper boolean', 'person_id uuid', 'school_id uuid'].toSorted());
    expect(of('published')).toEqual(box);
    expect(columns.filter((each) => /timestamp|time |date/.test(each))).toEqual([]);
    const outbox = await small.db.executeAsOwner(`select distinct kind from outbox`);
    expect(outbox.rows.map((row) => row['kind']).filter((kind) => /cast|vote/.test(String(kind)))).toEqual([]);
  });
});

onEachEngine('two servers and one box', entities, (test) => {
  it('count each person once, however they press and race', async () => {
    const small = await SmallSchool.open(test().database);
    const other: House = { ...small.house };
    const coordinator = await small.person(['OTHER_STAFF'], ['COORDINATOR']);
    const students = await small.crowd('STUDENT', 300);
    const ballot = await small.opened(coordinator, wording({ constituencies: [asked('STUDENT')] }));
    const presses = students.flatMap((id) => {
      const key = newKey();
      return [
        small.vote(id, ballot, [0], key), small.vote(id, ballot, [0], key, other),
        small.vote(id, ballot, [1], newKey(), other), small.vote(id, ballot, [1]),
      ];
    });
    const answers = await Promise.all(presses);
    const first = answers.filter((each) => each.ok && !each.again);
    expect(first).toHaveLength(300);
    expect(answers.every((each) => each.ok || each.refusal.reason === 'ALREADY_VOTED')).toBe(true);
    await closeBallot(small.house, coordinator, ballot, 'For the test.');
    const { result, constituencies } = await small.ballot(ballot.id);
    expect(result).toMatchObject({ papers: 300 });
    expect(constituencies[0]).toMatchObject({ voted: 300 });
  });

  it('close and count a ballot once, although both find it due', async () => {
    const small = await SmallSchool.open(test().database);
    const coordinator = await small.person(['TEACHER'], ['COORDINATOR']);
    const ballot = await small.opened(coordinator);
    await small.deadlineIn(ballot.id, 0);
    await Promise.all(Array.from({ length: 4 }, () => workThrough({ ...small.house })));
    const acts = await small.db.fork(school(small.schoolId)).execute<{ act: string }[]>(
      'select act from audit_event where subject_id = ? order by ordinal', [ballot.id]);
    expect(acts.map(({ act }) => act)).toEqual(['ballot.drafted', 'ballot.scheduled', 'ballot.opened', 'ballot.closed', 'ballot.tallied']);
  });

  it('let nothing land after a close that came in between', async () => {
    const small = await SmallSchool.open(test().database);
    const other: House = { ...small.house };
    const coordinator = await small.person(['OTHER_STAFF'], ['COORDINATOR']);
    const students = await small.crowd('STUDENT', 200);
    const ballot = await small.opened(coordinator, wording({ constituencies: [asked('STUDENT')] }));
    const votes = students.map(async (id, n) => {
      await new Promise((resolve) => { setTimeout(resolve, n / 4); });
      return small.vote(id, ballot, [0], newKey(), n % 2 === 0 ? other : small.house);
    });
    const close = new Promise((resolve) => { setTimeout(resolve, 20); }).then(() => closeBallot(small.house, coordinator, ballot, 'For the test.'));
    const [answers] = await Promise.all([Promise.all(votes), close]);
    const counted = answers.filter((each) => each.ok).length;
    expect(answers.every((each) => each.ok || each.refusal.reason === 'CLOSED')).toBe(true);
    expect((await small.ballot(ballot.id)).result).toMatchObject({ papers: counted });
  });
}, 'postgresql');
