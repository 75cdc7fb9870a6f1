import { beforeAll, describe, expect, it } from 'vitest';
import { school } from '../../../platform/database/database.ts';
import { onEachEngine } from '../../../testing/test-database.ts';
import { bodiesById, followBody } from '../../bodies/index.ts';
import { type ViewerFacts, people } from '../../people/index.ts';
import { inOrder } from '../domain/agenda-tree.ts';
import { calendarLanguage } from '../domain/calendar-words.ts';
import { HOUR } from '../domain/notice-period.ts';
import { MeetingSchool, both, inHours, itemWording, meetingWording } from '../testing/meeting-school.ts';
import { addAgendaSource } from './agenda-sources.ts';
import { calendarEvent } from './calendar-event.ts';
import { cancelMeeting, discardMeeting } from './cancel-meeting.ts';
import { carriedItems } from './carried-items.ts';
import { draftMeeting } from './draft-meeting.ts';
import { meetingNeeds } from './meeting-needs.ts';
import { memberNeeds } from './member-needs.ts';
import { preparedBodies } from './members-today.ts';
import { type MeetingRecord, meetingsWhere } from './meeting-record.ts';
import { planAttendance } from './plan-attendance.ts';
import { addAgendaItem, moveAgendaItem, reviseAgendaItem, withdrawAgendaItem } from './plan-agenda.ts';
import { postNotice } from './post-notice.ts';
import { provePosting } from './prove-posting.ts';
import { reviseMeeting } from './revise-meeting.ts';
import { shownMeeting } from './shown-meeting.ts';
import { sittingsById } from './sitting-record.ts';

addAgendaSource(carriedItems);

