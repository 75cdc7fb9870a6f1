import { createContext, type ReactNode, use } from 'react';
import type { ActName, ActVariables } from './acts.ts';
import type { QueuedAct } from './queue.ts';
import type { Member, Motion, Names, RoomMeeting, Sitting } from './sitting.ts';

export type SubjectKind = 'RECOMMEND' | 'RECONSIDER';

/** What other rooms have to show here; the page brings it. */
export interface Beside {
  /** For who runs the sitting, while it is in session. */
  readonly notes: ReactNode;
  /** At the item before the body; `onMove` moves that minutes be approved, null for who cannot now. */
  readonly atItem: (itemId: string, onMove: ((aboutId: string, text: { locale: string; text: string }[]) => void) | null) => ReactNode;
  /** What a motion to recommend or to reconsider is about: its id, or empty. */
  readonly subject: (bodyId: string, kind: SubjectKind, value: string, onChange: (aboutId: string) => void) => ReactNode;
  /** On the card of a motion to change approved minutes. */
  readonly atMotion: (motion: Motion) => ReactNode;
}

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
  readonly beside: Beside | null;
}

export const RoomContext = createContext<Room | null>(null);

export function useRoom(): Room {
  const room = use(RoomContext);
  if (!room) throw new Error('not in a room');
  return room;
}
