/** What keeps a roster from being committed. The words for each code belong to the page and the command line. */
export const FAULT_CODES = [
  'UNREADABLE_FILE', 'NOT_UTF8', 'WRONG_SEPARATOR', 'AMBIGUOUS_FILE', 'TOO_LARGE',
  'MISSING_FILE', 'MISSING_COLUMN', 'DUPLICATE_COLUMN', 'BAD_ROW', 'MISSING_VALUE', 'INVALID_VALUE',
  'DUPLICATE_SOURCED_ID', 'UNKNOWN_ROLE', 'ENROLLMENT_TO_NOBODY', 'GUARDIAN_LINK_TO_NOBODY', 'ROLE_OF_NOBODY',
  'NO_ORG', 'INTERRUPTED',
] as const;

/** What somebody should know; committed all the same. Those that concern many rows come once, with the number as value. */
export const WARNING_CODES = [
  'NO_SCHOOL_ORG', 'UNKNOWN_ORG', 'PEOPLE_OUTSIDE_SCHOOLS', 'ANOTHER_SCHOOL', 'MISSING_COURSES',
  'UNKNOWN_COLUMNS', 'LEGACY_NAMES', 'PASSWORD_IGNORED', 'UNREAD_FILES',
  'MISSING_EMAIL', 'MISSING_PHONE', 'INVALID_EMAIL', 'MISSING_NAME_PART', 'UNKNOWN_LANGUAGE', 'UNKNOWN_EL_STATUS',
  'USER_WITHOUT_ROLE', 'ROLE_NOT_CURRENT', 'DISABLED_USERS', 'LINK_WITHOUT_STUDENT', 'DUPLICATE_GUARDIANSHIP',
  'STUDENT_WITHOUT_GUARDIAN', 'GUARDIAN_WITHOUT_STUDENT', 'OUTSIDE_SIZE', 'MANY_LEAVE', 'CHANGED_SINCE_PREVIEW',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];
export type WarningCode = (typeof WARNING_CODES)[number];

/** Something about a file. `line` counts from 1, the header being line 1; null where it is about the whole file. */
export interface Fault {
  readonly level: 'FAULT' | 'WARNING';
  readonly code: FaultCode | WarningCode;
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;
  /** An id, a role, a column name or a number; never another value of the file. */
  readonly value: string | null;
}

export interface About {
  readonly line?: number | null;
  readonly column?: string | null;
  readonly value?: string | number | null;
}

/** Most of one code that are kept word for word; the rest is only counted, so that a broken file of a district stays small. */
const KEPT_PER_CODE = 500;
const LONGEST_VALUE = 300;

/** Everything found wrong, in the order found. */
export class FaultList {
  readonly kept: Fault[] = [];
  faults = 0;
  warnings = 0;
  readonly #perCode = new Map<string, number>();

  fault(code: FaultCode, file: string, about: About = {}): void {
    this.faults += 1;
    this.#keep({ level: 'FAULT', code, file: printable(file), ...shaped(about) });
  }

  warn(code: WarningCode, file: string, about: About = {}): void {
    this.warnings += 1;
    this.#keep({ level: 'WARNING', code, file: printable(file), ...shaped(about) });
  }

  #keep(fault: Fault): void {
    const seen = (this.#perCode.get(fault.code) ?? 0) + 1;
    this.#perCode.set(fault.code, seen);
    if (seen <= KEPT_PER_CODE) this.kept.push(fault);
  }
}

function shaped({ line, column, value }: About): Pick<Fault, 'line' | 'column' | 'value'> {
  return {
    line: line ?? null,
    column: column === null || column === undefined ? null : printable(column),
    value: value === null || value === undefined ? null : printable(String(value)),
  };
}

/** Short, and nothing a terminal or the database would stumble over. */
function printable(text: string): string {
  const plain = text.replace(/\p{Cc}+/gu, ' ');
  return (plain.length > LONGEST_VALUE ? `${plain.slice(0, LONGEST_VALUE)}…` : plain).toWellFormed();
}

/** Counts things that would be one warning per row, to be told once per file. */
export class Tallies {
  readonly #counts = new Map<WarningCode, { file: string; count: number; column: string | null }>();

  add(code: WarningCode, file: string, column: string | null = null): void {
    const found = this.#counts.get(code);
    if (found === undefined) this.#counts.set(code, { file, count: 1, column });
    else found.count += 1;
  }

  tell(faults: FaultList): void {
    for (const [code, { file, count, column }] of this.#counts) faults.warn(code, file, { column, value: count });
  }
}
