import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Member, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { remindOfActions } from '../../packages/server/src/modules/motions/application/remind-of-actions.ts';
import { CouncilRoom, type Sitting } from './council-room.ts';

type Said = readonly { readonly locale: string; readonly text: string }[];
interface Fault { readonly field: string; readonly code: string; readonly about: readonly string[] }
interface Acted { readonly __typename: string; readonly faults?: readonly Fault[]; readonly action?: { readonly version: number } }

/** Their names together, however they are typed; a family name alone may be anybody's. */
const NAMED = /n[uú][nñ]ez[, ]+ximena|ximena (sof[ií]a )?n[uú][nñ]ez/i;

const both = (en: string, es = `${en} (es)`): Said => [{ locale: 'en', text: en }, { locale: 'es', text: es }];
const MOTIONS = `{ motions { id text { locale text } textNow { locale text } referredTo urgency { immediate afterPosting } amendments { text { locale text } } question { stoppedWhy } }
  decisions { text { locale text } } actionItems { id title note version } }`;

/** What is moved and assigned is everybody's to read, and students are seats in it (EC 49073.2; rule 30), whoever names them. */
describe('a student whom a council names', () => {
  let room: CouncilRoom;
  let [chair, teacher, student, parent] = [] as unknown as Member[];
  let body: string;
  let sitting: Sitting;
  /** Both ways around, and as somebody in a hurry types it. */
  let [whole, turned] = ['', ''];

  beforeAll(async () => {
    room = await CouncilRoom.open(({ database }) => aSchool(database).withCoordinators(1).withTeachers(3).withFamily().open());
    const { world } = room;
    [chair, teacher, student, parent] = [world.teachers[0]!, world.teachers[1]!, world.families[0]!.students[0]!, world.parents[0]!];
    const id = student.id;
    await room.owner(`update person_pii set given_name = 'Ximena Sofía', family_name = 'Núñez Rey' where person_id = '${id}'`);
    [whole, turned] = ['Ximena Sofía Núñez Rey', 'nunez ximena'];
    body = await room.body([['TEACHER', world.teachers], ['STUDENT', [student]]]);
    sitting = await room.sits(body, 4, { items: ['Thanks', 'Room'] });
    await room.does('offerComment', { id: sitting.id });
    for (const { id: itemId } of sitting.items) await room.does('offerComment', { id: sitting.id, itemId });
  });
  afterAll(() => room?.close());

  const mutate = async (as: Member, parameters: string, call: string, variables: object, selection = '... on SittingFaulty { faults { field code about } }'): Promise<Acted> => {
    const answer = await room.ask(as, `mutation (${parameters}) { acted: ${call} { __typename ${selection} } }`, { key: randomUUID(), ...variables });
    expect(answer.errors, answer.text).toBeUndefined();
    return answer.data!['acted'] as Acted;
  };
  const move = (input: object, as = chair!) => mutate(as, '$key: ID!, $id: ID!, $input: MotionInput!', 'moveMotion(key: $key, id: $id, input: $input)', { id: sitting.id, input: { itemId: sitting.items[0]!.id, ...input } });
  const inMotion = async (act: string, parameters: string, variables: object) => mutate(room.secretary, `$key: ID!, ${parameters}`, act, variables);
  const seen = async (as: Member | null) => ((await room.ask(as, `query ($id: ID!) { meeting(id: $id) { sitting ${MOTIONS} } }`, { id: sitting.id })).data!['meeting'] as { sitting: Record<'motions' | 'decisions' | 'actionItems', Record<string, unknown>[]> }).sitting;
  const readers = () => [null, room.secretary, student!, parent!];

  it('is found before anybody reads it, and the writer is told what may stand there instead', async () => {
    const text = both(`That ${whole} be thanked.`, `Que se agradezca a ${turned}.`);
    const told = await move({ text });
    expect(told).toEqual({ __typename: 'SittingFaulty', faults: [{ field: 'text', code: 'STUDENT_NAMED', about: ['en:5:27:Student 1', 'es:19:31:Estudiante 1'] }] });
    expect((await seen(room.secretary)).motions).toEqual([]);
    // A word that may be anybody is not asked about.
    expect(await move({ text: both('That Ximena be thanked, and the rey of clubs.'), itemId: sitting.items[1]!.id })).toMatchObject({ __typename: 'SittingDone' });
    await room.does('withdrawMotion', { motionId: (await room.read(sitting.id)).motions[0]!.id });
    expect(await move({ text, keepNames: true })).toMatchObject({ __typename: 'SittingDone' });
  });

  it('is a seat on every screen, also where the writer keeps the name', async () => {
    for (const reader of readers()) {
      expect((await seen(reader)).motions[1]).toMatchObject({ text: both('That Student 1 be thanked.', 'Que se agradezca a Estudiante 1.'), textNow: both('That Student 1 be thanked.', 'Que se agradezca a Estudiante 1.') });
    }
  });

  it('is asked about in findings, amendments, referrals and why a question was stopped', async () => {
    const urgent = { kind: 'URGENCY', text: both('That it is urgent.'), immediate: `${whole} waits.`, afterPosting: `We heard of the Núñez family and of ${turned}.` };
    expect((await move(urgent)).faults).toEqual([{ field: 'immediate', code: 'STUDENT_NAMED', about: [':0:22:Student 1'] }, { field: 'afterPosting', code: 'STUDENT_NAMED', about: [':36:48:Student 1'] }]);
    expect(await move({ ...urgent, keepNames: true })).toMatchObject({ __typename: 'SittingDone' });
    const motions = (await room.read(sitting.id)).motions;
    const [, thanks, urgency] = motions;
    expect((await seen(null)).motions[2]).toMatchObject({ urgency: { immediate: 'Student 1 waits.', afterPosting: 'We heard of the Núñez family and of Student 1.' } });
    const second = room.world.teachers[1]!;
    await room.does('withdrawMotion', { motionId: urgency!.id });
    await room.does('secondMotion', { motionId: thanks!.id }, second);
    await room.does('stateMotion', { motionId: thanks!.id });
    const amend = (text: Said, rest = '') => inMotion(`moveAmendment(key: $key, motionId: $id, text: $text${rest})`, '$id: ID!, $text: [LocalizedTextInput!]!', { id: thanks!.id, text });
    const byChair = `, memberId: "${sitting.members[0]!.id}"`;
    expect((await amend(both(`That ${turned} be paid.`), byChair)).faults).toMatchObject([{ field: 'text', code: 'STUDENT_NAMED' }, ]);
    // What the amender left as they read it is no change of words.
    const untouched = await mutate(room.secretary, '$key: ID!, $id: ID!, $text: [LocalizedTextInput!]!', `moveAmendment(key: $key, motionId: $id, text: $text${byChair})`,
      { id: thanks!.id, text: both('That Student 1 be thanked.', 'Que se agradezca a Estudiante 1.') }, '... on SittingRefused { refusals { reason } }');
    expect(untouched).toMatchObject({ refusals: [{ reason: 'NOTHING_AMENDED' }] });
    const refer = (keep: boolean) => inMotion(`referMotion(key: $key, motionId: $id, to: $to, keepNames: ${keep})`, '$id: ID!, $to: String!', { id: thanks!.id, to: `the family of ${whole}` });
    expect((await refer(false)).faults).toEqual([{ field: 'to', code: 'STUDENT_NAMED', about: [':14:36:Student 1'] }]);
    expect(await refer(true)).toMatchObject({ __typename: 'SittingDone' });
    for (const reader of readers()) expect((await seen(reader)).motions[1]).toMatchObject({ referredTo: 'the family of Student 1' });
  });

  it('is a seat in the decision, in what follows from it for who looks in from outside, and in what leaves the house', async () => {
    const itemId = sitting.items[1]!.id;
    const motion = await room.stated(sitting, { itemId, text: both(`That ${whole} speak in May.`), keepNames: true });
    await room.announced(motion, await room.called(sitting, motion, 'AAAA'));
    const assign = (keepNames: boolean) => mutate(room.secretary, '$key: ID!, $id: ID!, $input: ActionItemInput!', 'assignAction(key: $key, id: $id, input: $input)',
      { id: sitting.id, input: { itemId, title: `Call ${turned}`, ownerId: teacher!.id, due: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10), keepNames } });
    expect((await assign(false)).faults).toEqual([{ field: 'title', code: 'STUDENT_NAMED', about: [':5:17:Student 1'] }]);
    expect(await assign(true)).toMatchObject({ __typename: 'SittingDone' });
    const [{ id, version }] = (await seen(room.secretary)).actionItems as [{ id: string; version: number }];
    const finish = (keepNames: boolean) => mutate(teacher!, '$id: ID!, $version: Int!, $note: String', `finishAction(actionId: $id, version: $version, note: $note, keepNames: ${keepNames})`, { id, version, note: `${whole} was glad` }, '... on ActionFaulty { faults { field code about } }');
    expect((await finish(false)).faults).toEqual([{ field: 'note', code: 'STUDENT_NAMED', about: [':0:22:Student 1'] }]);
    const mail = async (member: Member) => (await room.ask(member, '{ viewer { messages(first: 20) { edges { node { kind title body } } } } }')).text;
    await room.owner(`update action_item set assigned_at = assigned_at - interval '9 days' where id = '${id}'`);
    expect(await remindOfActions(room.served.house)).toBeGreaterThan(0);
    expect(await mail(teacher!)).toContain('Call Student 1');
    expect(await mail(teacher!)).not.toMatch(NAMED);
    expect(await finish(true)).toMatchObject({ __typename: 'ActionChanged' });
    // Whoever has to do it knows of whom it is.
    for (const [reader, title, note] of [[null, 'Call Student 1', 'Student 1 was glad'], [teacher!, `Call ${turned}`, `${whole} was glad`]] as const) {
      const shown = await seen(reader);
      expect(shown.actionItems).toMatchObject([{ title, note }]);
      expect(shown.decisions).toMatchObject([{ text: both('That Student 1 speak in May.', 'That Estudiante 1 speak in May. (es)') }]);
    }
    const page = await room.ask(null, 'query ($id: ID!) { body(id: $id) { decisions { edges { node { text { text } actions { title } motion { text { text } } } } } actionItems { edges { node { title note } } } environment { latestDecisions { text { text } } } } }', { id: body });
    expect(page.text).toContain('Student 1 was glad');
    expect(page.text).not.toMatch(NAMED);
  });

  it('is a seat in the public copy of the minutes, its archive and every export; the copy of the body says what was said', async () => {
    for (const { id } of sitting.items) await mutate(room.secretary, '$key: ID!, $id: ID!, $itemId: ID!', 'closeItem(key: $key, id: $id, itemId: $itemId, outcome: DISCUSSED)', { id: sitting.id, itemId: id });
    await room.does('adjournMeeting', { id: sitting.id });
    const read = async (as: Member | null) => (await room.ask(as, 'query ($id: ID!) { minutes(id: $id) { version hash blocks { text { text } } studentNamesFound { blockId language start end } } }', { id: sitting.id }));
    const { version, studentNamesFound: found } = (await read(room.secretary)).data!['minutes'] as { version: number; studentNamesFound: object[] };
    expect(found.length).toBeGreaterThan(4);
    const sent = await mutate(room.secretary, '$id: ID!, $version: Int!, $names: [NameDecisionInput!]', 'circulateMinutes(id: $id, version: $version, names: $names)',
      { id: sitting.id, version, names: found.map((each) => ({ ...each, keep: true })) }, '... on MinutesRefused { refusals { reason about } }');
    expect(sent).toEqual({ __typename: 'MinutesChanged' });
    const next = await room.sits(body, 4, { items: ['Minutes'] });
    const minutesItem = next.items[0]!.id;
    await room.does('offerComment', { id: next.id, itemId: minutesItem });
    const approval = await room.stated(next, { itemId: minutesItem, kind: 'APPROVE_MINUTES', aboutId: sitting.id, text: both('That they be approved.') });
    expect(await room.announced(approval, await room.called(next, approval, 'AAAA'))).toMatchObject({ state: 'ADOPTED' });
    expect((await read(room.secretary)).text).toContain(whole);
    const outside = (await read(null)).text;
    expect(outside).toContain('Student 1 be thanked');
    expect(outside).not.toMatch(NAMED);
    const search = async (text: string) => ((await room.ask(null, 'query ($id: ID!, $text: String!) { minutesArchive(environmentId: $id, text: $text) { edges { node { heldOn } } } }', { id: room.world.environmentId, text })).data!['minutesArchive'] as { edges: object[] }).edges.length;
    expect([await search('thanked'), await search('nunez'), await search('Núñez'), await search('ximena sofia')]).toEqual([1, 0, 0, 0]);
    for (const file of ['popolo.json', 'motions.csv', 'decisions.csv', 'action-items.csv', 'minutes.csv']) {
      const text = await (await fetch(`${room.served.address}/records/bodies/${body}/${file}`)).text();
      expect(text, file).toContain('Student 1');
      expect(text, file).not.toMatch(NAMED);
    }
  });

  it('stays a seat when they have left the school', async () => {
    await room.owner(`delete from membership where person_id = '${student!.id}'; update person set active = false where id = '${student!.id}'`);
    expect(JSON.stringify(await seen(null))).not.toMatch(NAMED);
  });

  it('is asked about in the answers that bodies owe, and in what families suggest', async () => {
    const demanded = await room.ask(null, 'mutation ($id: ID!, $input: DemandInput!) { demandReconsideration(meetingId: $id, input: $input) { ... on DemandChanged { demand { id version } } } }',
      { id: sitting.id, input: { itemId: sitting.items[0]!.id, ground: 'OTHER', words: `Ask ${whole}.`, secret: randomBytes(16).toString('base64url') } });
    const { demand } = demanded.data!['demandReconsideration'] as { demand: { id: string; version: number } };
    const answer = (keep: boolean) => mutate(room.secretary, '$id: ID!, $version: Int!, $answer: [LocalizedTextInput!]!', `answerDemand(id: $id, version: $version, answer: $answer, keepNames: ${keep})`, { ...demand, answer: both(`We asked ${whole}.`) }, '... on RemedyFaulty { faults { field code about } }');
    expect((await answer(false)).faults).toMatchObject([{ field: 'answer', code: 'STUDENT_NAMED', about: ['en:9:31:a student', 'es:9:31:un estudiante'] }]);
    expect(await answer(true)).toMatchObject({ __typename: 'DemandChanged' });
    const shown = await room.ask(null, 'query ($id: ID!) { meeting(id: $id) { demands { answer { text } words } } }', { id: sitting.id });
    expect(shown.text).toContain('We asked Student 1.');
    expect(shown.text).not.toMatch(NAMED);
  });
});
