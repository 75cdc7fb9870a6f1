import type { ApolloClient } from '@apollo/client';
import { lazy, type ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import type { PageRoute, Params } from './page-module.ts';

/** The values a pattern such as /b/:id takes from a path; null when it does not match. */
function match(pattern: string, path: string): Params | null {
  if (pattern === '*') return {};
  const parts = pattern.split('/');
  const given = path.split('/');
  if (parts.length !== given.length || !parts.every((part, index) => part.startsWith(':') || part === given[index])) return null;
  return Object.fromEntries(parts.flatMap((part, index) => (part.startsWith(':') ? [[part.slice(1), decodeURIComponent(given[index] ?? '')]] : [])));
}

/** Brings the code and data of a path's page before it is shown. */
export function preloadAmong(routes: readonly PageRoute[], client: ApolloClient, path: string): void {
  for (const route of routes) {
    const params = match(route.path, path);
    if (!params) continue;
    void route.load().then((page) => page.preload?.(client, params, path)).catch(() => {});
    return;
  }
}

/** A component that shows the first route whose pattern fits the address. */
export function pagesOf(routes: readonly PageRoute[]): () => ReactNode {
  const shown = routes.map((route) => ({ path: route.path, Component: lazy(route.load) }));
  return function Pages() {
    return (
      <Switch>
        {shown.map(({ path, Component }) => (
          <Route key={path} path={path}>{(params) => <Component params={params as Params} />}</Route>
        ))}
      </Switch>
    );
  };
}
