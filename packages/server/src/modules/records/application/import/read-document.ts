import { BODY_KINDS, OFFICES, usualBylaws } from '../../../bodies/index.ts';
import { CONSTITUENCIES } from '../../../people/index.ts';
import { FORMAT, GROUP, NO_END } from '../../domain/popolo.ts';
import { type ImportFault, Part } from '../../domain/reading.ts';
import { beginningOf, dayAt } from '../../domain/wall-day.ts';
import type { History, HistoryPost, HistoryTerm } from './history.ts';
import { readMeetings } from './read-meetings.ts';
import { readMotions } from './read-motions.ts';
import { type Reading, isOf, linksOf, own } from './reading.ts';

const WAYS = ['ELECTED', 'APPOINTED', 'EX_OFFICIO'] as const;
const BASES = ['ELECTED', 'ACCLAIMED', 'APPOINTED', 'EX_OFFICIO'] as const;

/**
 * Reads a Popolo document, ours or another system's, about one body; what is yet to come is no history. `language` is that of texts, and `timeZone` that of days, that do not say theirs.
 * Answers what it tells, or all that is wrong with it.
 */
export function readDocument(value: unknown, { language, timeZone, bodyId, now }: { readonly language: string; readonly timeZone: string; readonly bodyId: string | null; readonly now: Date }): { readonly history: History } | { readonly faults: readonly ImportFault[] } {
  const faults: ImportFault[] = [];
  const document = Part.whole(value, faults, language, timeZone);
  const body = bodyOf(document, bodyId);
  if (body === null) return { faults };
  const seats = new Set<string>();
  const id = body.required('id');
  const repeated = new Set<string>();
  for (const section of ['organizations', 'posts', 'persons', 'memberships', 'events', 'motions', 'vote_events', 'speeches']) {
    for (const part of document.parts(section)) {
      const named = part.required('id');
      if (named !== '' && repeated.has(`${section} ${named}`)) part.fault('id', 'REPEATED');
      repeated.add(`${section} ${named}`);
    }
  }
  const persons = document.parts('persons').map(personOf);
  const posts = new Map(document.parts('posts').filter((post) => isOf(post, id)).map((part, at) => {
    const post = postOf(part, at);
    if (seats.has(`${post.constituency} ${post.number}`)) part.fault(own('number'), 'REPEATED');
    seats.add(`${post.constituency} ${post.number}`);
    return [post.id, post];
  }));
  const reading: Reading = { document, bodyId: id, timeZone, persons: new Set(persons.map((person) => person.id)), posts };
  const terms = termsOf(reading, posts, dayAt(now, timeZone));
  const announced = readMeetings(reading);
  const meetings = announced.filter(({ startsAt, calledAt }) => Math.max(Number(startsAt), Number(calledAt)) <= Number(now));
  const { motions, leftOut, items } = readMotions(reading, meetings, new Set(announced.filter((each) => !meetings.includes(each)).map((each) => each.id)));
  if (faults.length > 0) return { faults: [...new Map(faults.map((fault) => [`${fault.pointer} ${fault.rule}`, fault])).values()] };
  const whole = meetings.map((meeting) => ({ ...meeting, items: [...meeting.items, ...items.get(meeting.id) ?? []] }));
  return { history: { body: describe(body), posts: [...posts.values()], persons, ...terms, meetings: whole, motions, leftOut: { ...leftOut, events: document.parts('events').length - meetings.length } } };
}

/** The one that is asked for, or the only one that anything is about. */
function bodyOf(document: Part, asked: string | null): Part | null {
  const wanted = asked ?? (document.text(own('format')) === FORMAT ? document.text(own('body')) : null);
  const all = document.parts('organizations').filter((each) => each.text('classification') !== GROUP);
  if (wanted !== null) return all.find((each) => each.text('id') === wanted) ?? document.fault('organizations', 'REFERENCE', wanted);
  const about = new Set(['posts', 'memberships', 'events', 'motions', 'vote_events'].flatMap((section) => document.parts(section).map((part) => part.text('organization_id'))));
  const found = all.length === 1 ? all : all.filter((each) => about.has(each.text('id')));
  return found.length === 1 ? found[0]! : document.fault('organizations', found.length === 0 ? 'REQUIRED' : 'AMBIGUOUS');
}

