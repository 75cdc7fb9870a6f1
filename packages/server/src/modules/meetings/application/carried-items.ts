import type { Texts } from '../domain/meeting.ts';
import { inOrder } from '../domain/agenda-tree.ts';
import { type ItemOutcome, carriedOver } from '../domain/carry-over.ts';
import { type AgendaSource, CARRIED_OVER } from './agenda-sources.ts';
import { type MeetingRecord, meetingsWhere } from './meeting-record.ts';

interface Left { readonly id: string; readonly outcome: ItemOutcome; readonly lineage: readonly string[]; readonly origin: string | null }

/** What ended meetings of a body left undone, and no later agenda has taken over. Of a discarded draft only what had come to it by itself. */
export const carriedItems: AgendaSource = {
  async itemsOf(em, bodyId) {
    const ended = await meetingsWhere(em, `m.body_id = ? and m.state in ('ADJOURNED', 'NO_QUORUM', 'CANCELLED') and exists (${WAITS}) order by m.starts_at, m.id`, [bodyId]);
    if (ended.length === 0) return [];
    const left = new Map((await em.execute<(Left & { meetingId: string })[]>(
      `select a.id, a.meeting_id as "meetingId", a.outcome, a.origin_kind as origin, to_json(a.lineage) as lineage from agenda_item a where a.meeting_id = any(?::uuid[])`,
      [`{${ended.map(({ id }) => id).join(',')}}`])).map((each) => [each.id, each]));
    return ended.flatMap((meeting) => carriedFrom(meeting, left));
  },
};

/** An item that nobody closed is left by its parts, where it has any. */
const WAITS = `select from agenda_item a where a.meeting_id = m.id and a.state <> 'WITHDRAWN' and a.outcome in ('OPEN', 'CONTINUED', 'TABLED')
  and (l.starts_at is not null or a.origin_kind is not null)
  and (a.outcome <> 'OPEN' or not exists (select from agenda_item p where p.meeting_id = a.meeting_id and p.parent_id = a.id and p.state <> 'WITHDRAWN'
    and (l.starts_at is not null or p.origin_kind is not null)))
  and not exists (select from agenda_item b where b.school_id = a.school_id and b.origin_kind = '${CARRIED_OVER}' and b.origin_id = a.id)`;

function carriedFrom({ state, items, notices }: MeetingRecord, left: ReadonlyMap<string, Left>) {
  const whole = inOrder(items).filter(({ id }) => notices.length > 0 || left.get(id)!.origin !== null);
  const carried = carriedOver(state, whole.map(({ id, parentId, intent }) => ({ itemId: id, parentId, intent, outcome: left.get(id)!.outcome, lineage: left.get(id)!.lineage })));
  const words = new Map(whole.map((item) => [item.id, item]));
  return carried.map(({ intent, lineage }) => {
    const id = lineage.at(-1)!;
    const { title, description, rationale, minutesPlanned, presenter, parentId } = words.get(id)!;
    return {
      origin: { kind: CARRIED_OVER, id }, under: parentId, lineage, position: 'LAST' as const,
      wording: { title: worded(title), description: worded(description), rationale: worded(rationale), intent, minutesPlanned, presenter },
    };
  });
}

const worded = (texts: Texts) => Object.entries(texts).map(([locale, text]) => ({ locale, text }));
