import type { ReactNode } from 'react';
import { FaultPanel } from './FaultPanel.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';

interface LoadedProps<Data> {
  /** What useQuery answered. */
  result: { data?: Data | undefined; error?: unknown; loading: boolean; refetch: () => unknown };
  children: (data: NonNullable<Data>) => ReactNode;
  /** What keeps the place meanwhile. */
  waiting?: ReactNode;
}

/** The states every page shares: on its way, failed with a way out, here. Old data is better than a fault. */
export function Loaded<Data>({ result, children, waiting }: LoadedProps<Data>) {
  if (result.data != null) return children(result.data);
  if (result.error && !result.loading) return <FaultPanel fault={result.error} onRetry={() => void result.refetch()} />;
  return waiting ?? <PageSkeleton />;
}
