import { useQuery } from '@apollo/client/react';
import { faultCode } from '../apollo/faults.ts';
import { ViewerDocument, type ViewerQuery } from '../gql/graphql.ts';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Who is signed in: null when nobody is, undefined while it is not known: not yet, or because nobody answers. */
export function useViewer(): Viewer | null | undefined {
  const { data, error } = useQuery(ViewerDocument);
  return data ? data.viewer : error && faultCode(error) !== 'UNREACHABLE' ? null : undefined;
}

/** For pages that cannot be shown without knowing who asks. */
export function useViewerFault(): { fault: unknown; retry: () => void } | null {
  const { data, error, loading, refetch } = useQuery(ViewerDocument);
  return !data && error && !loading ? { fault: error, retry: () => void refetch().catch(() => {}) } : null;
}
