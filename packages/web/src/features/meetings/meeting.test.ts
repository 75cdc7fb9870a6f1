import { describe, expect, it } from 'vitest';
import { type Item, losing, type Meeting, openFaults, stepsOf } from './meeting.ts';

const said = (locale: string, text: string) => ({ __typename: 'LocalizedText' as const, locale, text });
const both = (text: string) => [said('en', text), said('es', `${text} (es)`)];
const item = (id: string, parts: Partial<Item> = {}): Item => ({
  id, label: '1', depth: 0, parentId: null, intent: 'ACTION', minutesPlanned: null, presenter: null, state: 'POSTED', changed: false,
  title: both('Title'), description: both('Words'), rationale: both('Why'), standing: { may: 'ACTION', reason: null, neededBy: null }, ...parts,
} as Item);
const DEADLINE = '2026-11-30T01:30:00.000Z';
const meeting = (parts: Partial<Meeting> = {}): Meeting => ({
  title: both('Meeting'), place: both('Room'), startsAt: '2026-12-03T01:30:00.000Z', latestPosting: DEADLINE, notices: [], agenda: [item('a')],
  environment: { requiredLocales: ['en', 'es'] }, ...parts,
} as Meeting);
const [early, late] = [Date.parse(DEADLINE), Date.parse(DEADLINE) + 1];

describe('what keeps a notice from being posted', () => {
  it('is nothing when all is said in time, in every required language', () => {
    expect(openFaults(meeting(), early)).toEqual([]);
  });

  it('is an action item without its rationale, a language that is missing, an empty agenda, a day that is not said', () => {
    expect(openFaults(meeting({ agenda: [item('a', { rationale: [] }), item('b', { intent: 'DISCUSSION', rationale: [] })] }), early)).toEqual([{ field: 'rationale', itemId: 'a', code: 'REQUIRED', about: [] }]);
    expect(openFaults(meeting({ place: [said('en', 'Room')] }), early)).toEqual([{ field: 'place', itemId: null, code: 'MISSING_LOCALES', about: ['es'] }]);
    expect(openFaults(meeting({ agenda: [], startsAt: null, latestPosting: null }), early).map(({ field }) => field)).toEqual(['startsAt', 'items']);
  });

  it('is the hour, a millisecond after the last moment, unless a later version moves neither time nor place', () => {
    expect(openFaults(meeting(), late)).toEqual([{ field: 'startsAt', itemId: null, code: 'TOO_LATE', about: [DEADLINE] }]);
    const posted = { number: 1, startsAt: '2026-12-03T01:30:00.000Z', place: both('Room') } as Meeting['notices'][number];
    expect(openFaults(meeting({ notices: [posted] }), late)).toEqual([]);
    expect(openFaults(meeting({ notices: [posted], place: both('Gym') }), late).map(({ code }) => code)).toEqual(['TOO_LATE']);
  });
});

describe('what a new version costs', () => {
  const notices = [{ number: 1 }] as Meeting['notices'];
  const agenda = [item('a', { changed: true }), item('b'), item('c', { changed: true, intent: 'DISCUSSION' }), item('d', { changed: true, standing: { may: 'DISCUSSION_ONLY', reason: 'CHANGED_TOO_LATE', neededBy: DEADLINE } as Item['standing'] })];

  it('is nothing in time, and nothing before the first notice', () => {
    expect(losing(meeting({ notices, agenda }), early)).toEqual([]);
    expect(losing(meeting({ agenda }), late)).toEqual([]);
  });

  it('is later every changed item that could be decided', () => {
    expect(losing(meeting({ notices, agenda }), late).map(({ id }) => id)).toEqual(['a']);
  });
});

it('an item goes one step up or down among its own, under the item above it, and out again behind it', () => {
  const agenda = [item('a'), item('a1', { depth: 1, parentId: 'a' }), item('b'), item('c')];
  const steps = (id: string) => stepsOf(agenda, agenda.find((each) => each.id === id)!);
  expect(steps('a')).toEqual({ up: null, down: { parentId: null, position: 2 }, into: null, out: null });
  expect(steps('b')).toEqual({ up: { parentId: null, position: 1 }, down: { parentId: null, position: 3 }, into: { parentId: 'a', position: 1000 }, out: null });
  expect(steps('a1')).toEqual({ up: null, down: null, into: null, out: { parentId: null, position: 2 } });
});
