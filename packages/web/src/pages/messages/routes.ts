import type { PageRoute } from '../../page-module.ts';

/** Somebody's mailbox, and what a demonstration would have sent. Each page loads its own code and the `mailbox` catalog. */
export const messagesRoutes: readonly PageRoute[] = [
  { path: '/messages', load: () => import('./MessagesPage.tsx') },
  { path: '/dev/mailbox', load: () => import('./DevelopmentMailboxPage.tsx') },
];
