import type { Statements } from '../../../platform/database/database.ts';
import { isStudent, isUuid, uniformName, uuidArray } from '../../people/index.ts';
import type { Intent, MeetingKind, MeetingLaw, MeetingState, NoticeRule, Texts } from '../domain/meeting.ts';
import type { PaperFacts } from '../domain/papers.ts';
import { type PostingProofFacts, type PostingWhere, countedFrom } from '../domain/posting-proof.ts';
import type { PostedVersion } from '../domain/standing-of-item.ts';

export type ItemState = 'PROPOSED' | 'POSTED' | 'ACTED' | 'CONTINUED' | 'WITHDRAWN';

/** What is said of a meeting, as it is worked on or as a notice gave it. */
export interface MeetingWords {
  readonly kind: MeetingKind;
  readonly title: Texts;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly place: Texts;
  readonly onlineUrl: string | null;
  readonly interpretation: readonly string[];
  readonly childcare: boolean;
}

/** What is said of an item, and where it stands. */
export interface ItemWords {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly title: Texts;
  readonly description: Texts;
  readonly rationale: Texts;
  readonly intent: Intent;
  readonly minutesPlanned: number | null;
  readonly presenter: string | null;
}

export interface ItemRecord extends ItemWords {
  readonly state: ItemState;
  /** In session; null of what a notice lists or the next one will. */
  readonly addedAt: Date | null;
  /** Meetings whose agendas it was on before, the first one first. */
  readonly before: readonly string[];
}

/** A paper of an item, and the file it is. */
export interface PaperRecord extends PaperFacts, FiledRecord {
  readonly id: string;
  /** Among those of its item. */
  readonly position: number;
  readonly title: string;
}

/** What is in a file. */
export interface FiledRecord {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly digest: string;
}

/** A paper as a notice listed it; its title is the one it had then. */
export type NoticePaperRecord = Omit<PaperRecord, 'position'>;

/** An item as one version of the notice shows it. */
export interface NoticeItemRecord extends ItemWords {
  readonly digest: string;
  readonly papers: readonly NoticePaperRecord[];
}

/** Somebody who did something in their office. */
interface Named { readonly name: string; readonly student: boolean }

export interface ProofRecord extends Named {
  readonly id: string;
  readonly noticeNumber: number;
  readonly where: PostingWhere;
  readonly place: string;
  readonly postedAt: Date;
  readonly recordedAt: Date;
  /** Of the notice where it hangs. */
  readonly photo: FiledRecord | null;
}

/** A version of the notice, as it was posted. */
export interface NoticeRecord extends MeetingWords, Named {
  readonly number: number;
  readonly startsAt: Date;
  readonly postedAt: Date;
  readonly meetingLaw: MeetingLaw;
  readonly noticeHours: number;
  readonly digest: string;
  readonly items: readonly NoticeItemRecord[];
}

export interface MeetingRecord extends MeetingWords {
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  readonly bodyId: string;
  readonly state: MeetingState;
  readonly version: number;
  readonly seriesId: string | null;
  readonly cancelReason: string | null;
  readonly cancelledAt: Date | null;
  readonly createdAt: Date;
  /** As it is worked on, without what was withdrawn. */
  readonly items: readonly ItemRecord[];
  /** The first one first. */
  readonly notices: readonly NoticeRecord[];
  readonly proofs: readonly ProofRecord[];
  /** Of every item, those withdrawn among them, in the order of each item's own. */
  readonly papers: readonly PaperRecord[];
}

