import type { Statements } from '../../../platform/database/database.ts';
import { quorumHistory, quorumNow } from '../../meetings/index.ts';
import { textNow } from '../../motions/index.ts';
import { type Cell, csvLine } from '../domain/csv.ts';
import type { Period } from '../domain/period.ts';
import { OPTIONS, type Texts, type Vote, plain } from '../domain/popolo.ts';
import { type HeldMeeting, heldMeetings, meetingsOver } from './held-meetings.ts';
import { membersOf, questionsOf } from './popolo-meeting.ts';
import { type Roster, seatLabel } from './record-roster.ts';

interface Sheet {
  readonly head: readonly string[];
  /** It tells what minutes say. */
  readonly withWords?: boolean;
  lines(roster: Roster, held: HeldMeeting): Cell[][];
}

export const SHEETS = ['meetings', 'motions', 'votes', 'attendance', 'decisions', 'action-items', 'minutes'] as const;
export type SheetName = (typeof SHEETS)[number];

/** One table of a body's public record, in pieces. */
export async function* writeCsv(em: Statements, roster: Roster, name: SheetName, period: Period): AsyncGenerator<string> {
  const { head, withWords, lines } = sheets[name];
  yield csvLine(head);
  for await (const held of heldMeetings(em, await meetingsOver(em, roster.body.id, period), withWords)) yield lines(roster, held).map(csvLine).join('');
}

const text = (texts: Texts): string => plain(texts) ?? '';

/** The meeting that a line is about. */
const about = ({ sources }: Roster, { sitting }: HeldMeeting): Cell[] => [sources.id(sitting.id), sitting.meeting.notices.at(-1)!.startsAt];

