import type { PageRoute } from '../../page-module.ts';

/** What bodies owe: another look, and answers. Each page loads its own code and the `remedies` catalog. */
export const remediesRoutes: readonly PageRoute[] = [
  { path: '/meetings/:id/demand', load: () => import('./DemandPage.tsx') },
  { path: '/demands', load: () => import('./FollowDemandPage.tsx') },
  { path: '/recommendations', load: () => import('./RecommendationsPage.tsx') },
  { path: '/recommendations/:id', load: () => import('./RecommendationPage.tsx') },
];
