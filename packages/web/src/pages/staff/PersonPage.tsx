import { PersonCard } from '../../features/people/PersonCard.tsx';
import type { Params } from '../../page-module.ts';
import { StaffGate } from './StaffGate.tsx';

export default function PersonPage({ params }: { params: Params }) {
  return (
    <StaffGate can="seePeople">
      {({ environment: { timeZone, viewerCan } }) => <PersonCard key={params['id']} id={params['id'] ?? ''} keeper={{ timeZone, administers: viewerCan.administer, makesSlips: viewerCan.makeSlips }} />}
    </StaffGate>
  );
}
