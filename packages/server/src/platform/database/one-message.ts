import pg from 'pg';
import type { Scope } from './database.ts';
import { sessionContext } from './session-context.ts';

/**
 * A statement and the scope it runs under as one message of the simple protocol, which the server takes as one
 * transaction: the settings are local to it. Begin, settings, statement and commit as messages of their own cost a
 * page four times the waiting and three times the processor (docs/adr).
 *
 * Values for `?` are text, numbers, booleans, null, dates and bytes; lists and records travel as JSON or array text.
 * @throws {TypeError} for any other value, and when values and `?` are not as many.
 */
export function oneMessage(scope: Scope, sql: string, params: readonly unknown[]): string {
  const parts = partsOf(sql, params);
  const filled = parts.slice(1).reduce((text, part, n) => `${text}${literal(params[n])}${part}`, parts[0]!);
  return `${enterScope(scope)}; ${filled}`;
}

/** The statement that puts the transaction it runs in under `scope`. */
export function enterScope(scope: Scope): string {
  const settings = Object.entries(sessionContext(scope).variables)
    .map(([name, value]) => `set_config(${literal(name)}, ${literal(value)}, true)`);
  return `select ${settings.join(', ')}`;
}

/** The statement with its places numbered, for values that travel beside it. @throws {TypeError} when they are not as many. */
export function numbered(sql: string, params: readonly unknown[]): string {
  return partsOf(sql, params).reduce((text, part, n) => `${text}$${n}${part}`);
}

function partsOf(sql: string, params: readonly unknown[]): string[] {
  const parts = sql.split('?');
  if (parts.length === params.length + 1) return parts;
  throw new TypeError(`the statement has ${parts.length - 1} places for ${params.length} values`);
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean' || typeof value === 'bigint' || Number.isFinite(value)) return `(${String(value)})`;
  if (value instanceof Date) return `'${value.toISOString()}'`;
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  if (typeof value !== 'string') throw new TypeError(`a statement takes no ${typeof value} as a value`);
  // It would end the message; the database refuses it in a parameter with this same code.
  if (value.includes('\0')) throw Object.assign(new Error('text with a zero byte'), { code: '22021' });
  return pg.escapeLiteral(value);
}
