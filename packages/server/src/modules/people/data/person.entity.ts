import { type InferEntity, defineEntity, p } from '@mikro-orm/core';

export const Person = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    schoolId: p.uuid(),
    sourceId: p.string().nullable(),
    active: p.boolean().default(true),
    locale: p.string().default('en'),
    grade: p.string().nullable(),
    englishLearner: p.boolean().default(false),
    householdId: p.uuid().nullable(),
  },
});
export type Person = InferEntity<typeof Person>;

/** Names and contact data, apart from the person so that they can be forgotten alone. */
export const PersonPii = defineEntity({
  name: 'PersonPii',
  tableName: 'person_pii',
  properties: {
    personId: p.uuid().primary(),
    schoolId: p.uuid(),
    givenName: p.string(),
    familyName: p.string(),
    email: p.string().nullable(),
    phone: p.string().nullable(),
  },
});
export type PersonPii = InferEntity<typeof PersonPii>;

export const Guardianship = defineEntity({
  name: 'Guardianship',
  tableName: 'guardianship',
  properties: { guardianId: p.uuid().primary(), studentId: p.uuid().primary(), schoolId: p.uuid() },
});
export type Guardianship = InferEntity<typeof Guardianship>;
