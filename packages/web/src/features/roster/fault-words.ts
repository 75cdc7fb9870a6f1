import type { Say } from '../../i18n/use-messages.ts';

/** Codes whose value is a number: how many rows, or people, it is about. */
const COUNTED = [
  'UNKNOWN_ORG', 'PEOPLE_OUTSIDE_SCHOOLS', 'MISSING_EMAIL', 'MISSING_PHONE', 'INVALID_EMAIL', 'MISSING_NAME_PART', 'UNKNOWN_LANGUAGE', 'UNKNOWN_EL_STATUS', 'USER_WITHOUT_ROLE',
  'ROLE_NOT_CURRENT', 'DISABLED_USERS', 'LINK_WITHOUT_STUDENT', 'DUPLICATE_GUARDIANSHIP', 'STUDENT_WITHOUT_GUARDIAN', 'GUARDIAN_WITHOUT_STUDENT', 'OUTSIDE_SIZE', 'MANY_LEAVE', 'UNREAD_FILES',
] as const;
const PLAIN = [
  'UNREADABLE_FILE', 'NOT_UTF8', 'WRONG_SEPARATOR', 'AMBIGUOUS_FILE', 'TOO_LARGE', 'MISSING_FILE', 'MISSING_COLUMN', 'DUPLICATE_COLUMN', 'BAD_ROW', 'MISSING_VALUE', 'INVALID_VALUE',
  'DUPLICATE_SOURCED_ID', 'UNKNOWN_ROLE', 'ENROLLMENT_TO_NOBODY', 'GUARDIAN_LINK_TO_NOBODY', 'ROLE_OF_NOBODY', 'NO_ORG', 'NO_SCHOOL_ORG', 'ANOTHER_SCHOOL', 'MISSING_COURSES',
  'UNKNOWN_COLUMNS', 'LEGACY_NAMES', 'PASSWORD_IGNORED', 'CHANGED_SINCE_PREVIEW',
] as const;

interface Fault {
  readonly code: string;
  readonly column: string | null;
  readonly value: string | null;
}

/** What is wrong, in words, and the column and value it is about. A code newer than this page shows as itself. */
export function faultWords(staff: Say<'staff'>, { code, column, value }: Fault): { text: string; about: string } {
  const counted = COUNTED.find(each => each === code);
  const plain = PLAIN.find(each => each === code);
  const text = counted ? staff(`rosterFault.${counted}`, { count: Number(value) || 0 }) : plain ? staff(`rosterFault.${plain}`) : staff('rosterFault.other', { code });
  const about = [column && staff('rosterFault.column', { column }), value && !counted && staff('rosterFault.value', { value })];
  return { text, about: about.filter(Boolean).join(' · ') };
}
