import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/**
 * What is written down of a sitting: notes that several people type at once, and the minutes, whose frozen versions are
 * only ever added to. What was approved changes by an adopted motion alone, and nothing of it is ever deleted (rules 25, 26).
 */
export class Minutes extends Migration {
  override async up(): Promise<void> {
    for (const part of [MINUTES, VERSIONS, CORRECTIONS, NOTES, FINAL, WALLS, GRANTS]) {
      for (const statement of statements(part)) this.addSql(statement);
    }
  }
}

const LOCALE = `~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'`;

/** A meeting has one set of minutes, which go by its id. */
const MINUTES = `
create table minutes (
  meeting_id uuid primary key,
  school_id uuid not null,
  environment_id uuid not null,
  body_id uuid not null,
  state text not null default 'DRAFT' check (state in ('DRAFT', 'CIRCULATED', 'APPROVED', 'APPROVED_AS_CORRECTED', 'AMENDED')),
  version integer not null default 1,
  -- The last frozen version; 0 before the first.
  number smallint not null default 0 check (number >= 0),
  -- The language of whoever wrote the first note.
  notes_locale text check (notes_locale ${LOCALE}),
  circulated_at timestamptz,
  circulated_by uuid,
  approved_at timestamptz,
  -- The motion its present state rests on.
  motion_id uuid,
  updated_at timestamptz not null default clock_timestamp(),
  unique (school_id, meeting_id),
  foreign key (school_id, meeting_id) references meeting (school_id, id),
  foreign key (school_id, environment_id) references learning_environment (school_id, id),
  foreign key (school_id, body_id) references governing_body (school_id, id),
  foreign key (school_id, circulated_by) references person (school_id, id),
  check (state = 'DRAFT' or number > 0),
  check ((circulated_at is null) = (circulated_by is null)),
  check (state in ('DRAFT', 'CIRCULATED') or (approved_at is not null and motion_id is not null))
);
create index minutes_by_body on minutes (body_id, state);
`;

const VERSIONS = `
create table minutes_version (
  meeting_id uuid not null,
  number smallint not null check (number > 0),
  school_id uuid not null,
  state text not null check (state in ('CIRCULATED', 'APPROVED_AS_CORRECTED', 'AMENDED')),
  -- As the body reads them, and as everybody may: with students by their seats.
  blocks jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  public_blocks jsonb not null,
  public_hash text not null check (public_hash ~ '^[0-9a-f]{64}$'),
  -- What an amending motion changed, in its own words by language.
  change jsonb,
  motion_id uuid,
  frozen_at timestamptz not null default clock_timestamp(),
  frozen_by uuid,
  primary key (meeting_id, number),
  foreign key (school_id, meeting_id) references minutes (school_id, meeting_id),
  foreign key (school_id, frozen_by) references person (school_id, id),
  check ((state = 'CIRCULATED') = (motion_id is null)),
  check ((state = 'AMENDED') = (change is not null))
);

-- The public copy of what was approved, one row for each language. A school has hundreds of them, never millions, and
-- behind a wall the database would not use an index for words: they are read by body and day.
create table minutes_archive (
  meeting_id uuid not null,
  number smallint not null,
  locale text not null check (locale ${LOCALE}),
  school_id uuid not null,
  environment_id uuid not null,
  body_id uuid not null,
  held_on date not null,
  title text not null,
  text text not null,
  words tsvector,
  primary key (meeting_id, number, locale),
  foreign key (meeting_id, number) references minutes_version (meeting_id, number),
  foreign key (school_id, meeting_id) references minutes (school_id, meeting_id),
  foreign key (school_id, body_id) references governing_body (school_id, id)
);
create index minutes_archive_by_day on minutes_archive (school_id, environment_id, held_on desc, meeting_id);
`;

