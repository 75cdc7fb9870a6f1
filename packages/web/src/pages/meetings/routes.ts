import type { PageRoute } from '../../page-module.ts';

/** Meetings of councils and committees. Each page loads its own code and the `meetings` catalog. */
export const meetingsRoutes: readonly PageRoute[] = [
  { path: '/bodies/:id/meetings', load: () => import('./BodyMeetingsPage.tsx') },
  { path: '/meetings/new', load: () => import('./EditMeetingPage.tsx') },
  { path: '/meetings/:id', load: () => import('./MeetingPage.tsx') },
  { path: '/meetings/:id/edit', load: () => import('./EditMeetingPage.tsx') },
  { path: '/meetings/:id/papers', load: () => import('./MeetingPapersPage.tsx') },
  { path: '/meetings/:id/notice', load: () => import('./MeetingNoticePage.tsx') },
];
