import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgendaItemFacts, Intent, NoticeRule } from './meeting.ts';
import { MEETING_KINDS } from './meeting.ts';
import { MEETING_STATES, allowsAct } from './meeting-states.ts';
import { saidFaults, textsOf } from './meeting-wording.ts';
import { type UnpostedNotice, noticeFaultsOf } from './notice-faults.ts';
import { HOUR, hoursOfNotice, isTimely, latestPosting } from './notice-period.ts';
import { type PostingProofFacts, countedFrom, decideCallToOrder, decidePostingProof } from './posting-proof.ts';
import { type PostedVersion, standingOfItem } from './standing-of-item.ts';

const at = (text: string) => new Date(text);
const START = at('2026-12-08T01:00:00Z'); // Monday 7 December, 17:00 in Los Angeles
const before = (hours: number, more = 0) => new Date(START.getTime() - hours * HOUR + more);
const GREENE: NoticeRule = { law: 'GREENE', kind: 'REGULAR', noticeHours: 0 };
const refusal = (reason: string, ...about: string[]) => ({ ok: false, refusal: { reason, about } });

describe('hours of notice', () => {
  it('are the law\'s, and for a private body its bylaws\'', () => {
    const hours = (law: NoticeRule['law'], noticeHours = 48) => MEETING_KINDS.map((kind) => hoursOfNotice({ law, kind, noticeHours }));
    expect(hours('GREENE')).toEqual([72, 72, 72]);
    expect(hours('BROWN', 0)).toEqual([72, 24, 72]);
    expect(hours('PRIVATE')).toEqual([48, 48, 48]);
    expect(hours('PRIVATE', -1)).toEqual([0, 0, 0]);
  });

  it('are the bylaws\' where they ask for more than the law, which says "at least" (EC 35147; Gov. Code 54954.2, 54956)', () => {
    const hours = (law: NoticeRule['law'], noticeHours: number) => MEETING_KINDS.map((kind) => hoursOfNotice({ law, kind, noticeHours }));
    expect(hours('GREENE', 120)).toEqual([120, 120, 120]);
    expect(hours('BROWN', 73)).toEqual([73, 73, 73]);
    expect(isTimely(before(120, 1), START, { ...GREENE, noticeHours: 120 })).toBe(false);
    expect(isTimely(before(120), START, { ...GREENE, noticeHours: 120 })).toBe(true);
  });

  it('are enough to the millisecond, over a weekend too', () => {
    expect(START.getTime() - latestPosting(START, GREENE).getTime()).toBe(259_200_000);
    expect(latestPosting(START, GREENE)).toEqual(at('2026-12-05T01:00:00Z')); // Friday, 17:00
    expect(isTimely(before(72), START, GREENE)).toBe(true);
    expect(isTimely(before(72, 1), START, GREENE)).toBe(false);
  });

  it('elapse: where clocks go forward in between, three days on the wall are an hour short', () => {
    const starts = at('2027-03-16T00:00:00Z'); // Monday 15 March 2027, 17:00 PDT
    expect(isTimely(at('2027-03-13T01:00:00Z'), starts, GREENE)).toBe(false); // Friday, 17:00 PST
    expect(isTimely(at('2027-03-13T00:00:00Z'), starts, GREENE)).toBe(true); // Friday, 16:00 PST
    const autumn = at('2026-11-03T01:00:00Z'); // Monday 2 November 2026, 17:00 PST
    expect(isTimely(at('2026-10-31T01:00:00Z'), autumn, GREENE)).toBe(true); // Friday, 18:00 PDT
  });
});

const version = (hours: number, ...items: readonly (readonly [string, string, Intent?])[]): PostedVersion =>
  ({ postedAt: before(hours), items: items.map(([itemId, digest, intent = 'ACTION']) => ({ itemId, digest, intent })) });
const standing = (itemId: string, ...versions: PostedVersion[]) => standingOfItem(itemId, versions, START, GREENE);
const only = (reason: string) => ({ may: 'DISCUSSION_ONLY', reason, neededBy: before(72) });
const ACT = { may: 'ACTION' };

