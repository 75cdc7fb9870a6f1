import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/**
 * What a body decides while it sits: motions with their amendments, the questions put on them, every member's vote by
 * name, the decisions that follow and what somebody is to do about them. What was announced is never changed again.
 */
export class Motions extends Migration {
  override async up(): Promise<void> {
    for (const part of [MOTIONS, QUESTIONS, DECISIONS, WALLS, GRANTS]) {
      for (const statement of statements(part)) this.addSql(statement);
    }
  }
}

const THRESHOLDS = `('MAJORITY_OF_CAST', 'TWO_THIRDS_OF_CAST', 'MAJORITY_OF_PRESENT', 'TWO_THIRDS_OF_PRESENT', 'MAJORITY_OF_MEMBERS', 'TWO_THIRDS_OF_MEMBERS', 'UNANIMOUS_OF_PRESENT')`;
const ENDS = `('ADOPTED', 'FAILED', 'REFERRED', 'WITHDRAWN')`;

/** Mover and seconder are members of this sitting, and never the same one (rule 12). */
const MOTIONS = `
create table motion (
  id uuid primary key,
  school_id uuid not null,
  meeting_id uuid not null,
  number smallint not null check (number > 0),
  kind text not null check (kind in ('MAIN', 'URGENCY', 'ADJOURN', 'APPROVE_MINUTES', 'AMEND_MINUTES', 'RECONSIDER', 'RECOMMEND', 'PROCEDURAL')),
  state text not null default 'MOVED' check (state in ('MOVED', 'SECONDED', 'OPEN', 'VOTING', 'ADOPTED', 'FAILED', 'TABLED', 'REFERRED', 'WITHDRAWN')),
  item_id uuid,
  -- What it is about beside an item, as a later room knows it: minutes, or a demand.
  about_id uuid,
  text jsonb not null check (text <> '{}'),
  threshold text not null check (threshold in ${THRESHOLDS}),
  -- Findings of urgency, in the mover's words.
  immediate text,
  after_posting text,
  review_on date,
  mover_id uuid not null,
  seconder_id uuid,
  -- Whoever runs the sitting, where they entered what a member said aloud.
  moved_for_by uuid,
  seconded_for_by uuid,
  moved_at timestamptz not null default clock_timestamp(),
  seconded_at timestamptz,
  stated_at timestamptz,
  decided_at timestamptz,
  disposed_by text check (disposed_by in ('VOTE', 'CONSENT', 'LAPSED', 'TABLED', 'REFERRED', 'WITHDRAWN')),
  referred_to text check (referred_to <> ''),
  unique (school_id, id),
  unique (meeting_id, id),
  unique (meeting_id, number),
  foreign key (school_id, meeting_id) references meeting (school_id, id),
  foreign key (meeting_id, item_id) references agenda_item (meeting_id, id),
  foreign key (meeting_id, mover_id) references sitting_member (meeting_id, id),
  foreign key (meeting_id, seconder_id) references sitting_member (meeting_id, id),
  foreign key (school_id, moved_for_by) references person (school_id, id),
  foreign key (school_id, seconded_for_by) references person (school_id, id),
  check (seconder_id <> mover_id),
  check ((seconder_id is null) = (seconded_at is null)),
  check (seconder_id is not null or state in ('MOVED', 'FAILED', 'WITHDRAWN')),
  check (stated_at is not null or state in ('MOVED', 'SECONDED', 'FAILED', 'WITHDRAWN')),
  check ((state in ${ENDS}) = (decided_at is not null)),
  check ((state in ${ENDS} or state = 'TABLED') = (disposed_by is not null)),
  check (state <> 'ADOPTED' or disposed_by in ('VOTE', 'CONSENT')),
  check (state <> 'FAILED' or disposed_by in ('VOTE', 'LAPSED')),
  check ((disposed_by = 'LAPSED') = (state = 'FAILED' and seconder_id is null) or disposed_by is null),
  check ((state = 'REFERRED') = (referred_to is not null)),
  check (item_id is not null or kind in ('ADJOURN', 'PROCEDURAL')),
  check (kind <> 'URGENCY' or (immediate <> '' and after_posting <> ''))
);
create index motion_by_item on motion (item_id);
create index motion_by_about on motion (about_id) where about_id is not null;

create table amendment (
  id uuid primary key,
  school_id uuid not null,
  meeting_id uuid not null,
  motion_id uuid not null,
  number smallint not null check (number > 0),
  state text not null default 'MOVED' check (state in ('MOVED', 'SECONDED', 'ADOPTED', 'FAILED', 'WITHDRAWN')),
  text jsonb not null check (text <> '{}'),
  mover_id uuid not null,
  seconder_id uuid,
  moved_for_by uuid,
  seconded_for_by uuid,
  moved_at timestamptz not null default clock_timestamp(),
  seconded_at timestamptz,
  decided_at timestamptz,
  unique (school_id, id),
  unique (motion_id, id),
  unique (motion_id, number),
  foreign key (meeting_id, motion_id) references motion (meeting_id, id),
  foreign key (school_id, motion_id) references motion (school_id, id),
  foreign key (meeting_id, mover_id) references sitting_member (meeting_id, id),
  foreign key (meeting_id, seconder_id) references sitting_member (meeting_id, id),
  foreign key (school_id, moved_for_by) references person (school_id, id),
  foreign key (school_id, seconded_for_by) references person (school_id, id),
  check (seconder_id <> mover_id),
  check ((seconder_id is null) = (seconded_at is null)),
  check (seconder_id is not null or state in ('MOVED', 'FAILED', 'WITHDRAWN')),
  check ((state in ('MOVED', 'SECONDED')) = (decided_at is null))
);
-- One at a time (Robert's Rules; an amendment is not itself amended here).
create unique index amendment_pending on amendment (motion_id) where state in ('MOVED', 'SECONDED');
`;

