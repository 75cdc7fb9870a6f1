import type { PageRoute } from '../router.tsx';

/** Pages of those who prepare rosters, slips and ballots. Each loads its own code and the `staff` catalog. */
export const staffRoutes: readonly PageRoute[] = [];
