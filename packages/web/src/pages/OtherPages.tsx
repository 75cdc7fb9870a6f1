import type { PageModule, PageRoute } from '../page-module.ts';
import { pagesOf, preloadAmong } from '../routing.tsx';
import { bodiesRoutes } from './bodies/routes.ts';
import { decisionsRoutes } from './decisions/routes.ts';
import { meetingsRoutes } from './meetings/routes.ts';
import { messagesRoutes } from './messages/routes.ts';
import { minutesRoutes } from './minutes/routes.ts';
import { remediesRoutes } from './remedies/routes.ts';
import { roundsRoutes } from './rounds/routes.ts';
import { sittingRoutes } from './sitting/routes.ts';
import { electionStaffRoutes, staffRoutes } from './staff/routes.ts';

const routes: readonly PageRoute[] = [
  { path: '/e/:slug', load: () => import('./EnvironmentPage.tsx') },
  { path: '/elections', load: () => import('./ElectionsPage.tsx') },
  ...electionStaffRoutes,
  { path: '/elections/:id', load: () => import('./ElectionPage.tsx') },
  { path: '/elections/:id/notice', load: () => import('./ElectionNoticePage.tsx') },
  { path: '/elections/:id/candidates', load: () => import('./ElectionCandidatesPage.tsx') },
  { path: '/me', load: () => import('./MePage.tsx') },
  { path: '/setup', load: () => import('./SetUpPage.tsx') },
  ...bodiesRoutes,
  ...decisionsRoutes,
  ...meetingsRoutes,
  ...messagesRoutes,
  ...minutesRoutes,
  ...sittingRoutes,
  ...remediesRoutes,
  ...roundsRoutes,
  ...staffRoutes,
  { path: '*', load: () => import('./NotFoundPage.tsx') },
];

/** Every page that is not on a voter's way: where their files lie is asked for only when one of them is. */
export default pagesOf(routes);

export const preload: PageModule['preload'] = (client, _params, path) => preloadAmong(routes, client, path);
