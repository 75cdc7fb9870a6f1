import type { Fault, FaultCode, WarningCode } from '../domain/roster/fault.ts';

type Words = (fault: Fault) => string;

const column = ({ column: name }: Fault) => (name === null ? 'a column' : `column ${name}`);
const value = ({ value: text }: Fault) => (text === null ? '' : ` "${text}"`);

/** English for an operator at a terminal; pages have words of their own, in each language. */
const WORDS: Readonly<Record<FaultCode | WarningCode, Words>> = {
  UNREADABLE_FILE: () => 'cannot be read as a folder, a zip, or a text file.',
  NOT_UTF8: () => 'is not UTF-8 from this line on; export it as UTF-8, or as UTF-16 with a byte-order mark.',
  WRONG_SEPARATOR: () => 'the columns are not separated by commas.',
  AMBIGUOUS_FILE: () => 'there are several files of this name; leave one.',
  TOO_LARGE: () => 'is too large, or was packed to burst.',
  MISSING_FILE: () => 'is missing.',
  MISSING_COLUMN: (fault) => `${column(fault)} is missing.`,
  DUPLICATE_COLUMN: (fault) => `${column(fault)} is there twice.`,
  BAD_ROW: () => 'has another number of fields than the header, or broken quotes.',
  MISSING_VALUE: (fault) => `${column(fault)} is blank.`,
  INVALID_VALUE: (fault) => `${column(fault)} holds a value the standard does not know, or one that is too long.`,
  DUPLICATE_SOURCED_ID: (fault) => `sourcedId${value(fault)} was used before.`,
  UNKNOWN_ROLE: (fault) => `role${value(fault)} is not known.`,
  ENROLLMENT_TO_NOBODY: (fault) => `enrolls user${value(fault)}, whom users.csv does not list.`,
  GUARDIAN_LINK_TO_NOBODY: (fault) => `links to user${value(fault)}, whom users.csv does not list.`,
  ROLE_OF_NOBODY: (fault) => `gives a role to user${value(fault)}, whom users.csv does not list.`,
  NO_ORG: () => 'names no school; say which with --school NAME.',
  INTERRUPTED: () => 'was not read to its end.',
  NO_SCHOOL_ORG: (fault) => `has no org of type school;${value(fault) || ' the one given'} is taken for one.`,
  UNKNOWN_ORG: (fault) => `${fault.value} people belong to orgs that are not listed.`,
  PEOPLE_OUTSIDE_SCHOOLS: (fault) => `${fault.value} people belong to no school and are left out.`,
  ANOTHER_SCHOOL: (fault) => `is another school${value(fault)} than last time.`,
  MISSING_COURSES: () => 'is missing; it is not needed.',
  UNKNOWN_COLUMNS: (fault) => `columns not read: ${fault.value}.`,
  LEGACY_NAMES: (fault) => `${column(fault)} has a name of an older version.`,
  PASSWORD_IGNORED: () => 'carries a password column. It was not read; ask for an export without it.',
  UNREAD_FILES: (fault) => `and other files, ${fault.value} in all, are not part of OneRoster and were not read.`,
  MISSING_EMAIL: (fault) => `${fault.value} adults have no e-mail address.`,
  MISSING_PHONE: (fault) => `${fault.value} adults have no telephone number.`,
  INVALID_EMAIL: (fault) => `${fault.value} e-mail addresses are none and were left out.`,
  MISSING_NAME_PART: (fault) => `${fault.value} people have only a given or only a family name.`,
  UNKNOWN_LANGUAGE: (fault) => `${column(fault)}: ${fault.value} languages are not known; those people get English.`,
  UNKNOWN_EL_STATUS: (fault) => `${column(fault)}: ${fault.value} English-learner statuses are not known and were left out.`,
  USER_WITHOUT_ROLE: (fault) => `${fault.value} people have no role and are left out.`,
  ROLE_NOT_CURRENT: (fault) => `${fault.value} roles have ended or not begun.`,
  DISABLED_USERS: (fault) => `${fault.value} people have no account in the school's other systems; they belong to the school all the same.`,
  LINK_WITHOUT_STUDENT: (fault) => `${fault.value} links join no student with a guardian and were left out.`,
  DUPLICATE_GUARDIANSHIP: (fault) => `${fault.value} rows name the same person twice in ${column(fault)}.`,
  STUDENT_WITHOUT_GUARDIAN: (fault) => `${fault.value} students have no guardian.`,
  GUARDIAN_WITHOUT_STUDENT: (fault) => `${fault.value} parents or guardians have no student.`,
  OUTSIDE_SIZE: (fault) => `${fault.value} students: a personalized learning environment has 150 to 500.`,
  MANY_LEAVE: (fault) => `${fault.value} people would leave; make sure that the export is whole.`,
  CHANGED_SINCE_PREVIEW: () => 'the school changed since the preview; look again.',
};

export const wordsOf = (fault: Fault): string => WORDS[fault.code](fault);
