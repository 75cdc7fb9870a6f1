/** The door of the people room: all that other rooms may call. */
import type { EntitySchema } from '@mikro-orm/core';
import type { Room } from '../../platform/room.ts';
import { addNeedSource } from './application/needs.ts';
import { peopleNeeds } from './application/people-needs.ts';
import { AccessSlip, Session } from './data/access.entity.ts';
import { LearningEnvironment } from './data/learning-environment.entity.ts';
import { Guardianship, Person, PersonPii } from './data/person.entity.ts';
import { School } from './data/school.entity.ts';
import { Membership, RoleGrant } from './data/standing.entity.ts';
import { EnvironmentResolver, PersonConnectionResolver } from './graphql/environment.resolver.ts';
import { PeopleActsResolver } from './graphql/people-acts.resolver.ts';
import { PersonResolver } from './graphql/person.resolver.ts';
import { SignInResolver } from './graphql/sign-in.resolver.ts';
import { NeedResolver, ViewerResolver } from './graphql/viewer.resolver.ts';
import { rosterParts } from './roster.ts';

export { type AuditEntry, audit } from './application/audit.ts';
export { ELIGIBLE_SQL, type Eligible, eligibleFor } from './application/eligible-for.ts';
export { type EnvironmentRecord, environmentById, environmentIn } from './application/environment-reader.ts';
export { type Need, type NeedKind, type NeedSource, addNeedSource } from './application/needs.ts';
export { type PersonRecord, personById } from './application/person-reader.ts';
export { sessionSource } from './application/session-source.ts';
export { standingIn } from './application/standing-in.ts';
export { isLocale } from './application/standards.ts';
export { isStudent } from './application/student-condition.ts';
export { isDate, isTimestamp, positionAfter } from './application/cursors.ts';
export { asDate, asDateOrNull, isUuid, uuidArray } from './application/sql.ts';
export { signedIn, viewerFacts, viewerOf, viewerOrPublic } from './application/viewer.ts';
export { type DemoAccount, accountsTable } from './seed/accounts.ts';
export { firstSetupLink } from './seed/first-setup-link.ts';
export { type Seeded, seedDemonstration } from './seed/seed-demonstration.ts';
export { CONSTITUENCIES, type Constituency, PRECEDENCE, ROLES, type Role } from './domain/constituency.ts';
export { isMember, mayAdminister, mayCertifyBallots, mayDraftBallots, mayImportRoster, maySeePeople } from './domain/policy.ts';
export { uniformName } from './domain/uniform-name.ts';
export type { Standing, ViewerFacts } from './domain/viewer.ts';

const entities: readonly EntitySchema[] =
  [School, LearningEnvironment, Person, PersonPii, Guardianship, Membership, RoleGrant, AccessSlip, Session];

addNeedSource(peopleNeeds);

export const people: Room = {
  name: 'people',
  entities,
  resolvers: [
    ViewerResolver, NeedResolver, EnvironmentResolver, PersonConnectionResolver, PersonResolver, SignInResolver, PeopleActsResolver,
    ...rosterParts.resolvers,
  ],
  commands: rosterParts.commands,
  routes: rosterParts.routes,
  start: rosterParts.start,
};
