import type { House } from '../../../../platform/room.ts';
import { importTopic } from './topics.ts';

/** Commits under way in this process. Until one commits, no other way of looking sees how far it is. */
const written = new Map<string, number>();

export const writtenSoFar = (importId: string): number | undefined => written.get(importId);

const NUDGE_EVERY_MS = 250;

/** Tells pages how far an import is, a few times a second at most. */
export function teller(house: Pick<House, 'events' | 'clock' | 'db' | 'log'>, importId: string) {
  let last = 0;
  const tell = () => {
    const now = house.clock.now().getTime();
    if (now - last < NUDGE_EVERY_MS) return;
    last = now;
    // Never awaited: on the embedded engine it would wait for the very transaction it tells about.
    house.events.nudge(importTopic(importId)).catch((error: unknown) => { house.log.warn({ err: error }, 'a nudge was lost'); });
  };
  return {
    tell,
    wrote(done: number): void {
      written.set(importId, done);
      tell();
    },
    end(): void { written.delete(importId); },
  };
}