const sheets: Readonly<Record<SheetName, Sheet>> = {
  meetings: {
    head: ['meeting_id', 'noticed_for', 'called_to_order', 'ended', 'kind', 'state', 'title', 'place', 'members', 'members_who_came', 'quorum_needed', 'quorum_met', 'visitors', 'public_comments', 'motions', 'adopted'],
    lines(roster, held) {
      const { sitting, moved } = held;
      const notice = sitting.meeting.notices.at(-1)!;
      const came = new Set(sitting.attendance.map(({ memberId }) => memberId));
      const members = [...membersOf(roster, sitting).values()].filter(({ votes }) => votes);
      const quorum = quorumNow(sitting);
      return [[
        ...about(roster, held), sitting.calledToOrderAt, sitting.endedAt, notice.kind, sitting.state, text(notice.title), text(notice.place), members.length,
        members.filter(({ id }) => came.has(id)).length, sitting.frozen ? quorum.needed : null, sitting.frozen ? quorumHistory(sitting).some(({ met }) => met) : null, sitting.visitors,
        sitting.speakers.filter(({ kind, state }) => kind === 'PUBLIC' && state === 'DONE').length, moved.motions.length, moved.motions.filter(({ state }) => state === 'ADOPTED').length,
      ]];
    },
  },
  motions: {
    head: ['meeting_id', 'meeting', 'motion_id', 'number', 'kind', 'item', 'text', 'mover', 'seconder', 'moved_at', 'decided_at', 'threshold', 'state', 'disposed_by', 'amendments', 'ayes', 'noes', 'abstentions', 'recused', 'needed'],
    lines(roster, held) {
      const members = membersOf(roster, held.sitting);
      const name = (id: string | null) => (id && members.get(id)?.person.name) || null;
      return held.moved.motions.map((motion) => {
        const explained = motion.questions.findLast(({ amendmentId, state }) => amendmentId === null && state === 'ANNOUNCED')?.explained;
        return [
          ...about(roster, held), roster.sources.id(motion.id), motion.number, motion.kind, text(held.sitting.items.find(({ id }) => id === motion.itemId)?.title ?? {}), text(textNow(motion)), name(motion.moverId), name(motion.seconderId),
          motion.movedAt, motion.decidedAt, motion.threshold, motion.state, motion.disposedBy, motion.amendments.length,
          explained?.ayes ?? null, explained?.noes ?? null, explained?.abstentions ?? null, explained?.recused ?? null, explained?.needed ?? null,
        ];
      });
    },
  },
  votes: {
    head: ['meeting_id', 'meeting', 'motion_id', 'motion', 'on_amendment', 'vote_event_id', 'announced_at', 'result', 'member', 'seat', 'constituency', 'vote'],
    lines(roster, held) {
      const members = membersOf(roster, held.sitting);
      return held.moved.motions.flatMap((motion) => questionsOf(roster, motion).flatMap((question) => question.lines.flatMap(({ memberId, vote }) => {
        const member = members.get(memberId);
        return member === undefined ? [] : [[
          ...about(roster, held), roster.sources.id(motion.id), motion.number, question.amendmentId !== null, roster.sources.id(question.id), question.closedAt, question.adopted ? 'pass' : 'fail',
          member.person.name, seatLabel({ name: member.seat, number: member.number }), member.constituency, OPTIONS[vote as Vote],
        ]];
      })));
    },
  },
  attendance: {
    head: ['meeting_id', 'meeting', 'member', 'seat', 'constituency', 'votes', 'presence', 'arrived', 'left'],
    lines(roster, held) {
      return [...membersOf(roster, held.sitting).values()].map((member) => {
        const own = held.sitting.attendance.filter(({ memberId }) => memberId === member.id);
        const last = own.at(-1);
        return [
          ...about(roster, held), member.person.name, seatLabel({ name: member.seat, number: member.number }), member.constituency, member.votes,
          // Of a record from elsewhere that says only when somebody left.
          own.length === 0 ? 'ABSENT' : own.find(({ way }) => way !== null)?.way ?? 'IN_ROOM', own.find(({ kind }) => kind === 'ARRIVED')?.at ?? null, last?.kind === 'LEFT' ? last.at : null,
        ];
      });
    },
  },
  decisions: {
    head: ['decision_id', 'number', 'decided_on', 'meeting_id', 'meeting', 'motion_id', 'item', 'text', 'rationale', 'review_on'],
    lines(roster, held) {
      return held.moved.decisions.map((decision) => [
        roster.sources.id(decision.id), decision.number, decision.decidedOn, ...about(roster, held), roster.sources.id(decision.motionId),
        text(held.sitting.items.find(({ id }) => id === decision.itemId)?.title ?? {}), text(decision.text), text(decision.rationale), decision.reviewOn,
      ]);
    },
  },
  'action-items': {
    head: ['action_item_id', 'meeting_id', 'meeting', 'decision_id', 'decision', 'item', 'what', 'owner', 'due', 'state', 'assigned_at', 'ended_at', 'note'],
    lines(roster, held) {
      const { actions, decisions } = held.moved;
      return actions.map((action) => [
        roster.sources.id(action.id), ...about(roster, held), action.decisionId && roster.sources.id(action.decisionId), decisions.find(({ id }) => id === action.decisionId)?.number ?? null,
        text(held.sitting.items.find(({ id }) => id === action.itemId)?.title ?? {}), (action.publicly ?? action).title, action.student ? roster.persons.get(action.ownerId)?.name ?? 'Student' : action.name, action.due, action.state,
        action.assignedAt, action.endedAt, (action.publicly ?? action).note,
      ]);
    },
  },
  minutes: {
    head: ['meeting_id', 'meeting', 'state', 'version', 'sha256', 'approved_at', 'passage_id', 'kind', 'language', 'text'],
    withWords: true,
    lines(roster, held) {
      const { minutes } = held;
      return (minutes?.blocks ?? []).flatMap(({ id, kind, text: said, lines }) => Object.keys(said).toSorted().map((locale) => [
        ...about(roster, held), minutes!.state, minutes!.number, minutes!.hash, minutes!.approvedAt, id, kind, locale,
        [said[locale], ...lines.map((line) => [line.text[locale], line.detail[locale]].filter(Boolean).join(': '))].filter(Boolean).join('\n'),
      ]));
    },
  },
};
