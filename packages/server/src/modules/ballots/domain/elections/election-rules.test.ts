import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Constituency } from '../ballot.ts';
import { uniformName } from '../../../people/index.ts';
import { candidateLabel } from './candidate-name.ts';
import { afterChallenges, decideChallenge, decideOnChallenge, type ChallengeFacts } from './challenging.ts';
import { drawOrder } from './drawing.ts';
import type { ElectionFacts, SeatsUp } from './election.ts';
import { type ElectionWording, electionFaults } from './election-wording.ts';
import { decideAnswer, decideNominate, decideStepBack, decideState } from './nominating.ts';
import { ballotTerms, decideNotice, decideOpenElection, wayOf } from './opening.ts';
import { maySeat, seatsTaken } from './seating.ts';
import { missingOf, restate, translate, wordsIn } from './statement.ts';
import { statementFaults } from './statement-faults.ts';
import { momentOf } from './wall-days.ts';

const LA = 'America/Los_Angeles';
const day = (date: string, time = '08:00') => momentOf(date, time, LA);
const both = (en: string, es: string) => [{ locale: 'en', text: en }, { locale: 'es', text: es }];
const up = (constituency: Constituency, rest: Partial<SeatsUp> = {}): SeatsUp =>
  ({ constituency, seats: 1, otherSeats: 0, method: 'CHOOSE_ONE', seatName: { en: 'Seat', es: 'Puesto' }, communityStands: false, ...rest });

const NOW = day('2026-11-02', '07:00');
const election: ElectionFacts = {
  id: 'e', environmentId: 'p', state: 'SCHEDULED', version: 1, title: { en: 'Council', es: 'Consejo' }, description: {}, bodyId: null, body: { en: 'SSC', es: 'SSC' },
  bodyKind: 'SSC', studentSeats: false, place: { en: 'Library', es: 'Biblioteca' }, constituencies: [up('PARENT', { seats: 2, method: 'APPROVAL' }), up('TEACHER')],
  noticeAt: null, noticedAt: null, orientationAt: day('2026-11-09', '18:00'), nominationsFrom: day('2026-11-02'), nominationsUntil: day('2026-11-11', '17:00'),
  opensAt: day('2026-11-13'), closesAt: day('2026-11-20', '18:00'), termStarts: '2026-12-01', termEnds: '2028-06-30',
  noticeDays: 10, orientationDays: 5, challengeDays: 5, statementWords: 100, acclamation: false, employees: 'EXCLUDED',
};
const around = { requiredLocales: ['en', 'es'], timeZone: LA, eligible: new Map<Constituency, number>([['PARENT', 30], ['TEACHER', 9]]), candidates: [] as { constituency: Constituency; statement: Record<string, { text: string; by: 'CANDIDATE' | 'COMMITTEE' }> }[] };
const refused = (reason: string, about: unknown = expect.anything()) => ({ ok: false, refusal: { reason, about } });

describe('the notice', () => {
  it('is posted complete in every required language, and in time', () => {
    expect(decideNotice(election, around, NOW)).toEqual({ ok: true });
    expect(decideNotice({ ...election, place: { en: 'Library' } }, around, NOW)).toEqual(refused('MISSING_LOCALES', ['es']));
    expect(decideNotice({ ...election, description: { en: 'Why' } }, around, NOW)).toEqual(refused('MISSING_LOCALES', ['es']));
    expect(decideNotice({ ...election, constituencies: [up('PARENT', { seatName: { en: 'Parent' } })] }, around, NOW)).toEqual(refused('MISSING_LOCALES', ['es']));
    expect(decideNotice(election, around, day('2026-11-04'))).toEqual(refused('NOTICE_TOO_SHORT'));
    expect(decideNotice({ ...election, state: 'NOTICED' }, around, NOW)).toEqual(refused('WRONG_STATE', ['NOTICED']));
  });
});

