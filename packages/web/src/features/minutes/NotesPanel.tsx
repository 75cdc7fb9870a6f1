import { useQuery } from '@apollo/client/react';
import { NotesItemsDocument, type NotesItemsQuery } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import { useViewer } from '../../shell/use-viewer.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SkeletonLines } from './SkeletonLines.tsx';
import { NoteField } from './NoteField.tsx';
import css from './Notes.module.css';
import type { NotesState } from './notes-session.ts';
import { useNotes } from './use-notes.ts';

type Sitting = NonNullable<NonNullable<NotesItemsQuery['meeting']>['sitting']>;

/**
 * The notes of a meeting, typed by all who run it at once: one field for each item and one for the rest. For whoever
 * runs the sitting; stands in the room while it sits, and on the page of the minutes until they are circulated.
 */
export default function NotesPanel({ meetingId }: { meetingId: string }) {
  const viewer = useViewer();
  const result = useQuery(NotesItemsDocument, { variables: { id: meetingId } });
  if (!viewer) return null;
  return (
    <Loaded result={result} waiting={<SkeletonLines />}>
      {({ meeting }) => (meeting?.sitting ? <Notes key={`${meetingId} ${viewer.id}`} meetingId={meetingId} person={viewer.id} sitting={meeting.sitting} /> : null)}
    </Loaded>
  );
}

function Notes({ meetingId, person, sitting }: { meetingId: string; person: string; sitting: Sitting }) {
  const say = useMessages('minutes');
  const { session, state } = useNotes(meetingId, person);
  if (!session || state.phase === 'OPENING') return <SkeletonLines />;
  if (state.phase === 'GONE') return <Notice kind="info" title={say('notes.gone')}><p>{say('notes.gone.how')}</p></Notice>;
  if (state.phase === 'FAILED') {
    return <Notice kind="danger" live="polite" title={say('notes.failed')}><p>{say('notes.failed.how')}</p><Button kind="secondary" onClick={() => void session.read()}>{say('notes.again')}</Button></Notice>;
  }
  const others = state.writers.filter(({ device }) => device !== session.device);
  const readOnly = state.phase === 'CLOSED';
  const texts = [...sitting.items.map((item) => ({ ...item, itemId: item.id as string | null })), { itemId: null, depth: 0, label: '', title: null }];
  return (
    <div className={css['notes']}>
      <Saving state={state} onHave={() => void session.discard()} />
      {texts.map(({ itemId, depth, label, title }) => (
        <div key={itemId ?? 'general'} id={`note-${itemId ?? 'general'}`} data-depth={depth} data-now={itemId !== null && itemId === sitting.currentItemId ? '' : undefined} className={css['item']}>
          <NoteField
            session={session} itemId={itemId} readOnly={readOnly} writers={others.filter((writer) => writer.itemId === itemId)}
            label={title ? <><span className={css['number']}>{label}</span> <LocalText of={title} />{itemId === sitting.currentItemId && sitting.state === 'IN_SESSION' && <> <Badge kind="live">{say('notes.now')}</Badge></>}</> : say('notes.general')}
          />
        </div>
      ))}
    </div>
  );
}

/** Where what was typed is: with the server, on its way, on this device alone. */
function Saving({ state: { phase, saving, refused, fault, unread }, onHave }: { state: NotesState; onHave: () => void }) {
  const say = useMessages('minutes');
  if (phase === 'CLOSED') return <Notice kind={refused ? 'warn' : 'info'} live="polite" title={say('notes.closed')}><p>{say(refused ? 'notes.closed.lost' : 'notes.closed.how')}</p>{refused && <div><Button kind="secondary" onClick={onHave}>{say('notes.closed.have')}</Button></div>}</Notice>;
  if (refused) {
    const known = refused === 'NOTES_FULL' ? 'FULL' : 'OTHER';
    return <Notice kind="danger" live="assertive" title={say(`notes.refused.${known}`)}><p>{say(`notes.refused.${known}.how`)}</p></Notice>;
  }
  if (saving === 'UNKEPT') return <Notice kind="danger" live="assertive" title={say('notes.unkept')}><p>{say('notes.unkept.how')}</p></Notice>;
  const known = saving === 'OFFLINE' && fault !== 'UNREACHABLE' ? 'WAITING' : saving;
  if (known === 'OFFLINE' && unread) return <Notice kind="warn" live="polite" title={say('notes.unread')}><p>{say('notes.unread.how')}</p></Notice>;
  return <p role="status" className={css['saving']} data-saving={known}>{say(`notes.saving.${known}`)}</p>;
}
