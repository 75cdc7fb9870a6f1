import type { Collected } from './collected.ts';
import type { FileKind, Header } from './columns.ts';
import { dayRange } from './day.ts';
import { FaultList, Tallies } from './fault.ts';
import { finishRoster } from './finish-roster.ts';
import type { Roster } from './stated.ts';
import { type Row, type RowContext, newId, readUser, roleOf, statusOf } from './user-row.ts';

/**
 * Takes an export row by row, in the order of {@link READING_ORDER}, and answers the whole roster. Pure: nothing is
 * kept of a row but what a {@link Roster} tells, so memory grows with the people and not with the bytes.
 */
export class RosterCollector {
  readonly faults = new FaultList();
  readonly #tallies = new Tallies();
  readonly #roleIds = new Set<string>();
  readonly #enrollmentIds = new Set<string>();
  readonly #all: Collected;

  /** @param today `YYYY-MM-DD` where the school is: decides which dated roles are held. */
  constructor(today: string, hasRolesFile: boolean) {
    this.#all = {
      today, hasRolesFile, manifest: new Map(), orgs: new Map(), users: new Map(), roles: new Map(),
      enrollmentsToNobody: [], faults: this.faults, tallies: this.#tallies,
    };
  }

  /** People met so far. */
  get size(): number { return this.#all.users.size; }

  /** Whether the rows of a file with this header can be read; what is odd about it is told. */
  header(kind: FileKind, file: string, header: Header): boolean {
    const missing = [...header.missing];
    if (kind === 'users' && !this.#all.hasRolesFile) {
      for (const field of ['role', 'orgs']) if (header.index[field] === undefined) missing.push(header.named(field));
    }
    for (const column of missing) this.faults.fault('MISSING_COLUMN', file, { line: 1, column });
    for (const column of header.twice) this.faults.fault('DUPLICATE_COLUMN', file, { line: 1, column });
    if (missing.length > 0 || header.twice.length > 0) return false;
    for (const column of header.legacy) this.faults.warn('LEGACY_NAMES', file, { line: 1, column });
    if (header.password) this.faults.warn('PASSWORD_IGNORED', file, { line: 1 });
    if (header.unknown.length > 0 && kind !== 'manifest') {
      this.faults.warn('UNKNOWN_COLUMNS', file, { line: 1, value: header.unknown.join(', ') });
    }
    return true;
  }

  row(kind: FileKind, file: string, header: Header, row: Row): void {
    const context = { file, header, faults: this.faults, tallies: this.#tallies };
    if (kind === 'users') this.#user(row, context);
    else if (kind === 'enrollments') this.#enrollment(row, context);
    else if (kind === 'roles') this.#role(row, context);
    else if (kind === 'orgs') this.#org(row, context);
    else this.#all.manifest.set((row.values['name'] ?? '').toLowerCase(), row.values['value'] ?? '');
  }

  finish(): Roster { return finishRoster(this.#all); }

  #org(row: Row, context: RowContext): void {
    const sourcedId = newId(row, this.#all.orgs, context);
    const status = statusOf(row, context);
    if (sourcedId === null || status !== 'ACTIVE') return;
    const { name = '', type = '', parent = '' } = row.values;
    this.#all.orgs.set(sourcedId, { sourcedId, name, type, parent });
  }

  #user(row: Row, context: RowContext): void {
    const sourcedId = newId(row, this.#all.users, context);
    const status = statusOf(row, context);
    if (sourcedId === null || status === null) return;
    if (/^(false|no|0)$/i.test(row.values['enabled'] ?? '')) context.tallies.add('DISABLED_USERS', context.file, context.header.named('enabled'));
    this.#all.users.set(sourcedId, readUser(row, sourcedId, status === 'GONE', !this.#all.hasRolesFile, context));
  }

  #role(row: Row, context: RowContext): void {
    const { file, header, faults, tallies } = context;
    const id = newId(row, this.#roleIds, context);
    const status = statusOf(row, context);
    if (id === null || status === null) return;
    this.#roleIds.add(id);
    const user = row.values['user'] ?? '';
    if (user === '') return faults.fault('MISSING_VALUE', file, { line: row.line, column: header.named('user') });
    const constituency = roleOf(row, context);
    if (constituency === null) return;
    const current = isCurrent(row, this.#all.today);
    if (status === 'ACTIVE' && !current) tallies.add('ROLE_NOT_CURRENT', file);
    const role = {
      constituency, org: row.values['org'] ?? '', over: status === 'GONE' || !current,
      file, line: row.line, column: header.named('user'),
    };
    const known = this.#all.roles.get(user);
    if (known === undefined) this.#all.roles.set(user, [role]);
    else known.push(role);
  }

  #enrollment(row: Row, context: RowContext): void {
    const { file, header, faults } = context;
    const id = newId(row, this.#enrollmentIds, context);
    const status = statusOf(row, context);
    if (id === null || status === null) return;
    this.#enrollmentIds.add(id);
    const sourcedId = row.values['user'] ?? '';
    const column = header.named('user');
    if (status === 'GONE') return;
    if (sourcedId === '') return faults.fault('MISSING_VALUE', file, { line: row.line, column });
    if (!this.#all.users.has(sourcedId)) {
      this.#all.enrollmentsToNobody.push({ sourcedId, code: 'ENROLLMENT_TO_NOBODY', file, line: row.line, column });
    }
  }
}

/** Files are read in this order, because each may speak of what the ones before it hold. */
export const READING_ORDER: readonly FileKind[] = ['manifest', 'orgs', 'users', 'roles', 'enrollments'];

/** A role is held from its begin to its end, both days included; a date that cannot be read does not end it. */
function isCurrent(row: Row, today: string): boolean {
  const begin = dayRange(row.values['begin'] ?? '');
  const end = dayRange(row.values['end'] ?? '');
  return (begin === null || begin.first <= today) && (end === null || end.last >= today);
}
