import { school } from '../../../platform/database/database.ts';
import { mayImportRoster, mayMakeSlips } from '../domain/policy.ts';
import { sizesOf } from './environment-reader.ts';
import type { Need, NeedSource } from './needs.ts';
import { countPeople } from './people-list.ts';

/** What waits for those who keep the people: a roster to import, then slips to make. */
export const peopleNeeds: NeedSource = {
  async needsOf(viewer, ctx) {
    const needs = await Promise.all(viewer.environments.map(async ({ environmentId }): Promise<Need[]> => {
      const need = (kind: Need['kind']): Need =>
        ({ id: `${kind}:${environmentId}`, kind, dueAt: null, title: {}, targetId: environmentId });
      if (mayImportRoster(viewer, environmentId)) {
        const sizes = await sizesOf(ctx, { id: environmentId, schoolId: viewer.schoolId });
        if (!sizes.some(({ constituency }) => constituency === 'STUDENT')) return [need('IMPORT_ROSTER')];
      }
      if (!mayMakeSlips(viewer, environmentId)) return [];
      const em = ctx.house.db.under(school(viewer.schoolId));
      return (await countPeople(em, environmentId, viewer, { withoutSlip: true })) > 0 ? [need('MAKE_SLIPS')] : [];
    }));
    return needs.flat();
  },
};