function describe(body: Part): History['body'] {
  const kind = BODY_KINDS.find((each) => each.toLowerCase() === body.text('classification')?.toLowerCase()) ?? 'OTHER';
  const meetingLaw = body.choice(own('meeting_law'), ['GREENE', 'BROWN', 'PRIVATE']) ?? 'PRIVATE';
  const bylaws = body.parts(own('bylaws')).map((each, at) => ({
    number: each.count('number', 1) ?? at + 1, adoptedOn: each.day('adopted_on') ?? '1900-01-01', effectiveFrom: each.day('effective_from') ?? each.day('adopted_on') ?? '1900-01-01',
    rules: { ...usualBylaws(kind, meetingLaw), ...each.raw('rules') as object }, note: each.text('note'),
  }));
  return {
    id: body.required('id'), name: body.texts('name', own('names')), remit: body.texts('description', own('descriptions')), kind, meetingLaw,
    authority: body.choice(own('authority'), ['DECIDING', 'ADVISORY']) ?? 'DECIDING', studentSeats: body.whether(own('student_seats')) ?? false, closedOn: body.day('dissolution_date'), links: linksOf(body),
    bylaws: bylaws.length > 0 ? bylaws : [{ number: 1, adoptedOn: '1900-01-01', effectiveFrom: '1900-01-01', rules: usualBylaws(kind, meetingLaw), note: null }],
  };
}

function personOf(part: Part): History['persons'][number] {
  const name = part.text('name');
  const words = name?.trim().split(/\s+/) ?? [];
  const student = part.whether(own('student')) ?? false;
  const given = part.text('given_name');
  const family = part.text('family_name');
  // Popolo asks for no parts of a name; the last word of it is what people are sorted by.
  const split = student || given !== null || family !== null || words.length < 2;
  return { id: part.required('id'), givenName: given ?? (split ? family === null ? name : null : words.slice(0, -1).join(' ')), familyName: family ?? (split ? null : words.at(-1)!), student };
}

function postOf(part: Part, at: number): HistoryPost {
  const constituency = part.choice(own('constituency'), CONSTITUENCIES) ?? 'COMMUNITY';
  const name = part.texts('label', own('names'));
  if (Object.keys(name).length === 0) part.fault('label', 'REQUIRED');
  return {
    id: part.required('id'), made: false, constituency, number: part.count(own('number'), 1) ?? at + 1, name, way: part.choice(own('way'), WAYS) ?? 'ELECTED',
    chosenBy: part.choice(own('chosen_by'), CONSTITUENCIES) ?? constituency, votes: part.whether(own('votes')) ?? true, retiredOn: part.day('end_date'),
  };
}

/** Seats held and offices; a membership without a post gets one of its own. */
function termsOf({ document, bodyId, persons, timeZone }: Reading, posts: Map<string, HistoryPost>, today: string): Pick<History, 'holdings' | 'offices'> {
  const holdings: History['holdings'][number][] = [];
  const offices: History['offices'][number][] = [];
  for (const part of document.parts('memberships').filter((each) => isOf(each, bodyId))) {
    const term = termOf(part, persons, timeZone);
    const post = part.text('post_id');
    const office = OFFICES.find((each) => each === part.text('role')?.toUpperCase().replaceAll(/[ -]/g, '_'));
    if (post !== null && !posts.has(post)) part.fault('post_id', 'REFERENCE', post);
    else if (post === null && office !== undefined) offices.push({ ...term, office });
    else {
      const postId = post ?? `${term.id}#post`;
      if (post === null) {
        const name = { en: part.text('label') ?? part.text('role') ?? 'Member' };
        posts.set(postId, { id: postId, made: true, constituency: 'COMMUNITY', number: 10_000 + posts.size, name, way: 'ELECTED', chosenBy: 'COMMUNITY', votes: true, retiredOn: null });
      }
      holdings.push({ ...term, postId, basis: part.choice(own('basis'), BASES) ?? 'ELECTED' });
    }
  }
  return { holdings, offices: oneAtATime(offices, timeZone, today) };
}

/** An office that somebody else has taken meanwhile was given up when they did; whoever is to take it has not. */
function oneAtATime(offices: readonly History['offices'][number][], timeZone: string, today: string): History['offices'] {
  return offices.map((office) => {
    const next = offices.filter((other) => other !== office && other.office === office.office
      && ((other.starts > office.starts && other.starts <= today) || (other.starts === office.starts && other.id > office.id)))
      .toSorted((a, b) => (a.starts < b.starts ? -1 : 1))[0];
    return office.endedAt !== null || next === undefined ? office : { ...office, endedAt: beginningOf(next.starts < office.ends ? next.starts : office.ends, timeZone).toISOString() };
  });
}

function termOf(part: Part, persons: ReadonlySet<string>, timeZone: string): HistoryTerm {
  const personId = part.required('person_id');
  if (personId !== '' && !persons.has(personId)) part.fault('person_id', 'REFERENCE', personId);
  const starts = dayOf(part, 'start_date', timeZone) ?? '1900-01-01';
  const ended = part.isMoment('end_date') ? part.moment('end_date') : null;
  const ends = ended === null ? part.day('end_date') ?? NO_END : dayAt(ended, timeZone);
  if (ended === null && ends < starts) part.fault('end_date', 'ORDER');
  return { id: part.required('id'), personId, starts, ends: ends < starts ? starts : ends, endedAt: ended?.toISOString() ?? null };
}

function dayOf(part: Part, key: string, timeZone: string): string | null {
  if (!part.isMoment(key)) return part.day(key);
  const at = part.moment(key);
  return at && dayAt(at, timeZone);
}
