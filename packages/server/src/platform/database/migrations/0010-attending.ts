import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/** What people plan to do about meetings: follow them in a calendar of their own, come, and ask for what they need to come. */
export class Attending extends Migration {
  override async up(): Promise<void> {
    for (const part of [CALENDAR_LINKS, PLANS, WALLS, GRANTS]) {
      for (const statement of statements(part)) this.addSql(statement);
    }
  }
}

const CALENDAR_LINKS = `
-- One each; a new one takes the place of the old.
create table calendar_link (
  person_id uuid primary key,
  school_id uuid not null,
  -- SHA-256 of the 128 bits in its address, which are kept nowhere.
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  made_at timestamptz not null default clock_timestamp(),
  foreign key (school_id, person_id) references person (school_id, id)
);
`;

const PLANS = `
-- What somebody said last; earlier answers are nobody's business.
create table attendance_plan (
  meeting_id uuid not null,
  person_id uuid not null,
  school_id uuid not null,
  answer text not null check (answer in ('COMING', 'NOT_COMING', 'REMOTE')),
  -- The language they need an interpreter for.
  interpreter text check (interpreter <> ''),
  children smallint not null default 0 check (children between 0 and 12),
  note text check (note <> '' and length(note) <= 500),
  answered_at timestamptz not null,
  -- Since when an interpreter or childcare is asked for as it is now.
  asked_at timestamptz,
  primary key (meeting_id, person_id),
  foreign key (school_id, meeting_id) references meeting (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id),
  check ((asked_at is null) = (interpreter is null and children = 0))
);
create index attendance_plan_by_person on attendance_plan (person_id);
`;

const WALLS = [
  ...['calendar_link', 'attendance_plan'].map((table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_school on ${table} to plenary_app
  using (school_id = current_school()) with check (school_id = current_school());`),
  'create policy gate on calendar_link to plenary_gate using (true);',
].join('\n');

const GRANTS = `
grant select, insert, update, delete on calendar_link, attendance_plan to plenary_app;
grant select (secret_hash, school_id, person_id) on calendar_link to plenary_gate;
`;
