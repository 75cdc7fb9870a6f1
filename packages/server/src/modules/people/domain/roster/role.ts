import type { MemberConstituency } from '../constituency.ts';

/**
 * OneRoster roles (1.1 §4.13.5, 1.2 §4.6) and the names exporters use beside them. Compared without case, spaces,
 * dashes and underscores. A roster role makes someone a member of a constituency; it never grants a role in this software.
 */
const CONSTITUENCY_OF: Readonly<Record<string, MemberConstituency>> = {
  student: 'STUDENT', learner: 'STUDENT', pupil: 'STUDENT',
  parent: 'PARENT', guardian: 'PARENT', relative: 'PARENT', mother: 'PARENT', father: 'PARENT', stepparent: 'PARENT',
  grandparent: 'PARENT', caregiver: 'PARENT',
  teacher: 'TEACHER', instructor: 'TEACHER', coteacher: 'TEACHER', substituteteacher: 'TEACHER',
  aide: 'OTHER_STAFF', proctor: 'OTHER_STAFF', counselor: 'OTHER_STAFF', counsellor: 'OTHER_STAFF', staff: 'OTHER_STAFF',
  otherstaff: 'OTHER_STAFF', paraprofessional: 'OTHER_STAFF', librarian: 'OTHER_STAFF', nurse: 'OTHER_STAFF',
  secretary: 'OTHER_STAFF', clerk: 'OTHER_STAFF', specialist: 'OTHER_STAFF', psychologist: 'OTHER_STAFF',
  socialworker: 'OTHER_STAFF', coach: 'OTHER_STAFF', custodian: 'OTHER_STAFF',
  principal: 'ADMINISTRATOR', assistantprincipal: 'ADMINISTRATOR', viceprincipal: 'ADMINISTRATOR',
  administrator: 'ADMINISTRATOR', schooladministrator: 'ADMINISTRATOR', siteadministrator: 'ADMINISTRATOR',
  districtadministrator: 'ADMINISTRATOR', systemadministrator: 'ADMINISTRATOR', sysadmin: 'ADMINISTRATOR',
};

/** Null for a role nobody here knows. An extension (`ext:librarian`, 1.2) is read by the word behind the colon. */
export function constituencyOf(role: string): MemberConstituency | null {
  const word = role.toLowerCase().replace(/^ext:/, '').replace(/[\s_-]+/g, '');
  return Object.hasOwn(CONSTITUENCY_OF, word) ? CONSTITUENCY_OF[word]! : null;
}

/** Whether an unknown role may be shown: a single word; anything else may be a value out of its column. */
export const isRoleLike = (role: string): boolean => /^[A-Za-z][A-Za-z _:-]{0,29}$/.test(role);
