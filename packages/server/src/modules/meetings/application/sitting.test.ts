import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { school } from '../../../platform/database/database.ts';
import { onEachEngine } from '../../../testing/test-database.ts';
import { type ViewerFacts, people } from '../../people/index.ts';
import { MeetingSchool } from '../testing/meeting-school.ts';
import { recordAttendance } from './attend.ts';
import { callToOrder } from './call-to-order.ts';
import type { SittingAnswer } from './change-sitting.ts';
import { adjournMeeting } from './end-sitting.ts';
import { quorumHistory, quorumNow } from './sitting-facts.ts';
import { closeItem, offerComment, takeUpItem } from './sitting-items.ts';
import { type SittingRecord, sittingsById } from './sitting-record.ts';

onEachEngine('a sitting', people.entities, (test) => {
  let small: MeetingSchool;
  let [chair, secretary, ana, luis, student] = [] as unknown as [ViewerFacts, ViewerFacts, ViewerFacts, ViewerFacts, ViewerFacts];
  let council: string;

  beforeAll(async () => {
    small = await MeetingSchool.open(test().database);
    [chair, secretary, ana, luis, student] = [
      await small.person('PARENT'), await small.person('OTHER_STAFF'), await small.person('PARENT'), await small.person('PARENT'), await small.person('STUDENT')];
    council = await small.body('GREENE', { CHAIR: chair, SECRETARY: secretary });
    await small.seat(council, 'PARENT', [chair, ana, luis]);
    await small.seat(council, 'STUDENT', [student], false);
  });

  const key = () => randomUUID();
  const read = async (id: string): Promise<SittingRecord> => (await sittingsById(small.house.db.under(school(small.schoolId)), [id]))[0]!;
  const member = ({ members }: SittingRecord, { personId }: ViewerFacts) => members.find((each) => each.personId === personId)!.id;
  const why = async (answer: Promise<SittingAnswer>) => {
    const given = await answer;
    return given.answer === 'REFUSED' ? given.refusals.map(({ reason }) => reason) : given.answer;
  };
  async function noticed(hours = 100): Promise<string> {
    const { id } = await small.proved(secretary, await small.noticed(secretary, council));
    await small.passes(id, hours);
    return id;
  }
  const arrives = (id: string, who: string) => recordAttendance(small.house, secretary, key(), id, who, { kind: 'ARRIVED', way: null, at: null });

  it('has a roll call, then is called to order', async () => {
    const id = await noticed();
    const before = await read(id);
    expect(before.members.map(({ constituency, number, votes, office }) => [constituency, number, votes, office])).toEqual([
      ['PARENT', 1, true, 'CHAIR'], ['PARENT', 2, true, null], ['PARENT', 3, true, null], ['STUDENT', 1, false, null]]);
    expect(await why(arrives(id, member(before, chair)))).toBe('DONE');
    expect(await why(arrives(id, member(before, student)))).toBe('DONE');
    expect(quorumNow(await read(id))).toEqual({ needed: 2, present: 1, members: 3, met: false });
    expect(await why(callToOrder(small.house, secretary, key(), id, { presidingId: null, recorderId: null }))).toBe('DONE');
    expect(await why(arrives(id, member(before, ana)))).toBe('DONE');
    const now = await read(id);
    expect(now).toMatchObject({ state: 'IN_SESSION', presiding: { personId: chair.personId }, recorder: { personId: secretary.personId } });
    expect(quorumHistory(now).map(({ present, met }) => [present, met])).toEqual([[1, false], [1, false], [2, true]]);
    expect(await why(adjournMeeting(small.house, chair, key(), id))).toEqual(['AGENDA_OPEN']);
    const [item] = now.items;
    expect(await why(takeUpItem(small.house, chair, key(), id, item!.id))).toBe('DONE');
    expect(await why(closeItem(small.house, chair, key(), id, item!.id, 'ACTED'))).toEqual(['COMMENT_NOT_OFFERED']);
    expect(await why(offerComment(small.house, chair, key(), id, null))).toBe('DONE');
    expect(await why(closeItem(small.house, chair, key(), id, item!.id, 'ACTED'))).toBe('DONE');
    expect(await why(adjournMeeting(small.house, chair, key(), id))).toBe('DONE');
    expect((await read(id)).state).toBe('ADJOURNED');
  });
});
