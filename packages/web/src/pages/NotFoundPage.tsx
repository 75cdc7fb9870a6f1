import { ServerFault } from '../apollo/faults.ts';
import { FaultPanel } from '../shell/FaultPanel.tsx';

export default function NotFoundPage() {
  return <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => {}} />;
}
