import type { AgendaItemInput, ItemIntent, MeetingFaultCode, MeetingInput, MeetingKind, MeetingShownFragment } from '../../gql/graphql.ts';
import { type Text } from '../../i18n/LocalText.tsx';
import { instant, wallTime } from '../../lib/zoned.ts';

export type Meeting = MeetingShownFragment;
export type Item = Meeting['agenda'][number];
export type Paper = Item['papers'][number];

export const KINDS: readonly MeetingKind[] = ['REGULAR', 'SPECIAL', 'PLANNING_SESSION'];
export const INTENTS: readonly ItemIntent[] = ['ACTION', 'DISCUSSION', 'INFORMATION'];
/** Minutes of one item, and meetings of one series, at most. */
export const MOST_MINUTES = 600;
export const MOST_REPEATS = 53;

export type Texts = Readonly<Record<string, string>>;
export const textsOf = (texts: readonly Text[]): Texts => Object.fromEntries(texts.map(({ locale, text }) => [locale, text]));
/** As the server takes it: what was left empty is not said. */
export const textsIn = (texts: Texts): Text[] => Object.entries(texts).flatMap(([locale, text]) => (text.trim() ? [{ locale, text: text.trim() }] : []));
/** The languages to write in: those that are required, else the writer's own, and those that are written in already. */
export const localesOf = (required: readonly string[], own: string, ...written: readonly Texts[]): string[] => [...new Set([...(required.length ? required : [own]), ...written.flatMap((each) => Object.keys(each))])];
/** A whole number as written; what is none lies outside of every range, and the server says so. */
export const whole = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : -1);

/** What is missing or wrong, of the meeting or of one item. */
export interface Fault {
  readonly field: string;
  readonly itemId: string | null;
  readonly code: MeetingFaultCode;
  readonly about: readonly string[];
}

/** What the last notice said, and the law it was posted under; before there is one, the body's. */
export const lastNotice = (meeting: Meeting) => meeting.notices.at(-1) ?? null;
export const lawOf = (meeting: Meeting) => lastNotice(meeting)?.meetingLaw ?? meeting.body.meetingLaw;
/** Who asks for the hours that a notice hangs: the law, or the bylaws where they want more than it. */
export const hoursAskedBy = (meeting: Meeting) => {
  const law = lawOf(meeting);
  return meeting.noticeHours > (law === 'BROWN' && meeting.kind === 'SPECIAL' ? 24 : 72) ? 'PRIVATE' : law;
};

/** Whether the room is where things happen now: on the meeting's day, on the school's wall, and while it sits. */
export const hasRoom = ({ state, startsAt, environment: { timeZone } }: Pick<Meeting, 'state' | 'startsAt' | 'environment'>, now: number): boolean =>
  state === 'IN_SESSION' || (state === 'NOTICED' && startsAt != null && wallTime(startsAt, timeZone).date === wallTime(new Date(now).toISOString(), timeZone).date);

const isLate = ({ latestPosting }: Meeting, now: number): boolean => latestPosting != null && now > Date.parse(latestPosting);

/** Everything that keeps the notice from being posted now, in the words of the server's own answer, so that nobody has to try in order to be told. */
export function openFaults(meeting: Meeting, now: number): Fault[] {
  const required = meeting.environment.requiredLocales;
  const texts = (field: string, itemId: string | null, of: readonly Text[], owed: boolean): Fault[] => {
    const said = of.filter(({ text }) => text.trim() !== '').map(({ locale }) => locale);
    if (said.length === 0) return owed ? [{ field, itemId, code: 'REQUIRED', about: [] }] : [];
    const missing = required.filter((locale) => !said.includes(locale));
    return missing.length > 0 ? [{ field, itemId, code: 'MISSING_LOCALES', about: missing }] : [];
  };
  const { agenda, latestPosting, place, startsAt, title } = meeting;
  return [
    ...texts('title', null, title, true),
    ...(startsAt == null ? [{ field: 'startsAt', itemId: null, code: 'REQUIRED', about: [] } satisfies Fault] : []),
    ...texts('place', null, place, true),
    ...(isLate(meeting, now) && latestPosting != null && moved(meeting) ? [{ field: 'startsAt', itemId: null, code: 'TOO_LATE', about: [latestPosting] } satisfies Fault] : []),
    ...(agenda.length === 0 ? [{ field: 'items', itemId: null, code: 'REQUIRED', about: [] } satisfies Fault] : []),
    ...agenda.flatMap(({ id, title: words, description, rationale, intent }) => [
      ...texts('title', id, words, true), ...texts('description', id, description, true), ...texts('rationale', id, rationale, intent === 'ACTION'),
    ]),
  ];
}

