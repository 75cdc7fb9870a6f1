import type { RoomMeeting, Sitting } from '../sitting.ts';

const said = (en: string, es = `${en} (es)`) => [{ __typename: 'LocalizedText' as const, locale: 'en', text: en }, { __typename: 'LocalizedText' as const, locale: 'es', text: es }];

export const member = (n: number, parts: object = {}) => ({
  __typename: 'SittingMember', id: `m${n}`, constituency: n % 3 === 0 ? 'STUDENT' : n % 3 === 1 ? 'PARENT' : 'TEACHER', number: Math.ceil(n / 3), votes: true, office: n === 1 ? 'CHAIR' : n === 2 ? 'SECRETARY' : null,
  presence: 'IN_ROOM', since: '2026-11-23T01:31:00.000Z', seat: [], ...parts,
});

export const item = (n: number, parts: object = {}) => ({
  __typename: 'SittingItem', id: `i${n}`, label: String(n), depth: 0, intent: 'ACTION', outcome: 'OPEN', takenUpAt: null, closedAt: null, addedAt: null, commentOfferedAt: null, minutesPlanned: null, presenter: null,
  urgencyFound: false, title: said(`Item ${n}`), standing: { __typename: 'ItemStanding', may: 'ACTION', reason: null, neededBy: null }, ...parts,
});

export const question = (parts: object = {}) => ({
  __typename: 'Question', id: 'q1', way: 'ROLL_CALL', state: 'OPEN', openedAt: '2026-11-23T02:00:00.000Z', closedAt: null, objections: 0, quorumMet: true, stoppedWhy: null, explained: null,
  lines: [1, 2, 3, 4, 5].map((n) => ({ __typename: 'RollCallLine', memberId: `m${n}`, vote: null })), ...parts,
});

export const motion = (parts: object = {}) => ({
  __typename: 'Motion', id: 'o1', number: 1, kind: 'MAIN', state: 'OPEN', itemId: 'i1', aboutId: null, moverId: 'm1', seconderId: 'm2', threshold: 'MAJORITY_OF_CAST', oneOf: [], decidedAt: null, disposedBy: null, referredTo: null,
  text: said('That the council fund 20 tablets.'), textNow: said('That the council fund 20 tablets.'), urgency: null, blockers: [], amendments: [], question: null, ...parts,
});

/** A council of five members in session, its first item before it; all of them present unless said otherwise. */
export function sittingOf(parts: object = {}): Sitting {
  const members = [1, 2, 3, 4, 5].map((n) => member(n));
  return {
    __typename: 'Sitting', id: 'g1', version: 3, state: 'IN_SESSION', calledToOrderAt: '2026-11-23T01:31:00.000Z', endedAt: null, now: '2026-11-23T02:00:00.000Z', currentItemId: 'i1', visitors: 0, commentSeconds: 120,
    presiding: { __typename: 'SittingMember', id: 'm1' }, members, quorum: { __typename: 'SittingQuorum', needed: 3, present: 5, members: 5, met: true }, items: [item(1), item(2)], speakers: [], motions: [], decisions: [], actionItems: [],
    me: { __typename: 'SittingMember', id: 'm4' },
    viewerCan: { __typename: 'SittingPermissions', run: false, callToOrder: false, attend: true, vote: true, move: true, speak: true, adjourn: false, endWithoutQuorum: false }, ...parts,
  } as unknown as Sitting;
}

export const meetingOf = (sitting: Sitting): RoomMeeting & { sitting: Sitting } => ({
  __typename: 'Meeting', id: 'g1', state: sitting.state, kind: 'REGULAR', startsAt: '2026-11-23T01:30:00.000Z', onlineUrl: 'https://meet.example', title: said('Regular meeting'), place: said('Library'),
  body: { __typename: 'GoverningBody', id: 'b1', meetingLaw: 'GREENE', name: said('Site council') },
  environment: { __typename: 'LearningEnvironment', id: 'e1', name: 'Arroyo', timeZone: 'America/Los_Angeles', requiredLocales: ['en', 'es'] }, sitting,
} as unknown as RoomMeeting & { sitting: Sitting });
