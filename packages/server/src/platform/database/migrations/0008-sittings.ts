import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/**
 * Meetings as they are held: who came and went, what was before the body, who asked to speak, and every act of the room
 * by the key its device gave it. What was taken down of arrivals, offers and acts is only ever added to.
 */
export class Sittings extends Migration {
  override async up(): Promise<void> {
    for (const part of [ITEMS, SITTINGS, ATTENDANCE, SPEAKERS, WALLS, GRANTS]) {
      for (const statement of statements(part)) this.addSql(statement);
    }
  }
}

const ITEMS = `
-- Codes at the door and the ids of members are made from it; no answer of the server carries it.
alter table meeting add column door_secret bytea not null default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());

alter table agenda_item
  add column outcome text not null default 'OPEN' check (outcome in ('OPEN', 'ACTED', 'CONTINUED', 'TABLED', 'WITHDRAWN', 'DISCUSSED')),
  add column taken_up_at timestamptz,
  add column closed_at timestamptz,
  -- In session; on no notice.
  add column added_at timestamptz,
  -- The body found both that it must be acted on and that this arose after posting.
  add column urgency_found_at timestamptz,
  -- What put it on the agenda by itself, for example an item of an earlier meeting.
  add column origin_kind text check (origin_kind <> ''),
  add column origin_id uuid,
  -- Items it was before, on earlier agendas; the first one first.
  add column lineage uuid[] not null default '{}',
  add check ((origin_kind is null) = (origin_id is null)),
  add check ((outcome = 'OPEN') = (closed_at is null)),
  add check (closed_at >= taken_up_at);
-- Whatever comes up by itself comes up once.
create unique index agenda_item_by_origin on agenda_item (school_id, origin_kind, origin_id) where origin_kind is not null;
`;

/** What the law asks of a call to order is asked here again, so that no bug can hold an unlawful meeting (rules 1 and 5). */
const SITTINGS = `
create table sitting (
  meeting_id uuid primary key,
  school_id uuid not null,
  version integer not null default 0,
  -- Whatever happens to bylaws and seats from here on changes nothing of it.
  frozen_at timestamptz,
  called_to_order_at timestamptz,
  ended_at timestamptz,
  -- The rules it is held under: those of the last notice, and the bylaws of the day.
  meeting_law text check (meeting_law in ('GREENE', 'BROWN', 'PRIVATE')),
  notice_hours smallint check (notice_hours >= 0),
  noticed_for timestamptz,
  -- The first moment at which a notice hung at the site.
  hung_since timestamptz,
  rules jsonb,
  presiding_person uuid,
  recorder_person uuid,
  visitors smallint not null default 0 check (visitors between 0 and 9999),
  current_item uuid,
  unique (school_id, meeting_id),
  foreign key (school_id, meeting_id) references meeting (school_id, id),
  foreign key (meeting_id, current_item) references agenda_item (meeting_id, id),
  foreign key (school_id, presiding_person) references person (school_id, id),
  foreign key (school_id, recorder_person) references person (school_id, id),
  check ((frozen_at is null) = (rules is null)),
  check (frozen_at is null or (meeting_law is not null and notice_hours is not null and noticed_for is not null)),
  check (called_to_order_at is null or (frozen_at is not null and presiding_person is not null)),
  check (called_to_order_at >= noticed_for),
  check (called_to_order_at is null or meeting_law = 'PRIVATE' or (hung_since is not null and extract(epoch from noticed_for - hung_since) >= notice_hours * 3600)),
  check (ended_at >= noticed_for),
  check (ended_at >= called_to_order_at),
  check (current_item is null or (called_to_order_at is not null and ended_at is null))
);

-- Who held a seat that day; from the freezing on it is the whole body.
create table sitting_member (
  id uuid primary key,
  school_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  seat_id uuid,
  seat_name jsonb not null,
  constituency text not null check (constituency in ('PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'COMMUNITY', 'EL_PARENT')),
  number smallint not null check (number > 0),
  votes boolean not null,
  office text,
  -- In the order of seats.
  position smallint not null check (position > 0),
  -- False for who gave the seat up before the rules were frozen.
  sits boolean not null default true,
  unique (school_id, id),
  unique (meeting_id, id),
  unique (meeting_id, person_id),
  foreign key (school_id, meeting_id) references sitting (school_id, meeting_id),
  foreign key (school_id, person_id) references person (school_id, id),
  foreign key (school_id, seat_id) references seat (school_id, id)
);

-- The key a device gave an act: the same again is answered, and not done again.
create table sitting_act (
  meeting_id uuid not null,
  actor_id uuid not null,
  key uuid not null,
  school_id uuid not null,
  act text not null check (act <> ''),
  done_at timestamptz not null default clock_timestamp(),
  primary key (meeting_id, actor_id, key),
  foreign key (school_id, meeting_id) references sitting (school_id, meeting_id),
  foreign key (school_id, actor_id) references person (school_id, id)
);
`;

