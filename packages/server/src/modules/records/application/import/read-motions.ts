import { THRESHOLDS } from '../../../bodies/index.ts';
import type { MotionKind } from '../../../motions/index.ts';
import { type Texts, type Vote, voteOf } from '../../domain/popolo.ts';
import type { Part } from '../../domain/reading.ts';
import { dayAt } from '../../domain/wall-day.ts';
import type { HistoryAmendment, HistoryItem, HistoryMeeting, HistoryMotion, HistoryQuestion } from './history.ts';
import { type Reading, isOf, linksOf, own } from './reading.ts';
import { itemIn } from './read-meetings.ts';

const KINDS = ['MAIN', 'URGENCY', 'ADJOURN', 'APPROVE_MINUTES', 'AMEND_MINUTES', 'RECONSIDER', 'RECOMMEND', 'PROCEDURAL'] as const satisfies readonly MotionKind[];
const STATES = ['MOVED', 'SECONDED', 'OPEN', 'ADOPTED', 'FAILED', 'TABLED', 'REFERRED', 'WITHDRAWN'] as const;
const DISPOSALS = ['VOTE', 'CONSENT', 'LAPSED', 'TABLED', 'REFERRED', 'WITHDRAWN'] as const;
const ALL_THRESHOLDS = [...THRESHOLDS, 'TWO_THIRDS_OF_PRESENT'] as const;
const PASSED = /^(pass|adopt|carr|agree|approv|accept)/i;
const FAILED = /^(fail|reject|lost|defeat|deni|negativ)/i;

interface Read {
  readonly motions: readonly HistoryMotion[];
  /** Made for motions that name none, by meeting. */
  readonly items: ReadonlyMap<string, readonly HistoryItem[]>;
  readonly leftOut: Readonly<Record<string, number>>;
}

/** What was moved and voted on in these meetings. Whatever is about another body is left out, and counted. */
export function readMotions(reading: Reading, meetings: readonly HistoryMeeting[], toCome: ReadonlySet<string>): Read {
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const items = new Map<string, HistoryItem[]>();
  const all = reading.document.parts('motions');
  const events = reading.document.parts('vote_events').filter((each) => isOf(each, reading.bodyId));
  const ids = new Set(all.map((each) => each.text('id')));
  for (const each of events) {
    const motionId = each.required('motion_id');
    if (motionId !== '' && !ids.has(motionId)) each.fault('motion_id', 'REFERENCE', motionId);
  }
  const numbers = new Map<string, number>();
  const taken = new Set<string>();
  let decisions = 0;
  const motions = all.filter((each) => isOf(each, reading.bodyId)).flatMap((part) => {
    const meetingId = part.required('legislative_session_id');
    const meeting = byId.get(meetingId);
    if (meeting === undefined) {
      if (meetingId !== '' && !toCome.has(meetingId)) part.fault('legislative_session_id', 'REFERENCE', meetingId);
      return [];
    }
    const nth = (numbers.get(meetingId) ?? 0) + 1;
    numbers.set(meetingId, nth);
    const read = motionOf(reading, part, meeting, nth, events.filter((each) => each.text('motion_id') === part.text('id')));
    if (taken.has(`${meetingId} ${read.number}`)) part.fault('identifier', 'REPEATED');
    taken.add(`${meetingId} ${read.number}`);
    const decision = read.decision ?? (read.state === 'ADOPTED' && read.kind === 'MAIN' ? { id: `${read.id}#decision`, number: 0, text: read.text, rationale: {}, decidedOn: dayAt(new Date(read.decidedAt ?? read.movedAt), reading.timeZone), reviewOn: null } : null);
    const whole = { ...read, decision: decision && { ...decision, number: decision.number || decisions + 1 } };
    decisions = Math.max(decisions, whole.decision?.number ?? 0);
    if (whole.itemId !== null || whole.kind === 'ADJOURN' || whole.kind === 'PROCEDURAL') return [whole];
    const item: HistoryItem = { id: `${read.id}#item`, made: true, parentId: null, title: read.text, description: read.text, rationale: {}, intent: 'DISCUSSION', outcome: 'DISCUSSED', carriedFrom: [], addedAt: null, urgencyFoundAt: null };
    items.set(meetingId, [...items.get(meetingId) ?? [], item]);
    return [{ ...whole, itemId: item.id }];
  });
  return { motions, items, leftOut: { motions: all.length - motions.length, vote_events: reading.document.parts('vote_events').length - events.length } };
}