describe('nominations', () => {
  const open: ElectionFacts = { ...election, state: 'NOMINATING' };
  const someone = (personId: string, constituency: Constituency | null, rest = {}) => ({ personId, constituency, communityMember: false, employed: false, ...rest });
  const [ana, ben, teacher] = [someone('ana', 'PARENT'), someone('ben', 'PARENT'), someone('tom', 'TEACHER', { employed: true })];
  const during = day('2026-11-05');

  it('are made by a constituency\'s own members, of its own members (rule 14)', () => {
    expect(decideNominate(open, ana, ben, null, during)).toEqual({ ok: true, constituency: 'PARENT', state: 'PROPOSED', employed: false });
    expect(decideNominate(open, ana, ana, null, during)).toMatchObject({ ok: true, state: 'ACCEPTED' });
    expect(decideNominate(open, ana, teacher, null, during)).toEqual(refused('OTHER_CONSTITUENCY', ['PARENT']));
    expect(decideNominate(open, someone('sue', null), ben, null, during)).toEqual(refused('NOT_A_MEMBER', ['PARENT', 'TEACHER']));
  });

  it('keep employees of the school from the parents\' seats, or warn (rule 16)', () => {
    const employed = someone('eve', 'PARENT', { employed: true });
    expect(decideNominate(open, ana, employed, null, during)).toEqual(refused('EMPLOYED'));
    expect(decideNominate({ ...open, employees: 'WARNED' }, ana, employed, null, during)).toMatchObject({ ok: true, employed: true });
    expect(decideNominate(open, teacher, teacher, null, during)).toMatchObject({ ok: true, employed: false });
  });

  it('let parents choose a community member only where the seats allow it (rule 15)', () => {
    const partner = someone('pat', null, { communityMember: true });
    expect(decideNominate(open, ana, partner, null, during)).toEqual(refused('OTHER_CONSTITUENCY'));
    const opened = { ...open, constituencies: [up('PARENT', { communityStands: true })] };
    expect(decideNominate(opened, ana, partner, null, during)).toMatchObject({ ok: true, constituency: 'PARENT', state: 'PROPOSED' });
  });

  it('are taken once for each person, and from who declined only by themselves', () => {
    const standing = (state: 'PROPOSED' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN') => ({ constituency: 'PARENT' as const, personId: 'ben', nominatedBy: 'ana', state });
    for (const state of ['PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const) {
      expect(decideNominate(open, ana, ben, standing(state), during)).toEqual(refused('ALREADY_NOMINATED'));
    }
    expect(decideNominate(open, ben, ben, standing('DECLINED'), during)).toMatchObject({ ok: true, state: 'ACCEPTED' });
    expect(decideNominate(open, ben, ben, standing('PROPOSED'), during)).toEqual(refused('ALREADY_NOMINATED'));
  });

  it('begin and end at their times', () => {
    expect(decideNominate({ ...open, state: 'NOTICED' }, ana, ana, null, day('2026-11-01'))).toEqual(refused('NOMINATIONS_NOT_OPEN'));
    expect(decideNominate(open, ana, ana, null, new Date(open.nominationsUntil.getTime() - 1))).toMatchObject({ ok: true });
    expect(decideNominate(open, ana, ana, null, open.nominationsUntil)).toEqual(refused('NOMINATIONS_CLOSED', [open.nominationsUntil.toISOString()]));
    expect(decideNominate({ ...open, state: 'OPEN' }, ana, ana, null, during)).toEqual(refused('WRONG_STATE', ['OPEN']));
  });

  it('are answered by the nominee alone, once, and until voting opens', () => {
    const proposed = { constituency: 'PARENT' as const, personId: 'ben', nominatedBy: 'ana', state: 'PROPOSED' as const };
    expect(decideAnswer(open, proposed, 'ben', true)).toEqual({ ok: true, state: 'ACCEPTED' });
    expect(decideAnswer(open, proposed, 'ben', false)).toEqual({ ok: true, state: 'DECLINED' });
    expect(decideAnswer(open, proposed, 'ana', true)).toEqual(refused('NOT_THE_NOMINEE'));
    expect(decideAnswer(open, { ...proposed, state: 'ACCEPTED' }, 'ben', true)).toEqual(refused('ANSWERED', ['ACCEPTED']));
    expect(decideAnswer({ state: 'OPEN' }, proposed, 'ben', true)).toEqual(refused('WRONG_STATE', ['OPEN']));
    const accepted = { ...proposed, state: 'ACCEPTED' as const };
    expect(decideStepBack(open, accepted, 'ben')).toEqual({ ok: true });
    expect(decideStepBack(open, proposed, 'ben')).toEqual(refused('ANSWERED'));
    expect(decideStepBack({ state: 'OPEN' }, accepted, 'ben')).toEqual(refused('WRONG_STATE'));
    expect(decideState(open, accepted, { personId: 'ben', committee: false })).toEqual({ ok: true, by: 'CANDIDATE' });
    expect(decideState(open, accepted, { personId: 'kim', committee: true })).toEqual({ ok: true, by: 'COMMITTEE' });
    expect(decideState(open, accepted, { personId: 'ana', committee: false })).toEqual(refused('NOT_THE_NOMINEE'));
  });
});

describe('statements', () => {
  it('are counted in words as people count them, in every script', () => {
    expect(wordsIn('I am a mother of two — and I care.', 'en')).toBe(9);
    expect(wordsIn('  ', 'es')).toBe(0);
    expect(wordsIn('我是两个孩子的母亲', 'zh-Hans')).toBeGreaterThan(3);
    const long = Array.from({ length: 101 }, () => 'word').join(' ');
    expect(statementFaults([{ locale: 'en', text: long }], 100)).toEqual([{ field: 'statement.0.text', code: 'TOO_LONG', earliest: null }]);
    expect(statementFaults([{ locale: 'en', text: long.slice(5) }], 100)).toEqual([]);
    expect(statementFaults([...both('a', 'b'), { locale: 'en', text: 'c' }], 100)).toMatchObject([{ code: 'REPEATED' }]);
  });

  it('keep the committee\'s translations only while the candidate\'s own words stay', () => {
    const own = restate({}, { es: 'Quiero ayudar.' });
    const translated = translate(own, { en: 'I want to help.', es: 'Otra cosa' });
    expect(translated).toEqual({ es: { text: 'Quiero ayudar.', by: 'CANDIDATE' }, en: { text: 'I want to help.', by: 'COMMITTEE' } });
    expect(missingOf(own, ['en', 'es'])).toEqual(['en']);
    expect(missingOf(translated, ['en', 'es'])).toEqual([]);
    expect(missingOf({}, ['en', 'es'])).toEqual([]);
    expect(restate(translated, { es: 'Quiero ayudar.' })).toEqual(translated);
    expect(restate(translated, { es: 'Quiero cambiar.' })).toEqual({ es: { text: 'Quiero cambiar.', by: 'CANDIDATE' } });
    expect(restate(translated, {})).toEqual({});
  });
});

describe('opening the vote', () => {
  const open: ElectionFacts = { ...election, state: 'NOMINATING', noticedAt: NOW };
  const candidates = [{ constituency: 'PARENT' as const, statement: {} }, { constituency: 'PARENT' as const, statement: {} }, { constituency: 'TEACHER' as const, statement: {} }];

  it('waits for the time the notice gave, and for nothing less', () => {
    expect(decideOpenElection(open, { ...around, candidates }, open.opensAt)).toEqual({ ok: true });
    expect(decideOpenElection(open, { ...around, candidates }, new Date(open.opensAt.getTime() - 1))).toEqual(refused('TOO_EARLY', [open.opensAt.toISOString()]));
    expect(decideOpenElection(open, { ...around, candidates }, day('2026-11-10'))).toEqual(refused('NOMINATIONS_STILL_OPEN'));
    expect(decideOpenElection(open, { ...around, candidates }, open.closesAt)).toEqual(refused('CLOSES_IN_PAST'));
  });

  it('asks for statements in every required language, and for voters where there is a vote', () => {
    const spanishOnly = [...candidates, { constituency: 'PARENT' as const, statement: { es: { text: 'Hola', by: 'CANDIDATE' as const } } }];
    expect(decideOpenElection(open, { ...around, candidates: spanishOnly }, open.opensAt)).toEqual(refused('STATEMENTS_MISSING_LOCALES', ['en']));
    const noTeachers = { ...around, candidates, eligible: new Map<Constituency, number>([['PARENT', 30]]) };
    expect(decideOpenElection(open, noTeachers, open.opensAt)).toEqual(refused('EMPTY_ROLL', ['TEACHER']));
  });

  it('votes on as many candidates as seats, unless bylaws acclaim them; without any the seats are vacant', () => {
    expect(wayOf(open, 'PARENT', { candidates })).toBe('VOTE');
    expect(wayOf({ ...open, acclamation: true }, 'PARENT', { candidates })).toBe('ACCLAIMED');
    expect(wayOf({ ...open, acclamation: true }, 'PARENT', { candidates: [...candidates, candidates[0]!] })).toBe('VOTE');
    expect(wayOf({ ...open, acclamation: true }, 'PARENT', { candidates: [] })).toBe('VACANT');
    expect(ballotTerms({ method: 'SCOTTISH_STV', seats: 3 }, 5)).toEqual({ method: 'SCOTTISH_STV', seats: 3, maxChoices: 5, allowAbstain: true });
    expect(ballotTerms({ method: 'INSTANT_RUNOFF', seats: 1 }, 1)).toEqual({ method: 'CHOOSE_ONE', seats: 1, maxChoices: 1, allowAbstain: true });
  });

  it('draws an order that hangs on the seed alone', () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const firsts = new Map<string, number>();
    for (let n = 0; n < 600; n += 1) {
      const order = drawOrder(ids, `seed ${n}`, sha256);
      expect([...order].sort()).toEqual(ids);
      expect(drawOrder(ids.toReversed(), `seed ${n}`, sha256)).toEqual(order);
      firsts.set(order[0]!, (firsts.get(order[0]!) ?? 0) + 1);
    }
    // 100 each on average; a place that were always somebody's would be 600.
    for (const id of ids) expect(firsts.get(id)).toBeGreaterThan(60);
  });

  it('names candidates in one form, and students outside the school by number', () => {
    expect(uniformName(' María  José ', 'de la Cruz')).toBe('María José de la Cruz');
    expect(uniformName('JOHN', "O'NEIL-SMITH")).toBe("John O'Neil-Smith");
    expect(uniformName('ana', 'lópez')).toBe('Ana López');
    expect(uniformName(null, null)).toBe('');
    expect(candidateLabel({ constituency: 'PARENT', name: 'Ana López', number: 2 }, ['en', 'es'])).toEqual({ en: 'Ana López', es: 'Ana López' });
    expect(candidateLabel({ constituency: 'STUDENT', name: 'Ana López', number: 2 }, ['en', 'es', 'xx']))
      .toEqual({ en: 'Student candidate 2', es: 'Candidatura estudiantil 2', xx: 'Student candidate 2' });
  });
});

describe('a challenge', () => {
  const certified = { state: 'CERTIFIED' as const, challengeUntil: day('2026-12-01') };
  const filed: ChallengeFacts = { id: 'c', constituency: null, filedBy: 'ana', decision: null, proposedBy: null, decidedBy: null };

  it('may be filed by anybody on the roll until the window closes', () => {
    expect(decideChallenge(certified, true, day('2026-11-30'))).toEqual({ ok: true });
    expect(decideChallenge(certified, false, day('2026-11-30'))).toEqual(refused('NOT_ON_ROLL'));
    expect(decideChallenge(certified, true, certified.challengeUntil)).toEqual(refused('CHALLENGES_OVER', [certified.challengeUntil.toISOString()]));
    expect(decideChallenge({ ...certified, state: 'TALLIED' }, true, day('2026-11-30'))).toEqual(refused('WRONG_STATE'));
  });

  it('is decided by two different people of the committee, and never by who filed it', () => {
    const judge = (personId: string) => ({ personId, committee: true });
    expect(decideOnChallenge(filed, judge('kim'), 'DISMISSED')).toEqual({ ok: true, final: false });
    const proposed: ChallengeFacts = { ...filed, decision: 'DISMISSED', proposedBy: 'kim' };
    expect(decideOnChallenge(proposed, judge('lee'), 'DISMISSED')).toEqual({ ok: true, final: true });
    expect(decideOnChallenge(proposed, judge('kim'), 'DISMISSED')).toEqual(refused('CERTIFIER_TWICE'));
    expect(decideOnChallenge(proposed, judge('lee'), 'SET_ASIDE')).toEqual({ ok: true, final: false });
    expect(decideOnChallenge(filed, judge('ana'), 'DISMISSED')).toEqual(refused('CHALLENGER'));
    expect(decideOnChallenge({ ...proposed, decidedBy: 'lee' }, judge('max'), 'DISMISSED')).toEqual(refused('DECIDED', ['DISMISSED']));
    expect(decideOnChallenge(filed, { personId: 'ben', committee: false }, 'DISMISSED')).toEqual(refused('NOT_COMMITTEE'));
  });

  it('keeps every other constituency\'s result when one is set aside', () => {
    const of = (constituency: Constituency | null, decision: 'DISMISSED' | 'SET_ASIDE' | null): ChallengeFacts =>
      ({ ...filed, constituency, decision, proposedBy: decision && 'kim', decidedBy: decision && 'lee' });
    expect(afterChallenges(['PARENT', 'TEACHER'], [of(null, 'DISMISSED')])).toEqual({ state: 'CERTIFIED', setAside: [] });
    expect(afterChallenges(['PARENT', 'TEACHER'], [of(null, 'DISMISSED'), of('PARENT', null)])).toEqual({ state: 'CHALLENGED', setAside: [] });
    expect(afterChallenges(['PARENT', 'TEACHER'], [of('PARENT', 'SET_ASIDE')])).toEqual({ state: 'CERTIFIED', setAside: ['PARENT'] });
    expect(afterChallenges(['PARENT', 'TEACHER'], [of(null, 'SET_ASIDE')])).toEqual({ state: 'SET_ASIDE', setAside: ['PARENT', 'TEACHER'] });
    expect(afterChallenges(['PARENT', 'TEACHER'], [of('PARENT', 'SET_ASIDE'), of('TEACHER', 'SET_ASIDE')]).state).toBe('SET_ASIDE');
  });
});

describe('seats', () => {
  it('are taken once the window has passed and no challenge is open', () => {
    const certified = { state: 'CERTIFIED' as const, challengeUntil: day('2026-12-01'), seatedAt: null };
    expect(maySeat(certified, certified.challengeUntil)).toBe(true);
    expect(maySeat(certified, new Date(certified.challengeUntil.getTime() - 1))).toBe(false);
    expect(maySeat({ ...certified, state: 'CHALLENGED' }, day('2027-01-01'))).toBe(false);
    expect(maySeat({ ...certified, seatedAt: day('2026-12-01') }, day('2027-01-01'))).toBe(false);
  });

  it('are each taken by a winner or declared vacant with the reason, and never more than there are', () => {
    const filling = { constituency: 'PARENT' as const, seats: 2, way: 'VOTE' as const, setAside: false, winners: ['ana'], tied: false };
    const of = (rest: object) => seatsTaken([{ ...filling, ...rest }]).map((seat) => (seat.personId === null ? seat.vacancy : `${seat.personId} ${seat.basis}`));
    expect(of({})).toEqual(['ana ELECTED', 'NOT_FILLED']);
    expect(of({ winners: ['ana', 'ben', 'cy'] })).toEqual(['ana ELECTED', 'ben ELECTED']);
    expect(of({ way: 'ACCLAIMED' })).toEqual(['ana ACCLAIMED', 'NOT_FILLED']);
    expect(of({ way: 'VACANT', winners: [] })).toEqual(['NO_CANDIDATE', 'NO_CANDIDATE']);
    expect(of({ winners: [], tied: true })).toEqual(['TIED', 'TIED']);
    expect(of({ setAside: true })).toEqual(['SET_ASIDE', 'SET_ASIDE']);
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 12 }), fc.boolean(), (seats, winners, setAside) => {
      const taken = seatsTaken([{ ...filling, seats, winners, setAside }]);
      expect(taken.map(({ number }) => number)).toEqual(Array.from({ length: seats }, (_, n) => n + 1));
      expect(taken.filter(({ personId }) => personId !== null)).toHaveLength(setAside ? 0 : Math.min(seats, winners.length));
    }));
  });
});

