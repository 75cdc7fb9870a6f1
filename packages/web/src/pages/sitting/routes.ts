import type { PageRoute } from '../../page-module.ts';

/** The room of a meeting while it is held. Each page loads its own code and the `sitting` catalog. */
export const sittingRoutes: readonly PageRoute[] = [
  { path: '/meetings/:id/room', load: () => import('./RoomPage.tsx') },
  { path: '/meetings/:id/door', load: () => import('./DoorPage.tsx') },
  { path: '/meetings/:id/projector', load: () => import('./ProjectorPage.tsx') },
];
