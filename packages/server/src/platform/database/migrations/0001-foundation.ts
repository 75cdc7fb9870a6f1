import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/**
 * The house from its first day: every table carries `school_id` and is walled by
 * row-level security; the application acts through roles that own no table.
 *
 * - `plenary_none`: what a connection is until a scope is chosen; it may do nothing.
 * - `plenary_app`: one school's data, the school named by `plenary.school`.
 * - `plenary_gate`: finds which school a token, slug or due ballot belongs to, across schools.
 * - `plenary_caster`: marks the roll and fills the box; cannot read the box.
 * - `plenary_teller`: reads the box of a ballot that is closed, nothing else.
 */
export class Foundation extends Migration {
  override async up(): Promise<void> {
    for (const part of [ROLES, PEOPLE, BALLOTS, RECORDS, WALLS, GRANTS]) {
      for (const statement of statements(part)) this.addSql(statement);
    }
  }
}

// Roles belong to the whole cluster, so two databases being migrated at once may race for them.
const ROLES = `
do $$
declare r text;
begin
  foreach r in array array['plenary_none', 'plenary_app', 'plenary_gate', 'plenary_caster', 'plenary_teller'] loop
    begin
      execute format('create role %I nologin', r);
    exception when duplicate_object or unique_violation then null;
    end;
    begin
      execute format('grant %I to current_user', r);
    exception when others then
      if not pg_has_role(current_user, r, 'member') then raise; end if;
    end;
  end loop;
end $$;

revoke all on schema public from public;
create schema registry;
create schema box;

create function current_school() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('plenary.school', true), '')::uuid $$;
`;

