import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Member, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { school } from '../../packages/server/src/platform/database/database.ts';
import { CouncilRoom, type Motion, type Sitting } from './council-room.ts';

type Said = readonly { readonly locale: string; readonly text: string }[];
interface Block { readonly id: string; readonly kind: string; readonly itemId: string | null; readonly motionId: string | null; readonly level: number; readonly text: Said; readonly lines: readonly { readonly text: Said; readonly detail: Said }[] }
interface Minutes {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly number: number;
  readonly hash: string | null;
  readonly blocks: readonly Block[];
  readonly gaps: readonly { readonly part: string }[];
  readonly studentNamesFound: readonly { readonly blockId: string; readonly language: string; readonly start: number; readonly end: number; readonly label: string }[];
  readonly corrections: readonly { readonly id: string; readonly state: string; readonly proposedByName: string | null; readonly motionId: string | null }[];
  readonly correctingIn: string | null;
  readonly notesLanguage: string | null;
  readonly versions: readonly { readonly number: number; readonly state: string; readonly hash: string; readonly change: Said; readonly blocks: readonly Block[] }[];
  readonly viewerCan: Readonly<Record<string, boolean>>;
}
interface Acted { readonly __typename: string; readonly minutes?: Minutes; readonly refusals?: readonly { readonly reason: string; readonly source: string | null; readonly about: readonly string[] }[]; readonly faults?: readonly { readonly field: string; readonly code: string }[] }

const BLOCKS = 'blocks { id kind itemId motionId level text { locale text } lines { text { locale text } detail { locale text } } }';
const MINUTES = `{ id state version number hash ${BLOCKS} gaps { part about } studentNamesFound { blockId language start end label } approvingMotionId
  corrections { id blockId language before after state proposedByName objections ayes noes motionId } correctingIn notesLanguage versions { number state hash change { locale text } ${BLOCKS} }
  viewerCan { read write circulate return correct settle } }`;
const ACTED = `{ __typename ... on MinutesChanged { minutes ${MINUTES} } ... on MinutesStale { minutes { version } } ... on MinutesRefused { refusals { reason source about } } ... on MinutesFaulty { faults { field code } } }`;

const both = (en: string, es: string): Said => [{ locale: 'en', text: en }, { locale: 'es', text: es }];
const inLocale = (said: Said, locale: string) => said.find((each) => each.locale === locale)?.text ?? '';
const reading = (minutes: Pick<Minutes, 'blocks'>, locale = 'en') =>
  minutes.blocks.flatMap(({ text, lines }) => [inLocale(text, locale), ...lines.map((line) => `${inLocale(line.text, locale)}: ${inLocale(line.detail, locale)}`)]).join('\n');

/** What the paper says: SHA-256 over the blocks as JSON with the keys of each object in order, texts by their language. */
function hashed(id: string, number: number, blocks: readonly Block[]): string {
  const texts = (said: Said) => Object.fromEntries(said.map(({ locale, text }) => [locale, text]));
  const plain = blocks.map(({ text, lines, ...rest }) => ({ ...rest, text: texts(text), lines: lines.map((line) => ({ text: texts(line.text), detail: texts(line.detail) })) }));
  const canonical = (value: unknown): string => (Array.isArray(value) ? `[${value.map(canonical).join(',')}]`
    : value === null || typeof value !== 'object' ? JSON.stringify(value)
      : `{${Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`);
  return createHash('sha256').update(canonical({ meetingId: id, number, blocks: plain })).digest('hex');
}

