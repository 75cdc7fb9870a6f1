import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/**
 * Elections of members: an election puts one ballot to each of its constituencies, and who wins takes a seat. What the
 * law says of notice and terms stands here once more, so that no software above can seat anybody without it.
 */
export class Elections extends Migration {
  override async up(): Promise<void> {
    for (const part of [ELECTIONS, SEATS, BALLOTS, WALLS, GRANTS]) {
      for (const statement of statements(part)) this.addSql(statement);
    }
  }
}

const CONSTITUENCIES = `('PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'COMMUNITY', 'EL_PARENT')`;

const ELECTIONS = `
create table election (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  environment_id uuid not null,
  state text not null default 'SCHEDULED' check (state in ('SCHEDULED', 'NOTICED', 'NOMINATING', 'OPEN', 'CLOSED', 'TALLIED',
    'CERTIFIED', 'CHALLENGED', 'SET_ASIDE', 'WITHDRAWN')),
  version integer not null default 1,
  title jsonb not null,
  description jsonb not null default '{}',
  -- The body whose seats are filled, by name, until bodies have a room of their own.
  body jsonb not null,
  body_kind text not null check (body_kind in ('SSC', 'ELAC', 'LSLC', 'OTHER')),
  student_seats boolean not null default false,
  place jsonb not null default '{}',
  -- Null: the notice is posted by hand.
  notice_at timestamptz,
  noticed_at timestamptz,
  orientation_at timestamptz not null,
  nominations_from timestamptz not null,
  nominations_until timestamptz not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  certified_at timestamptz,
  challenge_until timestamptz,
  seated_at timestamptz,
  term_starts date not null,
  term_ends date not null,
  notice_days smallint not null check (notice_days between 3 and 90),
  orientation_days smallint not null check (orientation_days between 3 and 90),
  challenge_days smallint not null check (challenge_days between 0 and 60),
  statement_words smallint not null check (statement_words between 10 and 1000),
  acclamation boolean not null default false,
  employees text not null default 'EXCLUDED' check (employees in ('EXCLUDED', 'WARNED')),
  -- Drawn once, when voting opens; whoever has it can draw the same order again.
  order_seed bytea check (length(order_seed) = 32),
  -- Why the house could not do what was due, and for which version it tried.
  held jsonb,
  held_at_version integer,
  withdraw_reason text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  unique (school_id, id),
  foreign key (school_id, environment_id) references learning_environment (school_id, id),
  foreign key (school_id, created_by) references person (school_id, id),
  check (nominations_from < nominations_until and nominations_until <= opens_at and opens_at < closes_at),
  check (orientation_at < opens_at),
  check (term_starts < term_ends),
  check (noticed_at is null or opens_at - noticed_at >= interval '72 hours'),
  check (state in ('SCHEDULED', 'WITHDRAWN') or noticed_at is not null),
  check (seated_at is null or (state = 'CERTIFIED' and seated_at >= challenge_until))
);
create index election_by_environment on election (environment_id, created_at desc, id desc);
create index election_at_work on election (state)
  where state in ('SCHEDULED', 'NOTICED', 'NOMINATING', 'OPEN', 'CLOSED') or (state = 'CERTIFIED' and seated_at is null);

create table election_constituency (
  election_id uuid not null,
  school_id uuid not null,
  constituency text not null check (constituency in ${CONSTITUENCIES}),
  seats smallint not null check (seats between 1 and 50),
  -- Of the same constituency in the same body, not up for election now.
  other_seats smallint not null default 0 check (other_seats between 0 and 100),
  method text not null check (method in ('CHOOSE_ONE', 'INSTANT_RUNOFF', 'APPROVAL', 'SCOTTISH_STV')),
  seat_name jsonb not null,
  community_stands boolean not null default false,
  -- How the seats are filled, once the candidates are known.
  way text check (way in ('VOTE', 'ACCLAIMED', 'VACANT')),
  set_aside boolean not null default false,
  primary key (election_id, constituency),
  foreign key (school_id, election_id) references election (school_id, id) on delete cascade
);

create table nomination (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  election_id uuid not null,
  constituency text not null,
  person_id uuid not null,
  nominated_by uuid not null,
  state text not null check (state in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  employed boolean not null default false,
  -- By language: what it says, and whether the candidate or the committee wrote it.
  statement jsonb not null default '{}',
  statement_locale text,
  -- Place on every ballot paper, from 0; drawn when voting opens, together with the option a vote names.
  position smallint,
  option_id uuid unique,
  nominated_at timestamptz not null default clock_timestamp(),
  answered_at timestamptz,
  unique (election_id, person_id),
  foreign key (election_id, constituency) references election_constituency (election_id, constituency) on delete cascade,
  foreign key (school_id, person_id) references person (school_id, id),
  foreign key (school_id, nominated_by) references person (school_id, id),
  unique (election_id, constituency, position),
  check (position is null or state = 'ACCEPTED')
);
create index nomination_by_person on nomination (person_id);

create table election_certification (
  election_id uuid not null,
  school_id uuid not null,
  person_id uuid not null,
  role text not null,
  certified_at timestamptz not null default clock_timestamp(),
  primary key (election_id, person_id),
  foreign key (school_id, election_id) references election (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);

create table challenge (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  election_id uuid not null,
  -- Null: the whole election.
  constituency text,
  filed_by uuid not null,
  grounds text not null check (grounds <> ''),
  filed_at timestamptz not null default clock_timestamp(),
  -- What the first of two people of the committee decided; final once another agrees.
  decision text check (decision in ('DISMISSED', 'SET_ASIDE')),
  reason text,
  proposed_by uuid,
  decided_by uuid,
  decided_at timestamptz,
  foreign key (school_id, election_id) references election (school_id, id),
  foreign key (election_id, constituency) references election_constituency (election_id, constituency),
  foreign key (school_id, filed_by) references person (school_id, id),
  check ((decision is null) = (reason is null) and (decision is null) = (proposed_by is null)),
  check ((decided_by is null) = (decided_at is null) and (decided_by is null or decided_by <> proposed_by))
);
create index challenge_by_election on challenge (election_id, filed_at);
`;