describe('the wording of an election', () => {
  const wording: ElectionWording = {
    ...election, title: both('Council', 'Consejo'), description: [], body: both('SSC', 'SSC'), place: both('Library', 'Biblioteca'),
    constituencies: [{ ...up('PARENT', { seats: 2, method: 'APPROVAL' }), seatName: both('Parent', 'Familia') }],
  };
  const faults = (rest: Partial<ElectionWording>) => electionFaults({ ...wording, ...rest }, NOW, LA).map(({ field, code }) => `${field} ${code}`);
  const seats = (rest: object) => ({ constituencies: [{ ...wording.constituencies[0]!, ...rest }] });

  it('may be saved without a fault, however few languages it has', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ title: [{ locale: 'en', text: 'Council' }] })).toEqual([]);
  });

  it('names every fault with its field', () => {
    expect(faults({ title: [], body: [], place: [] })).toEqual(['title REQUIRED', 'body REQUIRED', 'place REQUIRED']);
    expect(faults({ constituencies: [] })).toEqual(['constituencies REQUIRED']);
    expect(faults(seats({ seats: 0 }))).toEqual(['constituencies.0.seats OUT_OF_RANGE']);
    expect(faults(seats({ seats: 1 }))).toEqual(['constituencies.0.method FOR_SEVERAL_SEATS']);
    expect(faults(seats({ method: 'INSTANT_RUNOFF' }))).toEqual(['constituencies.0.method FOR_ONE_SEAT']);
    expect(faults(seats({ constituency: 'TEACHER', communityStands: true }))).toEqual(['constituencies.0.communityStands ONLY_PARENTS']);
    expect(faults({ constituencies: [wording.constituencies[0]!, { ...wording.constituencies[0]!, constituency: 'EL_PARENT' }] })).toEqual(['constituencies PARENT_TWICE']);
    expect(faults({ noticeDays: 2, challengeDays: -1, statementWords: 5 })).toEqual(['noticeDays OUT_OF_RANGE', 'challengeDays OUT_OF_RANGE', 'statementWords OUT_OF_RANGE']);
  });

  it('refuses dates against the rules with the first that would do', () => {
    expect(electionFaults({ ...wording, opensAt: day('2026-11-11', '18:00') }, NOW, LA))
      .toEqual([{ field: 'opensAt', code: 'NOTICE_TOO_SHORT', earliest: day('2026-11-12', '00:00').toISOString() }]);
    expect(faults({ orientationAt: day('2026-11-05') })).toEqual(['orientationAt ORIENTATION_TOO_SOON']);
    expect(faults({ orientationAt: day('2026-11-14') })).toEqual(['opensAt NOT_AFTER']);
    expect(faults({ nominationsUntil: day('2026-11-14') })).toEqual(['opensAt NOT_AFTER']);
    expect(faults({ nominationsFrom: day('2026-11-12') })).toEqual(['nominationsUntil NOT_AFTER']);
    expect(faults({ closesAt: wording.opensAt })).toEqual(['closesAt NOT_AFTER']);
    expect(faults({ noticeAt: day('2026-11-03') })).toEqual(['nominationsFrom BEFORE_NOTICE']);
    expect(faults({ termStarts: '2026-02-31' })).toEqual(['termStarts NOT_A_DATE']);
    expect(faults({ termEnds: '2026-12-01' })).toEqual(['termEnds NOT_AFTER']);
    expect(faults({ opensAt: new Date(Number.NaN), closesAt: new Date('+020226-01-01T00:00:00Z') })).toEqual(['opensAt OUT_OF_RANGE', 'closesAt OUT_OF_RANGE']);
  });
});
