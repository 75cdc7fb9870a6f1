import type { Constituency, Role } from '../../gql/graphql.ts';

/** In the order a school names them. */
export const CONSTITUENCIES = ['PARENT', 'EL_PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'COMMUNITY'] as const satisfies readonly Constituency[];
export const ROLES = ['ADMINISTRATOR', 'COORDINATOR', 'CLERK', 'OFFICER'] as const satisfies readonly Role[];

/** Those a person can be put into by hand; EL_PARENT follows from the students. */
export const MEMBERSHIPS = CONSTITUENCIES.filter(each => each !== 'EL_PARENT');
