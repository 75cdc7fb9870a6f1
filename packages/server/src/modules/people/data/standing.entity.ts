import { type InferEntity, defineEntity, p } from '@mikro-orm/core';

export const Membership = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  properties: {
    id: p.uuid().primary(),
    schoolId: p.uuid(),
    environmentId: p.uuid(),
    personId: p.uuid(),
    constituency: p.string(),
    /** Put here by a roster, so that a later roster may take it away. */
    fromRoster: p.boolean().default(false),
  },
});
export type Membership = InferEntity<typeof Membership>;

export const RoleGrant = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  properties: {
    environmentId: p.uuid().primary(),
    personId: p.uuid().primary(),
    role: p.string().primary(),
    schoolId: p.uuid(),
    grantedAt: p.datetime().onCreate(() => new Date()),
  },
});
export type RoleGrant = InferEntity<typeof RoleGrant>;
