import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Member, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { CouncilRoom, type Sitting } from './council-room.ts';

const both = (text: string) => [{ locale: 'en', text }, { locale: 'es', text: `${text} (es)` }];

interface Minutes {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly hash: string | null;
  readonly blocks: readonly { readonly id: string }[];
  readonly versions: readonly { readonly number: number; readonly hash: string }[];
  readonly corrections: readonly object[];
  readonly studentNamesFound: readonly { readonly blockId: string; readonly language: string; readonly start: number; readonly end: number }[];
  readonly viewerCan: { readonly read: boolean };
}

/** Some bodies publish drafts of minutes, some only what they approved (domain.md S25): their bylaws say so. */
describe('a draft of minutes', () => {
  let room: CouncilRoom;
  let student: Member;
  let teachers: readonly Member[];
  let [open, shut] = ['', ''];
  const held = new Map<string, Sitting>();

  beforeAll(async () => {
    room = await CouncilRoom.open(({ database }) => aSchool(database).withCoordinators(1).withTeachers(3).withStudents(1).open());
    teachers = room.world.teachers;
    student = room.world.students[0]!;
    [open, shut] = [await room.body([['TEACHER', teachers], ['STUDENT', [student]]], { rules: { minutesDraftsPublic: true } }), await room.body([['TEACHER', teachers], ['STUDENT', [student]]])];
    // Bylaws from before there was a choice.
    await room.owner(`update bylaws set rules = rules - 'minutesDraftsPublic' where body_id = '${shut}'`);
    for (const body of [open, shut]) {
      const sitting = await room.sits(body, 4, { items: ['Garden'] });
      await room.does('offerComment', { id: sitting.id, itemId: sitting.items[0]!.id });
      const motion = await room.stated(sitting, { text: both(`That ${student.name} plant apple trees.`), keepNames: true });
      await room.announced(motion, await room.called(sitting, motion, 'AAAA'));
      await room.does('adjournMeeting', { id: sitting.id });
      held.set(body, sitting);
    }
  });
  afterAll(() => room?.close());

  const read = async (as: Member | null, body: string): Promise<Minutes> => {
    const { data, text } = await room.ask(as, `query ($id: ID!) { minutes(id: $id) { id version state hash blocks { id text { text } lines { text { text } } } versions { number hash blocks { id text { text } } } corrections { id }
      studentNamesFound { blockId language start end } viewerCan { read } } }`, { id: held.get(body)!.id });
    expect(data?.['minutes'], text).toBeTruthy();
    return data!['minutes'] as Minutes;
  };
  const act = async (body: string, name: string, rest = '', variables: object = {}) => {
    const { id, version } = await read(room.secretary, body);
    const { text } = await room.ask(room.secretary, `mutation ($id: ID!, $version: Int!${rest === '' ? '' : ', $names: [NameDecisionInput!]'}) { ${name}(id: $id, version: $version${rest}) { __typename ... on MinutesRefused { refusals { reason } } } }`, { id, version, ...variables });
    expect(text).toContain('MinutesChanged');
  };
  const circulate = async (body: string) => act(body, 'circulateMinutes', ', names: $names', { names: (await read(room.secretary, body)).studentNamesFound.map((found) => ({ ...found, keep: true })) });
  const found = async () => ((await room.ask(null, 'query ($id: ID!) { minutesArchive(environmentId: $id, text: "apple") { edges { node { minutes { id } } } } }', { id: room.world.environmentId })).data!['minutesArchive'] as { edges: object[] }).edges.length;
  const NOTHING = { hash: null, blocks: [], versions: [], corrections: [], viewerCan: { read: false } };

  it('that nobody sent is for who makes it, whatever the bylaws say', async () => {
    for (const body of [open, shut]) expect(await read(null, body)).toMatchObject({ state: 'DRAFT', ...NOTHING });
  });

  it('that was sent is read by everybody where the bylaws say so, with students by their seats, and not found in the archive', async () => {
    for (const body of [open, shut]) await circulate(body);
    expect(await read(null, shut)).toMatchObject({ state: 'CIRCULATED', ...NOTHING });
    const [shown, bodys] = [await read(null, open), await read(teachers[0]!, open)];
    expect(shown).toMatchObject({ state: 'CIRCULATED', viewerCan: { read: true }, versions: [{ number: 1 }], corrections: [] });
    expect(JSON.stringify(shown)).toContain('That Student 1 plant apple trees.');
    expect(JSON.stringify(shown)).not.toContain(student.name);
    expect(JSON.stringify(bodys)).toContain(student.name);
    expect([shown.hash, shown.versions[0]!.hash]).toEqual([shown.versions[0]!.hash, shown.hash]);
    expect(shown.hash).not.toBe(bodys.hash);
    expect(await found()).toBe(0);
  });

  it('is nobody\'s outside again when it was taken back, nor are corrections that somebody proposes', async () => {
    await act(open, 'returnMinutes');
    expect(await read(null, open)).toMatchObject({ state: 'DRAFT', ...NOTHING });
    await circulate(open);
    const up = await room.sits(open, 4, { items: ['Minutes'] });
    await room.does('offerComment', { id: up.id, itemId: up.items[0]!.id });
    const { id, version, blocks } = await read(teachers[0]!, open);
    const blockId = blocks.find((block) => JSON.stringify(block).includes('plant apple'))!.id;
    const { text } = await room.ask(teachers[0]!, 'mutation ($id: ID!, $version: Int!, $input: CorrectionInput!) { proposeCorrection(id: $id, version: $version, input: $input) { __typename ... on MinutesRefused { refusals { reason } } } }',
      { id, version, input: { blockId, language: 'en', before: 'plant apple', after: 'plant ten apple' } });
    expect(text).toContain('MinutesChanged');
    expect(await read(null, open)).toMatchObject({ state: 'CIRCULATED', versions: [{ number: 2 }], corrections: [] });
    expect((await read(teachers[1]!, open)).corrections.length).toBe(1);
    const settled = (await read(room.secretary, open)) as unknown as { version: number; corrections: { id: string }[] };
    await room.ask(room.secretary, 'mutation ($id: ID!, $version: Int!, $correctionId: ID!) { settleCorrection(id: $id, version: $version, correctionId: $correctionId, objections: 0) { __typename } }', { id, version: settled.version, correctionId: settled.corrections[0]!.id });
    expect(JSON.stringify((await read(null, open)).blocks)).toContain('That Student 1 plant ten apple trees.');
    const motion = await room.stated(up, { kind: 'APPROVE_MINUTES', aboutId: id, text: both('Approve.') });
    expect((await room.announced(motion, await room.called(up, motion, 'AAAA'))).state).toBe('ADOPTED');
    expect(await read(null, open)).toMatchObject({ state: 'APPROVED_AS_CORRECTED', versions: [{ number: 3 }], viewerCan: { read: true } });
    expect(await found()).toBe(1);
  });

  it('goes by the bylaws of the day of its meeting, which anybody can read', async () => {
    const { data } = await room.ask(room.secretary, 'query ($id: ID!) { body(id: $id) { version bylaws { rules { minutesDraftsPublic } } } }', { id: shut });
    expect(data!['body']).toMatchObject({ bylaws: { rules: { minutesDraftsPublic: false } } });
    await room.owner(`update bylaws set rules = rules || '{"minutesDraftsPublic": true}' where body_id = '${shut}'`);
    expect((await room.ask(null, 'query ($id: ID!) { body(id: $id) { bylaws { rules { minutesDraftsPublic } } } }', { id: shut })).data!['body']).toMatchObject({ bylaws: { rules: { minutesDraftsPublic: true } } });
    expect(await read(null, shut)).toMatchObject({ state: 'CIRCULATED', ...NOTHING });
  });
});
