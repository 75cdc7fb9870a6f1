import { type InferEntity, defineEntity, p } from '@mikro-orm/core';

export const School = defineEntity({
  name: 'School',
  tableName: 'school',
  properties: {
    id: p.uuid().primary(),
    sourceId: p.string().nullable(),
    name: p.string(),
    createdAt: p.datetime(),
  },
});

export type School = InferEntity<typeof School>;
