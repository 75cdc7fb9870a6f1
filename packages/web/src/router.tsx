import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { Suspense, useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { ViewerDocument } from './gql/graphql.ts';
import type { PageRoute } from './page-module.ts';
import { pagesOf, preloadAmong } from './routing.tsx';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { PageSkeleton } from './shell/PageSkeleton.tsx';
import { Shell } from './shell/Shell.tsx';
import { PreloadContext } from './ui/Link.tsx';

/** A voter's way. All else is behind one more step, which keeps its list off the phones that never take it. */
const routes: readonly PageRoute[] = [
  { path: '/', load: () => import('./pages/FrontPage.tsx') },
  { path: '/s', load: () => import('./pages/SignInPage.tsx') },
  { path: '/b/:id', load: () => import('./pages/BallotPage.tsx') },
  { path: '/secret', load: () => import('./pages/SecrecyPage.tsx') },
  { path: '/ballots', load: () => import('./pages/BallotsPage.tsx') },
  { path: '*', load: () => import('./pages/OtherPages.tsx') },
];

const Pages = pagesOf(routes);

/** Brings a page's code and data before it is shown: at the start, and when a link is about to be pressed. */
export function preload(client: ApolloClient, address: string): void {
  const path = (address.split(/[?#]/)[0] ?? '').replace(/(.)\/$/, '$1');
  preloadAmong(routes, client, path);
}

/** Starts what the first page needs, before React does. */
export function warm(client: ApolloClient, path: string): void {
  void client.query({ query: ViewerDocument }).catch(() => {});
  preload(client, path);
}

/** A new page starts at its top; going back finds the place where one was. */
function useScrollToTop(path: string): void {
  const back = useRef(true);
  useEffect(() => {
    const went = () => {
      back.current = true;
    };
    addEventListener('popstate', went);
    return () => removeEventListener('popstate', went);
  }, []);
  useEffect(() => {
    if (!back.current) window.scrollTo(0, 0);
    back.current = false;
  }, [path]);
}

export function Router() {
  const client = useApolloClient();
  const [path] = useLocation();
  const warmLink = useMemo(() => (to: string) => preload(client, to), [client]);
  useScrollToTop(path);
  return (
    <PreloadContext value={warmLink}>
      <ErrorBoundary>
        <Shell>
          <ErrorBoundary key={path}>
            <Suspense fallback={<PageSkeleton />}>
              <Pages />
            </Suspense>
          </ErrorBoundary>
        </Shell>
      </ErrorBoundary>
    </PreloadContext>
  );
}
