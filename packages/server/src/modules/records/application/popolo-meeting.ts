import type { SittingRecord } from '../../meetings/index.ts';
import { type AmendmentRecord, type DecisionRecord, type MotionKind, type MotionRecord, type QuestionRecord, textNow } from '../../motions/index.ts';
import { OPTIONS, type PopoloObject, type Vote, groupId, inAll, plain, popolo, seconds } from '../domain/popolo.ts';
import type { HeldMeeting } from './held-meetings.ts';
import { bodyRef } from './popolo-roster.ts';
import { type Roster, seatLabel } from './record-roster.ts';

/** Members of a sitting by their id in it; without those who stand for somebody an imported record does not name. */
export function membersOf({ persons, sources }: Roster, { frozen, members }: SittingRecord) {
  return new Map((frozen ? members : []).flatMap((member) => {
    const person = persons.get(member.personId);
    return sources.id(member.personId) === null || person === undefined ? [] : [[member.id, { ...member, person }] as const];
  }));
}

/** Items of the record, in reading order. */
export const itemsOf = ({ sources }: Roster, { items }: SittingRecord) => items.filter(({ id }) => sources.id(id) !== null);

/** The meeting as it was held, and its agenda. */
export function event(roster: Roster, { sitting, minutes }: HeldMeeting, publicUrl: string): PopoloObject {
  const { sources, persons } = roster;
  const members = membersOf(roster, sitting);
  const notice = sitting.meeting.notices.at(-1)!;
  const attended = new Set(sitting.attendance.map(({ memberId }) => memberId));
  const person = (of: { readonly personId: string } | null) => of && persons.get(of.personId)?.id;
  return popolo({
    id: sources.id(sitting.id), name: plain(notice.title), start_date: seconds(sitting.calledToOrderAt ?? notice.startsAt), end_date: sitting.endedAt && seconds(sitting.endedAt),
    location: plain(notice.place), status: sitting.state === 'CANCELLED' ? 'cancelled' : 'confirmed', classification: 'meeting', organization_id: bodyRef(roster),
    attendees: [...members.values()].filter(({ id }) => attended.has(id)).map((member) => popolo({ id: member.person.id, name: member.person.name || null })),
    sources: sources.links(sitting.id) ?? [
      { url: `${publicUrl}/meetings/${sitting.id}` },
      ...(minutes === null ? [] : [{ url: `${publicUrl}/meetings/${sitting.id}/minutes`, note: `Minutes, ${minutes.state.toLowerCase().replaceAll('_', ' ')}; SHA-256 ${minutes.hash}` }]),
    ],
  }, {
    kind: notice.kind, state: sitting.state, names: inAll(notice.title), locations: inAll(notice.place), planned_start: notice.startsAt.toISOString(), planned_end: notice.endsAt?.toISOString(),
    called_to_order: sitting.calledToOrderAt === null ? null : true, presiding_id: person(sitting.presiding), recorder_id: person(sitting.recorder), visitors: sitting.visitors,
    rules: sitting.frozen ? bylawsAlone(sitting) : null,
    members: [...members.values()].map((member) => popolo({
      person_id: member.person.id, label: seatLabel({ name: member.seat, number: member.number }), names: inAll(member.seat) ?? member.seat, constituency: member.constituency, number: member.number,
      votes: member.votes, office: member.office, post_id: member.seatId && sources.id(member.seatId),
    })),
    attendance: sitting.attendance.filter(({ memberId }) => members.has(memberId)).map(({ memberId, kind, way, at }) =>
      popolo({ person_id: members.get(memberId)!.person.id, kind, way, at: at.toISOString() })),
    items: itemsOf(roster, sitting).map((item) => popolo({
      id: sources.id(item.id), label: item.label, parent_id: item.parentId && sources.id(item.parentId), title: plain(item.title), titles: inAll(item.title), description: plain(item.description),
      descriptions: inAll(item.description), rationale: plain(item.rationale), rationales: inAll(item.rationale), intent: item.intent, outcome: item.outcome,
      carried_from: item.lineage.length === 0 ? null : item.lineage.map((id) => sources.id(id)), added_at: item.addedAt?.toISOString(), urgency_found_at: item.urgencyFoundAt?.toISOString(),
    })),
  });
}

const bylawsAlone = ({ rules }: SittingRecord): object => Object.fromEntries(Object.entries(rules).filter(([key]) => key !== 'notice'));

/** What a motion of its kind is about: minutes go by the id of their meeting. */
const ABOUT: Readonly<Partial<Record<MotionKind, string>>> = { APPROVE_MINUTES: 'minutes', AMEND_MINUTES: 'minutes', RECONSIDER: 'demand', RECOMMEND: 'body' };

/** What was moved in it, with its words as they were decided on. */
export function motionsIn(roster: Roster, { sitting, moved }: HeldMeeting, publicUrl: string): PopoloObject[] {
  const { sources } = roster;
  const member = personIn(roster, sitting);
  return moved.motions.map((motion) => popolo({
    id: sources.id(motion.id), organization_id: bodyRef(roster), legislative_session_id: sources.id(sitting.id), creator_id: member(motion.moverId), text: plain(textNow(motion)),
    identifier: String(motion.number), classification: motion.kind.toLowerCase().replace('_', ' '), date: motion.movedAt.toISOString(), requirement: motion.threshold.toLowerCase().replaceAll('_', ' '),
    result: motion.state === 'ADOPTED' ? 'pass' : motion.state === 'FAILED' ? 'fail' : null,
    sources: sources.links(motion.id) ?? [{ url: `${publicUrl}/meetings/${sitting.id}` }],
  }, {
    kind: motion.kind, about: motion.aboutId && ABOUT[motion.kind] && { type: ABOUT[motion.kind], id: sources.id(motion.aboutId) }, state: motion.state, threshold: motion.threshold, item_id: motion.itemId && sources.id(motion.itemId), moved_text: plain(motion.text), moved_texts: inAll(motion.text), seconder_id: member(motion.seconderId),
    seconded_at: motion.secondedAt?.toISOString(), stated_at: motion.statedAt?.toISOString(), decided_at: motion.decidedAt?.toISOString(), disposed_by: motion.disposedBy, referred_to: motion.referredTo,
    findings: motion.findings, review_on: motion.reviewOn,
    amendments: motion.amendments.length === 0 ? null : motion.amendments.map((amendment) => amended(roster, amendment, member)),
    decision: decided(roster, moved.decisions.find(({ motionId }) => motionId === motion.id)),
  }));
}

