import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/** Printed ballots in a secret ballot: what two people read off them, each entry kept, until two of different people agree. */
export class PrintedBallots extends Migration {
  override async up(): Promise<void> {
    for (const statement of statements(PRINTED)) this.addSql(statement);
  }
}

const PRINTED = `
-- Closed, and not to be counted before the printed ballots have been entered.
alter table ballot add column awaits_paper boolean not null default false;

create table paper_entry (
  ballot_id uuid not null,
  constituency text not null,
  ordinal integer not null check (ordinal > 0),
  school_id uuid not null,
  person_id uuid not null,
  piles jsonb not null,
  papers integer not null check (papers >= 0),
  entered_at timestamptz not null default clock_timestamp(),
  primary key (ballot_id, constituency, ordinal),
  foreign key (school_id, ballot_id) references ballot (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
alter table paper_entry enable row level security;
alter table paper_entry force row level security;
create policy own_school on paper_entry to plenary_app
  using (school_id = current_school()) with check (school_id = current_school());
-- A correction is another entry: none is ever changed.
grant select, insert on paper_entry to plenary_app;
grant select (awaits_paper) on ballot to plenary_gate;
`;
