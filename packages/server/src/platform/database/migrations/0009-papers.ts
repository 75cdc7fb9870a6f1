import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/**
 * Files that people send, known by what is in them; the papers of agenda items, and which of them a notice listed; the photo
 * that somebody took of a notice where it hangs.
 */
export class Papers extends Migration {
  override async up(): Promise<void> {
    for (const part of [FILES, PAPERS, PHOTOS, WALLS, GRANTS]) {
      for (const statement of statements(part)) this.addSql(statement);
    }
  }
}

/** What is in a file lies in the store, under its digest; several files may be alike. */
const FILES = `
create table stored_file (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes > 0),
  media_type text not null check (media_type <> ''),
  name text not null check (name <> ''),
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default clock_timestamp(),
  -- Null while something refers to it.
  unused_since timestamptz default clock_timestamp(),
  unique (school_id, id),
  foreign key (school_id, uploaded_by) references person (school_id, id)
);
create index stored_file_by_digest on stored_file (school_id, digest);
create index stored_file_unused on stored_file (unused_since) where unused_since is not null;
`;

const PAPERS = `
create table agenda_paper (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  file_id uuid not null,
  -- Among those of the item.
  position smallint not null check (position > 0),
  title text not null check (title <> ''),
  added_by uuid not null,
  added_at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  unique (school_id, id),
  unique (meeting_id, id),
  foreign key (meeting_id, item_id) references agenda_item (meeting_id, id),
  foreign key (school_id, item_id) references agenda_item (school_id, id),
  foreign key (school_id, file_id) references stored_file (school_id, id),
  foreign key (school_id, added_by) references person (school_id, id),
  foreign key (school_id, withdrawn_by) references person (school_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index agenda_paper_by_meeting on agenda_paper (meeting_id, item_id, position);
create index agenda_paper_by_file on agenda_paper (file_id);

create table notice_paper (
  meeting_id uuid not null,
  notice_number smallint not null,
  item_id uuid not null,
  paper_id uuid not null,
  school_id uuid not null,
  position smallint not null check (position > 0),
  -- As it was called then.
  title text not null check (title <> ''),
  primary key (meeting_id, notice_number, paper_id),
  foreign key (meeting_id, notice_number, item_id) references notice_item (meeting_id, notice_number, item_id),
  foreign key (meeting_id, paper_id) references agenda_paper (meeting_id, id),
  foreign key (school_id, paper_id) references agenda_paper (school_id, id)
);
`;

const PHOTOS = `
alter table posting_proof add column photo_id uuid;
alter table posting_proof add foreign key (school_id, photo_id) references stored_file (school_id, id);
create index posting_proof_by_photo on posting_proof (photo_id) where photo_id is not null;
`;

const TABLES = ['stored_file', 'agenda_paper', 'notice_paper'];

const WALLS = [
  ...TABLES.map((table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_school on ${table} to plenary_app
  using (school_id = current_school()) with check (school_id = current_school());`),
  'create policy gate on agenda_paper to plenary_gate using (true);',
  'create policy gate on posting_proof to plenary_gate using (true);',
].join('\n');

const GRANTS = `
grant select, insert, update, delete on stored_file, agenda_paper to plenary_app;
grant select, insert on notice_paper to plenary_app;
grant select (id, meeting_id) on agenda_paper, posting_proof to plenary_gate;
`;