describe('rule 1: acts only on what was posted 72 elapsed hours before (EC 35147)', () => {
  it('at the hour exactly, and not a millisecond later', () => {
    expect(standing('a', version(72, ['a', '1']))).toEqual(ACT);
    expect(standing('a', version(72 - 1 / HOUR, ['a', '1']))).toEqual(only('LISTED_TOO_LATE'));
  });

  it('and says why else it may only be discussed', () => {
    expect(standing('a')).toEqual(only('NOT_LISTED'));
    expect(standing('a', version(80, ['b', '1']))).toEqual(only('NOT_LISTED'));
    expect(standing('a', version(80, ['a', '1', 'DISCUSSION']))).toEqual(only('NOT_AN_ACTION_ITEM'));
    expect(standing('a', version(80, ['b', '1']), version(71, ['b', '1'], ['a', '1']))).toEqual(only('LISTED_TOO_LATE'));
    expect(standing('a', version(80, ['a', '1']), version(71))).toEqual(only('NOT_LISTED'));
  });

  it('a special meeting under the Brown Act after 24 hours (Gov. Code 54956)', () => {
    const posted = [version(24, ['a', '1'])];
    expect(standingOfItem('a', posted, START, { ...GREENE, law: 'BROWN', kind: 'SPECIAL' })).toEqual(ACT);
    expect(standingOfItem('a', posted, START, { ...GREENE, law: 'BROWN' })).toEqual(only('LISTED_TOO_LATE'));
    expect(standingOfItem('a', posted, START, { ...GREENE, kind: 'SPECIAL' })).toEqual(only('LISTED_TOO_LATE'));
  });
});

describe('rule 3: a change inside 72 hours costs the changed item its action, and no other (EC 35147)', () => {
  it('at 71 hours, but not at 72', () => {
    const first = version(90, ['a', '1'], ['b', '1']);
    expect(['a', 'b'].map((id) => standing(id, first, version(71, ['a', '2'], ['b', '1'])))).toEqual([only('CHANGED_TOO_LATE'), ACT]);
    expect(['a', 'b'].map((id) => standing(id, first, version(72, ['a', '2'], ['b', '1'])))).toEqual([ACT, ACT]);
  });

  it('also when the intent alone was changed, or the change was taken back', () => {
    expect(standing('a', version(90, ['a', '1', 'DISCUSSION']), version(71, ['a', '1']))).toEqual(only('CHANGED_TOO_LATE'));
    expect(standing('a', version(90, ['a', '1']), version(71, ['a', '2']), version(70, ['a', '1']))).toEqual(only('CHANGED_TOO_LATE'));
    expect(standing('a', version(90, ['a', '1']), version(71), version(70, ['a', '1']))).toEqual(only('CHANGED_TOO_LATE'));
    expect(standing('a', version(90, ['a', '1']), version(71, ['a', '1', 'INFORMATION']), version(70, ['a', '1']))).toEqual(only('CHANGED_TOO_LATE'));
  });

  it('a version is the last by its number, though the one before was hung only after it was published', () => {
    expect(standing('b', version(80, ['a', '1']), version(90, ['a', '1'], ['b', '1']))).toEqual(ACT);
    expect(standing('a', version(80, ['a', '1']), version(90, ['b', '1']))).toEqual(only('NOT_LISTED'));
  });

  const items = fc.uniqueArray(fc.record({
    itemId: fc.constantFrom('a', 'b'), digest: fc.constantFrom('1', '2'), intent: fc.constantFrom<Intent>('ACTION', 'DISCUSSION'),
  }), { selector: ({ itemId }) => itemId, maxLength: 2 });
  const versions = (hours: fc.Arbitrary<number>) => fc.record({ postedAt: hours.map((h) => before(h)), items });
  const posted = fc.array(versions(fc.integer({ min: 60, max: 90 })), { maxLength: 5 });

  it('and eligibility never comes back by a later change', () => {
    fc.assert(fc.property(posted, versions(fc.integer({ min: 0, max: 59 })), (earlier, later) => {
      const [was, is] = [earlier, [...earlier, later]].map((all) => standingOfItem('a', all, START, GREENE).may);
      expect(was === 'DISCUSSION_ONLY' && is === 'ACTION').toBe(false);
    }), { numRuns: 500 });
  });

  it('and posting the same once more changes nothing', () => {
    fc.assert(fc.property(posted, fc.integer({ min: 0, max: 59 }), (earlier, hours) => {
      const last = earlier.at(-1);
      const again = last === undefined ? [] : [{ ...last, postedAt: before(hours) }];
      expect(standingOfItem('a', [...earlier, ...again], START, GREENE).may).toBe(standingOfItem('a', earlier, START, GREENE).may);
    }), { numRuns: 500 });
  });
});

