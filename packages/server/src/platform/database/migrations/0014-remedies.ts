import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/**
 * What a body owes: another look at what it did, to whoever demands it; an answer to what an advisory body recommends;
 * and a hearing to what somebody suggests. What was demanded, recommended and answered is never changed again.
 */
export class Remedies extends Migration {
  override async up(): Promise<void> {
    for (const part of [DEMANDS, SUGGESTIONS, RECOMMENDATIONS, FINAL, WALLS, GRANTS]) {
      for (const statement of statements(part)) this.addSql(statement);
    }
  }
}

const LOCALE = `~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'`;

const DEMANDS = `
create table reconsideration_demand (
  id uuid primary key,
  school_id uuid not null,
  environment_id uuid not null,
  body_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  ground text not null check (ground in ('AGENDA', 'OTHER')),
  -- The law of the day, with the days it sets; a private body's law knows no demand.
  law text not null check (law in ('GREENE', 'BROWN')),
  acted_on date not null,
  demanded_on date not null,
  demand_until date,
  answer_by date,
  words text not null check (words <> ''),
  name text check (name <> ''),
  contact text check (contact <> ''),
  -- Whoever was signed in; null: anybody.
  person_id uuid,
  -- SHA-256 of the 128 bits of the address at which whoever demands follows it, which are kept nowhere.
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  state text not null default 'RECEIVED' check (state in ('RECEIVED', 'RECONSIDERED', 'ANSWERED', 'WITHDRAWN')),
  answer jsonb check (answer <> '{}'),
  motion_id uuid,
  received_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  settled_on date,
  settled_by uuid,
  version integer not null default 1,
  unique (school_id, id),
  foreign key (school_id, environment_id) references learning_environment (school_id, id),
  foreign key (school_id, body_id) references governing_body (school_id, id),
  foreign key (school_id, meeting_id) references meeting (school_id, id),
  foreign key (meeting_id, item_id) references agenda_item (meeting_id, id),
  foreign key (school_id, motion_id) references motion (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id),
  foreign key (school_id, settled_by) references person (school_id, id),
  check ((law = 'BROWN') = (answer_by is not null)),
  check ((answer_by is null) = (demand_until is null)),
  check ((state = 'RECEIVED') = (settled_at is null)),
  check ((settled_at is null) = (settled_on is null)),
  check ((state = 'RECONSIDERED') = (motion_id is not null)),
  check ((state = 'ANSWERED') = (answer is not null))
);
create index reconsideration_demand_by_meeting on reconsideration_demand (meeting_id, received_at);
create index reconsideration_demand_by_body on reconsideration_demand (body_id) where state = 'RECEIVED';
`;

const SUGGESTIONS = `
-- In the words and the language of whoever suggests; what others made of them stands beside, language by language.
create table suggestion (
  id uuid primary key,
  school_id uuid not null,
  environment_id uuid not null,
  body_id uuid not null,
  person_id uuid not null,
  locale text not null check (locale ${LOCALE}),
  words text not null check (words <> ''),
  suggested_on date not null,
  made_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  unique (school_id, id),
  foreign key (school_id, environment_id) references learning_environment (school_id, id),
  foreign key (school_id, body_id) references governing_body (school_id, id),
  foreign key (school_id, person_id) references person (school_id, id)
);
create index suggestion_by_body on suggestion (body_id, made_at desc);
create index suggestion_by_person on suggestion (person_id);

create table suggestion_translation (
  suggestion_id uuid not null,
  locale text not null check (locale ${LOCALE}),
  school_id uuid not null,
  words text not null check (words <> ''),
  -- By hand; whoever writes one has read the original.
  translated_by uuid not null,
  translated_at timestamptz not null default clock_timestamp(),
  primary key (suggestion_id, locale),
  foreign key (school_id, suggestion_id) references suggestion (school_id, id),
  foreign key (school_id, translated_by) references person (school_id, id)
);
`;

const RECOMMENDATIONS = `
create table recommendation (
  id uuid primary key,
  school_id uuid not null,
  environment_id uuid not null,
  from_body_id uuid not null,
  to_body_id uuid not null,
  meeting_id uuid not null,
  -- One motion makes one recommendation.
  motion_id uuid not null unique,
  suggestion_id uuid,
  title jsonb not null check (title <> '{}'),
  text jsonb not null check (text <> '{}'),
  rationale jsonb not null,
  decided_on date not null,
  due date not null,
  response_kind text check (response_kind in ('ACCEPTED', 'IN_PART', 'DECLINED')),
  response jsonb,
  -- The deciding body's own motion; null: written by its chair.
  response_motion_id uuid,
  response_by uuid,
  given_at timestamptz,
  given_on date,
  version integer not null default 1,
  made_at timestamptz not null default clock_timestamp(),
  unique (school_id, id),
  foreign key (school_id, environment_id) references learning_environment (school_id, id),
  foreign key (school_id, from_body_id) references governing_body (school_id, id),
  foreign key (school_id, to_body_id) references governing_body (school_id, id),
  foreign key (school_id, meeting_id) references meeting (school_id, id),
  foreign key (school_id, motion_id) references motion (school_id, id),
  foreign key (school_id, suggestion_id) references suggestion (school_id, id),
  foreign key (school_id, response_motion_id) references motion (school_id, id),
  foreign key (school_id, response_by) references person (school_id, id),
  check (from_body_id <> to_body_id),
  check ((given_at is null) = (given_on is null)),
  check (given_at is null or (response_kind is not null and response <> '{}' and response_by is not null))
);
create index recommendation_by_from on recommendation (from_body_id, decided_on desc);
create index recommendation_by_to on recommendation (to_body_id, decided_on desc);
create index recommendation_by_day on recommendation (environment_id, decided_on desc, id);
create index recommendation_by_suggestion on recommendation (suggestion_id) where suggestion_id is not null;
`;

/** No bug, and nobody with the application's rights, can unsay what was given. */
const FINAL = `
create function remedies_are_kept() returns trigger language plpgsql as $$
begin raise exception 'what was demanded, recommended and answered is kept as it was'; end $$;
create trigger demand_is_settled_once before update on reconsideration_demand for each row
  when (old.state <> 'RECEIVED') execute function remedies_are_kept();
create trigger response_is_given_once before update on recommendation for each row
  when (old.given_at is not null) execute function remedies_are_kept();
`;

const TABLES = ['reconsideration_demand', 'suggestion', 'suggestion_translation', 'recommendation'];

const WALLS = [
  ...TABLES.map((table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_school on ${table} to plenary_app
  using (school_id = current_school()) with check (school_id = current_school());`),
  'create policy gate on reconsideration_demand to plenary_gate using (true);',
  'create policy gate on recommendation to plenary_gate using (true);',
].join('\n');

const GRANTS = `
grant select, insert on reconsideration_demand, suggestion, recommendation to plenary_app;
grant update (state, answer, motion_id, settled_at, settled_on, settled_by, version) on reconsideration_demand to plenary_app;
grant update (version) on suggestion to plenary_app;
grant select, insert, update on suggestion_translation to plenary_app;
grant update (response_kind, response, response_motion_id, response_by, given_at, given_on, version) on recommendation to plenary_app;
grant select (id, school_id, secret_hash) on reconsideration_demand to plenary_gate;
grant select (id, school_id) on recommendation to plenary_gate;
`;
