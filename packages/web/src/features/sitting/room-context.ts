import { createContext, use } from 'react';
import type { ActName, ActVariables } from './acts.ts';
import type { QueuedAct } from './queue.ts';
import type { Member, Names, RoomMeeting, Sitting } from './sitting.ts';

/** What every part of the room reads. */
export interface Room {
  readonly meeting: RoomMeeting;
  /** With what waits on this device. */
  readonly sitting: Sitting;
  readonly me: Member | null;
  readonly runs: boolean;
  readonly names: Names;
  readonly acts: readonly QueuedAct[];
  readonly act: <Name extends ActName>(name: Name, variables: ActVariables<Name>) => void;
  readonly remove: (key: string) => void;
}

export const RoomContext = createContext<Room | null>(null);

export function useRoom(): Room {
  const room = use(RoomContext);
  if (!room) throw new Error('not in a room');
  return room;
}
