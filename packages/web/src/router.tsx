import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { ViewerDocument } from './gql/graphql.ts';
import type { PageRoute, Params } from './page-module.ts';
import { roundsRoutes } from './pages/rounds-routes.ts';
import { electionStaffRoutes, staffRoutes } from './pages/staff-routes.ts';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { PageSkeleton } from './shell/PageSkeleton.tsx';
import { Shell } from './shell/Shell.tsx';
import { PreloadContext } from './ui/Link.tsx';

const routes: readonly PageRoute[] = [
  { path: '/', load: () => import('./pages/FrontPage.tsx') },
  { path: '/s', load: () => import('./pages/SignInPage.tsx') },
  { path: '/b/:id', load: () => import('./pages/BallotPage.tsx') },
  { path: '/secret', load: () => import('./pages/SecrecyPage.tsx') },
  { path: '/ballots', load: () => import('./pages/BallotsPage.tsx') },
  { path: '/e/:slug', load: () => import('./pages/EnvironmentPage.tsx') },
  { path: '/elections', load: () => import('./pages/ElectionsPage.tsx') },
  ...electionStaffRoutes,
  { path: '/elections/:id', load: () => import('./pages/ElectionPage.tsx') },
  { path: '/elections/:id/notice', load: () => import('./pages/ElectionNoticePage.tsx') },
  { path: '/elections/:id/candidates', load: () => import('./pages/ElectionCandidatesPage.tsx') },
  { path: '/me', load: () => import('./pages/MePage.tsx') },
  { path: '/setup', load: () => import('./pages/SetUpPage.tsx') },
  ...roundsRoutes,
  ...staffRoutes,
  { path: '*', load: () => import('./pages/NotFoundPage.tsx') },
];

const shown = routes.map((route) => ({ path: route.path, Component: lazy(route.load) }));

/** The values a pattern such as /b/:id takes from a path; null when it does not match. */
function match(pattern: string, path: string): Params | null {
  if (pattern === '*') return {};
  const parts = pattern.split('/');
  const given = path.split('/');
  if (parts.length !== given.length || !parts.every((part, index) => part.startsWith(':') || part === given[index])) return null;
  return Object.fromEntries(parts.flatMap((part, index) => (part.startsWith(':') ? [[part.slice(1), decodeURIComponent(given[index] ?? '')]] : [])));
}

/** Brings a page's code and data before it is shown: at the start, and when a link is about to be pressed. */
export function preload(client: ApolloClient, address: string): void {
  const path = (address.split(/[?#]/)[0] ?? '').replace(/(.)\/$/, '$1');
  for (const route of routes) {
    const params = match(route.path, path);
    if (!params) continue;
    void route.load().then((page) => page.preload?.(client, params)).catch(() => {});
    return;
  }
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
              <Switch>
                {shown.map(({ path: pattern, Component }) => (
                  <Route key={pattern} path={pattern}>{(params) => <Component params={params as Params} />}</Route>
                ))}
              </Switch>
            </Suspense>
          </ErrorBoundary>
        </Shell>
      </ErrorBoundary>
    </PreloadContext>
  );
}
