import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/**
 * Meetings of a body: the agenda as it is worked on, the notices as they were posted, which are only ever added to, and
 * somebody's word that they hung where everybody could read them.
 */
export class Meetings extends Migration {
  override async up(): Promise<void> {
    for (const part of [MEETINGS, NOTICES, WALLS, GRANTS]) {
      for (const statement of statements(part)) this.addSql(statement);
    }
  }
}

const KINDS = `('REGULAR', 'SPECIAL', 'PLANNING_SESSION')`;
const INTENTS = `('ACTION', 'DISCUSSION', 'INFORMATION')`;

const MEETINGS = `
create table meeting (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  environment_id uuid not null,
  body_id uuid not null,
  kind text not null check (kind in ${KINDS}),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'NOTICED', 'IN_SESSION', 'ADJOURNED', 'NO_QUORUM', 'CANCELLED')),
  version integer not null default 1,
  title jsonb not null,
  starts_at timestamptz,
  -- As planned.
  ends_at timestamptz,
  place jsonb not null default '{}',
  online_url text check (online_url ~ '^https://'),
  -- Languages it is interpreted into.
  interpretation text[] not null default '{}',
  childcare boolean not null default false,
  called_by uuid not null,
  -- The same for all that were drafted at once.
  series_id uuid,
  cancelled_at timestamptz,
  cancel_reason text check (cancel_reason <> ''),
  cancelled_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  unique (school_id, id),
  foreign key (school_id, environment_id) references learning_environment (school_id, id),
  foreign key (school_id, body_id) references governing_body (school_id, id),
  foreign key (school_id, called_by) references person (school_id, id),
  foreign key (school_id, cancelled_by) references person (school_id, id),
  check (state in ('DRAFT', 'CANCELLED') or starts_at is not null),
  check (ends_at > starts_at),
  check ((state = 'CANCELLED') = (cancelled_at is not null)),
  check ((cancelled_at is null) = (cancelled_by is null))
);
create index meeting_by_body on meeting (body_id, starts_at desc);
create index meeting_by_environment on meeting (environment_id, starts_at);

-- As it is worked on; what the public reads of it is in the notices.
create table agenda_item (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  meeting_id uuid not null,
  parent_id uuid,
  -- Among those under the same parent.
  position smallint not null check (position > 0),
  title jsonb not null,
  description jsonb not null default '{}',
  rationale jsonb not null default '{}',
  intent text not null check (intent in ${INTENTS}),
  minutes_planned smallint check (minutes_planned between 1 and 600),
  presenter text check (presenter <> ''),
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'POSTED', 'ACTED', 'CONTINUED', 'WITHDRAWN')),
  unique (school_id, id),
  unique (meeting_id, id),
  foreign key (school_id, meeting_id) references meeting (school_id, id),
  foreign key (meeting_id, parent_id) references agenda_item (meeting_id, id),
  check (parent_id <> id)
);
create index agenda_item_by_meeting on agenda_item (meeting_id, position);
`;

/** What the law asks of a first notice is asked here again, so that no bug can post an unlawful one (rules 1 and 4). */
const NOTICES = `
create table notice (
  meeting_id uuid not null,
  number smallint not null check (number > 0),
  school_id uuid not null,
  posted_at timestamptz not null,
  posted_by uuid not null,
  title jsonb not null check (title <> '{}'),
  starts_at timestamptz not null,
  ends_at timestamptz,
  place jsonb not null check (place <> '{}'),
  online_url text,
  interpretation text[] not null default '{}',
  childcare boolean not null default false,
  -- The rule it was posted under.
  kind text not null check (kind in ${KINDS}),
  meeting_law text not null check (meeting_law in ('GREENE', 'BROWN', 'PRIVATE')),
  notice_hours smallint not null check (notice_hours >= 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (meeting_id, number),
  foreign key (school_id, meeting_id) references meeting (school_id, id),
  foreign key (school_id, posted_by) references person (school_id, id),
  check (notice_hours >= case when meeting_law = 'PRIVATE' then 0 when meeting_law = 'BROWN' and kind = 'SPECIAL' then 24 else 72 end),
  check (number > 1 or extract(epoch from starts_at - posted_at) >= notice_hours * 3600)
);

create table notice_item (
  meeting_id uuid not null,
  notice_number smallint not null,
  item_id uuid not null,
  school_id uuid not null,
  -- In the order in which the notice reads.
  position smallint not null check (position > 0),
  parent_id uuid,
  title jsonb not null check (title <> '{}'),
  description jsonb not null check (description <> '{}'),
  rationale jsonb not null,
  intent text not null check (intent in ${INTENTS}),
  minutes_planned smallint,
  presenter text,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (meeting_id, notice_number, item_id),
  unique (meeting_id, notice_number, position),
  foreign key (meeting_id, notice_number) references notice (meeting_id, number),
  foreign key (meeting_id, item_id) references agenda_item (meeting_id, id),
  foreign key (meeting_id, parent_id) references agenda_item (meeting_id, id),
  foreign key (school_id, item_id) references agenda_item (school_id, id),
  check (intent <> 'ACTION' or rationale <> '{}')
);

create table posting_proof (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  meeting_id uuid not null,
  notice_number smallint not null,
  -- At the school site or another place everybody can reach, or online, which is not enough by itself.
  posted_where text not null check (posted_where in ('SITE', 'ONLINE')),
  place text not null check (place <> ''),
  attested_by uuid not null,
  posted_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (school_id, id),
  foreign key (school_id, meeting_id) references meeting (school_id, id),
  foreign key (meeting_id, notice_number) references notice (meeting_id, number),
  foreign key (school_id, attested_by) references person (school_id, id),
  check (posted_at <= recorded_at)
);
create index posting_proof_by_meeting on posting_proof (meeting_id, notice_number);
`;

const TABLES = ['meeting', 'agenda_item', 'notice', 'notice_item', 'posting_proof'];

const WALLS = [
  ...TABLES.map((table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_school on ${table} to plenary_app
  using (school_id = current_school()) with check (school_id = current_school());`),
  'create policy gate on meeting to plenary_gate using (true);',
].join('\n');

const GRANTS = `
grant select, insert, update on meeting, agenda_item to plenary_app;
grant select, insert on notice, notice_item, posting_proof to plenary_app;
grant select (id, school_id) on meeting to plenary_gate;
`;
