import type { ReactNode } from 'react';
import { FaultPanel } from './FaultPanel.tsx';
import { useMessages } from '../i18n/use-messages.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';

interface LoadedProps<Data> {
  /** What useQuery answered. */
  result: { data?: Data | undefined; error?: unknown; loading: boolean; refetch: () => unknown };
  children: (data: NonNullable<Data>) => ReactNode;
  /** The page's heading while it is on its way, where it is known. */
  title?: string;
  /** A part of a page, which has its heading already. */
  part?: boolean;
  /** What keeps the place meanwhile, of a part of a page. */
  waiting?: ReactNode;
}

/** The states every page shares: on its way, failed with a way out, here. Old data is better than a fault. */
export function Loaded<Data>({ result, children, title, part = false, waiting }: LoadedProps<Data>) {
  if (result.data != null) return children(result.data);
  if (result.error && !result.loading) return <FaultPanel fault={result.error} onRetry={() => void result.refetch()} />;
  return waiting ?? (part ? <Waiting /> : <PageSkeleton title={title} />);
}

function Waiting() {
  return <Skeleton label={useMessages()('loading')} />;
}