/** J5: the secretary drafts, the council approves; told in the order in which it happens. */
describe('minutes', () => {
  let room: CouncilRoom;
  let [secretary, chair, teacher, parent, student, neighbor] = [] as unknown as Member[];
  let body: string;
  let first: Sitting;
  let frozen: Minutes;

  beforeAll(async () => {
    room = await CouncilRoom.open(({ database }) => aSchool(database).withCoordinators(1).withTeachers(2).withFamily().withFamily().open());
    const { world } = room;
    [secretary, chair, teacher, parent, student, neighbor] = [room.secretary, world.teachers[0]!, world.teachers[1]!, world.parents[0]!, world.families[0]!.students[0]!, world.parents[1]!];
    body = await room.body([['TEACHER', [chair!, teacher!]], ['PARENT', [parent!]], ['STUDENT', [student!]]]);
  });
  afterAll(() => room?.close());

  const read = async (as: Member | null, id: string): Promise<Minutes> => {
    const answer = await room.ask(as, `query ($id: ID!) { minutes(id: $id) ${MINUTES} }`, { id });
    expect(answer.errors, answer.text).toBeUndefined();
    return answer.data!['minutes'] as Minutes;
  };
  const act = async (as: Member, call: string, { id, version }: Pick<Minutes, 'id' | 'version'>, parameters = '', variables: object = {}): Promise<Acted> => {
    const answer = await room.ask(as, `mutation ($id: ID!, $version: Int!${parameters}) { acted: ${call} ${ACTED} }`, { id, version, ...variables });
    expect(answer.errors, answer.text).toBeUndefined();
    return answer.data!['acted'] as Acted;
  };
  const why = async (acted: Promise<Acted>) => (await acted).refusals?.map(({ reason }) => reason) ?? [(await acted).__typename];
  const circulate = (minutes: Minutes, keep: (nth: number) => boolean = () => false) => act(secretary!, 'circulateMinutes(id: $id, version: $version, names: $names)', minutes, ', $names: [NameDecisionInput!]',
    { names: minutes.studentNamesFound.map(({ blockId, language, start, end }, nth) => ({ blockId, language, start, end, keep: keep(nth) })) });
  const propose = (as: Member, minutes: Minutes, blockId: string, before: string, after: string, rest: object = {}) => act(as, 'proposeCorrection(id: $id, version: $version, input: $input)', minutes, ', $input: CorrectionInput!',
    { input: { blockId, language: 'en', before, after, ...rest } });
  const settle = (minutes: Minutes, correctionId: string, vote: string) => act(secretary!, `settleCorrection(id: $id, version: $version, correctionId: "${correctionId}", ${vote})`, minutes);
  const type = async (id: string, name: string, text: string) => {
    const doc = new Y.Doc();
    doc.getText(name).insert(0, text);
    return push(id, doc);
  };
  const push = async (id: string, doc: Y.Doc) =>
    (await room.ask(secretary!, 'mutation ($key: ID!, $id: ID!, $update: Base64Bytes!) { pushNotes(key: $key, meetingId: $id, update: $update) { __typename ... on NotesRefused { refusals { reason about } } } }',
      { key: randomUUID(), id, update: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64') })).data!['pushNotes'] as { __typename: string; refusals?: { reason: string }[] };
  /** A motion on the first item with these votes, announced. */
  async function decided(sitting: Sitting, votes: string, input: object = {}): Promise<Motion> {
    const motion = await room.stated(sitting, input);
    return room.announced(motion, await room.called(sitting, motion, votes));
  }
  const closed = async ({ id }: Sitting) => {
    for (const { id: itemId } of (await room.read(id)).items.filter(({ outcome }) => outcome === 'OPEN')) {
      const { text } = await room.ask(secretary!, 'mutation ($key: ID!, $id: ID!, $itemId: ID!) { closeItem(key: $key, id: $id, itemId: $itemId, outcome: DISCUSSED) { __typename } }', { key: randomUUID(), id, itemId });
      expect(text).toContain('SittingDone');
    }
    await room.does('adjournMeeting', { id });
  };
  /** A sitting in which these minutes are up. */
  const upIn = async (present: number) => {
    const sitting = await room.sits(body, present, { items: ['Minutes'] });
    await room.does('offerComment', { id: sitting.id, itemId: sitting.items[0]!.id });
    return sitting;
  };

  it('are drafted from what happened, in every required language, for those who may read a draft', async () => {
    first = await room.sits(body, 3, { items: ['Budget'] });
    const { id } = first;
    const itemId = first.items[0]!.id;
    await room.does('offerComment', { id, itemId });
    const motion = await decided(first, 'AA-', { text: both('Buy ten books.', 'Comprar diez libros.') });
    await room.does('assignAction', { id, input: { itemId, title: 'Order the books', ownerId: teacher!.id } });
    const [given] = student!.name.split(' ');
    expect(await type(id, `item:${itemId}`, `${given} asked how many there are now.\n${student!.name} brought the list.`)).toEqual({ __typename: 'NotesTaken' });
    const regretted = new Y.Doc();
    regretted.getText('general').insert(0, 'unsaid');
    await push(id, regretted);
    regretted.getText('general').delete(0, 6);
    expect(await push(id, regretted)).toEqual({ __typename: 'NotesTaken' });

    const draft = await read(secretary!, id);
    expect(draft).toMatchObject({ state: 'DRAFT', number: 0, hash: null, versions: [], viewerCan: { read: true, write: true, circulate: true } });
    expect(draft.gaps.map(({ part }) => part)).toEqual(['ADJOURNMENT']);
    const [en, es] = [reading(draft), reading(draft, 'es')];
    for (const told of [
      `${chair!.name} presided`, `${secretary!.name} took the record.`, `${chair!.name} (`, 'chair): present', ': absent', 'A quorum was present at the call to order: 3 of 4 members, 3 needed.',
      'No minutes of an earlier meeting were up for approval.', 'The public was invited to speak; nobody did.', `seconded by ${teacher!.name}: “Buy ten books.”`,
      'Adopted: 2 ayes, 0 noes, 1 abstention; 2 ayes needed, of votes cast.', ': aye', ': abstained', 'Decision 1: Buy ten books.', `${teacher!.name} will do this: Order the books`,
    ]) expect(en).toContain(told);
    for (const told of [`${chair!.name} presidió`, '«Comprar diez libros.»', 'Aprobada: 2 a favor, 0 en contra, 1 abstención', 'Hubo quórum', 'Estudiante 1 (']) expect(es).toContain(told);
    // Whoever was put there as a student is called by their seat, also for who may read the draft.
    expect(en).toContain('Student 1 (');
    expect(draft.blocks.find(({ kind }) => kind === 'VOTE')).toMatchObject({ itemId, motionId: motion.id });

    for (const who of [parent!, chair!]) expect((await read(who, id)).blocks.length).toBe(draft.blocks.length);
    for (const who of [neighbor!, null]) expect(await read(who, id)).toMatchObject({ state: 'DRAFT', blocks: [], gaps: [], studentNamesFound: [], hash: null, viewerCan: { read: false, write: false, circulate: false } });
    expect(draft.studentNamesFound.map(({ start, end, label }) => [start, end, label])).toEqual([
      [0, given!.length, 'Student 1'], [given!.length + 31, given!.length + 31 + student!.name.length, 'Student 1'],
    ]);
  });

  it('are circulated once nothing is missing and every student named was dealt with; that freezes them', async () => {
    const early = await act(secretary!, 'circulateMinutes(id: $id, version: $version)', await read(secretary!, first.id));
    expect(early.refusals).toMatchObject([
      { reason: 'NOT_COMPLETE', source: 'RONR', about: ['ADJOURNMENT'] }, { reason: 'STILL_IN_SESSION' }, { reason: 'NAMES_OPEN', source: 'EC 49073.2' },
    ]);
    await closed(first);
    const waits = async (who: Member) => ((await room.ask(who, '{ viewer { needs { kind targetId } } }')).data!['viewer'] as { needs: { kind: string; targetId: string }[] }).needs
      .filter(({ targetId }) => targetId === first.id).map(({ kind }) => kind);
    expect([await waits(secretary!), await waits(parent!)]).toEqual([['CIRCULATE_MINUTES'], []]);
    const draft = await read(secretary!, first.id);
    expect(draft.gaps).toEqual([]);
    expect(await why(act(secretary!, 'circulateMinutes(id: $id, version: $version)', draft))).toEqual(['NAMES_OPEN']);
    expect(await why(circulate({ ...draft, studentNamesFound: draft.studentNamesFound.slice(1) }))).toEqual(['NAMES_OPEN']);
    const translated = await act(secretary!, 'translateNotes(id: $id, version: $version, itemId: $itemId, language: "es", text: "Preguntó cuántos hay.")', draft, ', $itemId: ID', { itemId: first.items[0]!.id });
    expect(translated.__typename).toBe('MinutesChanged');
    expect((await circulate(draft)).__typename).toBe('MinutesStale');
    // Whoever writes first may read the pages in another language than they write in.
    const language = (minutes: Minutes, tag: string) => act(secretary!, `declareNotesLanguage(id: $id, version: $version, language: "${tag}")`, minutes);
    expect((await language(translated.minutes!, '?')).faults).toEqual([{ field: 'language', code: 'BAD_LOCALE' }]);
    const spanish = (await language(translated.minutes!, 'es')).minutes!;
    expect(spanish).toMatchObject({ notesLanguage: 'es', studentNamesFound: [{ label: 'Estudiante 1' }, { label: 'Estudiante 1' }] });
    const english = (await language(spanish, 'en')).minutes!;

    const circulated = await circulate(english, (nth) => nth === 1);
    expect(circulated.minutes).toMatchObject({ state: 'CIRCULATED', number: 1, studentNamesFound: [], versions: [{ number: 1, state: 'CIRCULATED' }], viewerCan: { write: false, return: true } });
    expect([await waits(secretary!), await waits(parent!), await waits(neighbor!)]).toEqual([[], ['CORRECT_MINUTES'], []]);
    frozen = circulated.minutes!;
    expect(frozen.hash).toBe(hashed(first.id, 1, frozen.versions[0]!.blocks));
    // One name was replaced, one confirmed: for the environment's own people, who read it now; nobody else does.
    const notes = (minutes: Minutes) => inLocale(minutes.blocks.find(({ kind }) => kind === 'NOTES')!.text, 'en');
    expect(notes(frozen)).toBe(`Student 1 asked how many there are now.\n${student!.name} brought the list.`);
    expect(inLocale(frozen.blocks.find(({ kind }) => kind === 'NOTES')!.text, 'es')).toBe('Preguntó cuántos hay.');
    expect(notes(await read(neighbor!, first.id))).toBe(notes(frozen));
    expect(await read(null, first.id)).toMatchObject({ state: 'CIRCULATED', blocks: [], versions: [], hash: null });
    expect((await type(first.id, 'general', 'Later.')).refusals![0]!.reason).toBe('WRONG_STATE');
    // What was deleted in the notes has not outlived them.
    const app = room.test.database.under(school(room.world.schoolId));
    expect(await app.execute(`select encode(n.snapshot, 'escape') like '%brought the list%' as kept, encode(n.snapshot, 'escape') like '%unsaid%' as unsaid,
      exists (select from minutes_note_update u where u.meeting_id = n.meeting_id) as changes from minutes_notes n where n.meeting_id = ?`, [first.id])).toEqual([{ kept: true, unsaid: false, changes: false }]);
    const told = await app.execute<{ person: string }[]>(`select person_id as person from message where kind = 'MINUTES_CIRCULATED' order by 1`);
    expect(told.map(({ person }) => person)).toEqual([chair!, teacher!, parent!, student!].map(({ id }) => id).toSorted());
    // Taken back and sent again they are another version; what was sent stays.
    const returned = await act(secretary!, 'returnMinutes(id: $id, version: $version)', frozen);
    expect(returned.minutes).toMatchObject({ state: 'DRAFT', number: 1 });
    expect(await why(act(secretary!, 'returnMinutes(id: $id, version: $version)', returned.minutes!))).toEqual(['WRONG_STATE']);
    frozen = (await circulate(returned.minutes!, (nth) => nth === 1)).minutes!;
    expect(frozen.versions.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('are corrected by members present where they are up, and approved as corrected: another version, with its hash', async () => {
    const vote = frozen.blocks.find(({ kind }) => kind === 'MOTION')!.id;
    expect(await why(propose(chair!, frozen, vote, 'ten books', '12 books'))).toEqual(['NOT_A_MEMBER_PRESENT']);
    const up = await upIn(3);
    // They came on the agenda by themselves, before everything else, and say what they are about.
    const { data } = await room.ask(null, 'query ($id: ID!) { meeting(id: $id) { agenda { title { locale text } intent rationale { locale } } sitting { items { minutes { id } } } } }', { id: up.id });
    expect(data!['meeting']).toMatchObject({
      agenda: [{ title: [{ text: expect.stringMatching(/^Approve the minutes of /) as string }, { text: expect.stringMatching(/^Aprobar el acta del /) as string }], intent: 'ACTION', rationale: [{ locale: 'en' }, { locale: 'es' }] }, {}],
      sitting: { items: [{ minutes: { id: first.id } }, { minutes: null }] },
    });
    expect((await read(parent!, first.id)).viewerCan).toMatchObject({ correct: true, settle: false });
    expect(await why(propose(student!, frozen, vote, 'ten books', '12 books'))).toEqual(['NOT_A_MEMBER_PRESENT']);
    expect(await why(propose(parent!, frozen, vote, 'eleven books', '12 books'))).toEqual(['NO_SUCH_PASSAGE']);
    expect(await why(propose(parent!, frozen, vote, 'o', '0'))).toEqual(['PASSAGE_NOT_UNIQUE']);
    expect(await why(propose(parent!, frozen, 'no such', 'ten', '12'))).toEqual(['NO_SUCH_BLOCK']);
    expect((await propose(parent!, frozen, vote, '', '12')).faults).toEqual([{ field: 'input.before', code: 'REQUIRED' }]);
    let minutes = (await propose(parent!, frozen, vote, 'ten books', `12 books, for ${student!.name}`)).minutes!;
    minutes = (await propose(chair!, minutes, 'prior', 'No minutes', 'Minutes')).minutes!;
    expect(minutes.corrections).toMatchObject([{ state: 'PROPOSED', after: '12 books, for Student 1', proposedByName: parent!.name }, { state: 'PROPOSED', proposedByName: chair!.name }]);
    // What somebody proposed by mistake nobody has to vote on.
    const takeBack = (as: Member, correctionId: string) => act(as, `withdrawCorrection(id: $id, version: $version, correctionId: "${correctionId}")`, minutes);
    minutes = (await propose(parent!, minutes, 'prior', 'earlier', 'other')).minutes!;
    const slip = minutes.corrections[2]!.id;
    expect(await why(takeBack(teacher!, slip))).toEqual(['NO_SUCH_CORRECTION']);
    minutes = (await takeBack(parent!, slip)).minutes!;
    expect(minutes.corrections[2]).toMatchObject({ state: 'WITHDRAWN', objections: null, ayes: null });
    expect([await why(takeBack(parent!, slip)), await why(settle(minutes, slip, 'objections: 0'))]).toEqual([['SETTLED'], ['SETTLED']]);
    const approving = { kind: 'APPROVE_MINUTES', aboutId: first.id, text: both('Approve the minutes.', 'Aprobar el acta.') };
    const motion = await room.stated(up, approving);
    const question = await room.called(up, motion, 'AAA');
    expect(await room.why('announceResult', { questionId: question.id })).toEqual(['CORRECTIONS_OPEN']);
    minutes = (await settle(minutes, minutes.corrections[0]!.id, 'objections: 0')).minutes!;
    expect(await why(settle(minutes, minutes.corrections[0]!.id, 'objections: 0'))).toEqual(['SETTLED']);
    minutes = (await settle(minutes, minutes.corrections[1]!.id, 'objections: 1, ayes: 1, noes: 2')).minutes!;
    expect(minutes.corrections.map(({ state }) => state)).toEqual(['ACCEPTED', 'REFUSED', 'WITHDRAWN']);
    expect((await room.announced(motion, question)).state).toBe('ADOPTED');

    const approved = await read(parent!, first.id);
    expect(approved).toMatchObject({ state: 'APPROVED_AS_CORRECTED', number: 3, approvingMotionId: motion.id, versions: [{ state: 'CIRCULATED' }, { state: 'CIRCULATED' }, { number: 3, state: 'APPROVED_AS_CORRECTED' }] });
    expect(reading(approved)).toContain('“Buy 12 books, for Student 1.”');
    expect(approved.hash).toBe(hashed(first.id, 3, approved.blocks));
    // The public reads its own copy, under its own hash, and nobody's name in it who is a student.
    const shown = await read(null, first.id);
    expect(shown).toMatchObject({ state: 'APPROVED_AS_CORRECTED', corrections: [], versions: [{ number: 3 }], viewerCan: { read: true, write: false } });
    expect(shown.hash).toBe(hashed(first.id, 3, shown.blocks));
    expect(shown.hash).not.toBe(approved.hash);
    expect(JSON.stringify(shown)).not.toContain(student!.name);
    expect(reading(shown)).toContain('Student 1 brought the list.');
    await closed(up);
    expect(reading(await read(secretary!, up.id))).toMatch(/The minutes of .* were approved as corrected\./);
  });

  it('once approved change by nothing but an adopted motion, not even with the application\'s rights in the database', async () => {
    const minutes = await read(secretary!, first.id);
    for (const refused of [
      act(secretary!, 'circulateMinutes(id: $id, version: $version)', minutes), act(secretary!, 'returnMinutes(id: $id, version: $version)', minutes),
      propose(chair!, minutes, 'prior', 'No minutes', 'Minutes'), settle(minutes, minutes.corrections[0]!.id, 'objections: 0'),
      act(secretary!, 'translateNotes(id: $id, version: $version, language: "es", text: "x")', minutes),
    ]) expect((await refused).refusals).toEqual([{ reason: 'ONLY_BY_MOTION', source: 'RONR', about: ['APPROVED_AS_CORRECTED'] }]);
    expect((await type(first.id, 'general', 'Later.')).refusals![0]!.reason).toBe('ONLY_BY_MOTION');

    const app = room.test.database.under(school(room.world.schoolId));
    const at = `where meeting_id = '${first.id}'`;
    const copy = `select meeting_id, 4, school_id, 'AMENDED', blocks, hash, public_blocks, public_hash, '{"en":"x"}', motion_id from minutes_version ${at} and number = 3`;
    for (const attack of [
      `update minutes_version set blocks = '[]' ${at}`, `delete from minutes_version ${at}`, 'truncate minutes_version', `update minutes_archive set text = '' ${at}`, `delete from minutes_archive ${at}`,
      `delete from minutes ${at}`, `update minutes set state = 'DRAFT' ${at}`, `update minutes set number = 2 ${at}`, `update minutes set approved_at = now() ${at}`,
      `update minutes set state = 'AMENDED', number = 4, motion_id = gen_random_uuid() ${at}`,
      `insert into minutes_version (meeting_id, number, school_id, state, blocks, hash, public_blocks, public_hash, change, motion_id) ${copy}`,
      `update minutes_correction set state = 'ACCEPTED', objections = 0 ${at} and state = 'REFUSED' returning 1 / 0`,
    ]) await expect(app.execute(attack), attack).rejects.toThrow();
    await expect(app.execute(`update minutes_correction set state = 'ACCEPTED' ${at} and state = 'REFUSED'`)).resolves.toBeDefined();
    await expect(room.owner(`delete from minutes ${at}`)).rejects.toThrow('kept for ever');
    expect(await read(secretary!, first.id)).toEqual(minutes);
  });

  it('are amended by a motion, which names the change', async () => {
    const minutes = await read(secretary!, first.id);
    const up = await upIn(4);
    const motion = await room.stated(up, { kind: 'AMEND_MINUTES', aboutId: first.id, text: both('Say who brought the list.', 'Decir quién trajo la lista.') });
    const note = minutes.blocks.find(({ kind }) => kind === 'NOTES')!.id;
    expect(await read(parent!, first.id)).toMatchObject({ correctingIn: up.id, viewerCan: { correct: true, settle: false } });
    expect(await read(neighbor!, first.id)).toMatchObject({ correctingIn: null, viewerCan: { correct: false } });
    expect((await propose(parent!, minutes, note, 'brought the list', 'brought the reading list')).__typename).toBe('MinutesChanged');
    const proposed = await read(parent!, first.id);
    expect(reading(proposed)).not.toContain('reading list');
    expect(proposed.corrections.at(-1)).toMatchObject({ state: 'PROPOSED', motionId: motion.id, after: 'brought the reading list' });
    const question = await room.called(up, motion, 'AAAN');
    // What members vote on nobody takes away under their eyes.
    expect(await why(act(parent!, `withdrawCorrection(id: $id, version: $version, correctionId: "${proposed.corrections.at(-1)!.id}")`, proposed))).toEqual(['QUESTION_PUT']);
    expect((await room.announced(motion, question)).state).toBe('ADOPTED');
    const amended = await read(null, first.id);
    expect(amended).toMatchObject({ state: 'AMENDED', number: 4, versions: [{ number: 3, state: 'APPROVED_AS_CORRECTED' }, { number: 4, state: 'AMENDED', change: both('Say who brought the list.', 'Decir quién trajo la lista.') }] });
    expect(reading(amended)).toContain('Student 1 brought the reading list.');
    expect(inLocale(amended.blocks.at(-1)!.text, 'es')).toMatch(/^Versión 4, enmendada por el órgano el .*: «Decir quién trajo la lista\.»$/);
    expect(amended.hash).toBe(hashed(first.id, 4, amended.blocks));
    expect(await room.why('moveMotion', { id: up.id, input: { kind: 'AMEND_MINUTES', itemId: up.items[0]!.id, aboutId: first.id, text: both('x', 'y'), memberId: up.members[0]!.id } })).toEqual(['SittingDone']);
  });

  it('approved as they were are public from then on, and found by their words in either language', async () => {
    const second = await room.sits(body, 4, { items: ['Garden'] });
    await room.does('offerComment', { id: second.id, itemId: second.items[0]!.id });
    await decided(second, 'AAAA', { text: both('Plant three apple trees.', 'Plantar tres manzanos.') });
    await closed(second);
    expect((await circulate(await read(secretary!, second.id))).__typename).toBe('MinutesChanged');
    const search = async (text: string, rest = '') => {
      const answer = await room.ask(null, `query ($environmentId: ID!, $text: String!) { minutesArchive(environmentId: $environmentId, text: $text${rest}) {
        edges { cursor node { heldOn language title snippet { text matches { start end } } minutes { id state } body { id } } } pageInfo { hasNextPage endCursor } } }`, { environmentId: room.world.environmentId, text });
      expect(answer.errors, answer.text).toBeUndefined();
      return answer.data!['minutesArchive'] as { edges: { cursor: string; node: { language: string; title: string; snippet: { text: string; matches: { start: number; end: number }[] }; minutes: { id: string }; body: { id: string } } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    const ids = async (text: string, rest = '') => (await search(text, rest)).edges.map(({ node }) => node.minutes.id);
    expect(await ids('apple')).toEqual([]);
    const up = await upIn(4);
    await decided(up, 'AAAA', { kind: 'APPROVE_MINUTES', aboutId: second.id, text: both('Approve.', 'Aprobar.') });
    expect(await read(null, second.id)).toMatchObject({ state: 'APPROVED', number: 1, versions: [{ number: 1, state: 'APPROVED' }] });

    expect(await ids('apple tree')).toEqual([second.id]);
    expect(await ids('appl')).toEqual([second.id]);
    expect(await ids('manzano', ', language: "es"')).toEqual([second.id]);
    expect(await ids('reading list')).toEqual([first.id]);
    expect((await ids('adopted')).toSorted()).toEqual([first.id, second.id].toSorted());
    for (const nothing of ['submarine', 'apple submarine', student!.name]) expect(await ids(nothing), nothing).toEqual([]);
    for (const odd of [`'`, '\\', ':* & |', '<b>', 'a'.repeat(200)]) await search(odd);
    const found = (await search('manzanos', ', language: "es"')).edges[0]!.node;
    expect(found.language).toBe('es');
    expect(found.snippet.matches.map(({ start, end }) => found.snippet.text.slice(start, end))).toContain('manzanos');
    const page = await search('', ', first: 1');
    expect(page.pageInfo.hasNextPage).toBe(true);
    const next = await search('', `, first: 1, after: "${page.pageInfo.endCursor}"`);
    expect([...page.edges, ...next.edges].map(({ node }) => node.minutes.id).toSorted()).toEqual([first.id, second.id].toSorted());
    expect(await ids('', `, bodyId: "${randomUUID()}"`)).toEqual([]);
    expect(await ids('', ', to: "2020-01-01"')).toEqual([]);
    for (const none of ['tomorrow', '2026-02-30', '0000-01-01']) {
      const { errors } = await room.ask(null, `{ minutesArchive(environmentId: "${room.world.environmentId}", from: "${none}") { edges { cursor } } }`);
      expect(errors![0]!.extensions, none).toMatchObject({ code: 'BAD_INPUT', field: 'from' });
    }
    const { errors } = await room.ask(null, `{ minutesArchive(environmentId: "${room.world.environmentId}", language: "a\\u0000b") { edges { cursor } } }`);
    expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'language' });
  });

  it('are circulated though a motion was left undecided, and though nobody called the roll: they say so', async () => {
    const left = await room.sits(body, 3);
    await room.stated(left, { text: both('Buy a piano.', 'Comprar un piano.') });
    await decided(left, 'AAA', { kind: 'ADJOURN', itemId: null });
    const draft = await read(secretary!, left.id);
    expect(draft.gaps).toEqual([]);
    expect(reading(draft)).toContain('“Buy a piano.”\nIt was not decided.');
    expect((await circulate(draft)).__typename).toBe('MinutesChanged');

    const empty = await room.sits(body, 0);
    expect((await read(secretary!, empty.id)).gaps.map(({ part }) => part)).toEqual(['QUORUM', 'ADJOURNMENT']);
    await room.does('adjournMeeting', { id: empty.id });
    expect(await read(secretary!, empty.id)).toMatchObject({ gaps: [] });
    const few = await room.sits(body, 0);
    await room.arrive(few, few.members.slice(0, 2));
    await room.does('adjournMeeting', { id: few.id });
    expect(await read(secretary!, few.id)).toMatchObject({ gaps: [] });
    expect(reading(await read(secretary!, few.id))).toContain('There was no quorum at the call to order: 2 of 4 members, 3 needed.');
  });

  it('approved are settled on the agenda, and do not come up again', async () => {
    const held = await room.sits(body, 3);
    await closed(held);
    expect((await circulate(await read(secretary!, held.id))).__typename).toBe('MinutesChanged');
    const about = async ({ id }: Sitting) => ((await room.ask(null, 'query ($id: ID!) { meeting(id: $id) { sitting { items { id outcome minutes { id } } } } }', { id })).data!['meeting'] as
      { sitting: { items: { id: string; outcome: string; minutes: { id: string } | null }[] } }).sitting.items.find(({ minutes }) => minutes?.id === held.id);
    const up = await room.sits(body, 3);
    const itemId = (await about(up))!.id;
    await room.does('offerComment', { id: up.id, itemId });
    await decided(up, 'AAA', { kind: 'APPROVE_MINUTES', itemId, aboutId: held.id, text: both('Approve.', 'Aprobar.') });
    expect((await about(up))!.outcome).toBe('ACTED');
    await decided(up, 'AAA', { kind: 'ADJOURN', itemId: null });
    expect(await about(await room.sits(body, 3))).toBeUndefined();
  });

  it('are amended each passage once, by the motion that proposed it, and name no student in its words', async () => {
    const held = await room.sits(body, 3);
    await type(held.id, `item:${held.items[0]!.id}`, 'Ten people came. They spoke of trees.');
    await closed(held);
    await circulate(await read(secretary!, held.id));
    const forgotten = await upIn(3);
    await decided(forgotten, 'AAA', { kind: 'APPROVE_MINUTES', aboutId: held.id, text: both('Approve.', 'Aprobar.') });
    const approved = await read(secretary!, held.id);
    expect(approved.state).toBe('APPROVED');
    const note = approved.blocks.find(({ kind }) => kind === 'NOTES')!.id;

    // Nobody adjourned the meeting before; this is the one they are in.
    const up = await upIn(3);
    const amending = (en: string, es: string) => room.stated(up, { kind: 'AMEND_MINUTES', aboutId: held.id, text: both(en, es), keepNames: true });
    const first = await amending(`Count ${student!.name}.`, `Contar a ${student!.name}.`);
    expect(await read(parent!, held.id)).toMatchObject({ correctingIn: up.id });
    expect(await why(propose(parent!, approved, note, 'Ten people', 'Twelve people'))).toEqual(['MinutesChanged']);
    expect(await why(propose(chair!, approved, note, 'Ten people came', 'Nobody came'))).toEqual(['NO_SUCH_PASSAGE']);
    await room.does('tableMotion', { motionId: first.id });
    const second = await amending('Say which trees.', 'Decir qué árboles.');
    expect(await why(propose(chair!, approved, note, 'of trees', 'of apple trees'))).toEqual(['MinutesChanged']);
    await room.announced(second, await room.called(up, second, 'AAA'));
    await room.does('takeUpMotion', { motionId: first.id });
    await room.announced(first, await room.called(up, first, 'AAA'));

    const amended = await read(parent!, held.id);
    expect(reading(amended)).toContain('Twelve people came. They spoke of apple trees.');
    expect(amended.corrections).toMatchObject([{ state: 'ACCEPTED', motionId: first.id }]);
    expect(amended.versions.map(({ state }) => state)).toEqual(['APPROVED', 'AMENDED', 'AMENDED']);
    const shown = await read(null, held.id);
    expect(inLocale(shown.blocks.at(-1)!.text, 'en')).toContain('“Count Student 1.”');
    expect(JSON.stringify(shown)).not.toContain(student!.name);
  });

  it('taken back and sent again keep what members accepted, in the order in which they did', async () => {
    const held = await room.sits(body, 3);
    await type(held.id, 'general', 'Ten people came and left.');
    await closed(held);
    await circulate(await read(secretary!, held.id));
    const up = await upIn(3);
    let minutes = (await propose(parent!, await read(secretary!, held.id), 'notes', 'Ten people', 'Twelve')).minutes!;
    minutes = (await propose(chair!, minutes, 'notes', 'people', 'people, all of them parents,')).minutes!;
    minutes = (await settle(minutes, minutes.corrections[1]!.id, 'objections: 0')).minutes!;
    minutes = (await settle(minutes, minutes.corrections[0]!.id, 'objections: 0')).minutes!;
    expect(reading(minutes)).toContain('Twelve, all of them parents, came and left.');
    for (let nth = 0; nth < 2; nth += 1) {
      minutes = (await act(secretary!, 'returnMinutes(id: $id, version: $version)', minutes)).minutes!;
      minutes = (await circulate(minutes)).minutes!;
      expect(reading(minutes)).toContain('Twelve, all of them parents, came and left.');
    }
    await decided(up, 'AAA', { kind: 'APPROVE_MINUTES', aboutId: held.id, text: both('Approve.', 'Aprobar.') });
    expect(reading(await read(null, held.id))).toContain('Twelve, all of them parents, came and left.');
  });

  it('tell of several earlier ones what became of each', async () => {
    const waiting = [];
    for (let nth = 0; nth < 3; nth += 1) {
      const held = await room.sits(body, 3);
      await closed(held);
      await circulate(await read(secretary!, held.id));
      waiting.push(held.id);
    }
    const up = await upIn(3);
    const corrected = (await propose(parent!, await read(secretary!, waiting[0]!), 'attendance', 'Visitors: 0', 'Visitors: 5')).minutes!;
    await settle(corrected, corrected.corrections[0]!.id, 'objections: 0');
    for (const aboutId of waiting.slice(0, 2)) await decided(up, 'AAA', { kind: 'APPROVE_MINUTES', aboutId, text: both('Approve.', 'Aprobar.') });
    const prior = inLocale((await read(secretary!, up.id)).blocks.find(({ id }) => id === 'prior')!.text, 'en');
    expect(prior).toMatch(/^The minutes of .* were approved\. The minutes of .* were approved as corrected\. The minutes of .* were not acted on\.$/);
  });

  it('have no name of a student who makes them, nor of one who spoke as a visitor', async () => {
    const presider = room.world.families[1]!.students[0]!;
    const club = await room.body([['STUDENT', [presider]], ['PARENT', [parent!, neighbor!]]]);
    const held = await room.sits(club, 3);
    for (const name of [student!.name, 'Rosa Luna']) {
      const { data } = await room.ask(secretary!, 'mutation ($key: ID!, $id: ID!, $name: String!) { askToSpeak(key: $key, id: $id, input: { visitor: true, name: $name }) { ... on SittingDone { sitting { speakers { id state } } } } }', { key: randomUUID(), id: held.id, name });
      const speakerId = (data!['askToSpeak'] as { sitting: { speakers: { id: string; state: string }[] } }).sitting.speakers.find(({ state }) => state === 'WAITING')!.id;
      for (const act of ['callSpeaker', 'finishSpeaker']) {
        expect((await room.ask(secretary!, `mutation ($key: ID!, $id: ID!, $speakerId: ID!) { ${act}(key: $key, id: $id, speakerId: $speakerId) { __typename } }`, { key: randomUUID(), id: held.id, speakerId })).text).toContain('SittingDone');
      }
    }
    await closed(held);
    // Nobody took the record, and the body has no secretary.
    await room.owner(`update sitting set recorder_person = null where meeting_id = '${held.id}'; update officer_term set ended_at = now(), end_reason = 'x' where body_id = '${club}' and office = 'SECRETARY'`);
    const made = reading(await read(presider, held.id));
    expect(made).toContain('Student 1 took the record.');
    expect(made).toContain('A visitor: ');
    expect(made).toContain('Rosa Luna: ');
    for (const name of [student!.name, presider.name]) expect(made).not.toContain(name);
  });

  it('ask about a student of the body who has left school since, too', async () => {
    const held = await room.sits(body, 3);
    await type(held.id, 'general', `${student!.name} said goodbye.`);
    await closed(held);
    await room.owner(`update person set active = false where id = '${student!.id}'`);
    expect((await read(secretary!, held.id)).studentNamesFound).toMatchObject([{ blockId: 'notes', start: 0, end: student!.name.length, label: 'Student 1' }]);
  });
});
