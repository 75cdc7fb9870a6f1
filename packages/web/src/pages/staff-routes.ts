import type { PageRoute } from '../page-module.ts';

/** Pages of those who prepare rosters, slips and ballots. Each loads its own code and the `staff` catalog. */
export const staffRoutes: readonly PageRoute[] = [
  { path: '/people', load: () => import('./staff/PeoplePage.tsx') },
  { path: '/people/new', load: () => import('./staff/AddPersonPage.tsx') },
  { path: '/people/:id', load: () => import('./staff/PersonPage.tsx') },
  { path: '/import', load: () => import('./staff/ImportsPage.tsx') },
  { path: '/import/:id', load: () => import('./staff/ImportPage.tsx') },
  { path: '/slips', load: () => import('./staff/SlipsPage.tsx') },
  { path: '/ballots/new', load: () => import('./staff/EditBallotPage.tsx') },
  { path: '/ballots/:id/edit', load: () => import('./staff/EditBallotPage.tsx') },
  { path: '/ballots/:id/printed', load: () => import('./staff/PrintedSheetPage.tsx') },
  { path: '/ballots/:id', load: () => import('./staff/BallotOfficePage.tsx') },
];

/** Of those who prepare elections; `new` is no election's id, so these come before the pages of one. */
export const electionStaffRoutes: readonly PageRoute[] = [
  { path: '/elections/new', load: () => import('./staff/EditElectionPage.tsx') },
  { path: '/elections/:id/edit', load: () => import('./staff/EditElectionPage.tsx') },
];
