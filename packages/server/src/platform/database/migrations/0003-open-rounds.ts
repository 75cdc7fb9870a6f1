import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/**
 * Open rounds: what a working team is asked under its own names, round by round. What was said is only ever added to:
 * an answer that changes is another row, so the record shows who said what and when. Nothing here touches a ballot's
 * roll or box.
 */
export class OpenRounds extends Migration {
  override async up(): Promise<void> {
    for (const part of [ROUNDS, WALLS, GRANTS]) {
      for (const statement of statements(part)) this.addSql(statement);
    }
  }
}

const ROUNDS = `
create table proposal (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  environment_id uuid not null,
  state text not null default 'DRAFT' check (state in ('DRAFT', 'OPEN', 'ADOPTED', 'NOT_ADOPTED', 'WITHDRAWN')),
  version integer not null default 1,
  kind text not null check (kind in ('CONSENT', 'FIST_TO_FIVE')),
  title jsonb not null,
  body jsonb not null,
  -- Who takes part: these peer groups, or these people by name; never both.
  constituencies text[] not null default '{}',
  named uuid[] not null default '{}',
  quorum jsonb not null,
  facilitator_id uuid not null,
  public_record boolean not null default false,
  -- The round people answer now, or answered last; 0 before the opening.
  round integer not null default 0,
  -- The majority ballot drafted in its place.
  ballot_id uuid,
  opened_at timestamptz,
  ended_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  unique (school_id, id),
  foreign key (school_id, environment_id) references learning_environment (school_id, id),
  foreign key (school_id, facilitator_id) references person (school_id, id),
  foreign key (school_id, created_by) references person (school_id, id),
  foreign key (school_id, ballot_id) references ballot (school_id, id),
  check (cardinality(constituencies) = 0 or cardinality(named) = 0),
  check ((round > 0) = (opened_at is not null)),
  check (state <> 'DRAFT' or round = 0),
  check (state in ('DRAFT', 'WITHDRAWN') or round > 0),
  check (ballot_id is null or state = 'NOT_ADOPTED')
);
create index proposal_by_environment on proposal (environment_id, created_at desc, id desc);
create index proposal_by_facilitator on proposal (facilitator_id) where state = 'OPEN';

-- Fixed when the first round opens. The seat is what a student is called outside the team: "Student 3".
create table proposal_participant (
  id uuid primary key default gen_random_uuid(),
  proposal_id uuid not null,
  school_id uuid not null,
  person_id uuid not null,
  constituency text not null,
  seat integer not null check (seat > 0),
  unique (proposal_id, person_id),
  unique (proposal_id, constituency, seat),
  unique (proposal_id, id),
  foreign key (school_id, proposal_id) references proposal (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
create index proposal_participant_by_person on proposal_participant (person_id);

-- The words as they stood in each round.
create table proposal_round (
  proposal_id uuid not null,
  number integer not null check (number > 0),
  school_id uuid not null,
  title jsonb not null,
  body jsonb not null,
  opened_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  closed_by uuid,
  outcome text check (outcome in ('NEXT_ROUND', 'ADOPTED', 'NOT_ADOPTED', 'BALLOT', 'WITHDRAWN')),
  note text,
  primary key (proposal_id, number),
  foreign key (school_id, proposal_id) references proposal (school_id, id),
  foreign key (school_id, closed_by) references person (school_id, id),
  check ((closed_at is null) = (outcome is null) and (closed_at is null) = (closed_by is null))
);

-- Every answer there was; of one person in one round the highest revision counts.
create table proposal_response (
  id uuid primary key default gen_random_uuid(),
  proposal_id uuid not null,
  round integer not null,
  school_id uuid not null,
  participant_id uuid not null,
  revision integer not null check (revision > 0),
  fist smallint check (fist between 0 and 5),
  consent text check (consent in ('CONSENT', 'STAND_ASIDE', 'OBJECT')),
  reason text check (reason <> ''),
  at timestamptz not null default clock_timestamp(),
  unique (proposal_id, round, participant_id, revision),
  unique (school_id, id),
  foreign key (proposal_id, round) references proposal_round (proposal_id, number),
  foreign key (proposal_id, participant_id) references proposal_participant (proposal_id, id),
  check ((fist is null) <> (consent is null)),
  check (reason is not null or (coalesce(fist, 3) >= 3 and coalesce(consent, '') <> 'OBJECT'))
);

-- That somebody's concern was heard, and what came of it; said once.
create table proposal_hearing (
  response_id uuid primary key,
  school_id uuid not null,
  heard_by uuid not null,
  note text not null check (note <> ''),
  at timestamptz not null default clock_timestamp(),
  foreign key (school_id, response_id) references proposal_response (school_id, id),
  foreign key (school_id, heard_by) references person (school_id, id)
);

create table proposal_comment (
  id uuid primary key default gen_random_uuid(),
  proposal_id uuid not null,
  round integer not null,
  school_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('QUESTION', 'REACTION')),
  body text not null check (body <> ''),
  at timestamptz not null default clock_timestamp(),
  foreign key (proposal_id, round) references proposal_round (proposal_id, number),
  foreign key (school_id, person_id) references person (school_id, id)
);
create index proposal_comment_by_round on proposal_comment (proposal_id, round, at);
`;

const TABLES = ['proposal', 'proposal_participant', 'proposal_round', 'proposal_response', 'proposal_hearing', 'proposal_comment'];

const WALLS = [
  ...TABLES.map((table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_school on ${table} to plenary_app
  using (school_id = current_school()) with check (school_id = current_school());`),
  'create policy gate on proposal to plenary_gate using (true);',
].join('\n');

const GRANTS = `
grant select, insert, update on proposal to plenary_app;
grant select, insert on proposal_participant, proposal_round, proposal_response, proposal_hearing, proposal_comment to plenary_app;
grant update (closed_at, closed_by, outcome, note) on proposal_round to plenary_app;
grant select (id, school_id) on proposal to plenary_gate;
`;