const PEOPLE = `
create table school (
  id uuid primary key default gen_random_uuid(),
  source_id text,
  name text not null check (name <> ''),
  created_at timestamptz not null default now()
);

create table learning_environment (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null references school,
  name text not null check (name <> ''),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  vision jsonb not null default '{}',
  required_locales text[] not null default '{en}' check (cardinality(required_locales) > 0),
  time_zone text not null default 'America/Los_Angeles',
  created_at timestamptz not null default now(),
  unique (school_id, id)
);

-- Names and contact data live apart from the person, so that a person can be forgotten
-- while records keep a stable id.
create table person (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null references school,
  source_id text,
  active boolean not null default true,
  locale text not null default 'en',
  grade text,
  english_learner boolean not null default false,
  household_id uuid,
  -- What the roster last said, so that a later one is told from a person's own choice.
  roster_locale text,
  roster_roles text[] not null default '{}',
  unique (school_id, id),
  unique (school_id, source_id)
);

create table person_pii (
  person_id uuid primary key,
  school_id uuid not null,
  given_name text not null,
  family_name text not null,
  email text,
  phone text,
  search text generated always as (lower(family_name || ' ' || given_name || ' ' || coalesce(email, ''))) stored,
  foreign key (school_id, person_id) references person (school_id, id) on delete cascade
);
create index person_pii_by_name on person_pii (school_id, family_name, given_name, person_id);

create table guardianship (
  school_id uuid not null,
  guardian_id uuid not null,
  student_id uuid not null,
  -- Whose roster row states the link; neither where the school made it by hand.
  by_student boolean not null default false,
  by_guardian boolean not null default false,
  primary key (guardian_id, student_id),
  foreign key (school_id, guardian_id) references person (school_id, id) on delete cascade,
  foreign key (school_id, student_id) references person (school_id, id) on delete cascade,
  check (guardian_id <> student_id)
);
create index guardianship_by_student on guardianship (student_id);

create table membership (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  environment_id uuid not null,
  person_id uuid not null,
  constituency text not null check (constituency in
    ('PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'COMMUNITY')),
  from_roster boolean not null default false,
  unique (environment_id, person_id, constituency),
  foreign key (school_id, environment_id) references learning_environment (school_id, id) on delete cascade,
  foreign key (school_id, person_id) references person (school_id, id) on delete cascade
);
create index membership_by_person on membership (person_id);
create index membership_by_constituency on membership (environment_id, constituency);

create table role_grant (
  school_id uuid not null,
  environment_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('ADMINISTRATOR', 'COORDINATOR', 'CLERK', 'OFFICER')),
  granted_at timestamptz not null default now(),
  primary key (environment_id, person_id, role),
  foreign key (school_id, environment_id) references learning_environment (school_id, id) on delete cascade,
  foreign key (school_id, person_id) references person (school_id, id) on delete cascade
);
create index role_grant_by_person on role_grant (person_id);

-- Only the hash of the token that a slip's secret yields is here; the secret never reaches the server.
create table access_slip (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  foreign key (school_id, person_id) references person (school_id, id) on delete cascade
);
create index access_slip_by_person on access_slip (person_id);

create table session (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  person_id uuid not null,
  slip_id uuid references access_slip on delete set null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  transport text not null check (transport in ('COOKIE', 'BEARER')),
  device text,
  guest boolean not null default false,
  started_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  foreign key (school_id, person_id) references person (school_id, id) on delete cascade
);
create index session_by_person on session (person_id);

-- A session that ends is told to every server, whoever ended it, so that its sockets close.
create function session_ended() returns trigger language plpgsql as $$
begin
  perform pg_notify('session', new.id::text);
  return null;
end $$;
create trigger session_ended after update of revoked_at on session for each row
  when (old.revoked_at is null and new.revoked_at is not null) execute function session_ended();

-- Whoever leaves, by hand or by roster, can no longer come in.
create function person_left() returns trigger language plpgsql as $$
begin
  update session set revoked_at = clock_timestamp() where person_id = new.id and revoked_at is null;
  update access_slip set revoked_at = clock_timestamp() where person_id = new.id and revoked_at is null;
  return null;
end $$;
create trigger person_left after update of active on person for each row
  when (old.active and not new.active) execute function person_left();

create table setup_link (
  token_hash bytea primary key check (length(token_hash) = 32),
  made_at timestamptz not null default now(),
  used_at timestamptz
);

create table roster_import (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null references school,
  environment_id uuid not null,
  state text not null check (state in ('READING', 'PREVIEWED', 'COMMITTING', 'COMMITTED', 'FAILED', 'DISCARDED')),
  file_name text not null,
  version text,
  delta boolean not null default false,
  org_source_id text,
  orgs jsonb not null default '[]',
  counts jsonb not null default '[]',
  done integer not null default 0,
  total integer,
  fault_count integer not null default 0,
  warning_count integer not null default 0,
  -- Hash of the previewed effects: what is committed is what was seen.
  plan_digest text,
  started_by uuid,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  foreign key (school_id, environment_id) references learning_environment (school_id, id) on delete cascade
);
create index roster_import_by_environment on roster_import (environment_id, started_at desc, id);

create table roster_import_fault (
  import_id uuid not null references roster_import on delete cascade,
  school_id uuid not null,
  ordinal integer not null,
  level text not null check (level in ('FAULT', 'WARNING')),
  code text not null,
  file text not null,
  line integer,
  column_name text,
  value text,
  primary key (import_id, ordinal)
);

-- What a row of the files will do; dropped when the import is committed or discarded.
create table roster_import_row (
  import_id uuid not null references roster_import on delete cascade,
  school_id uuid not null,
  ordinal integer not null,
  file text not null,
  line integer not null,
  effect text not null check (effect in ('ADD', 'CHANGE', 'KEEP', 'LEAVE')),
  source_id text not null,
  record jsonb not null,
  changes text[] not null default '{}',
  primary key (import_id, ordinal)
);
create index roster_import_row_by_effect on roster_import_row (import_id, effect, ordinal);
`;

