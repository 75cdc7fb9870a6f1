import type { PageRoute } from '../../page-module.ts';

/** What becomes of decisions. Each page loads its own code and the `decisions` catalog. */
export const decisionsRoutes: readonly PageRoute[] = [
  { path: '/bodies/:id/decisions', load: () => import('./BodyDecisionsPage.tsx') },
  { path: '/actions', load: () => import('./ActionsPage.tsx') },
];
