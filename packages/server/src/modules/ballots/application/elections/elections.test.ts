import { createHash } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { school } from '../../../../platform/database/database.ts';
import { onEachEngine } from '../../../../testing/test-database.ts';
import { bodiesById, declareVacancy, seatsOfElection, seatsOfEnvironment } from '../../../bodies/index.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { Ballot, BallotConstituency, BallotOption } from '../../data/ballot.entity.ts';
import { drawOrder } from '../../domain/elections/drawing.ts';
import { ElectionSchool, electionWording, seatsUp } from '../../testing/election-school.ts';
import { SmallSchool, both } from '../../testing/small-school.ts';
import { ballotsById } from '../ballot-record.ts';
import { ballotNeeds } from '../ballot-needs.ts';
import { withdrawBallot } from '../withdraw-ballot.ts';
import { answerNomination, withdrawNomination } from './answer-nomination.ts';
import { certifyElection } from './certify-election.ts';
import { decideChallengeOf } from './decide-challenge.ts';
import { electionNeeds } from './election-needs.ts';
import { workThroughElections } from './election-clockwork.ts';
import type { ElectionRecord } from './election-record.ts';
import { fileChallenge } from './file-challenge.ts';
import { nominate } from './nominate.ts';
import { noticeElection } from './notice-election.ts';
import { openElection } from './open-election.ts';
import { reviseElection } from './revise-election.ts';
import { scheduleElection } from './schedule-election.ts';
import { withdrawElection } from './withdraw-election.ts';
import { writeStatement } from './write-statement.ts';

const entities = [Ballot, BallotOption, BallotConstituency];

