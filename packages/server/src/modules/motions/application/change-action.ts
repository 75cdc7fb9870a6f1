import { type EntityManager, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type BodyRecord, bodiesById } from '../../bodies/index.ts';
import { recordSitting, sittingsById } from '../../meetings/index.ts';
import { type ViewerFacts, isUuid } from '../../people/index.ts';
import { type ActionAct, type ActionState, decideAction, mayAct } from '../domain/action-item.ts';
import { type ActionWording, LONGEST, type WordingFault, actionFaults, clean, saidFaults, tooLong } from '../domain/motion-wording.ts';
import { type MotionRefusal, motionRefusal } from '../domain/refusal.ts';
import { actionLooker } from './action-looker.ts';
import { isOfEnvironment } from './assign-action.ts';
import { type ActionItemRecord, actionsWhere } from './motion-record.ts';
import { type TypedWords, type Writer, namesUntold, said } from './names-told.ts';
import { tellActionLists } from './tell-action-lists.ts';
import { tellOwner } from './tell-owner.ts';

/** Which action item, and the version of it the person saw. */
export interface ActionAt {
  readonly id: string;
  readonly version: number;
}

export type ActionAnswer =
  | { readonly answer: 'CHANGED' | 'STALE'; readonly schoolId: string; readonly actionId: string }
  | { readonly answer: 'REFUSED'; readonly schoolId: string; readonly actionId: string; readonly refusal: MotionRefusal }
  | { readonly answer: 'FAULTY'; readonly faults: readonly WordingFault[] };

type NotDone = { readonly refusal: MotionRefusal } | { readonly faults: readonly WordingFault[] } | null;
interface ChangingAction { readonly em: EntityManager; readonly action: ActionItemRecord; readonly body: BodyRecord; readonly state: ActionState }

/**
 * The beats of every act on an action item outside the room.
 * @throws NOT_FOUND when there is none, or the viewer neither owns it, nor prepares its body's meetings, nor ran the one it is of.
 */
function changeAction(house: House, viewer: ViewerFacts, { id, version }: ActionAt, act: ActionAct, kind: string, change: (changing: ChangingAction) => Promise<NotDone>): Promise<ActionAnswer> {
  const { schoolId, personId } = viewer;
  return house.db.transaction(school(schoolId), async (em): Promise<ActionAnswer> => {
    if (!isUuid(id)) throw coded('NOT_FOUND');
    await em.execute('select id from action_item where id = ? for update', [id]);
    const [action] = await actionsWhere(em, 't.id = ?', [id]);
    const [body] = action === undefined ? [] : await bodiesById(em, [action.bodyId]);
    if (action === undefined || body === undefined) throw coded('NOT_FOUND');
    const looker = actionLooker(viewer, body, action);
    if (!mayAct(looker, act)) throw coded('NOT_FOUND');
    const at = { schoolId, actionId: action.id };
    if (action.version !== version) return { answer: 'STALE', ...at };
    const may = decideAction(looker, action.state, act, action.approved);
    const not = may.ok ? await change({ em, action, body, state: may.state }) : { refusal: may.refusal };
    if (not !== null) return 'faults' in not ? { answer: 'FAULTY', faults: not.faults } : { answer: 'REFUSED', ...at, refusal: not.refusal };
    await recordSitting(house, em, { sitting: { id: action.meetingId, schoolId }, kind, actorId: personId, detail: { actionId: action.id } });
    await tellActionLists(house, em, { action, kind });
    return { answer: 'CHANGED', ...at };
  });
}

async function untold(em: EntityManager, { meetingId }: Pick<ActionItemRecord, 'meetingId'>, writer: Writer, words: TypedWords | null): Promise<WordingFault[]> {
  const [sitting] = await sittingsById(em, [meetingId]);
  return namesUntold(em, sitting ?? { members: [] }, writer, [words]);
}

/** Whoever is to do it from now on is told, unless they revised it themselves. */
export const reviseAction = (house: House, viewer: ViewerFacts, at: ActionAt, wording: ActionWording & { readonly ownerId: string; readonly keepNames: boolean }) =>
  changeAction(house, viewer, at, 'REVISE', 'action.revised', async ({ em, action, body }) => {
    // A day that has passed may stay as it is.
    const faults = actionFaults(wording, wording.due === action.due ? '' : body.today);
    if (faults.length > 0) return { faults };
    const named = wording.title === action.title ? [] : await untold(em, action, { ...viewer, ...wording }, said('title', wording.title));
    if (named.length > 0) return { faults: named };
    const ownerId = wording.ownerId.toLowerCase();
    if (ownerId !== action.ownerId && !await isOfEnvironment(em, ownerId, action.environmentId)) return { refusal: motionRefusal('NO_SUCH_PERSON') };
    const revised = { ...action, title: clean(wording.title), ownerId, due: wording.due, version: action.version + 1 };
    await em.execute('update action_item set title = ?, owner_id = ?, due = ?::date, version = version + 1 where id = ?', [revised.title, ownerId, revised.due, action.id]);
    if (ownerId !== action.ownerId) await tellOwner(em, viewer.personId, revised);
    return null;
  });

/** Ends it or takes it up again, with a note of how or why; nothing is dropped without a reason. */
const turn = (act: ActionAct, kind: string) => (house: House, viewer: ViewerFacts, at: ActionAt, note: string | null, keepNames = false) =>
  changeAction(house, viewer, at, act, kind, async ({ em, action, state }) => {
    const faults = act === 'DROP' ? saidFaults('note', note ?? '', LONGEST.note) : tooLong('note', note ?? '', LONGEST.note);
    if (faults.length > 0) return { faults };
    const named = await untold(em, action, { locale: viewer.locale, keepNames }, said('note', note));
    if (named.length > 0) return { faults: named };
    await em.execute(`update action_item set state = ?, note = ?, ended_at = case when ? then null else clock_timestamp() end, version = version + 1 where id = ?`,
      [state, clean(note ?? '') || null, state === 'OPEN', action.id]);
    return null;
  });

export const finishAction = turn('FINISH', 'action.finished');
export const dropAction = turn('DROP', 'action.dropped');
export const reopenAction = turn('REOPEN', 'action.reopened');
