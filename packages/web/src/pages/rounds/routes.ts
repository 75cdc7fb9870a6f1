import type { PageRoute } from '../../page-module.ts';

/** Open rounds of working teams. Each page loads its own code and the `rounds` catalog. */
export const roundsRoutes: readonly PageRoute[] = [
  { path: '/rounds', load: () => import('./ProposalsPage.tsx') },
  { path: '/rounds/new', load: () => import('./EditProposalPage.tsx') },
  { path: '/rounds/:id', load: () => import('./ProposalPage.tsx') },
  { path: '/rounds/:id/edit', load: () => import('./EditProposalPage.tsx') },
];
