import { ImportCard } from '../../features/roster/ImportCard.tsx';
import type { Params } from '../../page-module.ts';
import { StaffGate } from './StaffGate.tsx';

export default function ImportPage({ params }: { params: Params }) {
  return <StaffGate can="importRoster">{({ environment }) => <ImportCard key={params['id']} id={params['id'] ?? ''} timeZone={environment.timeZone} />}</StaffGate>;
}
