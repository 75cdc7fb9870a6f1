import { type InferEntity, defineEntity, p } from '@mikro-orm/core';

/** Only the hash of the token a slip's secret yields is kept. */
export const AccessSlip = defineEntity({
  name: 'AccessSlip',
  tableName: 'access_slip',
  properties: {
    id: p.uuid().primary(),
    schoolId: p.uuid(),
    personId: p.uuid(),
    tokenHash: p.blob(),
    madeAt: p.datetime().onCreate(() => new Date()),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
  },
});
export type AccessSlip = InferEntity<typeof AccessSlip>;

export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.uuid().primary(),
    schoolId: p.uuid(),
    personId: p.uuid(),
    slipId: p.uuid().nullable(),
    tokenHash: p.blob(),
    transport: p.string(),
    device: p.string().nullable(),
    startedAt: p.datetime().onCreate(() => new Date()),
    lastSeenAt: p.datetime().onCreate(() => new Date()),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});
export type Session = InferEntity<typeof Session>;
