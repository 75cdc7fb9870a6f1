import { beforeEach, describe, expect, it } from 'vitest';
import { catalog } from '../../i18n/catalogs.ts';
import type { Say } from '../../i18n/use-messages.ts';
import { draftVotes, withWaiting } from './overlay.ts';
import type { QueuedAct } from './queue.ts';
import { liveMotions, nextItem, type Question, voteBar, meOf } from './sitting.ts';
import { item, member, motion, question, sittingOf } from './testing/sitting-fixture.ts';
import { clockText, forgetServer, hearServer, leftOf, serverNow } from './timer.ts';
import { resultSentence } from './words.ts';

const waiting = (name: string, variables: object): QueuedAct => ({ key: `${name} ${JSON.stringify(variables)}`, person: 'p', meeting: 'g1', name, variables: { ...variables }, at: 1, state: 'WAITING' });

describe("a speaker's clock", () => {
  beforeEach(forgetServer);

  it('runs by the server, whatever the device believes', () => {
    hearServer('2026-11-23T02:00:00.000Z', Date.parse('2026-11-23T01:00:00.000Z'));
    expect(serverNow(Date.parse('2026-11-23T01:00:30.000Z'))).toBe(Date.parse('2026-11-23T02:00:30.000Z'));
    // A message that was late by two seconds does not set it back.
    hearServer('2026-11-23T02:01:00.000Z', Date.parse('2026-11-23T01:01:02.000Z'));
    expect(serverNow(0)).toBe(3_600_000);
  });

  it('counts what was spent before it last ran, and stands while it is stopped', () => {
    const speaker = { seconds: 120, spentSeconds: 30, running: true, startedAt: '2026-11-23T02:00:00.000Z' };
    const now = Date.parse('2026-11-23T02:00:25.000Z');
    expect(clockText(leftOf(speaker, now))).toBe('1:05');
    expect(leftOf({ ...speaker, running: false, startedAt: null }, now)).toBe(90);
    expect(clockText(leftOf(speaker, now + 72_000))).toBe('−0:07');
  });
});

describe('what keeps a member from voting', () => {
  const asked = (parts: object = {}) => sittingOf({ motions: [motion({ state: 'VOTING', question: question() })], ...parts });

  it('is nothing while the question is open, they are there and so is the quorum', () => {
    const sitting = asked();
    expect(voteBar(sitting, meOf(sitting))).toBeNull();
  });

  it('is a departure that breaks the quorum, in the very same update', () => {
    const sitting = asked({ quorum: { needed: 3, present: 2, members: 5, met: false } });
    expect(voteBar(sitting, meOf(sitting))).toBe('NO_QUORUM');
  });

  it('is that they are not there, have no vote, or are asked for nothing', () => {
    const of = (parts: object) => { const sitting = asked({ members: [member(4, parts)] }); return voteBar(sitting, meOf(sitting)); };
    expect(of({ presence: 'LEFT' })).toBe('NOT_HERE');
    expect(of({ votes: false })).toBe('NOT_ASKED');
    expect(voteBar(sittingOf(), meOf(sittingOf()))).toBe('NOT_ASKED');
  });
});

describe('acts that wait', () => {
  it('show a departure at once, with the quorum that it breaks; an arrival claims none', () => {
    const sitting = sittingOf({ members: [member(1), member(2), member(3), member(4, { presence: 'LEFT' })], quorum: { needed: 3, present: 3, members: 4, met: true } });
    const gone = withWaiting(sitting, [waiting('recordAttendance', { memberId: 'm2', kind: 'LEFT', way: null })]);
    expect(gone.quorum).toMatchObject({ present: 2, met: false });
    const short = sittingOf({ members: [member(1), member(2), member(4, { presence: 'LEFT' })], quorum: { needed: 3, present: 2, members: 4, met: false } });
    expect(withWaiting(short, [waiting('attend', { kind: 'ARRIVED', way: 'REMOTE' })])).toMatchObject({ quorum: { present: 3, met: false }, members: [{}, {}, { presence: 'REMOTE' }] });
  });

  it("keep a vote as a draft beside the roll call, the last of each member, and none that was refused", () => {
    const acts = [waiting('castVote', { questionId: 'q1', choice: 'AYE' }), waiting('castVote', { questionId: 'q1', choice: 'NO' }), waiting('castVote', { questionId: 'q2', choice: 'AYE' })];
    expect(draftVotes(sittingOf(), 'q1', acts)).toMatchObject([{ memberId: 'm4', choice: 'NO' }]);
    const refused = acts.map((act) => ({ ...act, state: 'REFUSED' as const, why: { kind: 'REFUSED' as const, refusals: [] } }));
    expect(draftVotes(sittingOf(), 'q1', refused)).toEqual([]);
  });
});

describe('what comes next', () => {
  it('is the first open item after the one before the body, else one that was passed over', () => {
    expect(nextItem(sittingOf({ items: [item(1), item(2, { outcome: 'ACTED' }), item(3)] }))?.id).toBe('i3');
    expect(nextItem(sittingOf({ items: [item(2), item(1), item(3, { outcome: 'TABLED' })] }))?.id).toBe('i2');
  });

  it('is the motion whose question is open, before a later one', () => {
    const motions = [motion({ question: question() }), motion({ id: 'o2', number: 2, state: 'MOVED' }), motion({ id: 'o3', number: 3, state: 'ADOPTED' })];
    expect(liveMotions(sittingOf({ motions })).map(({ id }) => id)).toEqual(['o1', 'o2']);
  });
});

describe('the sentence of a result', () => {
  const explained = (parts: object) => ({ question: question({ state: 'ANNOUNCED', explained: { adopted: true, ayes: 4, noes: 3, abstentions: 2, recused: 0, needed: 4, of: 'CAST', denominator: 7, threshold: 'MAJORITY_OF_CAST', ...parts } }) as unknown as Question });
  const sayIn = async (locale: 'en' | 'es') => { const words = await catalog('sitting', locale); return ((key: string, args?: object) => words[key]!(args)) as unknown as Say<'sitting'>; };

  it.each([
    [{}, 'Adopted: 4 ayes of 7 votes cast, 4 needed; 2 abstentions do not count.'],
    [{ adopted: false, noes: 4, abstentions: 1, needed: 5, denominator: 8 }, 'Not adopted: 4 ayes of 8 votes cast, 5 needed; a tie fails; 1 abstention does not count.'],
    [{ of: 'MEMBERS', needed: 6, denominator: 10, adopted: false, abstentions: 0, recused: 1 }, 'Not adopted: 4 ayes of 10 members in all, 6 needed; 1 recused.'],
    [{ of: 'PRESENT', noes: 0, needed: 5, denominator: 5, adopted: false, abstentions: 1 }, 'Not adopted: 4 ayes of 5 members present, 5 needed; 1 abstained.'],
  ])('of %j', async (parts, sentence) => {
    expect(resultSentence(explained(parts), await sayIn('en'))).toBe(sentence);
  });

  it('is said in Spanish, and of a question nobody objected to', async () => {
    expect(resultSentence(explained({}), await sayIn('es'))).toBe('Aprobada: 4 a favor de 7 votos emitidos, se necesitaban 4; 2 abstenciones no cuentan.');
    expect(resultSentence({ question: question({ way: 'CONSENT', state: 'ANNOUNCED' }) as unknown as Question }, await sayIn('en'))).toBe('Adopted without objection.');
  });
});