const BALLOTS = `
create table ballot (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  environment_id uuid not null,
  state text not null default 'DRAFT' check (state in
    ('DRAFT', 'SCHEDULED', 'OPEN', 'CLOSED', 'TALLIED', 'CERTIFIED', 'WITHDRAWN')),
  version integer not null default 1,
  question jsonb not null,
  description jsonb not null default '{}',
  method text not null check (method in ('YES_NO', 'CHOOSE_ONE', 'APPROVAL')),
  max_choices integer not null check (max_choices > 0),
  binding text not null check (binding in ('ADVISORY', 'BINDING', 'ELECTS')),
  bylaw text,
  combine text not null check (combine in ('EVERY_CONSTITUENCY', 'TOGETHER')),
  opens_at timestamptz,
  closes_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  close_reason text,
  tallied_at timestamptz,
  certified_at timestamptz,
  result jsonb,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  unique (school_id, id),
  foreign key (school_id, environment_id) references learning_environment (school_id, id),
  foreign key (school_id, created_by) references person (school_id, id),
  check (opens_at is null or closes_at is null or opens_at < closes_at),
  check (state in ('DRAFT', 'WITHDRAWN') or closes_at is not null),
  check ((state in ('TALLIED', 'CERTIFIED')) = (result is not null))
);
create index ballot_by_environment on ballot (environment_id, created_at desc, id desc);
create index ballot_due on ballot (state, opens_at, closes_at) where state in ('SCHEDULED', 'OPEN', 'CLOSED');

create table ballot_option (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  ballot_id uuid not null,
  position smallint not null,
  kind text not null check (kind in ('CHOICE', 'YES', 'NO', 'ABSTAIN')),
  label jsonb not null,
  unique (ballot_id, position),
  foreign key (school_id, ballot_id) references ballot (school_id, id) on delete cascade
);

create table ballot_constituency (
  ballot_id uuid not null,
  school_id uuid not null,
  constituency text not null check (constituency in
    ('PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'COMMUNITY', 'EL_PARENT')),
  quorum jsonb not null,
  majority jsonb,
  -- Frozen with the roll; \`voted\` is what may be published so far, brought up to date on a timer.
  roll_size integer,
  voted integer not null default 0,
  counted_at timestamptz,
  primary key (ballot_id, constituency),
  foreign key (school_id, ballot_id) references ballot (school_id, id) on delete cascade
);

create table certification (
  ballot_id uuid not null,
  school_id uuid not null,
  person_id uuid not null,
  role text not null,
  certified_at timestamptz not null default now(),
  primary key (ballot_id, person_id),
  foreign key (school_id, ballot_id) references ballot (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);

-- Roll and box: no timestamp, sequence or key joins a voter to a vote.
-- \`cast_key\` is the hash of what the page sent with the press; it makes a repeated press harmless.
create table registry.roll (
  ballot_id uuid not null references ballot,
  person_id uuid not null,
  school_id uuid not null,
  constituency text not null,
  voted boolean not null default false,
  cast_key bytea,
  primary key (ballot_id, person_id),
  check (voted = (cast_key is not null))
) with (fillfactor = 60); -- room for each row's one change on its own page

create table box.cast_ballot (
  id uuid primary key default gen_random_uuid(),
  ballot_id uuid not null references ballot,
  school_id uuid not null,
  constituency text not null,
  choices smallint[] not null
);
create index cast_ballot_by_ballot on box.cast_ballot (ballot_id);
`;

const RECORDS = `
create table audit_event (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  ordinal bigint not null,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  act text not null,
  subject_id uuid,
  detail jsonb not null default '{}',
  hash bytea not null,
  unique (school_id, ordinal)
);

-- Append only, chained per school: each row's hash covers the one before it.
create function audit_chain() returns trigger language plpgsql as $$
declare last record;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit:' || new.school_id, 0));
  select ordinal, hash into last from audit_event
    where school_id = new.school_id order by ordinal desc limit 1;
  new.ordinal := coalesce(last.ordinal, 0) + 1;
  new.at := clock_timestamp();
  new.hash := sha256(coalesce(last.hash, ''::bytea) || convert_to(concat_ws('|', new.id, new.school_id, new.ordinal,
    extract(epoch from new.at), new.actor_id, new.act, new.subject_id, new.detail), 'UTF8'));
  return new;
end $$;
create trigger audit_chain before insert on audit_event for each row execute function audit_chain();

create function audit_is_final() returns trigger language plpgsql as $$
begin raise exception 'the audit log is append only'; end $$;
create trigger audit_is_final before update or delete on audit_event for each row execute function audit_is_final();
create trigger audit_is_whole before truncate on audit_event for each statement execute function audit_is_final();

-- Ids only, never content. Read by (xid, id) below the oldest running transaction, never by id alone.
create table outbox (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  school_id uuid not null,
  topic text not null,
  kind text not null,
  subject_id uuid not null,
  at timestamptz not null default now()
);
create index outbox_by_topic on outbox (topic, xid, id);
create index outbox_by_age on outbox (at);
`;

