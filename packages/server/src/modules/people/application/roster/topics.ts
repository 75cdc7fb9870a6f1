/** Topic of everything that happens to one import. */
export const importTopic = (importId: string): string => `roster-import:${importId}`;
/** Topic of who belongs to an environment. */
export const peopleTopic = (environmentId: string): string => `people:${environmentId}`;