/** Votes by name alone, before the announcement alone, and no announcement without a quorum (rules 9 and 10). */
const QUESTIONS = `
create table question (
  id uuid primary key,
  school_id uuid not null,
  meeting_id uuid not null,
  motion_id uuid not null,
  -- Null: on the motion itself.
  amendment_id uuid,
  way text not null check (way in ('ROLL_CALL', 'CONSENT')),
  state text not null default 'OPEN' check (state in ('OPEN', 'STOPPED', 'ANNOUNCED')),
  opened_at timestamptz not null default clock_timestamp(),
  opened_by uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  stopped_why text check (stopped_why <> ''),
  -- As counted at the announcement; without arithmetic where nobody objected.
  adopted boolean,
  explained jsonb,
  quorum_present smallint,
  quorum_needed smallint,
  unique (school_id, id),
  unique (meeting_id, id),
  foreign key (meeting_id, motion_id) references motion (meeting_id, id),
  foreign key (school_id, motion_id) references motion (school_id, id),
  foreign key (motion_id, amendment_id) references amendment (motion_id, id),
  foreign key (school_id, opened_by) references person (school_id, id),
  foreign key (school_id, closed_by) references person (school_id, id),
  check ((state = 'OPEN') = (closed_at is null)),
  check ((closed_at is null) = (closed_by is null)),
  check ((state = 'STOPPED') = (stopped_why is not null)),
  check ((state = 'ANNOUNCED') = (adopted is not null)),
  check ((state = 'ANNOUNCED' and way = 'ROLL_CALL') = (explained is not null)),
  check ((explained ->> 'adopted')::boolean = adopted),
  check (way <> 'CONSENT' or adopted is not false),
  check ((state = 'ANNOUNCED') = (quorum_present is not null and quorum_needed is not null)),
  check (quorum_present >= quorum_needed)
);
create index question_by_motion on question (motion_id, opened_at);
-- A sitting has one thing before it.
create unique index question_open on question (meeting_id) where state = 'OPEN';

-- One row for each time somebody votes; the last of a member counts.
create table vote (
  id bigint generated always as identity primary key,
  school_id uuid not null,
  meeting_id uuid not null,
  question_id uuid not null,
  member_id uuid not null,
  choice text not null check (choice in ('AYE', 'NO', 'ABSTAIN', 'RECUSED')),
  cast_for_by uuid,
  cast_at timestamptz not null default clock_timestamp(),
  foreign key (meeting_id, question_id) references question (meeting_id, id),
  foreign key (school_id, question_id) references question (school_id, id),
  foreign key (meeting_id, member_id) references sitting_member (meeting_id, id),
  foreign key (school_id, cast_for_by) references person (school_id, id)
);
create index vote_by_question on vote (question_id, member_id, id desc);

create table objection (
  question_id uuid not null,
  member_id uuid not null,
  school_id uuid not null,
  meeting_id uuid not null,
  said_for_by uuid,
  said_at timestamptz not null default clock_timestamp(),
  primary key (question_id, member_id),
  foreign key (meeting_id, question_id) references question (meeting_id, id),
  foreign key (school_id, question_id) references question (school_id, id),
  foreign key (meeting_id, member_id) references sitting_member (meeting_id, id),
  foreign key (school_id, said_for_by) references person (school_id, id)
);

-- As announced, in the order of seats.
create table roll_call_line (
  question_id uuid not null,
  member_id uuid not null,
  school_id uuid not null,
  meeting_id uuid not null,
  position smallint not null check (position > 0),
  vote text not null check (vote in ('AYE', 'NO', 'ABSTAIN', 'RECUSED', 'ABSENT')),
  primary key (question_id, member_id),
  unique (question_id, position),
  foreign key (meeting_id, question_id) references question (meeting_id, id),
  foreign key (school_id, question_id) references question (school_id, id),
  foreign key (meeting_id, member_id) references sitting_member (meeting_id, id)
);
`;

