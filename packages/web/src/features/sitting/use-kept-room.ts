import { useEffect, useRef, useState } from 'react';
import { type KeptLast, keepLast, lastOf } from '../../lib/room-store.ts';
import { isGuest } from '../../shell/guest.ts';
import type { Names, RoomMeeting } from './sitting.ts';

/** The meeting as anybody may read it, and the names of its grown members: students' never stay on a device, nor who speaks. */
export interface Shown {
  readonly meeting: RoomMeeting;
  readonly names: readonly (readonly [string, string])[];
}

/** Many changes at once, as votes are, make one writing; a phone may be put away at any moment. */
const SOON_MS = 250;

/** Keeps the last state on the device for a page opened without network. */
export function useKeepRoom(meeting: RoomMeeting | null, names: Names, person: string | null): void {
  const latest = useRef({ meeting, names });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const keeps = person !== null && meeting?.sitting != null && !isGuest();
  useEffect(() => {
    latest.current = { meeting, names };
    if (!keeps) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const last = latest.current;
      if (!last.meeting) return;
      const students = new Set(last.meeting.sitting?.members.filter(({ constituency }) => constituency === 'STUDENT').map(({ id }) => id));
      const shown: Shown = { meeting: last.meeting, names: [...last.names.members].filter(([id]) => !students.has(id)) };
      void keepLast({ meeting: last.meeting.id, person, at: Date.now(), shown });
    }, SOON_MS);
  }, [meeting, names, person, keeps]);
  useEffect(() => () => clearTimeout(timer.current), []);
}

/** The last that this device saw of a meeting: undefined while it is looked for, null when there is none. */
export function useKeptRoom(id: string, wanted: boolean): KeptLast<Shown> | null | undefined {
  const [kept, setKept] = useState<KeptLast<Shown> | null | undefined>();
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    void lastOf<Shown>(id).then((last) => { if (!gone) setKept(last); });
    return () => { gone = true; };
  }, [id, wanted]);
  return kept;
}

/**
 * Sees to it that this page opens without network: what it loaded before the offline worker was there is fetched once
 * more, out of the browser's own cache, so that it passes through the worker and is kept.
 */
export function useKeepPage(): void {
  useEffect(() => {
    const worker = globalThis.navigator?.serviceWorker;
    if (!worker) return;
    let gone = false;
    void worker.ready.then(() => {
      if (gone) return;
      for (const { name } of performance.getEntriesByType('resource')) {
        const { origin, pathname } = new URL(name);
        if (origin === location.origin && pathname.startsWith('/assets/')) void fetch(name).catch(() => {});
      }
    });
    return () => { gone = true; };
  }, []);
}
