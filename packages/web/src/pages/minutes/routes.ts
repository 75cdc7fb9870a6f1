import type { PageRoute } from '../../page-module.ts';

/** Minutes and their archive. Each page loads its own code and the `minutes` catalog. */
export const minutesRoutes: readonly PageRoute[] = [
  { path: '/minutes', load: () => import('./ArchivePage.tsx') },
  { path: '/meetings/:id/minutes', load: () => import('./MinutesPage.tsx') },
];