function motionOf(reading: Reading, part: Part, meeting: HistoryMeeting, nth: number, events: readonly Part[]): HistoryMotion {
  const result = part.text('result') ?? events.at(-1)?.text('result') ?? '';
  const state = part.choice(own('state'), STATES) ?? (PASSED.test(result) ? 'ADOPTED' : FAILED.test(result) ? 'FAILED' : 'MOVED');
  const over = state === 'ADOPTED' || state === 'FAILED' || state === 'REFERRED' || state === 'WITHDRAWN';
  const movedAt = part.moment('date') ?? events[0]?.moment('start_date') ?? meeting.calledAt ?? meeting.startsAt;
  const text = textOf(part, own('moved_text'), own('moved_texts'), 'text');
  if (Object.keys(text).length === 0) part.fault('text', 'REQUIRED');
  const findings = part.part(own('findings'));
  const decision = part.part(own('decision'));
  const disposed = part.choice(own('disposed_by'), DISPOSALS);
  const moment = (key: string) => part.moment(own(key))?.toISOString() ?? null;
  const begun = movedAt.toISOString();
  const seconderId = memberOf(reading, meeting, part, own('seconder_id'));
  const known = part.has(own('state'));
  return {
    id: part.required('id'), meetingId: meeting.id, number: Number(/^\d{1,4}$/.test(part.text('identifier') ?? '') && known ? part.text('identifier') : nth), kind: part.choice(own('kind'), KINDS) ?? 'MAIN', state, text,
    aboutId: part.part(own('about'))?.required('id') || null, itemId: itemIn(meeting.items, part, own('item_id')), threshold: part.choice(own('threshold'), ALL_THRESHOLDS) ?? 'MAJORITY_OF_CAST',
    findings: findings && { immediate: findings.required('immediate'), afterPosting: findings.required('afterPosting') }, reviewOn: part.day(own('review_on')),
    moverId: memberOf(reading, meeting, part, 'creator_id'), seconderId, movedAt: begun,
    secondedAt: moment('seconded_at') ?? (known ? null : begun), statedAt: moment('stated_at') ?? (known ? null : begun),
    decidedAt: moment('decided_at') ?? (over ? events.at(-1)?.moment('end_date')?.toISOString() ?? begun : null), disposedBy: disposed ?? (over ? 'VOTE' : null), referredTo: part.text(own('referred_to')),
    amendments: part.parts(own('amendments')).map((each, at) => amendmentOf(reading, meeting, each, at)),
    decision: decision && {
      id: decision.required('id'), number: decision.count('number', 1) ?? 0, text: decision.texts('text', 'texts'), rationale: decision.texts('rationale', 'rationales'),
      decidedOn: decision.day('decided_on') ?? dayAt(movedAt, reading.timeZone), reviewOn: decision.day('review_on'),
    },
    questions: events.map((each) => questionOf(reading, meeting, each, part)), links: linksOf(part),
  };
}

/** The words as they were moved; where only those are known that were decided on, these. */
function textOf(part: Part, moved: string, inAll: string, now: string): Texts {
  return part.has(moved) || part.has(inAll) ? part.texts(moved, inAll) : part.texts(now, inAll);
}

function memberOf({ persons }: Reading, { members }: HistoryMeeting, part: Part, key: string): string | null {
  const personId = part.text(key);
  if (personId === null) return null;
  if (!persons.has(personId)) return part.fault(key, 'REFERENCE', personId);
  return members.some((member) => member.personId === personId) ? personId : part.fault(key, 'IMPOSSIBLE', 'not a member of the meeting');
}

