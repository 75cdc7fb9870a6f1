import { type InferEntity, defineEntity, p } from '@mikro-orm/core';

export const LearningEnvironment = defineEntity({
  name: 'LearningEnvironment',
  tableName: 'learning_environment',
  properties: {
    id: p.uuid().primary(),
    schoolId: p.uuid(),
    name: p.string(),
    slug: p.string(),
    /** Text by BCP 47 tag. */
    vision: p.json<Record<string, string>>().onCreate(() => ({})),
    requiredLocales: p.array(),
    timeZone: p.string(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});

export type LearningEnvironment = InferEntity<typeof LearningEnvironment>;