const amended = ({ sources }: Roster, { id, number, state, text, moverId, seconderId, movedAt, decidedAt }: AmendmentRecord, member: ReturnType<typeof personIn>): PopoloObject => popolo({
  id: sources.id(id), number, state, text: plain(text), texts: inAll(text), creator_id: member(moverId), seconder_id: member(seconderId), date: movedAt.toISOString(), decided_at: decidedAt?.toISOString(),
});

const decided = ({ sources }: Roster, decision: DecisionRecord | undefined): PopoloObject | null => (decision === undefined || sources.id(decision.id) === null ? null : popolo({
  id: sources.id(decision.id), number: decision.number, text: plain(decision.text), texts: inAll(decision.text), rationale: plain(decision.rationale), rationales: inAll(decision.rationale),
  decided_on: decision.decidedOn, review_on: decision.reviewOn,
}));

/** Who a member of the sitting is in the document; nobody where the record does not say. */
function personIn(roster: Roster, sitting: SittingRecord): (memberId: string | null) => string | null {
  const members = membersOf(roster, sitting);
  return (memberId) => (memberId === null ? null : members.get(memberId)?.person.id ?? null);
}

/** Every question that was put and was announced or broken off, with each member's vote where it was counted. */
export function voteEvents(roster: Roster, { sitting, moved }: HeldMeeting): PopoloObject[] {
  return moved.motions.flatMap((motion) => questionsOf(roster, motion).map((question) => voteEvent(roster, sitting, motion, question)));
}

export const questionsOf = ({ sources }: Roster, { questions }: MotionRecord): QuestionRecord[] =>
  questions.filter(({ state }) => state !== 'OPEN').toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || (sources.id(a.id)! < sources.id(b.id)! ? -1 : 1));

function voteEvent(roster: Roster, sitting: SittingRecord, motion: MotionRecord, question: QuestionRecord): PopoloObject {
  const { sources } = roster;
  const organization = bodyRef(roster);
  const members = membersOf(roster, sitting);
  const lines = question.lines.flatMap(({ memberId, vote }) => { const member = members.get(memberId); return member === undefined ? [] : [{ member, vote: vote as Vote }]; });
  const groups = [...Map.groupBy(lines, ({ member }) => member.constituency)];
  return popolo({
    id: sources.id(question.id), organization_id: organization, legislative_session_id: sources.id(sitting.id), motion_id: sources.id(motion.id),
    classification: question.way === 'CONSENT' ? 'unanimous consent' : 'roll call', start_date: question.openedAt.toISOString(), end_date: question.closedAt?.toISOString(),
    result: question.adopted === null ? null : question.adopted ? 'pass' : 'fail',
    counts: lines.length > 0 ? countsOf(lines) : question.explained === null ? null : countsExplained(question.explained),
    group_results: groups.length === 0 ? null : groups.map(([constituency, own]) => popolo({ group_id: groupId(organization, constituency), result: resultOf(own) }, { counts: countsOf(own) })),
    votes: lines.length === 0 ? null : lines.map(({ member, vote }) => popolo({ voter_id: member.person.id, option: OPTIONS[vote], group_id: groupId(organization, member.constituency), role: member.office?.toLowerCase().replace('_', ' ') })),
  }, {
    way: question.way, amendment_id: question.amendmentId && sources.id(question.amendmentId), stopped_why: question.stoppedWhy, explained: question.explained,
    quorum: question.quorumNeeded ? { present: question.quorumPresent, needed: question.quorumNeeded } : null,
  });
}

const ALL = Object.keys(OPTIONS) as Vote[];
const numberOf = (lines: readonly { readonly vote: Vote }[], vote: Vote): number => lines.filter((line) => line.vote === vote).length;

const countsOf = (lines: readonly { readonly vote: Vote }[]) => ALL.map((vote) => ({ option: OPTIONS[vote], value: numberOf(lines, vote) }));

const countsExplained = ({ ayes, noes, abstentions, recused }: NonNullable<QuestionRecord['explained']>) =>
  [['yes', ayes], ['no', noes], ['abstain', abstentions], ['not voting', recused]].map(([option, value]) => ({ option, value }));

/** How a group of voters would have decided by itself, by more ayes than noes. */
function resultOf(lines: readonly { readonly vote: Vote }[]): string {
  const [ayes, noes] = [numberOf(lines, 'AYE'), numberOf(lines, 'NO')];
  return ayes > noes ? 'pass' : ayes < noes ? 'fail' : 'tie';
}

/** That somebody of the public spoke, and in which language; neither who nor what. */
export function speeches({ sources }: Roster, { sitting }: HeldMeeting): PopoloObject[] {
  return sitting.speakers.filter(({ kind, state }) => kind === 'PUBLIC' && state === 'DONE').map(({ id, itemId, language, translated }, at) =>
    popolo({ id: sources.id(id), event_id: sources.id(sitting.id), type: 'speech', role: 'public comment', position: at + 1 }, { language, translated, item_id: itemId && sources.id(itemId) }));
}
