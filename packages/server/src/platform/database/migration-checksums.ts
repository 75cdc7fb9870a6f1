import { createHash } from 'node:crypto';
import type { Migration } from '@mikro-orm/migrations';
import { DatabaseRefusal } from './refusal.ts';

/** Runs one statement as the owner of the tables, its places numbered; answers its rows. */
export type Run = (sql: string, params?: readonly string[]) => Promise<readonly Record<string, unknown>[]>;

export interface Listed {
  readonly name: string;
  readonly class: new (...args: never[]) => Migration;
}

/**
 * What a migration does to a database, in one number: its statements, whatever their layout and comments.
 * Migrations here only add statements; none reads the database to find out which.
 */
export async function checksumOf({ class: Made }: Listed): Promise<string> {
  const made = new Made();
  await made.up();
  const text = made.getQueries().map((query) => String(query).replace(/--[^\n]*/g, '').replace(/\s+/g, ' ').replace(/ ?([(),;]) ?/g, '$1').trim());
  return createHash('sha256').update(JSON.stringify(text)).digest('hex');
}

/**
 * Compares what ran here with what is in this program; a database from before checksums were kept takes today's.
 * @throws {DatabaseRefusal} when a migration was changed after it ran: the tables are not what the program expects.
 */
export async function checkMigrations(run: Run, listed: readonly Listed[]): Promise<void> {
  if (!await hasColumn(run, 'name')) return;
  if (!await hasColumn(run, 'checksum')) await run('alter table plenary_migration add column checksum text');
  const ran = new Map((await run('select name, checksum from plenary_migration')).map((row) => [row['name'], row['checksum']]));
  for (const migration of listed) {
    const kept = ran.get(migration.name);
    if (kept === undefined) continue;
    const checksum = await checksumOf(migration);
    if (kept === null) await run('update plenary_migration set checksum = $1 where name = $2', [checksum, migration.name]);
    else if (kept !== checksum) {
      throw new DatabaseRefusal(`Migration ${migration.name} was changed after it ran on this database, so its tables are not what this version expects. `
        + 'Start the version that made it, or another database (a new DATA_DIR or DATABASE_URL).');
    }
  }
}

async function hasColumn(run: Run, column: string): Promise<boolean> {
  const rows = await run('select 1 from pg_attribute where attrelid = to_regclass($1) and attname = $2 and not attisdropped', ['plenary_migration', column]);
  return rows.length > 0;
}