const said = { en: 'Words', es: 'Palabras' };
const item = (rest: Partial<AgendaItemFacts> = {}): AgendaItemFacts => ({ id: 'a', intent: 'ACTION', title: said, description: said, rationale: said, ...rest });
const notice: UnpostedNotice = { ...GREENE, title: said, startsAt: START, place: said, items: [item()], posted: null };
const faults = (rest: Partial<UnpostedNotice>, now = before(72)) =>
  noticeFaultsOf({ ...notice, ...rest }, ['en', 'es'], now).map(({ field, itemId, code, about }) => [field, itemId, code, ...about].filter((each) => each !== null).join(' '));

describe('rule 4: no notice without date, time, place and a description of every item (EC 35147)', () => {
  it.each<[string, Partial<UnpostedNotice>, string[]]>([
    ['is sound', {}, []],
    ['what it is called', { title: {} }, ['title REQUIRED']],
    ['when', { startsAt: null }, ['startsAt REQUIRED']],
    ['where', { place: {} }, ['place REQUIRED']],
    ['what about', { items: [] }, ['items REQUIRED']],
    ['each with its words', { items: [item(), item({ id: 'b', intent: 'INFORMATION', title: { en: ' ' }, description: {} })] }, ['title b REQUIRED', 'description b REQUIRED']],
    ['action says what it is for', { items: [item({ rationale: {} })] }, ['rationale a REQUIRED']],
    ['the rest need not', { items: [item({ intent: 'DISCUSSION', rationale: {} })] }, []],
    ['all of it at once', { startsAt: null, place: { en: '' }, items: [] }, ['startsAt REQUIRED', 'place REQUIRED', 'items REQUIRED']],
  ])('%s', (_, rest, expected) => { expect(faults(rest)).toEqual(expected); });

  it('and marks that nobody sees describe nothing', () => {
    for (const nothing of ['\u200b', ' \u00a0\u2060\u200d ', '\u2800\u3164', '\u202e\u202c']) {
      expect(textsOf([{ locale: 'en', text: nothing }])).toEqual({});
      expect(saidFaults('reason', nothing, 10)).toMatchObject([{ field: 'reason', code: 'REQUIRED' }]);
    }
    // They join letters elsewhere, and stay there.
    for (const said of ['می‌خواهم', '👩‍🏫', '…']) expect(textsOf([{ locale: 'en', text: ` ${said} ` }])).toEqual({ en: said });
  });

  it('rule 29: and nothing in one required language only (EC 48985)', () => {
    expect(faults({ place: { en: 'Library' }, items: [item({ title: { es: 'x' }, description: { en: 'x', es: ' ' }, rationale: { en: 'x' } })] }))
      .toEqual(['place MISSING_LOCALES es', 'title a MISSING_LOCALES en', 'description a MISSING_LOCALES es', 'rationale a MISSING_LOCALES es']);
    expect(faults({ title: { en: 'Meeting' } })).toEqual(['title MISSING_LOCALES es']);
    expect(faults({ items: [item({ intent: 'DISCUSSION', rationale: { en: 'x' } })] })).toEqual(['rationale a MISSING_LOCALES es']);
  });

  it('nor too late, unless it is a new version for the same time and place', () => {
    const late = `TOO_LATE ${before(72).toISOString()}`;
    const posted = { startsAt: START, place: { en: 'Words' } };
    expect(faults({ posted: { ...posted, place: { en: 'Words', es: 'Gimnasio' } } }, before(1))).toEqual([`place ${late}`]);
    expect(faults({}, before(72, 1))).toEqual([`startsAt ${late}`]);
    expect(faults({ posted }, before(1))).toEqual([]);
    expect(faults({ posted: { ...posted, startsAt: before(1) } }, before(1))).toEqual([`startsAt ${late}`]);
    expect(faults({ posted: { ...posted, place: { en: 'Gym' } } }, before(1))).toEqual([`place ${late}`]);
  });
});

