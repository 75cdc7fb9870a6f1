import type { ReactNode } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { useLive } from '../../apollo/use-live.ts';
import { BallotsChangedDocument } from '../../gql/graphql.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { PageSkeleton } from '../../shell/PageSkeleton.tsx';
import { useViewer, useViewerFault, type Viewer } from '../../shell/use-viewer.ts';

type Permission = Exclude<keyof Viewer['environment']['viewerCan'], '__typename'>;

/** Shows a page to those who may use it; to anybody else it does not exist, as the server would say. */
export function StaffGate({ can, children }: { can: Permission; children: (viewer: Viewer) => ReactNode }) {
  const viewer = useViewer();
  const failed = useViewerFault();
  // Not for the ballots: the server ends it with the session, and so every staff page hears that it was signed out elsewhere.
  useLive(BallotsChangedDocument, viewer ? { environmentId: viewer.environment.id } : null);
  if (viewer === undefined && failed) return <FaultPanel fault={failed.fault} onRetry={failed.retry} />;
  if (viewer === undefined) return <PageSkeleton />;
  const retry = () => location.reload();
  if (viewer === null) return <FaultPanel fault={new ServerFault('UNAUTHENTICATED')} onRetry={retry} />;
  if (!viewer.environment.viewerCan[can]) return <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={retry} />;
  return children(viewer);
}
