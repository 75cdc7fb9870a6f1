import type { PageRoute } from '../../page-module.ts';

/** Pages of those who prepare rosters, slips and ballots. Each loads its own code and the `staff` catalog. */
export const staffRoutes: readonly PageRoute[] = [
  { path: '/people', load: () => import('./PeoplePage.tsx') },
  { path: '/people/new', load: () => import('./AddPersonPage.tsx') },
  { path: '/people/:id', load: () => import('./PersonPage.tsx') },
  { path: '/import', load: () => import('./ImportsPage.tsx') },
  { path: '/import/:id', load: () => import('./ImportPage.tsx') },
  { path: '/slips', load: () => import('./SlipsPage.tsx') },
  { path: '/ballots/new', load: () => import('./EditBallotPage.tsx') },
  { path: '/ballots/:id/edit', load: () => import('./EditBallotPage.tsx') },
  { path: '/ballots/:id/printed', load: () => import('./PrintedSheetPage.tsx') },
  { path: '/ballots/:id', load: () => import('./BallotOfficePage.tsx') },
];

/** Of those who prepare elections; `new` is no election's id, so these come before the pages of one. */
export const electionStaffRoutes: readonly PageRoute[] = [
  { path: '/elections/new', load: () => import('./EditElectionPage.tsx') },
  { path: '/elections/:id/edit', load: () => import('./EditElectionPage.tsx') },
];