function amendmentOf(reading: Reading, meeting: HistoryMeeting, part: Part, at: number): HistoryAmendment {
  const state = part.choice('state', ['MOVED', 'SECONDED', 'ADOPTED', 'FAILED', 'WITHDRAWN']) ?? 'WITHDRAWN';
  const movedAt = (part.moment('date') ?? meeting.startsAt).toISOString();
  return {
    id: part.required('id'), number: part.count('number', 1) ?? at + 1, state, text: part.texts('text', 'texts'), moverId: memberOf(reading, meeting, part, 'creator_id'), seconderId: memberOf(reading, meeting, part, 'seconder_id'),
    movedAt, decidedAt: part.moment('decided_at')?.toISOString() ?? (state === 'MOVED' || state === 'SECONDED' ? null : movedAt),
  };
}

function questionOf(reading: Reading, meeting: HistoryMeeting, part: Part, motion: Part): HistoryQuestion {
  const result = part.text('result');
  const adopted = result === null ? null : PASSED.test(result);
  if (result !== null && !PASSED.test(result) && !FAILED.test(result)) part.fault('result', 'CHOICE', 'pass, fail');
  const opened = part.moment('start_date') ?? motion.moment('date') ?? meeting.calledAt ?? meeting.startsAt;
  const lines = part.parts('votes').flatMap((each) => {
    const personId = memberOf(reading, meeting, each, 'voter_id') ?? each.required('voter_id');
    const option = each.required('option');
    const vote = voteOf(option);
    // Paired votes cancel each other out, and say what nobody counts.
    if (vote === null && option !== '' && option !== 'paired') each.fault('option', 'CHOICE', 'yes, no, abstain, absent, not voting');
    return vote === null ? [] : [{ personId, vote }];
  });
  const way = part.choice(own('way'), ['ROLL_CALL', 'CONSENT']) ?? 'ROLL_CALL';
  const quorum = part.part(own('quorum'));
  const amendmentId = part.text(own('amendment_id'));
  if (amendmentId !== null && !motion.parts(own('amendments')).some((each) => each.text('id') === amendmentId)) part.fault(own('amendment_id'), 'REFERENCE', amendmentId);
  return {
    id: part.required('id'), amendmentId, way: way === 'CONSENT' && adopted === false ? 'ROLL_CALL' : way, openedAt: opened.toISOString(),
    closedAt: (part.moment('end_date') ?? opened).toISOString(), stoppedWhy: adopted === null ? part.text(own('stopped_why')) ?? '–' : null, adopted,
    explained: adopted === null || way === 'CONSENT' ? null : { ...explainedBy(part, lines, adopted), ...part.raw(own('explained')) as object | undefined, adopted },
    quorumPresent: quorum?.count('present') ?? lines.filter(({ vote }) => vote !== 'ABSENT').length, quorumNeeded: quorum?.count('needed') ?? 0, lines,
  };
}

/** The counts as the document gives them, else as its votes do, by more than half of the votes cast. */
function explainedBy(part: Part, lines: readonly { readonly vote: Vote }[], adopted: boolean): object {
  const counts = part.parts('counts').filter((each) => !each.has('group_id') && !each.has('group')).map((each) => ({ vote: voteOf(each.required('option')), value: each.count('value') ?? 0 }));
  const of = (vote: Vote) => counts.find((each) => each.vote === vote)?.value ?? lines.filter((line) => line.vote === vote).length;
  const [ayes, noes] = [of('AYE'), of('NO')];
  return { adopted, ayes, noes, abstentions: of('ABSTAIN'), recused: of('RECUSED'), needed: Math.max(1, Math.floor((ayes + noes) / 2) + 1), of: 'CAST', denominator: ayes + noes, threshold: 'MAJORITY_OF_CAST' };
}
