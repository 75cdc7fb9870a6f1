import { useSearch } from 'wouter';
import { Projector } from '../../features/sitting/Projector.tsx';
import type { Params } from '../../page-module.ts';

/** What hangs on the wall of the room: `?lang=en`, `es`, or both one after the other. */
export default function ProjectorPage({ params: { id = '' } }: { params: Params }) {
  return <Projector id={id} asked={new URLSearchParams(useSearch()).get('lang')} />;
}