const CORRECTIONS = `
create table minutes_correction (
  id uuid primary key,
  school_id uuid not null,
  meeting_id uuid not null,
  -- Of which version, in which passage of it.
  number smallint not null,
  block_id text not null check (block_id <> ''),
  locale text not null check (locale ${LOCALE}),
  before text not null check (before <> ''),
  after text not null,
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'ACCEPTED', 'REFUSED')),
  -- Where the minutes were up for approval, and the member who proposed it there.
  sitting_id uuid not null,
  member_id uuid not null,
  entered_by uuid not null,
  proposed_at timestamptz not null default clock_timestamp(),
  objections smallint check (objections >= 0),
  ayes smallint check (ayes >= 0),
  noes smallint check (noes >= 0),
  settled_at timestamptz,
  settled_by uuid,
  -- The motion to amend that it is a part of; null: a correction before approval.
  motion_id uuid,
  unique (school_id, id),
  foreign key (meeting_id, number) references minutes_version (meeting_id, number),
  foreign key (school_id, meeting_id) references minutes (school_id, meeting_id),
  foreign key (school_id, sitting_id) references meeting (school_id, id),
  foreign key (school_id, entered_by) references person (school_id, id),
  foreign key (school_id, settled_by) references person (school_id, id),
  check (before <> after),
  check ((state = 'PROPOSED') = (settled_at is null)),
  check ((settled_at is null) = (settled_by is null)),
  check ((settled_at is null) = (objections is null) and (settled_at is null) = (ayes is null) and (settled_at is null) = (noes is null)),
  -- Without objection, or by more than half of the votes cast (domain.md S46).
  check (state <> 'ACCEPTED' or objections = 0 or ayes > noes)
);
create index minutes_correction_by_minutes on minutes_correction (meeting_id, number, proposed_at);
`;

/** One Yjs document for each meeting: a snapshot, and what was typed since. A change once taken is never another. */
const NOTES = `
create table minutes_notes (
  meeting_id uuid primary key,
  school_id uuid not null,
  seq bigint not null default 0 check (seq >= 0),
  -- The key of the change with that number, by which a server knows that what it remembers is what was kept.
  last_key uuid,
  snapshot bytea,
  snapshot_seq bigint not null default 0 check (snapshot_seq between 0 and seq),
  foreign key (school_id, meeting_id) references minutes (school_id, meeting_id),
  check ((seq = 0) = (last_key is null)),
  check ((snapshot_seq = 0) = (snapshot is null))
);

create table minutes_note_update (
  meeting_id uuid not null,
  seq bigint not null check (seq > 0),
  school_id uuid not null,
  key uuid not null,
  change bytea not null check (length(change) between 1 and 131072),
  author_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (meeting_id, seq),
  unique (meeting_id, key),
  foreign key (school_id, meeting_id) references minutes (school_id, meeting_id),
  foreign key (school_id, author_id) references person (school_id, id)
);

-- Under which number of the document's own one device writes, and whose it is: nobody writes under another's.
create table minutes_note_writer (
  meeting_id uuid not null,
  client bigint not null check (client >= 0),
  school_id uuid not null,
  person_id uuid not null,
  primary key (meeting_id, client),
  foreign key (school_id, meeting_id) references minutes (school_id, meeting_id),
  foreign key (school_id, person_id) references person (school_id, id)
);

-- Where somebody writes right now; gone when they are.
create table minutes_caret (
  meeting_id uuid not null,
  device uuid not null,
  school_id uuid not null,
  person_id uuid not null,
  item_id uuid,
  anchor bytea check (length(anchor) <= 256),
  head bytea check (length(head) <= 256),
  at timestamptz not null default clock_timestamp(),
  primary key (meeting_id, device),
  foreign key (school_id, meeting_id) references minutes (school_id, meeting_id),
  foreign key (school_id, person_id) references person (school_id, id)
);

-- By hand, beside the language a note was written in. Of what item; null: of the general notes.
create table minutes_note_translation (
  id uuid primary key,
  school_id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  locale text not null check (locale ${LOCALE}),
  text text not null check (text <> ''),
  translated_by uuid not null,
  translated_at timestamptz not null default clock_timestamp(),
  unique (school_id, id),
  foreign key (school_id, meeting_id) references minutes (school_id, meeting_id),
  foreign key (school_id, item_id) references agenda_item (school_id, id),
  foreign key (school_id, translated_by) references person (school_id, id)
);
create unique index minutes_note_translation_once on minutes_note_translation
  (meeting_id, coalesce(item_id, '00000000-0000-0000-0000-000000000000'), locale);
`;

