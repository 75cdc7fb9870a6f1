import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/**
 * Where a row of a body's history came from, when it was read from a document of another system: the id it had there and
 * its links, so that the record goes out again as it came in. What was only made because a row here needs it has no such
 * id, and is no part of the record. Nothing of it is ever changed.
 */
export class Records extends Migration {
  override async up(): Promise<void> {
    for (const statement of statements(SOURCES)) this.addSql(statement);
  }
}

const SOURCES = `
create table record_source (
  body_id uuid not null,
  local_id uuid not null,
  school_id uuid not null,
  source_id text check (source_id <> ''),
  links jsonb not null default '[]',
  imported_at timestamptz not null default clock_timestamp(),
  primary key (body_id, local_id),
  foreign key (school_id, body_id) references governing_body (school_id, id)
);
alter table record_source enable row level security;
alter table record_source force row level security;
create policy own_school on record_source to plenary_app
  using (school_id = current_school()) with check (school_id = current_school());
grant select, insert on record_source to plenary_app;
`;
