import { useQuery } from '@apollo/client/react';
import { ViewerDocument, type ViewerQuery } from '../gql/graphql.ts';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Who is signed in: null when nobody is, undefined while it is not known yet. */
export function useViewer(): Viewer | null | undefined {
  const { data, error } = useQuery(ViewerDocument);
  return data ? data.viewer : error ? null : undefined;
}
