import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/**
 * Secret ballots: the registry knows who was given a ballot paper, the box knows what is on the papers, and nothing
 * joins the two: no key, no time, no order, and no role that may read both while a request is served.
 *
 * - `plenary_registry`: gives out ballot papers; cannot see the box.
 * - `plenary_box`: takes papers in; cannot see the registry or any person.
 * - `plenary_keeper`: rewrites both in random order, keeps the log, and empties both when a ballot closes. No request acts as it.
 */
export class SecretBallots extends Migration {
  override async up(): Promise<void> {
    for (const part of [ROLES, BALLOTS, REGISTRY, BOX, WALLS, GRANTS]) {
      for (const statement of statements(part)) this.addSql(statement);
    }
  }
}

// Roles belong to the whole cluster, so two databases being migrated at once may race for them.
const ROLES = `
do $$
declare r text;
begin
  foreach r in array array['plenary_registry', 'plenary_box', 'plenary_keeper'] loop
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
`;

const BALLOTS = `
alter table ballot drop constraint ballot_method_check;
alter table ballot
  add constraint ballot_method_check check (method in ('YES_NO', 'CHOOSE_ONE', 'APPROVAL', 'SCORE', 'DOTS',
    'INSTANT_RUNOFF', 'SCOTTISH_STV', 'BUDGET_GREEDY', 'EQUAL_SHARES', 'CONSENT', 'FIST_TO_FIVE')),
  add column secrecy text not null default 'CONFIDENTIAL' check (secrecy in ('SECRET', 'CONFIDENTIAL', 'OPEN')),
  add column seats integer not null default 1 check (seats > 0),
  -- Whole units of money; only for budgets, whose options then have a cost each.
  add column budget_total integer check (budget_total > 0),
  -- What voters, their browsers and recounts are given, to the byte; frozen when a secret ballot opens.
  add column definition text,
  add column seed bytea check (length(seed) = 32);
alter table ballot_option add column cost integer check (cost >= 0);

alter table ballot_constituency
  add column id uuid not null default gen_random_uuid() unique,
  -- Public half of the key that signs this constituency's ballot papers, as SubjectPublicKeyInfo.
  add column issuer bytea,
  add column scope bytea unique check (length(scope) = 32),
  add column roll_salt bytea check (length(roll_salt) = 32),
  add column roll_hash bytea check (length(roll_hash) = 32),
  -- How many of \`voted\` voted on printed papers; null until the ballot is closed.
  add column on_paper integer;

-- Signed by the ballot's key; copies kept elsewhere are what the published log is held against.
create table ballot_checkpoint (
  ballot_id uuid not null,
  constituency text not null,
  school_id uuid not null,
  size integer not null,
  note text not null,
  primary key (ballot_id, constituency, size),
  foreign key (school_id, ballot_id) references ballot (school_id, id)
);

-- First line of the bundles, and the digest each of them closes with.
create table ballot_bundle (
  ballot_id uuid primary key,
  school_id uuid not null,
  pools jsonb not null,
  public_digest bytea not null check (length(public_digest) = 32),
  auditors_digest bytea not null check (length(auditors_digest) = 32),
  foreign key (school_id, ballot_id) references ballot (school_id, id)
);
`;

const REGISTRY = `
-- Of a secret ballot there is no key: the roll is marked when it closes.
alter table registry.roll drop constraint roll_check;
alter table registry.roll add constraint roll_check check (cast_key is null or voted);

-- A line for each voter of an open secret ballot; gone, with the nonce, when it closes.
create table registry.paper (
  ballot_id uuid not null references ballot,
  person_id uuid not null,
  school_id uuid not null,
  constituency text not null,
  nonce bytea not null check (length(nonce) = 32),
  blinded bytea check (length(blinded) = 256),
  blind_signature bytea check (length(blind_signature) = 256),
  issued boolean generated always as (blinded is not null) stored,
  on_paper boolean not null default false,
  primary key (ballot_id, person_id),
  check ((blinded is null) = (blind_signature is null)),
  check (not on_paper or blinded is null)
) with (fillfactor = 60);

-- Private half of a constituency's key, PKCS #8; gone when the ballot closes.
create table registry.issuer (
  ballot_id uuid not null references ballot,
  constituency text not null,
  school_id uuid not null,
  private_key bytea not null,
  primary key (ballot_id, constituency)
);
`;

