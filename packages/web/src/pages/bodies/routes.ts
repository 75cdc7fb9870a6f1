import type { PageRoute } from '../../page-module.ts';

/** Councils and committees. Each page loads its own code and the `bodies` catalog. */
export const bodiesRoutes: readonly PageRoute[] = [
  { path: '/bodies', load: () => import('./BodiesPage.tsx') },
  { path: '/bodies/new', load: () => import('./EditBodyPage.tsx') },
  { path: '/bodies/:id', load: () => import('./BodyPage.tsx') },
  { path: '/bodies/:id/edit', load: () => import('./EditBodyPage.tsx') },
  { path: '/bodies/:id/bylaws', load: () => import('./EditBylawsPage.tsx') },
];