onEachEngine('a body\'s meetings', people.entities, (test) => {
  let small: MeetingSchool;
  let [coordinator, clerk, chair, secretary, treasurer, parent, student] = [] as unknown as ViewerFacts[] as [
    ViewerFacts, ViewerFacts, ViewerFacts, ViewerFacts, ViewerFacts, ViewerFacts, ViewerFacts];
  let council: string;

  beforeAll(async () => {
    small = await MeetingSchool.open(test().database);
    [coordinator, clerk] = [await small.person('OTHER_STAFF', 'COORDINATOR'), await small.person('OTHER_STAFF', 'CLERK')];
    [chair, secretary, treasurer, parent, student] = [
      await small.person('PARENT'), await small.person('OTHER_STAFF'), await small.person('PARENT'), await small.person('PARENT'), await small.person('STUDENT')];
    council = await small.body('GREENE', { CHAIR: chair, SECRETARY: secretary, TREASURER: treasurer });
  });

  const said = ({ items }: MeetingRecord) => inOrder(items).map(({ label, title }) => `${label} ${title['en']}`);
  const item = (en: string) => itemWording({ title: both(en, `${en} (es)`) });
  const nobody = { prepares: false, member: false };
  async function standing(id: string): Promise<string[]> {
    const meeting = await small.read(id);
    const { agenda } = shownMeeting(meeting, {} as never, nobody);
    return agenda.map(({ title, standing: its }) => `${title['en']}: ${its?.may === 'DISCUSSION_ONLY' ? its.reason : its?.may}`);
  }
  const notFound = { extensions: { code: 'NOT_FOUND' } };

  describe('are prepared', () => {
    it('by those who keep its people\'s ballots and by its chair, vice-chair and secretary, and by nobody else', async () => {
      for (const who of [coordinator, chair, secretary]) {
        const draft = await small.drafted(who, council);
        expect(draft).toMatchObject({ state: 'DRAFT', version: 2, title: { en: 'Council', es: 'Consejo' }, interpretation: ['es'], childcare: true, notices: [] });
      }
      const draft = await small.drafted(chair, council);
      const elsewhere = await small.body('PRIVATE');
      for (const who of [clerk, treasurer, parent, student]) {
        await expect(draftMeeting(small.house, who, council, meetingWording())).rejects.toMatchObject(notFound);
        await expect(reviseMeeting(small.house, who, draft, meetingWording())).rejects.toMatchObject(notFound);
        await expect(addAgendaItem(small.house, who, draft, itemWording(), { parentId: null, position: 1 })).rejects.toMatchObject(notFound);
        await expect(postNotice(small.house, who, draft)).rejects.toMatchObject(notFound);
        await expect(discardMeeting(small.house, who, draft)).rejects.toMatchObject(notFound);
      }
      await expect(draftMeeting(small.house, chair, elsewhere, meetingWording())).rejects.toMatchObject(notFound);
      await expect(draftMeeting(small.house, chair, 'no id', meetingWording())).rejects.toMatchObject(notFound);
    });

    it('not by an officer whose term has not begun, or is over', async () => {
      const next = await small.body('GREENE', { CHAIR: parent, SECRETARY: student });
      await small.sql(`update officer_term set starts = '2089-01-01' where body_id = ? and office = 'CHAIR'`, [next]);
      await small.sql(`update officer_term set ended_at = now(), end_reason = 'SUCCEEDED' where body_id = ? and office = 'SECRETARY'`, [next]);
      for (const who of [parent, student]) await expect(draftMeeting(small.house, who, next, meetingWording())).rejects.toMatchObject(notFound);
    });

    it('by whoever holds the office on that day, when somebody else takes it on a later one', async () => {
      const next = await small.body('GREENE', { SECRETARY: parent });
      await small.sql(
        `insert into officer_term (school_id, body_id, office, person_id, starts, ends) select school_id, body_id, office, ?, '2089-01-01', '2090-01-01' from officer_term where body_id = ?`,
        [student.personId, next]);
      const meeting = await small.drafted(parent, next);
      await small.done(postNotice(small.house, parent, meeting));
      const told = async (who: ViewerFacts) => (await memberNeeds.needsOf(who, { house: small.house } as never)).filter(({ targetId }) => targetId === meeting.id).map(({ kind }) => kind);
      const prepares = async (who: ViewerFacts) => (await preparedBodies(small.house, who)).includes(next);
      await test().database.executeAsOwner(`update notice set posted_at = now() - interval '100 hours', starts_at = now() + interval '11 hours' where meeting_id = '${meeting.id}'`);
      expect([await told(parent), await told(student), await prepares(parent), await prepares(student)]).toEqual([['MEETING_TODAY'], [], true, false]);
      await expect(draftMeeting(small.house, student, next, meetingWording())).rejects.toMatchObject(notFound);
      // The day has come.
      await small.sql(`update officer_term set starts = '2026-02-01' where body_id = ? and person_id = ?`, [next, student.personId]);
      expect([await told(parent), await told(student), await prepares(parent), await prepares(student)]).toEqual([[], ['MEETING_TODAY'], false, true]);
      await expect(draftMeeting(small.house, parent, next, meetingWording())).rejects.toMatchObject(notFound);
    });

    it('with every fault of the words named, and from the version that was seen', async () => {
      const startsAt = inHours(100);
      const wrong = meetingWording({ title: [], startsAt, endsAt: startsAt, onlineUrl: 'javascript:alert(1)', interpretation: ['es', 'es', 'x;'], place: [...both('a', 'b'), { locale: 'es', text: 'c' }] });
      const answer = await draftMeeting(small.house, chair, council, wrong, { every: 'WEEKLY', times: 54 });
      expect(answer.answer === 'FAULTY' ? answer.faults.map(({ field, code }) => `${field} ${code}`) : answer).toEqual([
        'title REQUIRED', 'endsAt NOT_AFTER_START', 'place REPEATED', 'onlineUrl BAD_URL', 'interpretation REPEATED', 'interpretation BAD_LOCALE', 'repeat.times OUT_OF_RANGE',
      ]);
      const slip = meetingWording({ startsAt: new Date('0026-12-03T00:00:00Z'), endsAt: new Date('+012026-12-03T00:00:00Z') });
      expect(await draftMeeting(small.house, chair, council, slip)).toMatchObject({ answer: 'FAULTY', faults: [{ field: 'startsAt', code: 'OUT_OF_RANGE' }, { field: 'endsAt', code: 'OUT_OF_RANGE' }] });
      const draft = await small.drafted(chair, council);
      const longest = itemWording({ title: both('x'.repeat(201), 'x'), minutesPlanned: 601, presenter: 'x'.repeat(201) });
      expect(await addAgendaItem(small.house, chair, draft, longest, { parentId: null, position: 1 })).toMatchObject({
        answer: 'FAULTY', faults: [{ field: 'title', code: 'TOO_LONG' }, { field: 'minutesPlanned', code: 'OUT_OF_RANGE' }, { field: 'presenter', code: 'TOO_LONG' }] });
      const revised = await small.done(reviseMeeting(small.house, chair, draft, meetingWording({ kind: 'SPECIAL', startsAt: null, place: [], interpretation: [] })));
      expect(revised).toMatchObject({ kind: 'SPECIAL', startsAt: null, place: {}, interpretation: [], version: 3 });
      // No language, and not nothing either.
      expect((await small.done(reviseMeeting(small.house, chair, revised, meetingWording({ interpretation: ['es', 'null'] })))).interpretation).toEqual(['es', 'null']);
      for (const late of [reviseMeeting(small.house, chair, draft, meetingWording()), postNotice(small.house, chair, draft), discardMeeting(small.house, chair, draft)]) {
        expect(await late).toEqual({ answer: 'STALE', meetingId: draft.id });
      }
    });

    it('in a series, at the same hour on the wall, each by itself', async () => {
      // Clocks in Los Angeles go back on 1 November 2026.
      const startsAt = new Date('2026-10-29T00:30:00Z');
      const first = await small.done(draftMeeting(small.house, chair, council, meetingWording({ startsAt, endsAt: new Date('2026-10-29T02:00:00Z') }), { every: 'WEEKLY', times: 3 }));
      const series = await meetingsWhere(small.house.db.under(school(small.schoolId)), 'm.series_id = ? order by m.starts_at', [first.seriesId]);
      expect(series.map((each) => [each.startsAt?.toISOString(), each.endsAt?.toISOString()])).toEqual([
        ['2026-10-29T00:30:00.000Z', '2026-10-29T02:00:00.000Z'], ['2026-11-05T01:30:00.000Z', '2026-11-05T03:00:00.000Z'], ['2026-11-12T01:30:00.000Z', '2026-11-12T03:00:00.000Z'],
      ]);
      expect(series[0]!.id).toBe(first.id);
      // On 14 March 2027 there is no half past two.
      const night = await small.done(draftMeeting(small.house, chair, council, meetingWording({ startsAt: new Date('2027-03-07T10:30:00Z'), endsAt: new Date('2027-03-07T11:00:00Z') }), { every: 'WEEKLY', times: 2 }));
      expect((await meetingsWhere(small.house.db.under(school(small.schoolId)), 'm.series_id = ? order by m.starts_at', [night.seriesId])).map((each) => [each.startsAt?.toISOString(), each.endsAt?.toISOString()]).at(-1))
        .toEqual(['2027-03-14T10:30:00.000Z', '2027-03-14T11:00:00.000Z']);
      expect(await draftMeeting(small.house, chair, council, meetingWording({ startsAt: null }), { every: 'MONTHLY', times: 2 })).toMatchObject({ faults: [{ field: 'startsAt', code: 'REQUIRED' }] });
    });

    it('not for a body that is no more', async () => {
      const closed = await small.body('GREENE', { CHAIR: chair });
      const draft = await small.drafted(chair, closed);
      await small.sql('update governing_body set closed_at = now() where id = ?', [closed]);
      expect(await draftMeeting(small.house, chair, closed, meetingWording())).toEqual({ answer: 'REFUSED', meetingId: null, refusal: { reason: 'BODY_CLOSED', about: [] } });
      expect(await postNotice(small.house, chair, draft)).toMatchObject({ refusal: { reason: 'BODY_CLOSED' } });
    });
  });

  it('have an agenda that is added to, moved and taken from as a tree', async () => {
    let meeting = await small.drafted(chair, council, {}, ['a', 'b', 'c'].map(item));
    const id = (title: string) => meeting.items.find((each) => each.title['en'] === title)!.id;
    const move = (title: string, under: string | null, position: number) =>
      moveAgendaItem(small.house, chair, meeting, id(title), { parentId: under === null ? null : id(under), position });
    meeting = await small.done(addAgendaItem(small.house, secretary, meeting, item('a1'), { parentId: id('a'), position: 1 }));
    meeting = await small.done(addAgendaItem(small.house, secretary, meeting, item('a2'), { parentId: id('a'), position: 9 }));
    expect(said(meeting)).toEqual(['1 a', '1.1 a1', '1.2 a2', '2 b', '3 c']);
    meeting = await small.done(move('c', null, 1));
    meeting = await small.done(move('b', 'a', 2));
    expect(said(meeting)).toEqual(['1 c', '2 a', '2.1 a1', '2.2 b', '2.3 a2']);
    meeting = await small.done(move('a', 'c', 1));
    expect(said(meeting)).toEqual(['1 c', '1.1 a', '1.1.1 a1', '1.1.2 b', '1.1.3 a2']);
    expect(await move('c', 'a1', 1)).toMatchObject({ refusal: { reason: 'UNDER_ITSELF' } });
    expect(await addAgendaItem(small.house, chair, meeting, item('d'), { parentId: id('b'), position: 1 })).toMatchObject({ refusal: { reason: 'TOO_DEEP', about: ['3'] } });
    expect(await addAgendaItem(small.house, chair, meeting, item('d'), { parentId: meeting.id, position: 1 })).toMatchObject({ refusal: { reason: 'NO_SUCH_ITEM' } });
    const gone = id('a');
    meeting = await small.done(withdrawAgendaItem(small.house, chair, meeting, gone));
    expect(said(meeting)).toEqual(['1 c']);
    expect(meeting.items).toHaveLength(1);
    for (const answer of [withdrawAgendaItem(small.house, chair, meeting, gone), reviseAgendaItem(small.house, chair, meeting, gone, item('x')), moveAgendaItem(small.house, chair, meeting, gone, { parentId: null, position: 1 })]) {
      expect(await answer).toMatchObject({ answer: 'REFUSED', refusal: { reason: 'NO_SUCH_ITEM' } });
    }
  });

  describe('are noticed', () => {
    it('lawfully, by the database\'s clock, and read by everybody as they were posted', async () => {
      const noticed = await small.noticed(secretary, council, {}, [item('Budget'), itemWording({ intent: 'INFORMATION', rationale: [] })]);
      expect(noticed).toMatchObject({ state: 'NOTICED', items: [{ state: 'POSTED' }, { state: 'POSTED' }] });
      const [notice] = noticed.notices;
      expect(notice).toMatchObject({ number: 1, meetingLaw: 'GREENE', noticeHours: 72, title: { en: 'Council' }, startsAt: noticed.startsAt, items: [{ title: { en: 'Budget' } }, { intent: 'INFORMATION' }] });
      expect(Math.abs(notice!.postedAt.getTime() - Date.now())).toBeLessThan(60_000);
      expect(await standing(noticed.id)).toEqual(['Budget: ACTION', 'Budget: NOT_AN_ACTION_ITEM']);
      expect(await postNotice(small.house, chair, noticed)).toMatchObject({ refusal: { reason: 'NOTHING_CHANGED', about: ['1'] } });
      expect(await reviseMeeting(small.house, chair, noticed, meetingWording({ startsAt: null }))).toMatchObject({ faults: [{ field: 'startsAt', code: 'REQUIRED' }] });
      // What is worked on waits for the next notice.
      const [first] = noticed.items;
      const edited = await small.done(reviseAgendaItem(small.house, chair, noticed, first!.id, item('Other')));
      expect(await standing(noticed.id)).toEqual(['Budget: ACTION', 'Budget: NOT_AN_ACTION_ITEM']);
      expect(shownMeeting(edited, {} as never, nobody)).toMatchObject({ changed: false });
      const [body] = await bodiesById(small.house.db.under(school(small.schoolId)), [council]);
      expect(shownMeeting(edited, body!, { prepares: true, member: true })).toMatchObject({ changed: true, agenda: [{ changed: true, title: { en: 'Other' } }, { changed: false }] });
      const again = await small.done(postNotice(small.house, chair, edited));
      expect(again.notices.map(({ number, items }) => [number, items[0]!.title['en']])).toEqual([[1, 'Budget'], [2, 'Other']]);
      // In time still.
      expect(await standing(noticed.id)).toEqual(['Other: ACTION', 'Budget: NOT_AN_ACTION_ITEM']);
    });

    it('never while anything is missing, and every fault is named', async () => {
      const faults = async (meeting: MeetingRecord) => {
        const answer = await postNotice(small.house, chair, meeting);
        expect((await small.read(meeting.id)).notices).toEqual([]);
        return answer.answer === 'FAULTY' ? answer.faults.map(({ field, itemId, code, about }) =>
          [field, ...(itemId === null ? [] : [meeting.items.findIndex(({ id }) => id === itemId)]), code, ...about].join(' ')) : answer;
      };
      expect(await faults(await small.drafted(chair, council, { startsAt: null, place: [] }, []))).toEqual(['startsAt REQUIRED', 'place REQUIRED', 'items REQUIRED']);
      const english = [{ locale: 'en', text: 'Words' }];
      const items = [itemWording({ title: english, description: [] }), itemWording({ rationale: [] }), itemWording({ intent: 'DISCUSSION', rationale: [], description: english })];
      expect(await faults(await small.drafted(chair, council, { title: english, place: english }, items))).toEqual([
        'title MISSING_LOCALES es', 'place MISSING_LOCALES es', 'title 0 MISSING_LOCALES es', 'description 0 REQUIRED', 'rationale 1 REQUIRED', 'description 2 MISSING_LOCALES es',
      ]);
      const late = await small.drafted(chair, council, { startsAt: inHours(71) });
      expect(await faults(late)).toEqual([`startsAt TOO_LATE ${new Date(late.startsAt!.getTime() - 72 * HOUR).toISOString()}`]);
    });

    it('as long ahead as law and bylaws of each body say', async () => {
      const [brown, club] = [await small.body('BROWN', { CHAIR: chair }), await small.body('PRIVATE', { CHAIR: chair })];
      const post = async (bodyId: string, kind: 'REGULAR' | 'SPECIAL', hours: number) =>
        (await postNotice(small.house, chair, await small.drafted(chair, bodyId, { kind, startsAt: inHours(hours) }))).answer;
      expect(await Promise.all([post(brown, 'SPECIAL', 25), post(brown, 'SPECIAL', 23), post(brown, 'REGULAR', 71), post(council, 'SPECIAL', 71)]))
        .toEqual(['CHANGED', 'FAULTY', 'FAULTY', 'FAULTY']);
      expect(await Promise.all([post(club, 'REGULAR', 49), post(club, 'REGULAR', 47), post(club, 'SPECIAL', 13), post(club, 'SPECIAL', 11)]))
        .toEqual(['CHANGED', 'FAULTY', 'CHANGED', 'FAULTY']);
    });

    it('again 71 hours before: what changed may only be discussed, and the rest is left as it was', async () => {
      const noticed = await small.noticed(secretary, council, {}, ['Budget', 'Tutors', 'Hours'].map(item));
      await small.passes(noticed.id, 29);
      expect(await standing(noticed.id)).toEqual(['Budget: ACTION', 'Tutors: ACTION', 'Hours: ACTION']);
      const [budget, tutors, hours] = noticed.items;
      let meeting = await small.done(reviseAgendaItem(small.house, chair, noticed, budget!.id, { ...item('Budget'), description: both('More money.', 'Más dinero.') }));
      meeting = await small.done(moveAgendaItem(small.house, chair, meeting, hours!.id, { parentId: null, position: 1 }));
      meeting = await small.done(addAgendaItem(small.house, chair, meeting, item('Bells'), { parentId: null, position: 9 }));
      expect(await standing(noticed.id)).toEqual(['Budget: ACTION', 'Tutors: ACTION', 'Hours: ACTION']);
      meeting = await small.done(postNotice(small.house, chair, meeting));
      expect(await standing(noticed.id)).toEqual(['Hours: ACTION', 'Budget: CHANGED_TOO_LATE', 'Tutors: ACTION', 'Bells: LISTED_TOO_LATE']);
      // Taking the change back repairs nothing, and time and place do not move any more.
      meeting = await small.done(reviseAgendaItem(small.house, chair, meeting, budget!.id, item('Budget')));
      meeting = await small.done(withdrawAgendaItem(small.house, chair, meeting, tutors!.id));
      meeting = await small.done(postNotice(small.house, chair, meeting));
      expect(await standing(noticed.id)).toEqual(['Hours: ACTION', 'Budget: CHANGED_TOO_LATE', 'Bells: LISTED_TOO_LATE']);
      const moved = await small.done(reviseMeeting(small.house, chair, meeting, meetingWording({ startsAt: meeting.startsAt, place: both('Gym', 'Gimnasio') })));
      expect(await postNotice(small.house, chair, moved)).toMatchObject({ answer: 'FAULTY', faults: [{ field: 'place', code: 'TOO_LATE' }] });
    });

    it('and somebody says where the notice hung, but not where it will', async () => {
      const noticed = await small.noticed(chair, council);
      expect(shownMeeting(noticed, {} as never, nobody).needsProof).toBe(true);
      const at = { noticeNumber: 1, where: 'SITE', place: 'Front gate', postedAt: new Date(noticed.notices[0]!.postedAt) } as const;
      expect(await provePosting(small.house, chair, noticed, { ...at, noticeNumber: 2 })).toMatchObject({ refusal: { reason: 'NO_SUCH_NOTICE', about: ['1'] } });
      expect(await provePosting(small.house, chair, noticed, { ...at, postedAt: inHours(1) })).toMatchObject({ refusal: { reason: 'PROOF_OF_FUTURE' } });
      expect(await provePosting(small.house, chair, noticed, { ...at, place: '  ' })).toMatchObject({ faults: [{ field: 'place', code: 'REQUIRED' }] });
      const online = await small.done(provePosting(small.house, chair, noticed, { ...at, where: 'ONLINE' }));
      expect(shownMeeting(online, {} as never, nobody).needsProof).toBe(true);
      const proved = await small.done(provePosting(small.house, secretary, online, at));
      expect(proved.proofs).toMatchObject([{ where: 'ONLINE' }, { where: 'SITE', place: 'Front gate', noticeNumber: 1, student: false }]);
      expect(shownMeeting(proved, {} as never, nobody).needsProof).toBe(false);
      const draft = await small.drafted(chair, council);
      expect(await provePosting(small.house, chair, draft, at)).toMatchObject({ refusal: { reason: 'WRONG_STATE', about: ['DRAFT'] } });
    });
  });

  describe('end', () => {
    it('by being called off, with a reason that stays', async () => {
      const noticed = await small.noticed(chair, council);
      expect(await discardMeeting(small.house, chair, noticed)).toMatchObject({ refusal: { reason: 'WRONG_STATE', about: ['NOTICED'] } });
      expect(await cancelMeeting(small.house, chair, noticed, ' ')).toMatchObject({ faults: [{ field: 'reason', code: 'REQUIRED' }] });
      const cancelled = await small.done(cancelMeeting(small.house, chair, noticed, 'The library is flooded.'));
      expect(cancelled).toMatchObject({ state: 'CANCELLED', cancelReason: 'The library is flooded.', notices: [{ number: 1 }] });
      for (const late of [reviseMeeting(small.house, chair, cancelled, meetingWording()), postNotice(small.house, chair, cancelled), cancelMeeting(small.house, chair, cancelled, 'Again')]) {
        expect(await late).toMatchObject({ refusal: { reason: 'WRONG_STATE', about: ['CANCELLED'] } });
      }
    });

    it('or as drafts nobody saw', async () => {
      const draft = await small.drafted(chair, council);
      expect(await cancelMeeting(small.house, chair, draft, 'No')).toMatchObject({ refusal: { reason: 'WRONG_STATE' } });
      expect(await small.done(discardMeeting(small.house, chair, draft))).toMatchObject({ state: 'CANCELLED', notices: [], cancelReason: null });
    });
  });

  it('are told to the body\'s people and to who follows it: noticed, what changed, and called off', async () => {
    const body = await small.body('GREENE', { CHAIR: chair });
    const em = test().database.under(school(small.schoolId));
    const outsider = await small.person('COMMUNITY');
    await followBody(small.house, parent, body, true);
    await followBody(small.house, student, body, true);
    await followBody(small.house, student, body, false);
    await followBody(small.house, outsider, body, true);
    await small.sql('delete from membership where person_id = ?', [outsider.personId]);
    const notYet = await small.drafted(chair, body);
    expect(await em.execute('select 1 from message where about_id = ?', [notYet.id])).toEqual([]);

    let meeting = await small.done(postNotice(small.house, chair, notYet));
    meeting = await small.done(reviseMeeting(small.house, chair, meeting, meetingWording({ startsAt: inHours(120), place: both('Gym', 'Gimnasio') })));
    meeting = await small.done(postNotice(small.house, chair, meeting));
    meeting = await small.done(addAgendaItem(small.house, chair, meeting, item('Lunch'), { parentId: null, position: 9 }));
    meeting = await small.done(postNotice(small.house, chair, meeting));
    meeting = await small.done(reviseMeeting(small.house, chair, meeting, meetingWording({ startsAt: meeting.startsAt, place: both('Gym', 'Gimnasio'), childcare: false })));
    meeting = await small.done(postNotice(small.house, chair, meeting));
    await small.done(cancelMeeting(small.house, chair, meeting, 'The pipe burst.'));
    const told = await em.execute<{ person: string; said: string }[]>(
      `select person_id as person, concat_ws(' ', kind, words->>'changes', words->>'reason', path) as said from message where about_id = ? order by arrives_at, id`, [meeting.id]);
    expect(new Set(told.map(({ person }) => person))).toEqual(new Set([chair.personId, parent.personId]));
    const path = `/meetings/${meeting.id}`;
    expect(told.filter(({ person }) => person === parent.personId).map(({ said: what }) => what)).toEqual([
      `MEETING_NOTICED ${path}`, `MEETING_CHANGED ["TIME", "PLACE"] ${path}`, `MEETING_CHANGED ["AGENDA"] ${path}`, `MEETING_CHANGED ["DETAILS"] ${path}`,
      `MEETING_CANCELLED The pipe burst. ${path}`]);
    await expect(followBody(small.house, outsider, 'no id', true)).rejects.toMatchObject(notFound);
  });

  it('are in calendars whatever was typed for a language', async () => {
    const noticed = await small.noticed(chair, council, { interpretation: ['es', 'en-x'] });
    expect(calendarEvent(noticed, { name: { en: 'Council' } }, calendarLanguage(['en']), 'https://example.org')?.description).toContain('With interpretation into Spanish and en-x.');
  });

  it('are not noticed unlawfully by a bug either', async () => {
    const draft = await small.drafted(chair, council, { startsAt: inHours(71) });
    const insert = (columns: { number?: number; hours?: number; place?: string }) => small.sql(
      `insert into notice (meeting_id, number, school_id, posted_at, posted_by, title, starts_at, place, kind, meeting_law, notice_hours, digest)
       select id, ?, school_id, clock_timestamp(), called_by, title, starts_at, ?::jsonb, kind, 'GREENE', ?, repeat('0', 64) from meeting where id = ?`,
      [columns.number ?? 1, columns.place ?? '{"en":"x"}', columns.hours ?? 72, draft.id]);
    await expect(insert({})).rejects.toThrow(/check/);
    await expect(insert({ hours: 24 })).rejects.toThrow(/check/);
    await expect(insert({ number: 2, place: '{}' })).rejects.toThrow(/check/);
    await expect(small.sql(`update meeting set state = 'NOTICED', starts_at = null where id = ?`, [draft.id])).rejects.toThrow(/check/);
    const noticed = await small.noticed(chair, council);
    for (const table of ['notice', 'notice_item', 'posting_proof']) {
      await expect(small.sql(`update ${table} set school_id = school_id where meeting_id = ?`, [noticed.id])).rejects.toThrow(/permission denied/);
    }
  });

  it('leave a trace of every act, and nothing of the words, in the audit log', async () => {
    const rows = await small.sql<{ act: string; detail: string }[]>(`select act, detail::text as detail from audit_event where act like 'meeting.%'`);
    expect(new Set(rows.map(({ act }) => act.slice('meeting.'.length)))).toEqual(new Set([
      'drafted', 'revised', 'item-added', 'item-revised', 'item-moved', 'item-withdrawn', 'noticed', 'posting-proved', 'cancelled', 'discarded', 'items-came-up']));
    expect(rows.filter(({ detail }) => /Budget|Library|gate|flooded/.test(detail))).toEqual([]);
  });

  describe('wait on the home page', () => {
    const needs = async (who: ViewerFacts, { id }: { id: string }) =>
      (await meetingNeeds.needsOf(who, { house: small.house } as never)).filter(({ targetId }) => targetId === id).map(({ kind }) => kind);

    it('of those who prepare them, while the last lawful hour comes near, and then for their proof', async () => {
      const draft = await small.drafted(secretary, council);
      for (const who of [secretary, chair, coordinator]) expect(await needs(who, draft)).toEqual(['POST_AGENDA']);
      for (const who of [treasurer, clerk, parent]) expect(await needs(who, draft)).toEqual([]);
      expect(await needs(secretary, await small.drafted(secretary, council, { startsAt: inHours(24 * 11) }))).toEqual([]);
      // Nobody can post a notice of a body that is no more.
      const ended = await small.body('GREENE', { SECRETARY: secretary });
      const last = await small.drafted(secretary, ended);
      await small.sql('update governing_body set closed_at = now() where id = ?', [ended]);
      expect(await needs(secretary, last)).toEqual([]);
      const posted = await small.done(postNotice(small.house, secretary, draft));
      expect(await needs(secretary, posted)).toEqual(['PROVE_POSTING']);
      await small.done(provePosting(small.house, secretary, posted, { noticeNumber: 1, where: 'SITE', place: 'Gate', postedAt: new Date(Date.now() - 60_000) }));
      expect(await needs(secretary, posted)).toEqual([]);
    });

    it('of those who prepare them, long after their hour, until somebody says what became of them', async () => {
      const past = await small.noticed(secretary, council);
      await small.passes(past.id, 110);
      expect([await needs(secretary, past), await needs(chair, past), await needs(parent, past)]).toEqual([['END_MEETING'], ['END_MEETING'], []]);
      await small.done(cancelMeeting(small.house, secretary, await small.read(past.id), 'Nobody came.'));
      expect(await needs(secretary, past)).toEqual([]);
    });

    it('of its members, until they say whether they come, and on the day', async () => {
      const seats = await small.sql<{ id: string }[]>(`insert into seat (school_id, body_id, constituency, number, name, way, chosen_by) values (?, ?, 'PARENT', 9, '{"en":"Parent"}', 'ELECTED', 'PARENT') returning id`, [parent.schoolId, council]);
      await small.sql(`insert into seat_holding (school_id, environment_id, body, constituency, seat_name, number, person_id, basis, starts, ends, seat_id)
        values (?, ?, '{"en":"Council"}', 'PARENT', '{"en":"Parent"}', 9, ?, 'ELECTED', '2026-01-01', '2090-01-01', ?)`, [parent.schoolId, small.environmentId, parent.personId, seats[0]!.id]);
      const asMember = async (who: ViewerFacts, { id }: { id: string }) =>
        (await memberNeeds.needsOf(who, { house: small.house } as never)).filter(({ targetId }) => targetId === id).map(({ kind }) => kind);
      const noticed = await small.noticed(chair, council);
      expect([await asMember(parent, await small.drafted(chair, council)), await asMember(parent, noticed), await asMember(student, noticed)]).toEqual([[], ['ANSWER_MEETING'], []]);
      const hours = (to: number) => test().database.executeAsOwner(`update notice set posted_at = now() - interval '100 hours', starts_at = now() + interval '${to} hours' where meeting_id = '${noticed.id}'`);
      await hours(11);
      expect(await asMember(parent, noticed)).toEqual(['MEETING_TODAY', 'ANSWER_MEETING']);
      // Whoever calls it without a seat has to be there, and is no member who might excuse themselves.
      expect([await asMember(secretary, noticed), await asMember(treasurer, noticed)]).toEqual([['MEETING_TODAY'], []]);
      await small.done(planAttendance(small.house, parent, noticed.id, { answer: 'COMING', interpreter: null, children: 0, note: null }));
      expect(await asMember(parent, noticed)).toEqual(['MEETING_TODAY']);
      await hours(-1);
      expect(await asMember(parent, noticed)).toEqual(['MEETING_TODAY']);
      // Nobody called it to order.
      await hours(-7);
      expect(await asMember(parent, noticed)).toEqual([]);
      // Moved to another day, it is asked anew who comes.
      await test().database.executeAsOwner(`insert into notice (meeting_id, number, school_id, posted_at, posted_by, title, starts_at, place, kind, meeting_law, notice_hours, digest)
        select meeting_id, 2, school_id, now(), posted_by, title, now() + interval '40 hours', place, kind, meeting_law, notice_hours, digest from notice where meeting_id = '${noticed.id}'`);
      expect(await asMember(parent, noticed)).toEqual(['ANSWER_MEETING']);
    });

    it('of who goes on after their term until the new year, and not of who had the seat before them', async () => {
      const [before, now, next] = [await small.person('PARENT'), await small.person('PARENT'), await small.person('PARENT')];
      const body = await small.body('GREENE', { CHAIR: chair });
      await small.seat(body, 'PARENT', [before]);
      const hold = (who: ViewerFacts, starts: string, ends: string) => small.sql(
        `insert into seat_holding (school_id, environment_id, body, constituency, seat_name, number, person_id, basis, starts, ends, seat_id)
         select school_id, ?, '{"en":"Body"}', constituency, name, number, ?, 'ELECTED', ?::date, ?::date, id from seat where body_id = ?`, [small.environmentId, who.personId, starts, ends, body]);
      await hold(now, '2026-02-01', '2026-06-30');
      await hold(next, '2089-07-01', '2090-06-30');
      await small.sql(`update officer_term set ends = '2026-06-30' where body_id = ?`, [body]);
      const noticed = await small.noticed(chair, body, { startsAt: inHours(73) });
      await test().database.executeAsOwner(`update notice set posted_at = now() - interval '100 hours', starts_at = now() + interval '5 hours' where meeting_id = '${noticed.id}'`);
      const said = async (who: ViewerFacts) => (await memberNeeds.needsOf(who, { house: small.house } as never)).filter(({ targetId }) => targetId === noticed.id).map(({ kind }) => kind);
      expect(await Promise.all([before, now, next, chair].map(said))).toEqual([[], ['MEETING_TODAY', 'ANSWER_MEETING'], [], ['MEETING_TODAY']]);
      const [sitting] = await sittingsById(test().database.under(school(small.schoolId)), [noticed.id]);
      expect(sitting!.members.map(({ personId }) => personId)).toEqual([now.personId]);
    });
  });
});
