import type { ApolloClient } from '@apollo/client';
import { type ComponentProps, type ComponentType, lazy, Suspense, useMemo } from 'react';
import type Amending from '../../features/minutes/AmendingChanges.tsx';
import type Approve from '../../features/minutes/ApproveMinutes.tsx';
import type Subject from '../../features/remedies/MotionSubject.tsx';
import { LiveRoom } from '../../features/sitting/LiveRoom.tsx';
import type { Beside } from '../../features/sitting/room-context.ts';
import { RoomDocument, RoomNamesDocument } from '../../gql/graphql.ts';
import { catalog } from '../../i18n/catalogs.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import type { Params } from '../../page-module.ts';

/** Minutes come with code and words of their own; a room without network, which lacks them, goes on without. */
const words = () => Promise.all(Object.keys(LOCALES).map((locale) => catalog('minutes', locale as Locale)));
const Nothing = { default: () => null };
const NotesSection = lazy<ComponentType<{ meetingId: string }>>(() => Promise.all([import('../../features/minutes/NotesSection.tsx'), words()]).then(([module]) => module, () => Nothing));
const ApproveMinutes = lazy<ComponentType<ComponentProps<typeof Approve>>>(() => Promise.all([import('../../features/minutes/ApproveMinutes.tsx'), words()]).then(([module]) => module, () => Nothing));
const AmendingChanges = lazy<ComponentType<ComponentProps<typeof Amending>>>(() => Promise.all([import('../../features/minutes/AmendingChanges.tsx'), words()]).then(([module]) => module, () => Nothing));

const MotionSubject = lazy<ComponentType<ComponentProps<typeof Subject>>>(() =>
  Promise.all([import('../../features/remedies/MotionSubject.tsx'), ...Object.keys(LOCALES).map((locale) => catalog('remedies', locale as Locale))]).then(([module]) => module, () => Nothing));

export const preload = (client: ApolloClient, { id = '' }: Params) => Promise.all([client.query({ query: RoomDocument, variables: { id } }), client.query({ query: RoomNamesDocument, variables: { id } })]);

/** One address for everybody in a meeting's room, from the notice on. */
export default function RoomPage({ params: { id = '' } }: { params: Params }) {
  const beside = useMemo<Beside>(() => ({
    notes: <Suspense fallback={null}><NotesSection meetingId={id} /></Suspense>,
    atItem: (itemId, onMove) => <Suspense fallback={null}><ApproveMinutes meetingId={id} itemId={itemId} onMove={onMove} /></Suspense>,
    subject: (bodyId, kind, value, onChange) => <Suspense fallback={null}><MotionSubject bodyId={bodyId} kind={kind} value={value} onChange={onChange} /></Suspense>,
    atMotion: ({ id: motionId, aboutId }) => aboutId && <Suspense fallback={null}><AmendingChanges minutesId={aboutId} motionId={motionId} /></Suspense>,
  }), [id]);
  return <LiveRoom key={id} id={id} beside={beside} />;
}