/** The next notice says another time or place than the last, or is the first. */
function moved(meeting: Meeting): boolean {
  const posted = lastNotice(meeting);
  if (posted === null || posted.startsAt !== meeting.startsAt) return true;
  const now = textsOf(meeting.place);
  return posted.place.some(({ locale, text }) => now[locale] !== text);
}

/** Items that could be decided before, or are new, and can only be talked about once the next version is posted now. */
export const losing = (meeting: Meeting, now: number): Item[] =>
  (lastNotice(meeting) !== null && isLate(meeting, now) ? meeting.agenda.filter(({ changed, intent, standing }) => changed && intent === 'ACTION' && standing?.reason !== 'CHANGED_TOO_LATE') : []);

/** A meeting as a form holds it: clock times of the school's wall. */
export interface MeetingDraft {
  readonly title: Texts;
  readonly kind: MeetingKind;
  readonly date: string;
  readonly starts: string;
  readonly ends: string;
  readonly place: Texts;
  readonly onlineUrl: string;
  readonly interpretation: readonly string[];
  readonly childcare: boolean;
}

export function draftOf(meeting: Meeting | null, timeZone: string): MeetingDraft {
  const starts = meeting?.startsAt ? wallTime(meeting.startsAt, timeZone) : null;
  return {
    title: textsOf(meeting?.title ?? []), kind: meeting?.kind ?? 'REGULAR', date: starts?.date ?? '', starts: starts?.time ?? '', ends: meeting?.endsAt ? wallTime(meeting.endsAt, timeZone).time : '',
    place: textsOf(meeting?.place ?? []), onlineUrl: meeting?.onlineUrl ?? '', interpretation: meeting?.interpretation ?? [], childcare: meeting?.childcare ?? false,
  };
}

export const inputOf = ({ title, kind, date, starts, ends, place, onlineUrl, interpretation, childcare }: MeetingDraft, timeZone: string): MeetingInput => ({
  title: textsIn(title), kind, place: textsIn(place), interpretation: [...interpretation], childcare, onlineUrl: onlineUrl.trim() || null,
  startsAt: instant({ date, time: starts }, timeZone), endsAt: ends ? instant({ date, time: ends }, timeZone) : null,
});

/** An agenda item as a form holds it. */
export interface ItemDraft {
  readonly title: Texts;
  readonly description: Texts;
  readonly rationale: Texts;
  readonly intent: ItemIntent;
  readonly minutes: string;
  readonly presenter: string;
}

export const itemDraftOf = (item: Item | null): ItemDraft => ({
  title: textsOf(item?.title ?? []), description: textsOf(item?.description ?? []), rationale: textsOf(item?.rationale ?? []),
  intent: item?.intent ?? 'DISCUSSION', minutes: item?.minutesPlanned?.toString() ?? '', presenter: item?.presenter ?? '',
});

export const itemInputOf = ({ title, description, rationale, intent, minutes, presenter }: ItemDraft): AgendaItemInput => ({
  title: textsIn(title), description: textsIn(description), rationale: textsIn(rationale), intent,
  minutesPlanned: minutes.trim() ? whole(minutes) : null, presenter: presenter.trim() || null,
});

/** Where an item may go by one step up or down among its own, into the item above it, or out of the one it is part of; null where it cannot. */
export function stepsOf(agenda: readonly Item[], item: Item): Record<'up' | 'down' | 'into' | 'out', { readonly parentId: string | null; readonly position: number } | null> {
  const parentId = item.parentId ?? null;
  const among = agenda.filter((each) => (each.parentId ?? null) === parentId);
  const at = among.findIndex(({ id }) => id === item.id);
  const before = among[at - 1];
  const hasParts = agenda.some((each) => each.parentId === item.id);
  const firsts = agenda.filter(({ depth }) => depth === 0);
  return {
    up: at > 0 ? { parentId, position: at } : null,
    down: at < among.length - 1 ? { parentId, position: at + 2 } : null,
    into: item.depth === 0 && before && !hasParts ? { parentId: before.id, position: 1000 } : null,
    out: item.depth === 1 ? { parentId: null, position: firsts.findIndex(({ id }) => id === parentId) + 2 } : null,
  };
}
