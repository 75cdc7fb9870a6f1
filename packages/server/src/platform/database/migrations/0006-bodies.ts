import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/**
 * Governing bodies: their bylaws, which are only ever added to; their seats, as posts that somebody holds or nobody;
 * their officers. Bodies that so far were names in elections become bodies, with their seats.
 */
export class Bodies extends Migration {
  override async up(): Promise<void> {
    for (const part of [BODIES, SEATS, OFFICERS, TAKE_OVER, WALLS, GRANTS]) {
      for (const statement of statements(part)) this.addSql(statement);
    }
  }
}

const CONSTITUENCIES = `('PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'COMMUNITY', 'EL_PARENT')`;
const KINDS = `('SSC', 'ELAC', 'LSLC', 'PLE_TEAM', 'PTA', 'PAC', 'OTHER')`;

const BODIES = `
create table governing_body (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  environment_id uuid not null,
  kind text not null check (kind in ${KINDS}),
  meeting_law text not null check (meeting_law in ('GREENE', 'BROWN', 'PRIVATE')),
  authority text not null check (authority in ('DECIDING', 'ADVISORY')),
  name jsonb not null,
  -- What it decides or advises on.
  remit jsonb not null default '{}',
  student_seats boolean not null default false,
  version integer not null default 1,
  roster_certified_at timestamptz,
  roster_certified_by uuid,
  closed_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  unique (school_id, id),
  foreign key (school_id, environment_id) references learning_environment (school_id, id),
  foreign key (school_id, created_by) references person (school_id, id),
  foreign key (school_id, roster_certified_by) references person (school_id, id),
  check ((roster_certified_at is null) = (roster_certified_by is null))
);
create index governing_body_by_environment on governing_body (environment_id, kind);

-- Every version there was. The newest whose day has come is in force.
create table bylaws (
  body_id uuid not null,
  number integer not null check (number > 0),
  school_id uuid not null,
  adopted_on date not null,
  effective_from date not null,
  rules jsonb not null,
  note text check (note <> ''),
  recorded_by uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (body_id, number),
  foreign key (school_id, body_id) references governing_body (school_id, id),
  foreign key (school_id, recorded_by) references person (school_id, id),
  check (effective_from >= adopted_on)
);
`;

const SEATS = `
-- A seat as a post, whoever holds it.
create table seat (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  body_id uuid not null,
  constituency text not null check (constituency in ${CONSTITUENCIES}),
  number smallint not null check (number > 0),
  name jsonb not null,
  way text not null check (way in ('ELECTED', 'APPOINTED', 'EX_OFFICIO')),
  -- Whose choice it is: parents may choose community members for their side.
  chosen_by text not null check (chosen_by in ${CONSTITUENCIES}),
  votes boolean not null default true,
  retired_on date,
  unique (school_id, id),
  unique (body_id, constituency, number),
  foreign key (school_id, body_id) references governing_body (school_id, id)
);

alter table seat_holding
  add column seat_id uuid,
  add constraint seat_holding_seat_fkey foreign key (school_id, seat_id) references seat (school_id, id),
  drop constraint seat_holding_basis_check,
  add constraint seat_holding_basis_check check (basis in ('ELECTED', 'ACCLAIMED', 'APPOINTED', 'EX_OFFICIO', 'VACANT')),
  drop constraint seat_holding_vacancy_check,
  add constraint seat_holding_vacancy_check check (vacancy in ('NEW', 'NO_CANDIDATE', 'NOT_FILLED', 'TIED', 'SET_ASIDE', 'LEFT', 'TERM_ENDED'));
create index seat_holding_by_seat on seat_holding (seat_id, starts desc);
create index seat_holding_by_person on seat_holding (person_id) where ended_at is null;
`;

const OFFICERS = `
create table officer_term (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null,
  body_id uuid not null,
  office text not null check (office in ('CHAIR', 'VICE_CHAIR', 'SECRETARY', 'TREASURER', 'PARLIAMENTARIAN', 'DELEGATE')),
  person_id uuid not null,
  starts date not null,
  ends date not null,
  ended_at timestamptz,
  end_reason text,
  unique (school_id, id),
  foreign key (school_id, body_id) references governing_body (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id),
  check (starts <= ends),
  check ((ended_at is null) = (end_reason is null))
);
create unique index one_officer_at_a_time on officer_term (body_id, office) where ended_at is null;
create index officer_term_by_person on officer_term (person_id) where ended_at is null;

alter table election
  add column body_id uuid,
  add constraint election_body_fkey foreign key (school_id, body_id) references governing_body (school_id, id),
  drop constraint election_body_kind_check,
  add constraint election_body_kind_check check (body_kind in ${KINDS});
`;

const USUAL = `'{"quorum": {"kind": "MAJORITY"}, "threshold": "MAJORITY_OF_CAST", "removal": "TWO_THIRDS_OF_MEMBERS", "termMonths": 24,
  "staggered": true, "noticeHours": 72, "specialNoticeHours": 72, "electionNoticeDays": 10, "orientationDays": 5, "proxies": false,
  "absentee": false, "consensusFirst": false, "offices": ["CHAIR", "VICE_CHAIR", "SECRETARY"], "officerTermMonths": 12,
  "officersBySecretBallot": false, "employees": "SCHOOL", "commentSeconds": 120}'`;

/** Tables whose walls hold also for their owner are let go of for as long as rows move. */
const TAKE_OVER = `
alter table election no force row level security;
alter table seat_holding no force row level security;

insert into governing_body (school_id, environment_id, kind, meeting_law, authority, name, student_seats)
select school_id, environment_id, min(body_kind), case when min(body_kind) = 'OTHER' then 'PRIVATE' else 'GREENE' end,
  case when min(body_kind) = 'ELAC' then 'ADVISORY' else 'DECIDING' end, body, bool_or(student_seats)
from election group by school_id, environment_id, body;

update election e set body_id = g.id from governing_body g where g.environment_id = e.environment_id and g.name = e.body;

insert into bylaws (body_id, number, school_id, adopted_on, effective_from, rules)
select id, 1, school_id, current_date, current_date, ${USUAL} from governing_body;

insert into seat (school_id, body_id, constituency, number, name, way, chosen_by)
select distinct on (g.id, h.constituency, h.number) h.school_id, g.id, h.constituency, h.number, h.seat_name, 'ELECTED', h.constituency
from seat_holding h join governing_body g on g.environment_id = h.environment_id and g.name = h.body
order by g.id, h.constituency, h.number, h.declared_at desc;

update seat_holding h set seat_id = s.id from seat s join governing_body g on g.id = s.body_id
where g.environment_id = h.environment_id and g.name = h.body and s.constituency = h.constituency and s.number = h.number;

alter table election force row level security;
alter table seat_holding force row level security;
`;

const TABLES = ['governing_body', 'bylaws', 'seat', 'officer_term'];

const WALLS = [
  ...TABLES.map((table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_school on ${table} to plenary_app
  using (school_id = current_school()) with check (school_id = current_school());`),
  'create policy gate on governing_body to plenary_gate using (true);',
].join('\n');

const GRANTS = `
grant select, insert, update on governing_body, seat, officer_term to plenary_app;
grant select, insert on bylaws to plenary_app;
grant select (id, school_id) on governing_body to plenary_gate;
`;
