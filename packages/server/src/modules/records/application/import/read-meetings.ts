import { CONSTITUENCIES } from '../../../people/index.ts';
import { OFFICES } from '../../../bodies/index.ts';
import type { Part } from '../../domain/reading.ts';
import type { HistoryItem, HistoryMeeting, HistoryMember } from './history.ts';
import { type Reading, isOf, linksOf, own } from './reading.ts';

const STATES = ['ADJOURNED', 'NO_QUORUM', 'CANCELLED'] as const;
const OUTCOMES = ['OPEN', 'ACTED', 'CONTINUED', 'TABLED', 'WITHDRAWN', 'DISCUSSED'] as const;

/** The meetings of the body, each with who took part in it and what was on its agenda. */
export function readMeetings(reading: Reading): HistoryMeeting[] {
  return reading.document.parts('events').filter((each) => isOf(each, reading.bodyId)).map((part) => meetingOf(reading, part));
}

function meetingOf(reading: Reading, part: Part): HistoryMeeting {
  const id = part.required('id');
  const begun = part.moment('start_date');
  if (begun === null && !part.has('start_date')) part.fault('start_date', 'REQUIRED');
  const state = part.choice(own('state'), STATES) ?? (/cancell?ed/i.test(part.text('status') ?? '') ? 'CANCELLED' : 'ADJOURNED');
  const startsAt = part.moment(own('planned_start')) ?? begun ?? new Date(0);
  const calledAt = state === 'ADJOURNED' || part.whether(own('called_to_order')) === true ? begun : null;
  const endedAt = part.moment('end_date') ?? (state === 'CANCELLED' ? null : begun);
  if (calledAt !== null && endedAt !== null && endedAt < calledAt) part.fault('end_date', 'ORDER');
  const known = (key: string, of: Part = part) => {
    const personId = of.text(key);
    return personId === null || reading.persons.has(personId) ? personId : of.fault(key, 'REFERENCE', personId);
  };
  const items = itemsOf(part);
  const title = part.texts('name', own('names'));
  const place = part.texts('location', own('locations'));
  return {
    id, title: Object.keys(title).length > 0 ? title : { en: 'Meeting' }, place: Object.keys(place).length > 0 ? place : { en: '–' }, kind: part.choice(own('kind'), ['REGULAR', 'SPECIAL', 'PLANNING_SESSION']) ?? 'REGULAR', state, startsAt,
    endsAt: part.moment(own('planned_end')), calledAt, endedAt, presidingId: known(own('presiding_id')), recorderId: known(own('recorder_id')), visitors: part.count(own('visitors'), 0, 9999) ?? 0,
    rules: part.part(own('rules')) === null ? null : part.raw(own('rules')) as object,
    members: part.has(own('members')) ? membersOf(reading, part, known) : attendees(reading, part, id),
    attendance: part.parts(own('attendance')).map((each) => ({
      personId: known('person_id', each) ?? each.required('person_id'), kind: each.choice('kind', ['ARRIVED', 'LEFT']) ?? (each.required('kind'), 'ARRIVED'), way: each.choice('way', ['IN_ROOM', 'REMOTE']), at: each.moment('at') ?? (each.required('at'), new Date(0)),
    })).concat(part.has(own('attendance')) ? [] : attendedOf(part, begun ?? startsAt)),
    items, links: linksOf(part),
    speeches: reading.document.parts('speeches').filter((each) => each.text('event_id') === id).map((each) => ({
      id: each.required('id'), language: each.text(own('language')), translated: each.whether(own('translated')) ?? false, itemId: itemIn(items, each, own('item_id')),
    })),
  };
}

function membersOf({ posts }: Reading, part: Part, known: (key: string, of: Part) => string | null): HistoryMember[] {
  const seen = new Set<string>();
  return part.parts(own('members')).map((each, at) => {
    const postId = each.text('post_id');
    if (postId !== null && !posts.has(postId)) each.fault('post_id', 'REFERENCE', postId);
    const personId = known('person_id', each) ?? each.required('person_id');
    if (seen.has(personId)) each.fault('person_id', 'REPEATED');
    seen.add(personId);
    return {
      personId, name: each.texts('label', 'names'), constituency: each.choice('constituency', CONSTITUENCIES) ?? 'COMMUNITY',
      number: each.count('number', 1) ?? at + 1, votes: each.whether('votes') ?? true, office: each.choice('office', OFFICES), postId,
    };
  });
}

/** Whoever another system says attended or voted, or moved something, sat in it. */
function attendees({ document, persons }: Reading, part: Part, id: string): HistoryMember[] {
  const of = (section: string) => document.parts(section).filter((each) => each.text('legislative_session_id') === id);
  const motions = new Set(document.parts('motions').filter((each) => each.text('legislative_session_id') === id).map((each) => each.text('id')));
  const voted = document.parts('vote_events').filter((each) => each.text('legislative_session_id') === id || motions.has(each.text('motion_id')));
  const all = [...part.parts('attendees').map((each) => each.text('id')), ...of('motions').map((each) => each.text('creator_id')), ...voted.flatMap((each) => each.parts('votes').map((vote) => vote.text('voter_id')))];
  return [...new Set(all)].filter((each) => each !== null && persons.has(each)).map((personId, at) =>
    ({ personId: personId!, name: { en: 'Member' }, constituency: 'COMMUNITY', number: at + 1, votes: true, office: null, postId: null }));
}

const attendedOf = (part: Part, at: Date) => part.parts('attendees').map((each) => ({ personId: each.required('id'), kind: 'ARRIVED' as const, way: 'IN_ROOM' as const, at }));

function itemsOf(part: Part): HistoryItem[] {
  const parts = part.parts(own('items'));
  const ids = new Set(parts.map((each) => each.text('id')));
  return parts.map((each) => {
    const parentId = each.text('parent_id');
    if (parentId !== null && !ids.has(parentId)) each.fault('parent_id', 'REFERENCE', parentId);
    const title = each.texts('title', 'titles');
    if (Object.keys(title).length === 0) each.fault('title', 'REQUIRED');
    const description = each.texts('description', 'descriptions');
    const intent = each.choice('intent', ['ACTION', 'DISCUSSION', 'INFORMATION']) ?? 'DISCUSSION';
    const rationale = each.texts('rationale', 'rationales');
    return {
      id: each.required('id'), made: false, parentId, title, description, rationale, intent, outcome: each.choice('outcome', OUTCOMES) ?? 'DISCUSSED', carriedFrom: each.texted('carried_from'),
      addedAt: each.moment('added_at')?.toISOString() ?? null, urgencyFoundAt: each.moment('urgency_found_at')?.toISOString() ?? null,
    };
  });
}

export function itemIn(items: readonly HistoryItem[], part: Part, key: string): string | null {
  const itemId = part.text(key);
  return itemId === null || items.some(({ id }) => id === itemId) ? itemId : part.fault(key, 'REFERENCE', itemId);
}