const SEATS = `
-- Who holds which seat of a body, and since when it is vacant.
create table seat_holding (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  environment_id uuid not null,
  body jsonb not null,
  constituency text not null check (constituency in ${CONSTITUENCIES}),
  seat_name jsonb not null,
  number smallint not null check (number > 0),
  -- Null: the seat is vacant.
  person_id uuid,
  basis text not null check (basis in ('ELECTED', 'ACCLAIMED', 'VACANT')),
  vacancy text check (vacancy in ('NO_CANDIDATE', 'NOT_FILLED', 'TIED', 'SET_ASIDE', 'LEFT')),
  starts date not null,
  ends date not null,
  election_id uuid,
  ended_at timestamptz,
  end_reason text,
  declared_at timestamptz not null default clock_timestamp(),
  unique (school_id, id),
  foreign key (school_id, environment_id) references learning_environment (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id),
  foreign key (school_id, election_id) references election (school_id, id),
  check ((person_id is null) = (basis = 'VACANT') and (basis = 'VACANT') = (vacancy is not null)),
  check ((ended_at is null) = (end_reason is null))
);
create index seat_holding_by_environment on seat_holding (environment_id, ends);
create index seat_holding_by_election on seat_holding (election_id);
`;

const BALLOTS = `
alter table ballot
  add column election_id uuid,
  add constraint ballot_election_fkey foreign key (school_id, election_id) references election (school_id, id),
  add constraint ballot_elects check (election_id is null or binding = 'ELECTS');
create index ballot_by_election on ballot (election_id) where election_id is not null;
`;

const TABLES = ['election', 'election_constituency', 'nomination', 'election_certification', 'challenge', 'seat_holding'];

const WALLS = [
  ...TABLES.map((table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_school on ${table} to plenary_app
  using (school_id = current_school()) with check (school_id = current_school());`),
  `
create policy gate on election to plenary_gate using (true);`,
].join('\n');

const GRANTS = `
grant select, insert, update on election, nomination, challenge, seat_holding to plenary_app;
grant select, insert, update, delete on election_constituency to plenary_app;
grant select, insert on election_certification to plenary_app;

grant select (id, school_id, state, version, held_at_version, notice_at, nominations_from, opens_at, challenge_until, seated_at)
  on election to plenary_gate;
grant select (election_id) on ballot to plenary_gate;
`;