onEachEngine('an election of members', entities, (test) => {
  let of: ElectionSchool;
  let [coordinator, clerk, administrator] = [] as unknown as [ViewerFacts, ViewerFacts, ViewerFacts];
  let [ana, ben, carla, dora] = [] as unknown as [ViewerFacts, ViewerFacts, ViewerFacts, ViewerFacts];
  let [teacher, teachingParent] = [] as unknown as [ViewerFacts, ViewerFacts];
  const refused = (reason: string, about: unknown = expect.anything()) => ({ answer: 'REFUSED', refusal: { reason, about } });
  const done = { answer: 'CHANGED' };

  beforeAll(async () => {
    of = new ElectionSchool(await SmallSchool.open(test().database));
    coordinator = await of.named('Maribel Ochoa', ['OTHER_STAFF'], ['COORDINATOR']);
    clerk = await of.named('Kim Lee', ['OTHER_STAFF'], ['CLERK']);
    administrator = await of.named('Gloria Villa', ['ADMINISTRATOR'], ['ADMINISTRATOR']);
    ana = await of.named('Ana López', ['PARENT']);
    ben = await of.named('BEN OKAFOR', ['PARENT']);
    carla = await of.named('Carla Ruiz', ['PARENT']);
    dora = await of.named('Dora Kim', ['PARENT']);
    teacher = await of.named('Tom Teacher', ['TEACHER']);
    teachingParent = await of.named('Both Worlds', ['PARENT', 'TEACHER']);
  });

  const statementIn = (locale: string, text: string) => [{ locale, text }];
  const optionOf = async (election: ElectionRecord, constituency: string, who: ViewerFacts) => {
    const { ballotId } = election.constituencies.find((each) => each.constituency === constituency)!;
    const ballot = await of.small.ballot(ballotId!);
    const { optionId } = election.nominations.find(({ personId }) => personId === who.personId)!;
    return { ballot, position: ballot.options.findIndex(({ id }) => id === optionId) };
  };
  const vote = async (election: ElectionRecord, constituency: string, voter: ViewerFacts, choice: ViewerFacts) => {
    const { ballot, position } = await optionOf(election, constituency, choice);
    return of.vote(voter, ballot.id, [position]);
  };
  /** Ana and Ben stand for the parents, Tom for the teachers; Ana wins. */
  const counted = async (rest = {}): Promise<ElectionRecord> => {
    const { id } = await of.nominating(coordinator, rest);
    for (const each of [ana, ben, teacher]) expect(await nominate(of.house, each, id, null)).toMatchObject(done);
    const open = await of.until(id, 'opensAt');
    expect(open.state).toBe('OPEN');
    for (const voter of [ana, carla, dora]) expect(await vote(open, 'PARENT', voter, ana)).toBe('RECEIPT');
    expect(await vote(open, 'TEACHER', teacher, teacher)).toBe('RECEIPT');
    return of.until(id, 'closesAt');
  };
  const certified = async (rest = {}): Promise<ElectionRecord> => {
    const { id, version } = await counted(rest);
    expect(await certifyElection(of.house, coordinator, { id, version })).toMatchObject(done);
    expect(await certifyElection(of.house, clerk, { id, version })).toMatchObject(done);
    return of.election(id);
  };
  const seats = async (id: string) => (await seatsOfElection(of.small.db.fork(school(of.small.schoolId)), id))
    .map(({ constituency, name, vacancy, basis }) => `${constituency} ${name || vacancy} ${basis}`);

  it('is scheduled only by those who prepare ballots, with every fault named at once', async () => {
    const answer = await scheduleElection(of.house, coordinator, of.small.environmentId, electionWording({ title: [], opensAt: new Date(Date.now() + 86_400_000) }));
    expect(answer).toMatchObject({ answer: 'FAULTY' });
    expect((answer as { faults: readonly { code: string }[] }).faults.map(({ code }) => code)).toEqual(['REQUIRED', 'NOTICE_TOO_SHORT', 'NOT_AFTER', 'NOT_AFTER']);
    await expect(scheduleElection(of.house, clerk, of.small.environmentId, electionWording())).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  });

  it('is revised until nominations begin; what was noticed is noticed anew', async () => {
    const election = await of.scheduled(coordinator, { nominationsFrom: new Date(Date.now() + 86_400_000) });
    expect(await noticeElection(of.house, coordinator, election)).toMatchObject(done);
    const noticed = await of.work(election.id);
    expect([noticed.state, noticed.noticedAt]).toEqual(['NOTICED', expect.any(Date)]);
    expect(await reviseElection(of.house, coordinator, election, of.small.environmentId, electionWording())).toMatchObject({ answer: 'STALE' });
    expect(await reviseElection(of.house, coordinator, noticed, of.small.environmentId, electionWording({ title: both('New', 'Nueva') }))).toMatchObject({ answer: 'SAVED' });
    expect(await of.election(election.id)).toMatchObject({ state: 'SCHEDULED', noticedAt: null, title: { en: 'New', es: 'Nueva' } });
    expect(await noticeElection(of.house, coordinator, await of.election(election.id))).toMatchObject(done);
    const nominating = await of.work(election.id);
    expect(nominating.state).toBe('NOMINATING');
    expect(await reviseElection(of.house, coordinator, nominating, of.small.environmentId, electionWording())).toMatchObject({ answer: 'STALE' });
    await expect(withdrawElection(of.house, coordinator, nominating, ' ')).rejects.toMatchObject({ extensions: { code: 'BAD_INPUT', field: 'reason' } });
    expect(await withdrawElection(of.house, coordinator, nominating, 'Two people moved away.')).toMatchObject(done);
    expect(await of.election(election.id)).toMatchObject({ state: 'WITHDRAWN', withdrawReason: 'Two people moved away.' });
  });

  it('is noticed by the clock at its time, or waits with the reason when a language is missing', async () => {
    const soon = { noticeAt: new Date(Date.now() + 20_000), nominationsFrom: new Date(Date.now() + 20_000) };
    const good = await of.scheduled(coordinator, soon);
    expect((await of.work(good.id)).state).toBe('NOTICED');
    const half = await of.scheduled(coordinator, { ...soon, title: [{ locale: 'en', text: 'Only English' }] });
    const held = await of.work(half.id);
    expect(held).toMatchObject({ state: 'SCHEDULED', noticeAt: null, held: { reason: 'MISSING_LOCALES', about: ['es'] } });
    expect(await noticeElection(of.house, coordinator, held)).toMatchObject(refused('MISSING_LOCALES', ['es']));
    const ctx = { house: of.house } as Parameters<typeof electionNeeds.needsOf>[1];
    expect((await electionNeeds.needsOf(coordinator, ctx)).filter(({ targetId }) => targetId === half.id).map(({ kind }) => kind)).toEqual(['POST_NOTICE']);
  });

  it('cannot be noticed later than the law allows, also when only the database is asked', async () => {
    const election = await of.scheduled(coordinator);
    const late = new Date(election.opensAt.getTime() - 72 * 3_600_000 + 1);
    const em = of.small.db.fork(school(of.small.schoolId));
    await expect(em.execute(`update election set state = 'NOTICED', noticed_at = ? where id = ?`, [late, election.id])).rejects.toThrow(/check/);
    await em.execute(`update election set noticed_at = ? where id = ?`, [new Date(late.getTime() - 1), election.id]);
  });

  it('lets members nominate themselves and each other, by name, and the nominee answer', async () => {
    const { id } = await of.nominating(coordinator);
    expect(await nominate(of.house, ana, id, '  ben   okafor ')).toMatchObject(done);
    expect(await nominate(of.house, carla, id, 'Ben Okafor')).toMatchObject(refused('ALREADY_NOMINATED'));
    expect(await nominate(of.house, ana, id, 'ana lopez')).toMatchObject(done);
    expect(await nominate(of.house, ana, id, 'Nobody Here')).toMatchObject(refused('NOMINEE_UNKNOWN'));
    // A teacher's name is as unknown to parents as one nobody bears.
    expect(await nominate(of.house, ana, id, 'Tom Teacher')).toMatchObject(refused('NOMINEE_UNKNOWN'));
    expect(await nominate(of.house, coordinator, id, 'Ana López')).toMatchObject(refused('NOT_A_MEMBER', ['PARENT', 'TEACHER']));
    await expect(nominate(of.house, ana, id, '')).rejects.toMatchObject({ extensions: { code: 'BAD_INPUT', field: 'name' } });
    const [bens] = (await of.election(id)).nominations.filter(({ personId }) => personId === ben.personId);
    expect(bens).toMatchObject({ state: 'PROPOSED', name: 'Ben Okafor', constituency: 'PARENT' });
    // Until he answers, it is between him, Ana and the committee.
    await expect(answerNomination(of.house, carla, bens!.id, true)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(await answerNomination(of.house, ana, bens!.id, true)).toMatchObject(refused('NOT_THE_NOMINEE'));
    expect(await answerNomination(of.house, ben, bens!.id, false)).toMatchObject(done);
    expect(await nominate(of.house, ben, id, null)).toMatchObject(done);
    expect(await withdrawNomination(of.house, ben, bens!.id)).toMatchObject(done);
    const states = (await of.election(id)).nominations.map(({ name, state }) => `${name} ${state}`).sort();
    expect(states).toEqual(['Ana López ACCEPTED', 'Ben Okafor WITHDRAWN']);
  });

  it('looks for a few names of each person, and not for a whole school\'s', async () => {
    const { id } = await of.nominating(coordinator);
    const curious = await of.named('Curious George', ['PARENT']);
    const look = () => nominate(of.house, curious, id, 'Nobody Here').catch((error: { extensions: unknown }) => error.extensions);
    for (let n = 0; n < 20; n += 1) expect(await look()).toMatchObject(refused('NOMINEE_UNKNOWN'));
    expect(await look()).toMatchObject({ code: 'THROTTLED', retryAfter: expect.any(Number) });
    // Standing oneself needs no looking.
    expect(await nominate(of.house, curious, id, null)).toMatchObject(done);
  });

  it('says on the home page who is asked for what', async () => {
    const ctx = { house: of.house } as Parameters<typeof electionNeeds.needsOf>[1];
    const { id } = await of.nominating(coordinator);
    const kinds = async (viewer: ViewerFacts) => (await electionNeeds.needsOf(viewer, ctx)).filter(({ targetId }) => targetId === id).map(({ kind }) => kind);
    expect(await kinds(carla)).toEqual(['NOMINATE']);
    expect(await kinds(coordinator)).toEqual([]);
    await nominate(of.house, ana, id, 'Ben Okafor');
    expect(await kinds(ana)).toEqual([]);
    expect(await kinds(ben)).toEqual(['ANSWER_NOMINATION']);
    const { nominations: [bens] } = await of.election(id);
    await answerNomination(of.house, ben, bens!.id, true);
    expect(await kinds(ben)).toEqual(['WRITE_STATEMENT']);
    expect(await kinds(carla)).toEqual([]);
    await writeStatement(of.house, ben, bens!.id, statementIn('en', 'I want to help.'));
    expect(await kinds(ben)).toEqual([]);
    expect(await kinds(clerk)).toEqual(['TRANSLATE_STATEMENTS']);
    await writeStatement(of.house, clerk, bens!.id, statementIn('es', 'Quiero ayudar.'));
    expect(await kinds(clerk)).toEqual([]);
  });

  it('is held from opening by a statement in one language, and opens when the other is there', async () => {
    const { id } = await of.nominating(coordinator);
    await nominate(of.house, ana, id, null);
    const nomination = (await of.election(id)).nominations[0]!;
    const long = Array.from({ length: 101 }, () => 'palabra').join(' ');
    expect(await writeStatement(of.house, ana, nomination.id, statementIn('es', long))).toMatchObject({ answer: 'FAULTY', faults: [{ field: 'statement.0.text', code: 'TOO_LONG' }] });
    expect(await writeStatement(of.house, carla, nomination.id, statementIn('es', 'Hola'))).toMatchObject(refused('NOT_THE_NOMINEE'));
    expect(await writeStatement(of.house, ana, nomination.id, statementIn('es', 'Quiero ayudar.'))).toMatchObject(done);
    expect(await openElection(of.house, coordinator, await of.election(id))).toMatchObject(refused('NOMINATIONS_STILL_OPEN'));
    const held = await of.until(id, 'opensAt');
    expect(held).toMatchObject({ state: 'NOMINATING', held: { reason: 'STATEMENTS_MISSING_LOCALES', about: ['en'] } });
    expect(await workThroughElections(of.house)).toBeGreaterThan(0);
    await writeStatement(of.house, coordinator, nomination.id, statementIn('en', 'I want to help.'));
    expect(await of.work(id)).toMatchObject({ state: 'OPEN', held: null });
    expect(await nominate(of.house, carla, id, null)).toMatchObject(refused('WRONG_STATE', ['OPEN']));
  });

  it('puts one ballot to each constituency, its candidates in the order drawn, and one voter on one roll', async () => {
    const { id } = await of.nominating(coordinator);
    for (const each of [ana, ben, carla, teacher]) await nominate(of.house, each, id, null);
    const open = await of.until(id, 'opensAt');
    expect(open.constituencies.map(({ constituency, way, ballotState }) => [constituency, way, ballotState])).toEqual([['PARENT', 'VOTE', 'OPEN'], ['TEACHER', 'VOTE', 'OPEN']]);
    const parents = open.nominations.filter(({ constituency }) => constituency === 'PARENT');
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(parents.toSorted((a, b) => a.position! - b.position!).map((each) => each.id)).toEqual(drawOrder(parents.map((each) => each.id), open.orderSeed!, sha256));
    const { ballot } = await optionOf(open, 'PARENT', ana);
    expect(ballot).toMatchObject({ binding: 'ELECTS', secrecy: 'SECRET', method: 'CHOOSE_ONE', electionId: id, question: { en: 'Council election: Seat', es: 'Elección del consejo: Puesto' } });
    expect(ballot.options.map(({ label }) => label['en'])).toEqual([...parents.toSorted((a, b) => a.position! - b.position!).map(({ name }) => name), undefined]);
    expect(ballot.options.every(({ label, kind }) => kind === 'ABSTAIN' || label['en'] === label['es'])).toBe(true);
    // It is the election's: nobody rewords it or takes it back by itself.
    await expect(withdrawBallot(of.house, coordinator, ballot)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    // Whoever is a teacher too votes among the teachers, and among them alone.
    expect(await vote(open, 'PARENT', teachingParent, ana)).toBe('NOT_ON_ROLL');
    expect(await vote(open, 'TEACHER', teachingParent, teacher)).toBe('RECEIPT');
    expect(await vote(open, 'TEACHER', ana, teacher)).toBe('NOT_ON_ROLL');
  });

  it('goes from the notice to the seats: voted, counted, certified by two, seated when the window has passed', async () => {
    const tallied = await counted();
    expect(tallied.state).toBe('TALLIED');
    const ctx = { house: of.house } as Parameters<typeof electionNeeds.needsOf>[1];
    expect((await electionNeeds.needsOf(clerk, ctx)).some(({ kind, targetId }) => kind === 'CERTIFY_ELECTION' && targetId === tallied.id)).toBe(true);
    // Its ballots are certified with it and ask for nothing of their own.
    expect((await ballotNeeds.needsOf(clerk, ctx)).filter(({ kind }) => kind === 'CERTIFY_BALLOT')).toEqual([]);
    const { id, version } = tallied;
    expect(await certifyElection(of.house, ana, { id, version })).toMatchObject(refused('NOT_COMMITTEE'));
    expect(await certifyElection(of.house, coordinator, { id, version })).toMatchObject(done);
    expect(await certifyElection(of.house, coordinator, { id, version })).toMatchObject(refused('CERTIFIER_TWICE'));
    expect(await of.election(id)).toMatchObject({ state: 'TALLIED', version });
    expect(await certifyElection(of.house, clerk, { id, version })).toMatchObject(done);
    const certified = await of.work(id);
    expect(certified).toMatchObject({ state: 'CERTIFIED', seatedAt: null });
    const ballots = await ballotsById(of.small.db.fork(school(of.small.schoolId)), certified.constituencies.map(({ ballotId }) => ballotId!));
    expect(ballots.map(({ state, certifications }) => [state, certifications.length])).toEqual([['CERTIFIED', 2], ['CERTIFIED', 2]]);
    expect(await seats(id)).toEqual([]);
    const seated = await of.until(id, 'challengeUntil');
    expect(seated.seatedAt).not.toBeNull();
    expect(await seats(id)).toEqual(['PARENT Ana López ELECTED', 'TEACHER Tom Teacher ELECTED']);
    expect(await fileChallenge(of.house, carla, id, null, 'Too late.')).toMatchObject(refused('CHALLENGES_OVER'));
    // Once, however often the clock comes round.
    await of.work(id);
    expect(await seats(id)).toHaveLength(2);
  });

  it('seats the winners after a challenge is dismissed by two people, with a reason', async () => {
    const { id } = await certified();
    expect(await fileChallenge(of.house, administrator, id, null, 'I may not.')).toMatchObject(refused('NOT_ON_ROLL'));
    expect(await fileChallenge(of.house, carla, id, 'PARENT', 'The notice was not at the gate.')).toMatchObject(done);
    const challenged = await of.until(id, 'challengeUntil');
    expect([challenged.state, await seats(id)]).toEqual(['CHALLENGED', []]);
    const challenge = challenged.challenges[0]!;
    await expect(decideChallengeOf(of.house, ana, challenge.id, 'DISMISSED', 'No.')).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(await decideChallengeOf(of.house, coordinator, challenge.id, 'DISMISSED', 'It hung there; we have a photo.')).toMatchObject(done);
    expect(await decideChallengeOf(of.house, coordinator, challenge.id, 'DISMISSED', 'Again.')).toMatchObject(refused('CERTIFIER_TWICE'));
    expect((await of.work(id)).state).toBe('CHALLENGED');
    expect(await decideChallengeOf(of.house, clerk, challenge.id, 'DISMISSED', 'It hung there; we have a photo.')).toMatchObject(done);
    expect(await decideChallengeOf(of.house, administrator, challenge.id, 'DISMISSED', 'Again.')).toMatchObject(refused('DECIDED'));
    expect((await of.work(id)).state).toBe('CERTIFIED');
    expect(await seats(id)).toEqual(['PARENT Ana López ELECTED', 'TEACHER Tom Teacher ELECTED']);
  });

  it('seats nobody of a constituency whose result was set aside, and the others all the same', async () => {
    const { id } = await certified();
    await fileChallenge(of.house, carla, id, 'PARENT', 'Ballots were handed out twice.');
    const { challenges: [challenge] } = await of.election(id);
    await decideChallengeOf(of.house, coordinator, challenge!.id, 'SET_ASIDE', 'It is true.');
    await decideChallengeOf(of.house, administrator, challenge!.id, 'SET_ASIDE', 'It is true.');
    expect((await of.election(id)).state).toBe('CERTIFIED');
    await of.until(id, 'challengeUntil');
    expect(await seats(id)).toEqual(['PARENT SET_ASIDE VACANT', 'TEACHER Tom Teacher ELECTED']);
    const whole = await certified();
    await fileChallenge(of.house, carla, whole.id, null, 'No orientation was held.');
    const { challenges: [all] } = await of.election(whole.id);
    for (const judge of [coordinator, clerk]) await decideChallengeOf(of.house, judge, all!.id, 'SET_ASIDE', 'It is true.');
    expect((await of.until(whole.id, 'challengeUntil')).state).toBe('SET_ASIDE');
    expect(await seats(whole.id)).toEqual([]);
  });

  it('without a candidate declares the seat vacant; with bylaws that say so seats the only one unopposed', async () => {
    const { id } = await of.nominating(coordinator, { acclamation: true, constituencies: [seatsUp('PARENT', { seats: 2, method: 'APPROVAL' }), seatsUp('TEACHER')] });
    await nominate(of.house, ana, id, null);
    const tallied = await of.until(id, 'opensAt');
    expect(tallied.state).toBe('TALLIED');
    expect(tallied.constituencies.map(({ way, ballotId }) => [way, ballotId])).toEqual([['ACCLAIMED', null], ['VACANT', null]]);
    for (const each of [coordinator, clerk]) expect(await certifyElection(of.house, each, tallied)).toMatchObject(done);
    expect(await fileChallenge(of.house, carla, id, 'PARENT', 'I was not asked.')).toMatchObject(done);
    const { challenges: [challenge] } = await of.election(id);
    for (const judge of [coordinator, clerk]) await decideChallengeOf(of.house, judge, challenge!.id, 'DISMISSED', 'You were.');
    await of.until(id, 'challengeUntil');
    expect(await seats(id)).toEqual(['PARENT Ana López ACCLAIMED', 'PARENT NOT_FILLED VACANT', 'TEACHER NO_CANDIDATE VACANT']);
  });

  it('lets the coordinator declare a held seat vacant, with a reason, once', async () => {
    const { id } = await certified();
    await of.until(id, 'challengeUntil');
    const em = of.small.db.fork(school(of.small.schoolId));
    const held = (await seatsOfEnvironment(em, of.small.environmentId)).find(({ electionId, personId }) => electionId === id && personId === ana.personId)!;
    const body = async () => (await bodiesById(em, [held.bodyId!]))[0]!;
    const seen = await body();
    await expect(declareVacancy(of.house, clerk, seen, held.id, 'Moved.')).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(await declareVacancy(of.house, coordinator, seen, held.id, '')).toMatchObject({ faults: [{ field: 'reason', code: 'REQUIRED' }] });
    expect(await declareVacancy(of.house, coordinator, seen, held.id, 'Moved to another city.')).toMatchObject({ answer: 'CHANGED' });
    expect(await declareVacancy(of.house, coordinator, seen, held.id, 'Again.')).toMatchObject({ answer: 'STALE' });
    const vacant = (await seatsOfElection(em, id)).find(({ seatId }) => seatId === held.seatId)!;
    expect(vacant).toMatchObject({ personId: null, vacancy: 'LEFT', number: held.number, ends: held.ends });
    for (const holding of [held, vacant]) expect(await declareVacancy(of.house, coordinator, await body(), holding.id, 'Again.')).toMatchObject({ refusal: { reason: 'SEAT_NOT_HELD' } });
    expect(await seats(id)).toEqual(['PARENT LEFT VACANT', 'TEACHER Tom Teacher ELECTED']);
  });

  it('writes nothing half: two servers that open it at once make one set of ballots', async () => {
    const { id } = await of.nominating(coordinator);
    for (const each of [ana, ben, teacher]) await nominate(of.house, each, id, null);
    const ahead = (await of.election(id)).opensAt.getTime() - Date.now() + 1000;
    const back = ['noticed_at', 'orientation_at', 'nominations_from', 'nominations_until', 'opens_at', 'closes_at'].map((each) => `${each} = ${each} - make_interval(secs => ${ahead / 1000})`);
    await of.small.db.fork(school(of.small.schoolId)).execute(`update election set ${back.join(', ')} where id = ?`, [id]);
    await Promise.all(Array.from({ length: 3 }, () => workThroughElections({ ...of.house })));
    const open = await of.work(id);
    const rows = await of.small.db.fork(school(of.small.schoolId)).execute<object[]>('select id from ballot where election_id = ?', [id]);
    expect([open.state, rows.length]).toEqual(['OPEN', 2]);
  });
});