/** Milliseconds since 1970. */
const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)`;

const words = (of: string) => `'kind', ${of}.kind, 'title', ${of}.title, 'startsAt', ${ms(`${of}.starts_at`)}, 'endsAt', ${ms(`${of}.ends_at`)}, 'place', ${of}.place,
  'onlineUrl', ${of}.online_url, 'interpretation', ${of}.interpretation, 'childcare', ${of}.childcare`;
const itemWords = (of: string) => `'parentId', ${of}.parent_id, 'position', ${of}.position, 'title', ${of}.title, 'description', ${of}.description,
  'rationale', ${of}.rationale, 'intent', ${of}.intent, 'minutesPlanned', ${of}.minutes_planned, 'presenter', ${of}.presenter`;
const filed = `'fileName', f.name, 'mediaType', f.media_type, 'bytes', f.bytes, 'digest', f.digest`;
const paper = `'id', p.id, 'itemId', p.item_id, 'addedAt', ${ms('p.added_at')}, 'withdrawnAt', ${ms('p.withdrawn_at')}, ${filed}`;
const named = (person: string) => `'givenName', i.given_name, 'familyName', i.family_name,
  'student', ${isStudent(person, 'm.environment_id')}`;

const WHOLE = `json_build_object('id', m.id, 'schoolId', m.school_id, 'environmentId', m.environment_id, 'bodyId', m.body_id, 'state', m.state,
  'version', m.version, 'seriesId', m.series_id, 'cancelReason', m.cancel_reason,
  'cancelledAt', ${ms('m.cancelled_at')}, 'createdAt', ${ms('m.created_at')}, ${words('m')},
  'items', (select coalesce(json_agg(json_build_object('id', a.id, 'state', a.state, 'addedAt', ${ms('a.added_at')}, 'before', (select coalesce(json_agg(b.meeting_id order by l.nth), '[]')
        from unnest(a.lineage) with ordinality l (id, nth) join agenda_item b on b.id = l.id), ${itemWords('a')}) order by a.position, a.id), '[]')
    from agenda_item a where a.meeting_id = m.id and a.state <> 'WITHDRAWN'),
  'notices', (select coalesce(json_agg(json_build_object('number', n.number, 'postedAt', ${ms('n.posted_at')}, 'meetingLaw', n.meeting_law,
      'noticeHours', n.notice_hours, 'digest', n.digest, ${words('n')}, ${named('n.posted_by')},
      'items', (select coalesce(json_agg(json_build_object('id', t.item_id, 'digest', t.digest, ${itemWords('t')},
        'papers', (select coalesce(json_agg(json_build_object('title', l.title, ${paper}) order by l.position), '[]')
          from notice_paper l join agenda_paper p on p.id = l.paper_id join stored_file f on f.id = p.file_id
          where l.meeting_id = t.meeting_id and l.notice_number = t.notice_number and l.item_id = t.item_id)) order by t.position), '[]')
        from notice_item t where t.meeting_id = n.meeting_id and t.notice_number = n.number)) order by n.number), '[]')
    from notice n left join person_pii i on i.person_id = n.posted_by where n.meeting_id = m.id),
  'proofs', (select coalesce(json_agg(json_build_object('id', p.id, 'noticeNumber', p.notice_number, 'where', p.posted_where, 'place', p.place,
      'postedAt', ${ms('p.posted_at')}, 'recordedAt', ${ms('p.recorded_at')},
      'photo', case when f.id is not null then json_build_object(${filed}) end, ${named('p.attested_by')}) order by p.recorded_at, p.id), '[]')
    from posting_proof p left join person_pii i on i.person_id = p.attested_by left join stored_file f on f.id = p.photo_id where p.meeting_id = m.id),
  'papers', (select coalesce(json_agg(json_build_object('position', p.position, 'title', p.title, ${paper}) order by p.position, p.id), '[]')
    from agenda_paper p join stored_file f on f.id = p.file_id where p.meeting_id = m.id))`;

/** What the public reads of when it is: the last notice; null before the first one. */
const LAST_NOTICE = 'left join lateral (select starts_at, ends_at from notice where meeting_id = m.id order by number desc limit 1) l on true';

/** Meetings for which `condition` holds of `m` and its last notice `l`, in its order; under the school's scope. */
export async function meetingsWhere(em: Statements, condition: string, params: readonly unknown[]): Promise<MeetingRecord[]> {
  const [row] = await em.execute<{ meetings: string | null }[]>(
    `select json_agg(x.whole)::text as meetings from (select ${WHOLE} as whole from meeting m ${LAST_NOTICE} where ${condition}) x`, params);
  return row!.meetings === null ? [] : JSON.parse(row!.meetings, revive) as MeetingRecord[];
}

const TIMES = new Set(['startsAt', 'endsAt', 'postedAt', 'recordedAt', 'cancelledAt', 'createdAt', 'addedAt', 'withdrawnAt']);

/** Times become moments, and the two parts of a name the one form that all names have here. */
function revive(key: string, value: unknown): unknown {
  if (TIMES.has(key) && typeof value === 'number') return new Date(value);
  if (value === null || typeof value !== 'object' || !('givenName' in value)) return value;
  const { givenName, familyName, ...rest } = value as { givenName: string | null; familyName: string | null };
  return { ...rest, name: uniformName(givenName, familyName) };
}

export const meetingsById = (em: Statements, ids: readonly string[]): Promise<MeetingRecord[]> => meetingsWhere(em, 'm.id = any(?::uuid[])', [uuidArray(ids)]);

/** The meeting, held against every other act on it until the transaction ends; null when the school has none. */
export async function lockMeeting(em: Statements, id: string): Promise<MeetingRecord | null> {
  if (!isUuid(id)) return null;
  await em.execute('select id from meeting where id = ? for update', [id]);
  const [meeting] = await meetingsById(em, [id]);
  return meeting ?? null;
}

export const lastNotice = ({ notices }: Pick<MeetingRecord, 'notices'>): NoticeRecord | null => notices.at(-1) ?? null;

/** The rule a notice was posted under, whatever its body follows by now. */
export const ruleOfNotice = ({ meetingLaw, kind, noticeHours }: NoticeRecord): NoticeRule => ({ law: meetingLaw, kind, noticeHours });

export const proofFacts = ({ noticeNumber, where, postedAt }: ProofRecord): PostingProofFacts => ({ version: noticeNumber, where, postedAt });

/** Every version as its rules see it. */
export const postedVersions = ({ notices, proofs }: Pick<MeetingRecord, 'notices' | 'proofs'>): PostedVersion[] => notices.map(({ number, postedAt, items }) => ({
  postedAt: countedFrom({ version: number, publishedAt: postedAt }, proofs.map(proofFacts)),
  items: items.map(({ id, digest, intent }) => ({ itemId: id, digest, intent })),
}));
