import { ActionsView } from '../../features/decisions/ActionsView.tsx';
import { useViewer } from '../../shell/use-viewer.ts';

/** What follows from meetings, for whoever is to do it. */
export default function ActionsPage() {
  return <ActionsView key={useViewer()?.id} />;
}
