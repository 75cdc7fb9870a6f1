import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { type ComponentType, lazy, Suspense, useEffect, useMemo } from 'react';
import { matchRoute, Route, Switch, useLocation, useRouter } from 'wouter';
import { ViewerDocument } from './gql/graphql.ts';
import { staffRoutes } from './pages/staff-routes.ts';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { PageSkeleton } from './shell/PageSkeleton.tsx';
import { Shell } from './shell/Shell.tsx';
import { PreloadContext } from './ui/Link.tsx';

export type Params = Readonly<Record<string, string | undefined>>;

/** What a file in pages/ exports. `preload` asks for the page's data while its code is still on the way to the screen. */
export interface PageModule {
  default: ComponentType<{ params: Params }>;
  preload?: (client: ApolloClient, params: Params) => unknown;
}

export interface PageRoute {
  path: string;
  load: () => Promise<PageModule>;
}

const routes: readonly PageRoute[] = [
  { path: '/', load: () => import('./pages/FrontPage.tsx') },
  { path: '/s', load: () => import('./pages/SignInPage.tsx') },
  { path: '/b/:id', load: () => import('./pages/BallotPage.tsx') },
  { path: '/ballots', load: () => import('./pages/BallotsPage.tsx') },
  { path: '/e/:slug', load: () => import('./pages/EnvironmentPage.tsx') },
  { path: '/me', load: () => import('./pages/MePage.tsx') },
  { path: '/setup', load: () => import('./pages/SetUpPage.tsx') },
  ...staffRoutes,
  { path: '*', load: () => import('./pages/NotFoundPage.tsx') },
];

const shown = routes.map((route) => ({ path: route.path, Component: lazy(route.load) }));

/** Brings a page's code and data before it is shown: at the start, and when a link is about to be pressed. */
export function preload(client: ApolloClient, parser: ReturnType<typeof useRouter>['parser'], path: string): void {
  for (const route of routes) {
    const [matches, params] = matchRoute(parser, route.path, path.split(/[?#]/)[0] ?? path);
    if (!matches) continue;
    void route.load().then((page) => page.preload?.(client, params as Params)).catch(() => {});
    return;
  }
}

let first: { client: ApolloClient; path: string } | null = null;

/** Starts what the first page needs, before React does. */
export function warm(client: ApolloClient, path: string): void {
  first = { client, path };
  void client.query({ query: ViewerDocument }).catch(() => {});
}

export function Router() {
  const client = useApolloClient();
  const { parser } = useRouter();
  const [path] = useLocation();
  const warmLink = useMemo(() => (to: string) => preload(client, parser, to), [client, parser]);
  if (first) {
    preload(first.client, parser, first.path);
    first = null;
  }
  useEffect(() => window.scrollTo(0, 0), [path]);
  return (
    <PreloadContext value={warmLink}>
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
    </PreloadContext>
  );
}
