import type { Database } from '../platform/database/database.ts';

/** Every table that holds schools' rows, read from the catalog, so that a table added tomorrow is tested tomorrow. */
export async function walledTables(database: Database): Promise<readonly string[]> {
  const { rows } = await database.executeAsOwner(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id'
    where c.relkind in ('r', 'p') and n.nspname in ('public', 'registry', 'box')
    order by 1`);
  return rows.map((row) => String(row['name']));
}

const VALUE: Record<string, (nth: number) => string> = {
  uuid: () => 'gen_random_uuid()',
  text: (nth) => `'made-up-${nth}'`,
  integer: (nth) => `${nth + 1}`,
  smallint: (nth) => `${nth + 1}`,
  bigint: (nth) => `${nth + 1}`,
  boolean: () => 'false',
  jsonb: () => `'{}'`,
  bytea: (nth) => `sha256('${nth}')`,
  'timestamp with time zone': () => 'now()',
  date: () => 'current_date',
  'text[]': () => `'{}'`,
  'smallint[]': () => `'{}'`,
};

/**
 * Puts one row for each of `schools` in every table, of made-up values. Foreign keys, checks and triggers are
 * switched off or dropped for it, so this ruins a database for any other story: use a clone of its own.
 */
export async function fillEveryTable(database: Database, schools: readonly string[]): Promise<void> {
  const tables = await walledTables(database);
  const { rows: checks } = await database.executeAsOwner(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql
    from pg_constraint where contype = 'c' and conrelid::regclass::text = any ($1)`, [tables.map((name) => name.replace('public.', ''))]);
  const inserts = await Promise.all(tables.map((table) => insertsFor(database, table, schools)));
  await database.executeAsOwner([
    'begin',
    ...checks.map((row) => String(row['sql'])),
    'set local session_replication_role = replica',
    ...schools.map((id) => `insert into school (id, name) values ('${id}', 'School ${id[0]}')`),
    ...inserts.flat(),
    'commit',
  ].join(';\n'));
}

async function insertsFor(database: Database, table: string, schools: readonly string[]): Promise<string[]> {
  const { rows } = await database.executeAsOwner(`
    select attname as name, format_type(atttypid, null) as type
    from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
      and (attnotnull and not atthasdef or attname = 'school_id')`, [table]);
  return schools.map((id, nth) => {
    const values = rows.map(({ name, type }) => {
      if (name === 'school_id') return `'${id}'`;
      const make = VALUE[String(type)];
      if (make === undefined) throw new Error(`no made-up value for a ${String(type)}: add one`);
      return make(nth);
    });
    return `insert into ${table} (${rows.map(({ name }) => `"${String(name)}"`).join(', ')}) values (${values.join(', ')})`;
  });
}