const DECISIONS = `
create table decision (
  id uuid primary key,
  school_id uuid not null,
  environment_id uuid not null,
  body_id uuid not null,
  meeting_id uuid not null,
  motion_id uuid not null unique,
  item_id uuid not null,
  -- Among all of its body.
  number integer not null check (number > 0),
  text jsonb not null check (text <> '{}'),
  rationale jsonb not null,
  -- Where the body meets.
  decided_on date not null,
  review_on date,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (school_id, id),
  unique (body_id, number),
  foreign key (school_id, environment_id) references learning_environment (school_id, id),
  foreign key (school_id, body_id) references governing_body (school_id, id),
  foreign key (school_id, meeting_id) references meeting (school_id, id),
  foreign key (meeting_id, motion_id) references motion (meeting_id, id),
  foreign key (meeting_id, item_id) references agenda_item (meeting_id, id),
  check (review_on > decided_on)
);
create index decision_by_meeting on decision (meeting_id);

create table action_item (
  id uuid primary key,
  school_id uuid not null,
  environment_id uuid not null,
  body_id uuid not null,
  meeting_id uuid not null,
  decision_id uuid,
  item_id uuid,
  title text not null check (title <> ''),
  owner_id uuid not null,
  due date,
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'DROPPED')),
  version integer not null default 1,
  note text check (note <> ''),
  ended_at timestamptz,
  assigned_by uuid not null,
  assigned_at timestamptz not null default clock_timestamp(),
  unique (school_id, id),
  foreign key (school_id, environment_id) references learning_environment (school_id, id),
  foreign key (school_id, body_id) references governing_body (school_id, id),
  foreign key (school_id, meeting_id) references meeting (school_id, id),
  foreign key (school_id, decision_id) references decision (school_id, id),
  foreign key (meeting_id, item_id) references agenda_item (meeting_id, id),
  foreign key (school_id, owner_id) references person (school_id, id),
  foreign key (school_id, assigned_by) references person (school_id, id),
  check ((state = 'OPEN') = (ended_at is null))
);
create index action_item_by_body on action_item (body_id, assigned_at desc);
create index action_item_by_meeting on action_item (meeting_id);
create index action_item_by_owner on action_item (owner_id) where state = 'OPEN';
`;

/** Read, written and changed within the school; `changes` says until when. */
const own = (table: string, changes: string) => `
create policy own_school on ${table} for select to plenary_app using (school_id = current_school());
create policy own_new on ${table} for insert to plenary_app with check (school_id = current_school());
create policy own_change on ${table} for update to plenary_app using (school_id = current_school() and ${changes}) with check (school_id = current_school());`;

/** Kept with a question while it is open, and never again. */
const kept = (table: string) => `
create policy own_school on ${table} for select to plenary_app using (school_id = current_school());
create policy own_new on ${table} for insert to plenary_app
  with check (school_id = current_school() and exists (select from question q where q.id = question_id and q.state = 'OPEN'));`;

const TABLES = ['motion', 'amendment', 'question', 'vote', 'objection', 'roll_call_line', 'decision', 'action_item'];

const WALLS = [
  ...TABLES.map((table) => `alter table ${table} enable row level security;\nalter table ${table} force row level security;`),
  own('motion', `state not in ${ENDS}`),
  own('amendment', `state in ('MOVED', 'SECONDED')`),
  own('question', `state = 'OPEN'`),
  kept('vote'), kept('objection'), kept('roll_call_line'),
  'create policy own_school on decision to plenary_app using (school_id = current_school()) with check (school_id = current_school());',
  'create policy own_school on action_item to plenary_app using (school_id = current_school()) with check (school_id = current_school());',
].join('\n');

const GRANTS = `
grant select, insert on motion, amendment, question, vote, objection, roll_call_line, decision, action_item to plenary_app;
grant update (state, seconder_id, seconded_at, seconded_for_by, stated_at, decided_at, disposed_by, referred_to) on motion to plenary_app;
grant update (state, seconder_id, seconded_at, seconded_for_by, decided_at) on amendment to plenary_app;
grant update (way, state, closed_at, closed_by, stopped_why, adopted, explained, quorum_present, quorum_needed) on question to plenary_app;
grant update (title, owner_id, due, state, version, note, ended_at) on action_item to plenary_app;
`;