describe('rule 5: online is not enough, the site has to be proved (EC 35147, Gov. Code 54954.2)', () => {
  const meeting = { ...GREENE, state: 'NOTICED', startsAt: START } as const;
  const proof = (where: PostingProofFacts['where'], postedAt: Date): PostingProofFacts => ({ version: 1, where, postedAt });
  const call = (law: NoticeRule['law'], ...proofs: PostingProofFacts[]) => decideCallToOrder({ ...meeting, law }, proofs, START);
  const neededBy = before(72).toISOString();

  it.each(['GREENE', 'BROWN'] as const)('%s calls to order with a proof in time', (law) => {
    expect(call(law)).toEqual(refusal('NO_POSTING_PROOF', neededBy));
    expect(call(law, proof('ONLINE', before(90)))).toEqual(refusal('NO_POSTING_PROOF', neededBy));
    expect(call(law, proof('SITE', before(72, 1)), proof('ONLINE', before(90)))).toEqual(refusal('POSTED_TOO_LATE', neededBy));
    expect(call(law, proof('SITE', before(72)))).toEqual({ ok: true });
    expect(call(law, proof('SITE', before(1)), proof('SITE', before(72)))).toEqual({ ok: true });
  });

  it('a private body needs none, and nobody begins early or twice', () => {
    expect(call('PRIVATE')).toEqual({ ok: true });
    expect(decideCallToOrder(meeting, [proof('SITE', before(90))], before(0, -1))).toEqual(refusal('TOO_EARLY', START.toISOString()));
    for (const state of MEETING_STATES) {
      expect(decideCallToOrder({ ...meeting, state }, [proof('SITE', before(90))], START).ok).toBe(allowsAct(state, 'CALL_TO_ORDER'));
      expect(decidePostingProof({ state }, proof('SITE', before(90)), START).ok).toBe(allowsAct(state, 'PROVE_POSTING'));
    }
  });

  it('what begins another day is another meeting, of which nobody was noticed', () => {
    const late = (law: NoticeRule['law'], hours: number, more = 0) => decideCallToOrder({ ...meeting, law }, [proof('SITE', before(90))], before(-hours, more));
    for (const law of ['GREENE', 'BROWN', 'PRIVATE'] as const) {
      expect(late(law, 24)).toEqual({ ok: true });
      expect(late(law, 24, 1)).toEqual(refusal('HOUR_PASSED', START.toISOString()));
    }
  });

  it('nobody attests the future', () => {
    expect(decidePostingProof({ state: 'NOTICED' }, { postedAt: START }, before(0, -1))).toEqual(refusal('PROOF_OF_FUTURE', START.toISOString()));
    expect(decidePostingProof({ state: 'NOTICED' }, { postedAt: START }, START)).toEqual({ ok: true });
  });

  it('a version counts from its own posting at the site', () => {
    const published = { version: 1, publishedAt: before(80) };
    expect(countedFrom(published, [])).toEqual(before(80));
    expect(countedFrom(published, [proof('ONLINE', before(70)), { ...proof('SITE', before(60)), version: 2 }])).toEqual(before(80));
    expect(countedFrom(published, [proof('SITE', before(70)), proof('SITE', before(75))])).toEqual(before(75));
    expect(countedFrom(published, [proof('SITE', before(90))])).toEqual(before(80));
  });
});
