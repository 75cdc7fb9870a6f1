import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { RoomDoorDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import css from './Room.module.css';
import { useRoom } from './room-context.ts';
import { hearServer, serverNow } from './timer.ts';

/** The code at the door, new each minute: whoever scans it stands in the room. */
export function DoorDialog({ onClose }: { onClose: () => void }) {
  const say = useMessages('sitting');
  const { sitting } = useRoom();
  const { data, refetch } = useQuery(RoomDoorDocument, { variables: { id: sitting.id }, fetchPolicy: 'network-only' });
  const door = data?.meeting?.sitting?.door;
  const now = data?.meeting?.sitting?.now;
  if (now) hearServer(now);
  useEffect(() => {
    if (!door) return;
    const timer = setTimeout(() => void refetch().catch(() => {}), Math.max(1000, Date.parse(door.until) - serverNow() + 250));
    return () => clearTimeout(timer);
  }, [door, refetch]);
  return (
    <Dialog open title={say('room.door.title')} closeLabel={say('room.close')} onClose={onClose}>
      <p>{say('room.door.how')}</p>
      <div className={css['door']}>{door ? <QrCode text={location.origin + door.path} label={say('room.door.label')} /> : <p>{say('room.door.none')}</p>}</div>
    </Dialog>
  );
}