/** No bug, and nobody with the application's rights, can do what no motion decided. */
const FINAL = `
create function minutes_are_kept() returns trigger language plpgsql as $$
begin raise exception 'minutes are kept for ever, as they were frozen'; end $$;
create trigger minutes_version_is_final before update or delete on minutes_version for each row execute function minutes_are_kept();
create trigger minutes_version_is_whole before truncate on minutes_version for each statement execute function minutes_are_kept();
create trigger minutes_archive_is_final before update or delete on minutes_archive for each row execute function minutes_are_kept();
create trigger minutes_archive_is_whole before truncate on minutes_archive for each statement execute function minutes_are_kept();
create trigger minutes_stay before delete on minutes for each row execute function minutes_are_kept();
create trigger minutes_stay_whole before truncate on minutes for each statement execute function minutes_are_kept();

create function minutes_stay_approved() returns trigger language plpgsql as $$
begin
  if not (new.state = 'AMENDED' and new.number = old.number + 1 and new.motion_id is distinct from old.motion_id) then
    raise exception 'approved minutes change by an amending motion alone';
  end if;
  return new;
end $$;
create trigger minutes_stay_approved before update on minutes for each row
  when (old.state in ('APPROVED', 'APPROVED_AS_CORRECTED', 'AMENDED')) execute function minutes_stay_approved();

-- Asked when the transaction ends, for the motion and what it does are written in one.
create function minutes_rest_on_a_motion() returns trigger language plpgsql as $$
begin
  if not exists (
    select from motion m where m.id = new.motion_id and m.school_id = new.school_id and m.about_id = new.meeting_id and m.state = 'ADOPTED'
      and m.kind = case when new.state = 'AMENDED' then 'AMEND_MINUTES' else 'APPROVE_MINUTES' end
  ) then raise exception 'no adopted motion approves or amends these minutes'; end if;
  return null;
end $$;
create constraint trigger minutes_rest_on_a_motion after insert or update on minutes deferrable initially deferred for each row
  when (new.state in ('APPROVED', 'APPROVED_AS_CORRECTED', 'AMENDED')) execute function minutes_rest_on_a_motion();

create function minutes_version_belongs() returns trigger language plpgsql as $$
begin
  if not exists (select from minutes m where m.meeting_id = new.meeting_id and m.number >= new.number) then
    raise exception 'a version that the minutes do not have';
  end if;
  return null;
end $$;
create constraint trigger minutes_version_belongs after insert on minutes_version deferrable initially deferred for each row
  execute function minutes_version_belongs();

create function minutes_archive_belongs() returns trigger language plpgsql as $$
begin
  if not exists (select from minutes m where m.meeting_id = new.meeting_id and m.number = new.number and m.state not in ('DRAFT', 'CIRCULATED')) then
    raise exception 'only approved minutes are archived';
  end if;
  return null;
end $$;
create constraint trigger minutes_archive_belongs after insert on minutes_archive deferrable initially deferred for each row
  execute function minutes_archive_belongs();
`;

const TABLES = [
  'minutes', 'minutes_version', 'minutes_archive', 'minutes_correction', 'minutes_notes', 'minutes_note_update', 'minutes_note_writer', 'minutes_caret',
  'minutes_note_translation',
];

/** How a correction was settled is never settled again. */
const SETTLED_ONCE = `
create policy own_school on minutes_correction for select to plenary_app using (school_id = current_school());
create policy own_new on minutes_correction for insert to plenary_app with check (school_id = current_school() and state = 'PROPOSED');
create policy own_change on minutes_correction for update to plenary_app
  using (school_id = current_school() and state = 'PROPOSED') with check (school_id = current_school());`;

const WALLS = TABLES.map((table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;${table === 'minutes_correction' ? SETTLED_ONCE : `
create policy own_school on ${table} to plenary_app
  using (school_id = current_school()) with check (school_id = current_school());`}`).join('\n');

const GRANTS = `
grant select, insert, update on minutes, minutes_notes to plenary_app;
grant select, insert on minutes_correction to plenary_app;
grant update (state, objections, ayes, noes, settled_at, settled_by) on minutes_correction to plenary_app;
grant select, insert, delete on minutes_note_translation to plenary_app;
grant select, insert on minutes_version, minutes_archive, minutes_note_writer to plenary_app;
grant select, insert, delete on minutes_note_update to plenary_app;
grant select, insert, update, delete on minutes_caret to plenary_app;
`;
