import { gate } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { addressMessages } from './address-messages.ts';
import type { Carriers } from './carrier.ts';
import { channelsOf } from './carriers-of.ts';
import { deliverMessages } from './deliver-messages.ts';
import { forgetMessages } from './forget-messages.ts';
import { POST_TOPIC } from './send-message.ts';

const POST = 'message-post';
const FORGET = 'message-forget';
/** However little happens, the post is looked at so often: what waits for its hour or its next try is found then. */
const LOOK_EVERY_MS = 60_000;
const FORGET_EVERY_MS = 24 * 3_600_000;

/**
 * Carries messages out of the house: woken by every message sent, and once a minute besides. Several servers may do so:
 * each message is addressed, and each delivery claimed, by one of them. The answer stops it.
 */
export async function runPost(house: House, carriers: Carriers): Promise<() => Promise<void>> {
  const { jobs, clock, events, log } = house;
  const after = (ms: number) => new Date(clock.now().getTime() + ms);
  await jobs.work(POST, async () => {
    await workThroughPost(house, carriers);
    await jobs.send(POST, {}, { singletonKey: 'later', startAfter: after(LOOK_EVERY_MS) });
  });
  await jobs.work(FORGET, async () => {
    const forgotten = await forgetMessages(house);
    if (forgotten > 0) log.info({ forgotten }, 'old messages are gone');
    await jobs.send(FORGET, {}, { singletonKey: 'later', startAfter: after(FORGET_EVERY_MS) });
  });
  await jobs.send(POST, {}, { singletonKey: 'now' });
  await jobs.send(FORGET, {}, { singletonKey: 'now' });

  const stopped = new AbortController();
  const follow = async () => {
    for await (const _ of events.changes([POST_TOPIC], stopped.signal)) await jobs.send(POST, {}, { singletonKey: 'now' });
  };
  const following = follow().catch((error: unknown) => log.error({ err: error }, 'messages are carried once a minute only'));
  return async () => {
    stopped.abort();
    await following;
  };
}

/** Addresses and hands over all that is due, school by school. */
export async function workThroughPost(house: House, carriers: Carriers): Promise<void> {
  const schools = await house.db.under(gate).execute<{ schoolId: string }[]>(
    `select school_id as "schoolId" from message where posted_at is null and arrives_at <= clock_timestamp()
     union select school_id from message_delivery where state = 'WAITING' and due_at <= clock_timestamp()`);
  for (const { schoolId } of schools) {
    while (await addressMessages(house, schoolId, channelsOf(carriers))) { /* until no message is left */ }
    while (await deliverMessages(house, schoolId, carriers)) { /* until no delivery is due */ }
  }
}
