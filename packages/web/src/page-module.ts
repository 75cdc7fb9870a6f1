import type { ApolloClient } from '@apollo/client';
import type { ComponentType } from 'react';

/** What a path's pattern found: `id` of /b/:id. */
export type Params = Readonly<Record<string, string | undefined>>;

/**
 * What a file in pages/ exports. `preload` asks for the page's data while its code is still on the way to the screen;
 * it is given the path too, for a page that leads to others.
 */
export interface PageModule {
  default: ComponentType<{ params: Params }>;
  preload?: (client: ApolloClient, params: Params, path: string) => unknown;
}

export interface PageRoute {
  path: string;
  load: () => Promise<PageModule>;
}