const BOX = `
-- Every revision of every ballot of an open secret ballot; what is on it only for the newest.
create table box.paper (
  ballot_id uuid not null references ballot,
  school_id uuid not null,
  constituency text not null,
  pk bytea not null check (length(pk) = 32),
  revision integer not null check (revision between 1 and 1000),
  credential bytea not null check (length(credential) = 256),
  commitment bytea not null check (length(commitment) = 32),
  signature bytea not null check (length(signature) = 64),
  leaf bytea not null check (length(leaf) = 32),
  salt bytea check (length(salt) = 32),
  choices bytea,
  -- Which part of the log it is in; null until there are enough to hide among.
  batch integer,
  primary key (ballot_id, pk, revision),
  check ((salt is null) = (choices is null))
);

-- The same after the close, in the order of the leaves.
create table box.published (
  ballot_id uuid not null references ballot,
  school_id uuid not null,
  constituency text not null,
  leaf bytea not null,
  batch integer not null,
  pk bytea not null,
  revision integer not null,
  credential bytea not null,
  commitment bytea not null,
  signature bytea not null,
  salt bytea,
  choices bytea,
  primary key (ballot_id, constituency, leaf)
);

-- Private half of the key that signs receipts and checkpoints, PKCS #8; gone when the ballot is counted.
create table box.signer (
  ballot_id uuid primary key references ballot,
  school_id uuid not null,
  private_key bytea not null
);
`;

const OWN = 'using (school_id = current_school()) with check (school_id = current_school())';
const CLOSED = `school_id = current_school()
  and exists (select from ballot b where b.id = ballot_id and b.state in ('TALLIED', 'CERTIFIED'))`;

const WALLS = [
  ...['ballot_checkpoint', 'ballot_bundle', 'registry.paper', 'registry.issuer', 'box.paper', 'box.published', 'box.signer'].map((table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy keeper on ${table} to plenary_keeper using (true) with check (true);`),
  `
create policy own_school on ballot_checkpoint to plenary_app ${OWN};
create policy own_school on ballot_bundle to plenary_app ${OWN};
create policy own_school on registry.paper to plenary_app, plenary_registry ${OWN};
create policy own_school on registry.issuer to plenary_app, plenary_registry ${OWN};
create policy own_school on box.paper to plenary_box ${OWN};
create policy own_school on box.signer to plenary_app, plenary_box ${OWN};
create policy secret_hands on ballot to plenary_registry, plenary_box ${OWN};
create policy keeper on ballot to plenary_keeper using (true);
create policy keeper on ballot_constituency to plenary_keeper using (true) with check (true);
create policy gate on ballot_constituency to plenary_gate using (true);
create policy keeper on registry.roll to plenary_keeper using (true) with check (true);
create policy published_when_counted on box.published for select to plenary_teller using (${CLOSED});`,
].join('\n');

const GRANTS = `
grant usage on schema public to plenary_registry, plenary_box, plenary_keeper;
grant usage on schema registry to plenary_registry, plenary_keeper;
grant usage on schema box to plenary_app, plenary_box, plenary_keeper;
grant execute on function current_school() to plenary_registry, plenary_box, plenary_keeper;

-- The application opens a ballot and tells who took part; what makes a paper untraceable it cannot read back.
grant insert on registry.paper, registry.issuer, box.signer to plenary_app;
grant select (ballot_id, person_id, school_id, constituency, issued, on_paper) on registry.paper to plenary_app;
grant select on ballot_checkpoint, ballot_bundle to plenary_app;
grant select (scope, ballot_id, school_id, constituency) on ballot_constituency to plenary_gate;

-- Row locks (for share) need update on a column; version stays the application's.
grant select, update (version) on ballot to plenary_registry, plenary_box;
grant select, update (blinded, blind_signature, on_paper) on registry.paper to plenary_registry;
grant select on registry.issuer to plenary_registry;
grant select, insert, update (salt, choices) on box.paper to plenary_box;
grant select on box.signer to plenary_box;

grant select on ballot to plenary_keeper;
grant select, update on ballot_constituency to plenary_keeper;
grant select, update on registry.roll to plenary_keeper;
grant select, insert, update, delete on registry.paper, box.paper, box.published to plenary_keeper;
grant select, delete on registry.issuer, box.signer to plenary_keeper;
grant select, insert on ballot_checkpoint, ballot_bundle to plenary_keeper;

grant select on box.published to plenary_teller;
`;