const ATTENDANCE = `
create table attendance (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  meeting_id uuid not null,
  -- In the order in which it was taken down.
  nth integer not null check (nth > 0),
  member_id uuid not null,
  kind text not null check (kind in ('ARRIVED', 'LEFT')),
  way text check (way in ('IN_ROOM', 'REMOTE')),
  at timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (school_id, id),
  unique (meeting_id, nth),
  foreign key (school_id, meeting_id) references sitting (school_id, meeting_id),
  foreign key (meeting_id, member_id) references sitting_member (meeting_id, id),
  foreign key (school_id, member_id) references sitting_member (school_id, id),
  foreign key (school_id, recorded_by) references person (school_id, id),
  check ((kind = 'ARRIVED') = (way is not null)),
  check (at <= recorded_at)
);

create table comment_offer (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  meeting_id uuid not null,
  -- Null: to anything within the body's jurisdiction.
  item_id uuid,
  offered_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  unique (school_id, id),
  foreign key (school_id, meeting_id) references sitting (school_id, meeting_id),
  foreign key (meeting_id, item_id) references agenda_item (meeting_id, id),
  foreign key (school_id, item_id) references agenda_item (school_id, id),
  foreign key (school_id, offered_by) references person (school_id, id)
);
create index comment_offer_by_meeting on comment_offer (meeting_id, at);
`;

const SPEAKERS = `
create table speaker (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  kind text not null check (kind in ('PUBLIC', 'MEMBER')),
  -- Null: a visitor whom whoever runs the sitting entered.
  person_id uuid,
  -- As a visitor gave it.
  name text check (name <> ''),
  name_withheld boolean not null default false,
  language text check (language <> ''),
  translated boolean not null default false,
  simultaneous boolean not null default false,
  remote boolean not null default false,
  -- What this speaker has, with what was added.
  seconds integer not null check (seconds between 1 and 36000),
  state text not null default 'WAITING' check (state in ('WAITING', 'SPEAKING', 'DONE', 'WITHDRAWN')),
  -- Among those of the sitting, in the order in which they are called.
  position integer not null check (position > 0),
  -- Since when the clock runs; null while it stands.
  running_since timestamptz,
  -- Before that.
  spent_ms integer not null default 0 check (spent_ms >= 0),
  entered_by uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  unique (school_id, id),
  foreign key (school_id, meeting_id) references sitting (school_id, meeting_id),
  foreign key (meeting_id, item_id) references agenda_item (meeting_id, id),
  foreign key (school_id, item_id) references agenda_item (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id),
  foreign key (school_id, entered_by) references person (school_id, id),
  check (running_since is null or state = 'SPEAKING'),
  check (simultaneous <= translated),
  check (kind = 'PUBLIC' or person_id is not null)
);
create index speaker_by_meeting on speaker (meeting_id, position);
create unique index speaker_who_speaks on speaker (meeting_id) where state = 'SPEAKING';
`;

const TABLES = ['sitting', 'sitting_member', 'sitting_act', 'attendance', 'comment_offer', 'speaker'];

const WALLS = TABLES.map((table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_school on ${table} to plenary_app
  using (school_id = current_school()) with check (school_id = current_school());`).join('\n');

const GRANTS = `
grant select, insert, update on sitting, sitting_member, speaker to plenary_app;
grant select, insert on sitting_act, attendance, comment_offer to plenary_app;
`;
