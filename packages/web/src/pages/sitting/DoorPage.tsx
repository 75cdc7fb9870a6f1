import { Door } from '../../features/sitting/Door.tsx';
import type { Params } from '../../page-module.ts';

/** What the code at the door opens. */
export default function DoorPage({ params: { id = '' } }: { params: Params }) {
  return <Door key={id} id={id} />;
}