/** Every table is walled; what each role may pass is named here and in the grants below. */
const WALLED = [
  'learning_environment', 'person', 'person_pii', 'guardianship', 'membership', 'role_grant', 'access_slip', 'session',
  'roster_import', 'roster_import_fault', 'roster_import_row', 'ballot', 'ballot_option', 'ballot_constituency',
  'certification', 'audit_event', 'outbox', 'registry.roll',
];

const WALLS = [
  ...WALLED.map((table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_school on ${table} to plenary_app, plenary_caster, plenary_teller
  using (school_id = current_school()) with check (school_id = current_school());`),
  `
alter table school enable row level security;
alter table school force row level security;
create policy own_school on school to plenary_app using (id = current_school()) with check (id = current_school());
alter table setup_link enable row level security;
alter table setup_link force row level security;
alter table box.cast_ballot enable row level security;
alter table box.cast_ballot force row level security;

create policy gate on setup_link to plenary_gate using (true) with check (true);
create policy gate on school to plenary_gate using (true) with check (true);
create policy gate on learning_environment to plenary_gate using (true);
create policy gate on session to plenary_gate using (true);
create policy gate on access_slip to plenary_gate using (true);
create policy gate on ballot to plenary_gate using (true);
create policy gate on roster_import to plenary_gate using (true);
create policy gate on outbox to plenary_gate using (true);

create policy cast_into on box.cast_ballot for insert to plenary_caster with check (school_id = current_school());
-- The count cannot be read before the ballot is closed, whatever the software above asks.
create policy counted_when_closed on box.cast_ballot for select to plenary_teller using (
  school_id = current_school()
  and exists (select from ballot b where b.id = ballot_id and b.state in ('CLOSED', 'TALLIED', 'CERTIFIED')));`,
].join('\n');

const GRANTS = `
grant usage on schema public to plenary_app, plenary_gate, plenary_caster, plenary_teller;
grant usage on schema registry to plenary_app, plenary_caster;
grant usage on schema box to plenary_caster, plenary_teller;
grant execute on function current_school() to plenary_app, plenary_gate, plenary_caster, plenary_teller;

grant select, insert, update, delete on
  learning_environment, person, person_pii, guardianship, membership, role_grant, roster_import,
  roster_import_fault, roster_import_row, ballot, ballot_option, ballot_constituency to plenary_app;
grant select, update on school to plenary_app;
grant select, insert, update on access_slip, session to plenary_app;
grant select, insert on certification, audit_event, outbox to plenary_app;
grant select, insert on registry.roll to plenary_app;

grant select on learning_environment, session, access_slip, outbox, roster_import to plenary_gate;
grant select, insert on school to plenary_gate;
grant select, insert, update on setup_link to plenary_gate;
grant select (id, school_id, state, opens_at, closes_at) on ballot to plenary_gate;
grant delete on outbox to plenary_gate;

-- Row locks (for share) need update on a column; version stays the application's.
grant select, update (version) on ballot to plenary_caster;
grant select on ballot_option to plenary_caster;
grant select, update (voted, cast_key) on registry.roll to plenary_caster;
grant insert on box.cast_ballot to plenary_caster;

grant select on ballot to plenary_teller;
grant select on box.cast_ballot to plenary_teller;
`;
