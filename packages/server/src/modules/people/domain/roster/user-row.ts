import type { MemberConstituency } from '../constituency.ts';
import type { Header } from './columns.ts';
import type { FaultList, Tallies } from './fault.ts';
import { englishLearnerOf, languageTag } from './language.ts';
import { constituencyOf, isRoleLike } from './role.ts';

/** The fields of a row that are read, trimmed, and where it begins. A field without a column is not there. */
export interface Row {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/** Where the rows of a file come from, and where what is wrong with them is told. */
export interface RowContext {
  readonly file: string;
  readonly header: Header;
  readonly faults: FaultList;
  readonly tallies: Tallies;
}

/** A row of users.csv before its orgs are known to be schools. */
export interface RawUser {
  readonly sourcedId: string;
  readonly file: string;
  readonly line: number;
  readonly gone: boolean;
  readonly givenName: string;
  readonly familyName: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly grade?: string | null;
  readonly language?: string | null;
  readonly englishLearner?: boolean;
  /** Null when the row's role is unknown, or when roles are in their own file. */
  readonly constituency: MemberConstituency | null;
  readonly orgs: readonly string[];
  readonly agents?: readonly string[];
  /** Carries status and date of change, as rows of a delta must (OneRoster 1.1 §4.2). */
  readonly datedStatus: boolean;
}

/** Longest `sourcedId`, name or contact that is kept, in UTF-16 units. */
const LONGEST = 255;

/** A comma-separated list inside one field. */
export const listOf = (value: string | undefined): string[] =>
  (value ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '');

/** What a `status` means; blank is the bulk export's. Null, and a fault, for a word the standard does not know. */
export function statusOf(row: Row, { file, header, faults }: RowContext): 'ACTIVE' | 'GONE' | null {
  const status = (row.values['status'] ?? '').toLowerCase();
  if (status === '' || status === 'active') return 'ACTIVE';
  if (status === 'tobedeleted' || status === 'inactive') return 'GONE';
  faults.fault('INVALID_VALUE', file, { line: row.line, column: header.named('status') });
  return null;
}

/** The row's own id, or null and a fault where it is blank, too long, or was met before. */
export function newId(row: Row, seen: { has(id: string): boolean }, { file, header, faults }: RowContext): string | null {
  const id = row.values['sourcedId'] ?? '';
  const at = { line: row.line, column: header.named('sourcedId') };
  if (id === '') faults.fault('MISSING_VALUE', file, at);
  else if (id.length > LONGEST) faults.fault('INVALID_VALUE', file, at);
  else if (seen.has(id)) faults.fault('DUPLICATE_SOURCED_ID', file, { ...at, value: id });
  else return id;
  return null;
}

/** The constituency a role stands for, or null and a fault. */
export function roleOf(row: Row, { file, header, faults }: RowContext): MemberConstituency | null {
  const role = row.values['role'] ?? '';
  const at = { line: row.line, column: header.named('role') };
  if (role === '') {
    faults.fault('MISSING_VALUE', file, at);
    return null;
  }
  const constituency = constituencyOf(role);
  if (constituency === null) faults.fault('UNKNOWN_ROLE', file, { ...at, value: isRoleLike(role) ? role : null });
  return constituency;
}

/** Reads one row of users.csv. `rolesHere`: the role stands in this row (1.1) and not in roles.csv (1.2). */
export function readUser(row: Row, sourcedId: string, gone: boolean, rolesHere: boolean, context: RowContext): RawUser {
  const { values } = row;
  return {
    sourcedId, gone, file: context.file, line: row.line,
    ...namesOf(row, gone, context),
    ...contactsOf(row, context),
    ...(values['grades'] === undefined ? {} : { grade: bounded(values['grades']) }),
    ...languageOf(row, context),
    ...learnerOf(row, context),
    constituency: rolesHere && !gone ? roleOf(row, context) : null,
    orgs: rolesHere ? listOf(values['orgs']) : [],
    ...(values['agents'] === undefined ? {} : { agents: agentsOf(values['agents'], context) }),
    datedStatus: (values['status'] ?? '') !== '' && (values['modified'] ?? '') !== '',
  };
}

function namesOf(row: Row, gone: boolean, { file, header, faults, tallies }: RowContext) {
  const givenName = row.values['givenName'] ?? '';
  const familyName = row.values['familyName'] ?? '';
  for (const [field, name] of [['givenName', givenName], ['familyName', familyName]] as const) {
    if (name.length > LONGEST) faults.fault('INVALID_VALUE', file, { line: row.line, column: header.named(field) });
  }
  if (!gone && givenName === '' && familyName === '') {
    faults.fault('MISSING_VALUE', file, { line: row.line, column: header.named('familyName') });
  } else if (!gone && (givenName === '' || familyName === '')) tallies.add('MISSING_NAME_PART', file);
  return { givenName, familyName };
}

const bounded = (value: string): string | null => (value === '' ? null : value.slice(0, LONGEST).toWellFormed());

/** `sms` before `phone`: what reaches a family is a text message. */
function contactsOf({ values }: Row, { file, header, tallies }: RowContext): Pick<RawUser, 'email' | 'phone'> {
  const { email, sms, phone } = values;
  const valid = email === undefined || email === '' || /^[^\s@]+@[^\s@]+$/.test(email);
  if (!valid) tallies.add('INVALID_EMAIL', file, header.named('email'));
  return {
    ...(email === undefined ? {} : { email: valid ? bounded(email) : null }),
    ...(sms === undefined && phone === undefined ? {} : { phone: bounded(sms || phone || '') }),
  };
}

function languageOf({ values }: Row, { file, header, tallies }: RowContext): Pick<RawUser, 'language'> {
  const value = values['language'];
  if (value === undefined) return {};
  const language = value === '' ? null : languageTag(value);
  if (value !== '' && language === null) tallies.add('UNKNOWN_LANGUAGE', file, header.named('language'));
  return { language };
}

function learnerOf({ values }: Row, { file, header, tallies }: RowContext): Pick<RawUser, 'englishLearner'> {
  const value = values['learner'];
  if (value === undefined) return {};
  const englishLearner = englishLearnerOf(value);
  if (englishLearner === null) {
    tallies.add('UNKNOWN_EL_STATUS', file, header.named('learner'));
    return {};
  }
  return { englishLearner };
}

function agentsOf(value: string, { file, header, tallies }: RowContext): string[] {
  const listed = listOf(value);
  const agents = [...new Set(listed)];
  if (agents.length < listed.length) tallies.add('DUPLICATE_GUARDIANSHIP', file, header.named('agents'));
  return agents;
}
