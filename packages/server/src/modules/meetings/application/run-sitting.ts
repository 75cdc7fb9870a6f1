import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { allowsAct } from '../domain/meeting-states.ts';
import { refuseSitting } from '../domain/refusal.ts';
import { changeSitting } from './change-sitting.ts';
import { memberOf } from './sitting-looker.ts';

/** Most visitors counted. */
const MOST_VISITORS = 9999;

/** How many are there who are no members. */
export const countVisitors = (house: House, viewer: ViewerFacts, key: string, meetingId: string, visitors: number) =>
  changeSitting(house, viewer, { key, meetingId, act: 'sitting.visitors' }, ({ runs }) => runs, async ({ em, sitting }) => {
    if (!allowsAct(sitting.state, 'ATTEND')) return refuseSitting('WRONG_STATE', [sitting.state]);
    if (visitors < 0 || visitors > MOST_VISITORS) return { faults: [{ field: 'visitors', itemId: null, code: 'OUT_OF_RANGE', about: [] }] };
    await em.execute('update sitting set visitors = ? where meeting_id = ?', [visitors, sitting.id]);
    return { done: { visitors } };
  });

/** Another member presides from now on. */
export const preside = (house: House, viewer: ViewerFacts, key: string, meetingId: string, memberId: string) =>
  task(house, viewer, { key, meetingId, memberId, act: 'sitting.presiding', column: 'presiding_person' });

/** Another member takes the record from now on. */
export const takeRecord = (house: House, viewer: ViewerFacts, key: string, meetingId: string, memberId: string) =>
  task(house, viewer, { key, meetingId, memberId, act: 'sitting.recorder', column: 'recorder_person' });

interface Task { readonly key: string; readonly meetingId: string; readonly memberId: string; readonly act: string; readonly column: 'presiding_person' | 'recorder_person' }

const task = (house: House, viewer: ViewerFacts, { key, meetingId, memberId, act, column }: Task) =>
  changeSitting(house, viewer, { key, meetingId, act }, ({ runs }) => runs, async ({ em, sitting }) => {
    if (!allowsAct(sitting.state, 'RECORD')) return refuseSitting('WRONG_STATE', [sitting.state]);
    const member = memberOf(sitting, { memberId });
    if (member === null) return refuseSitting('NO_SUCH_MEMBER');
    await em.execute(`update sitting set ${column} = ? where meeting_id = ?`, [member.personId, sitting.id]);
    return { done: { memberId: member.id } };
  });
