import type { EntityManager } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { branchOf } from '../domain/agenda-tree.ts';
import { allowsAct } from '../domain/meeting-states.ts';
import { decideEndWithoutQuorum } from '../domain/quorum.ts';
import { type SittingRefusal, refuseSitting, sittingRefusal } from '../domain/refusal.ts';
import { LONGEST_SPEECH } from '../domain/speaking.ts';
import { fillNextAgenda } from './agenda-sources.ts';
import { freezeSitting } from './call-to-order.ts';
import { changeSitting } from './change-sitting.ts';
import { lastNotice } from './meeting-record.ts';
import { recordMeeting } from './record-meeting.ts';
import { quorumHistory, quorumNow } from './sitting-facts.ts';
import type { SittingRecord } from './sitting-record.ts';

/** Told in the transaction in which a sitting ends, adjourned or without a quorum: `sitting` is as it was before, `state` what it is now. */
export type SittingEnd = (em: EntityManager, house: House, sitting: SittingRecord & { readonly state: 'ADJOURNED' | 'NO_QUORUM' }) => Promise<void>;
/** What keeps a meeting from being adjourned, for example an open question. */
export type AdjournGuard = (em: EntityManager, sitting: SittingRecord) => Promise<readonly SittingRefusal[]>;

const ends: SittingEnd[] = [];
const guards: AdjournGuard[] = [];

export function addSittingEnd(hook: SittingEnd): void { ends.push(hook); }
export function addAdjournGuard(guard: AdjournGuard): void { guards.push(guard); }

/**
 * The chair adjourns when the agenda is done, or when the quorum is lost; before that the body adjourns by a motion.
 * Never over what a later room has open.
 */
export const adjournMeeting = (house: House, viewer: ViewerFacts, key: string, meetingId: string) =>
  changeSitting(house, viewer, { key, meetingId, act: 'sitting.adjourned' }, ({ runs }) => runs, async ({ em, sitting, now }) => {
    if (!allowsAct(sitting.state, 'ADJOURN')) return refuseSitting('WRONG_STATE', [sitting.state]);
    const open = quorumNow(sitting).met ? openItems(sitting) : [];
    const refusals = [
      ...(open.length === 0 ? [] : [sittingRefusal('AGENDA_OPEN', open)]),
      ...(await Promise.all(guards.map((guard) => guard(em, sitting)))).flat(),
    ];
    if (refusals.length > 0) return { refusals };
    await endSitting(house, em, sitting, 'ADJOURNED', { actorId: viewer.personId, at: now });
    return null;
  });

/** Ends a meeting that never had its quorum, once its hour has come; nothing was decided in it. */
export const endWithoutQuorum = (house: House, viewer: ViewerFacts, key: string, meetingId: string) =>
  changeSitting(house, viewer, { key, meetingId, act: 'sitting.ended-without-quorum' }, ({ runs }) => runs, async ({ em, sitting, now }) => {
    const decision = decideEndWithoutQuorum({ state: sitting.state, startsAt: lastNotice(sitting.meeting)!.startsAt }, quorumHistory(sitting), now);
    if (!decision.ok) return { refusal: decision.refusal };
    await endSitting(house, em, sitting, 'NO_QUORUM', { actorId: viewer.personId, at: now });
    return null;
  });

/** Within an act of the room: the sitting ends now, its clocks stop, and everybody who asked is told. Its rule has been asked. */
export async function endSitting(
  house: House, em: EntityManager, sitting: SittingRecord, state: 'ADJOURNED' | 'NO_QUORUM', { actorId, at }: { readonly actorId: string; readonly at: Date },
): Promise<void> {
  await freezeSitting(em, sitting);
  await em.execute(
    `update speaker set state = case state when 'SPEAKING' then 'DONE' else 'WITHDRAWN' end, running_since = null,
       spent_ms = least(${LONGEST_SPEECH * 1000}, spent_ms + case when running_since is null then 0 else greatest(0, extract(epoch from ?::timestamptz - running_since) * 1000) end)::int
     where meeting_id = ? and state in ('WAITING', 'SPEAKING')`, [at, sitting.id]);
  await em.execute('update sitting set ended_at = ?, current_item = null where meeting_id = ?', [at, sitting.id]);
  await em.execute('update meeting set state = ?, version = version + 1 where id = ?', [state, sitting.id]);
  await recordMeeting(house, em, { meeting: sitting.meeting, kind: state === 'ADJOURNED' ? 'meeting.adjourned' : 'meeting.without-quorum', actorId });
  for (const hook of ends) await hook(em, house, { ...sitting, state });
  await fillNextAgenda(house, em, sitting.bodyId, actorId);
}

/** Labels of items nobody has closed; one with parts is done when its parts are. */
function openItems({ items }: SittingRecord): string[] {
  return items.filter(({ id, outcome }) => outcome === 'OPEN' && branchOf(items, id).length === 1).map(({ label }) => label);
}
