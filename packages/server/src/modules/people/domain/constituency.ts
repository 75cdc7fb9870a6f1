/** The peer groups of a learning environment that vote and are counted separately (seven attributes, 1 and 6). */
export const CONSTITUENCIES = ['PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'COMMUNITY', 'EL_PARENT'] as const;
export type Constituency = (typeof CONSTITUENCIES)[number];

/** What a membership may name. EL_PARENT follows from the students, so nobody is put into it by hand. */
export type MemberConstituency = Exclude<Constituency, 'EL_PARENT'>;
export const isMemberConstituency = (value: Constituency): value is MemberConstituency => value !== 'EL_PARENT';

/**
 * Who belongs to several constituencies of one ballot votes in the first of these: staff before parent before
 * community. One person, one ballot (rule 19), and a parent employed at the school is staff there (rule 16).
 */
export const PRECEDENCE: readonly Constituency[] =
  ['ADMINISTRATOR', 'TEACHER', 'OTHER_STAFF', 'STUDENT', 'EL_PARENT', 'PARENT', 'COMMUNITY'];

/** What a person is trusted to do in an environment, beside being one of its people. */
export const ROLES = ['ADMINISTRATOR', 'COORDINATOR', 'CLERK', 'OFFICER'] as const;
export type Role = (typeof ROLES)[number];
