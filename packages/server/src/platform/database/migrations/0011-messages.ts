import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/**
 * Messages to people: one row for each recipient, in a mailbox only that person reads, and how each travels beyond the
 * mailbox. Which bodies somebody follows, and by which channels they want to hear.
 */
export class Messages extends Migration {
  override async up(): Promise<void> {
    for (const part of [MESSAGES, CHOICES, WALLS, GRANTS]) {
      for (const statement of statements(part)) this.addSql(statement);
    }
  }
}

const CHANNELS = `('EMAIL', 'SMS')`;

const MESSAGES = `
create table message (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  environment_id uuid not null,
  person_id uuid not null,
  -- The closed list of kinds is the program's: a kind without a template cannot be sent.
  kind text not null check (kind ~ '^[A-Z]+(_[A-Z]+)*$'),
  about_kind text not null check (about_kind ~ '^[A-Z]+(_[A-Z]+)*$'),
  about_id uuid not null,
  path text not null check (path ~ '^/[a-z0-9/_-]*(#[a-z0-9-]+)?$'),
  -- What fills the template, in the languages it was written in; the text is made when somebody reads.
  words jsonb not null,
  dedupe_key text not null check (dedupe_key <> ''),
  sent_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  -- In the mailbox from then on.
  arrives_at timestamptz not null,
  read_at timestamptz,
  -- When it was decided how it travels on.
  posted_at timestamptz,
  unique (school_id, id),
  unique (person_id, dedupe_key),
  foreign key (school_id, environment_id) references learning_environment (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id) on delete cascade
);
create index message_by_person on message (person_id, arrives_at desc, id desc);
create index message_unread on message (person_id) where read_at is null;
create index message_unposted on message (arrives_at) where posted_at is null;
create index message_by_age on message (sent_at);

create table message_delivery (
  message_id uuid not null,
  channel text not null check (channel in ${CHANNELS}),
  school_id uuid not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'DROPPED', 'FAILED')),
  due_at timestamptz not null,
  -- Somebody is at it until then; past it, whoever looks next tries again.
  claimed_until timestamptz,
  tries smallint not null default 0,
  -- A code: why it was dropped, or what the last try met.
  reason text check (reason ~ '^[A-Z]+(_[A-Z]+)*$'),
  settled_at timestamptz,
  primary key (message_id, channel),
  foreign key (school_id, message_id) references message (school_id, id) on delete cascade,
  check ((state = 'WAITING') = (settled_at is null))
);
create index message_delivery_due on message_delivery (due_at) where state = 'WAITING';

-- What the development carrier was handed, in place of sending it; empty where there is a real carrier.
create table development_letter (
  message_id uuid not null,
  channel text not null check (channel in ${CHANNELS}),
  school_id uuid not null,
  person_id uuid not null,
  sent_to text not null,
  locale text not null,
  title text not null,
  body text not null,
  url text not null,
  carried_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (message_id, channel),
  foreign key (school_id, message_id) references message (school_id, id) on delete cascade,
  foreign key (school_id, person_id) references person (school_id, id) on delete cascade
);
create index development_letter_by_age on development_letter (carried_at desc, message_id, channel);
`;

const CHOICES = `
create table message_channel (
  person_id uuid not null,
  channel text not null check (channel in ${CHANNELS}),
  school_id uuid not null,
  wanted boolean not null,
  primary key (person_id, channel),
  foreign key (school_id, person_id) references person (school_id, id) on delete cascade
);

create table body_follow (
  body_id uuid not null,
  person_id uuid not null,
  school_id uuid not null,
  followed_at timestamptz not null default clock_timestamp(),
  primary key (body_id, person_id),
  foreign key (school_id, body_id) references governing_body (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id) on delete cascade
);
create index body_follow_by_person on body_follow (person_id);
`;

const TABLES = ['message', 'message_delivery', 'development_letter', 'message_channel', 'body_follow'];

const WALLS = [
  ...TABLES.map((table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_school on ${table} to plenary_app
  using (school_id = current_school()) with check (school_id = current_school());`),
  'create policy gate on message to plenary_gate using (true);',
  'create policy gate on message_delivery to plenary_gate using (true);',
].join('\n');

/** The gate finds schools for which there is work, and nothing of what it is about. */
const GRANTS = `
grant select, insert, delete on message to plenary_app;
grant update (read_at, posted_at) on message to plenary_app;
grant select, insert, update on message_delivery to plenary_app;
grant select, insert on development_letter to plenary_app;
grant select, insert, update on message_channel to plenary_app;
grant select, insert, delete on body_follow to plenary_app;
grant select (school_id, sent_at, arrives_at, posted_at) on message to plenary_gate;
grant select (school_id, state, due_at) on message_delivery to plenary_gate;
`;
