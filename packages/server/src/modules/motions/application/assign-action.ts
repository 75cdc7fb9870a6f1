import { randomUUID } from 'node:crypto';
import type { Statements } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { memberOf } from '../../meetings/index.ts';
import { type ViewerFacts, isUuid } from '../../people/index.ts';
import { decideAssign } from '../domain/action-item.ts';
import { type ActionWording, type OwnerNamed, actionFaults, clean, ownerFaults } from '../domain/motion-wording.ts';
import { motionRefusal } from '../domain/refusal.ts';
import { actionGiver } from './action-looker.ts';
import { type ActAt, changeMotions, faulty, refused, unless } from './change-motion.ts';
import { areApproved } from './motion-record.ts';
import { namesUntold, said } from './names-told.ts';
import { tellActionLists } from './tell-action-lists.ts';
import { tellOwner } from './tell-owner.ts';

export interface AssignedAction extends ActionWording, OwnerNamed {
  readonly decisionId: string | null;
  readonly itemId: string | null;
  /** Whoever assigns it was told which student it names. */
  readonly keepNames: boolean;
}

/** Somebody of the environment is to do something by a day: because of a decision, about an item, or of the meeting at all. Also after it: a secretary remembers one while writing its minutes. */
export const assignAction = (house: House, viewer: ViewerFacts, at: ActAt, assigned: AssignedAction) =>
  changeMotions(house, viewer, at, 'action.assigned', 'RUNS', async ({ em, sitting, all }) => {
    const may = decideAssign(actionGiver(viewer, sitting), { state: sitting.state, approved: await areApproved(em, sitting.id) });
    if (!may.ok) return unless(may);
    const faults = [...actionFaults(assigned, sitting.body.today), ...ownerFaults(assigned)];
    if (faults.length > 0) return faulty(faults);
    const named = await namesUntold(em, sitting, { ...viewer, ...assigned }, [said('title', assigned.title)]);
    if (named.length > 0) return faulty(named);
    const decision = all.decisions.find(({ id }) => id === assigned.decisionId?.toLowerCase());
    const itemId = assigned.itemId?.toLowerCase() ?? decision?.itemId ?? null;
    if (assigned.decisionId !== null && decision === undefined) return refused(motionRefusal('NO_SUCH_DECISION'));
    if (itemId !== null && !sitting.items.some(({ id }) => id === itemId)) return refused(motionRefusal('NO_SUCH_ITEM'));
    const { memberId } = assigned;
    const ownerId = memberId === null ? assigned.ownerId!.toLowerCase() : memberOf(sitting, { memberId })?.personId;
    if (ownerId === undefined) return refused(motionRefusal('NO_SUCH_MEMBER'));
    if (!await isOfEnvironment(em, ownerId, sitting.environmentId)) return refused(motionRefusal('NO_SUCH_PERSON'));
    const action = { id: randomUUID(), schoolId: sitting.schoolId, environmentId: sitting.environmentId, bodyId: sitting.bodyId, meetingId: sitting.id, title: clean(assigned.title), ownerId, due: assigned.due, version: 1 };
    await em.execute(
      `insert into action_item (id, school_id, environment_id, body_id, meeting_id, decision_id, item_id, title, owner_id, due, assigned_by)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?)`,
      [action.id, action.schoolId, action.environmentId, sitting.bodyId, sitting.id, decision?.id ?? null, itemId, action.title, ownerId, action.due, viewer.personId]);
    await tellOwner(em, viewer.personId, action);
    await tellActionLists(house, em, { action, kind: 'action.assigned' });
    return null;
  });

/** Whoever has left owes nothing more. */
export async function isOfEnvironment(em: Statements, personId: string, environmentId: string): Promise<boolean> {
  if (!isUuid(personId)) return false;
  const rows = await em.execute<unknown[]>(
    'select 1 from membership m join person p on p.id = m.person_id and p.active where m.person_id = ? and m.environment_id = ? limit 1', [personId, environmentId]);
  return rows.length > 0;
}
