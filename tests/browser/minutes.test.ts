import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginsNow } from './lib/begins-now.ts';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { type OwnDatabase, noDatabase } from './lib/own-database.ts';
import { RunningServer } from './lib/running-server.ts';
import { ask } from './lib/secret-school.ts';
import { DESK, type Locale, PHONE, Visitor } from './lib/visitor.ts';

const skipped = missing || noDatabase;
const read = (locale: Locale): Record<string, string> => Object.assign({}, ...['minutes', 'sitting'].map((name) =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../packages/web/src/i18n/messages/${name}/${locale}.json`), 'utf8')) as object)) as Record<string, string>;
const catalogs = { en: read('en'), es: read('es') };
const SOON = { timeout: 10_000 };

/** The pages' own words up to the first thing they are filled with. */
function words({ locale }: Pick<Visitor, 'locale'>, key: string): string {
  const text = catalogs[locale][key];
  if (text === undefined) throw new Error(`no words for ${key} in ${locale}`);
  return (text.split('{')[0] ?? '').trim();
}

interface Sitting { readonly items: readonly { readonly id: string; readonly minutes: { readonly id: string } | null }[]; readonly members: readonly { readonly id: string }[]; readonly motions: readonly { readonly id: string; readonly question: { readonly id: string } | null }[] }
interface Draft { readonly id: string; readonly version: number }

/** Minutes write themselves (J5): notes by two hands in two languages, sent, corrected, approved at the next meeting, and found by everybody. */
describe.skipIf(skipped !== '')(`minutes${skipped}`, () => {
  let database: OwnDatabase;
  let server: RunningServer;
  let browser: Browser;
  let [secretary, clerk, member] = [] as unknown as Visitor[] as [Visitor, Visitor, Visitor];
  let [id, body, student] = ['', '', ''];
  let next: Draft;
  const visitors: Visitor[] = [];

  const arrive = async (role: string | null, kind: Parameters<typeof Visitor.arrive>[2]) => {
    const visitor = await Visitor.arrive(browser, server.url, kind);
    visitors.push(visitor);
    if (role !== null) await visitor.letIn(await server.account(role));
    return visitor;
  };
  const button = (visitor: Visitor, key: string) => visitor.page.getByRole('button', { name: words(visitor, key), exact: true });
  const inDialog = ({ page }: Visitor, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });
  const note = ({ page }: Visitor) => page.getByRole('textbox').first();
  const saved = (visitor: Visitor) => visitor.page.getByText(words(visitor, 'notes.saving.SAVED')).waitFor();
  const looks = async (visitor: Visitor, name: string) => {
    await visitor.isAccessible(name);
    await visitor.fits(name);
    await visitor.picture(name);
  };
  /** An act of the room, done by whoever runs it. */
  const act = async (call: string, parameters = '', variables: object = {}) => {
    const { acted } = await ask<{ acted: { __typename: string } }>(secretary, `mutation($key: ID!${parameters}) { acted: ${call} { __typename ... on SittingRefused { refusals { reason about } } ... on SittingFaulty { faults { field code } } } }`, { key: randomUUID(), ...variables });
    expect(acted, call).toEqual({ __typename: 'SittingDone' });
  };
  const sitting = async (of: string) => (await ask<{ meeting: { sitting: Sitting } }>(secretary, 'query($id: ID!) { meeting(id: $id) { sitting { items { id minutes { id } } members { id } motions { id question { id } } } } }', { id: of })).meeting.sitting;
  const called = async (of: string) => {
    await beginsNow(database, of);
    for (const { id: memberId } of (await sitting(of)).members) {
      await act('recordAttendance(key: $key, id: $id, memberId: $memberId, kind: ARRIVED, way: IN_ROOM, at: $at)', ', $id: ID!, $memberId: ID!, $at: DateTimeISO!', { id: of, memberId, at: new Date().toISOString() });
    }
    await act('callToOrder(key: $key, id: $id)', ', $id: ID!', { id: of });
  };

  beforeAll(async () => {
    [{ server, database }, browser] = await Promise.all([RunningServer.startOnDatabase(), ownBrowser()]);
    const [meeting] = await database.query(`select id, body_id as body from meeting where state = 'NOTICED' order by starts_at desc limit 1`);
    [id, body] = [String(meeting!['id']), String(meeting!['body'])];
    [secretary, clerk, member] = await Promise.all([arrive('clerk', { size: DESK }), arrive('coordinator', { locale: 'es', size: DESK, scheme: 'dark' }), arrive('parent (English)', { size: PHONE })]);
    student = (await server.account('student')).name;
    const { viewer } = await ask<{ viewer: { person: { id: string } } }>(member, '{ viewer { person { id } } }');
    await database.query(`update officer_term set person_id = $2 where body_id = $1 and office = 'CHAIR'`, [body, viewer.person.id]);
    await seated(database, body, viewer.person.id);
    await database.query(`update bylaws set rules = rules || '{"minutesDraftsPublic": true}' where body_id = $1`, [body]);
    await called(id);
  });
  afterAll(async () => {
    // What a browser says of pages without network, which one of them was.
    const complaints = visitors.flatMap((visitor) => visitor.complaints.filter((each) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource|fetching the script/.test(each)));
    await Promise.all(visitors.map((visitor) => visitor.leave()));
    await emptied(browser);
    await server?.stop();
    await database?.drop();
    expect(complaints).toEqual([]);
  });

  it('two people type in one note at once, each in a language, and one without network loses nothing', async () => {
    await Promise.all([secretary.open(`/meetings/${id}/minutes`), clerk.open(`/meetings/${id}/minutes`)]);
    await Promise.all([note(secretary).pressSequentially('Two parents asked about tutoring. ', { delay: 15 }), note(clerk).pressSequentially('Se habló de tutoría. ', { delay: 15 })]);
    await Promise.all([saved(secretary), saved(clerk)]);
    await expect.poll(() => note(secretary).inputValue(), SOON).toContain('tutoría');
    await expect.poll(async () => await note(clerk).inputValue() === await note(secretary).inputValue(), SOON).toBe(true);
    await looks(secretary, 'minutes-notes-en-desk');
    await looks(clerk, 'minutes-notes-es-dark-desk');

    await clerk.context.setOffline(true);
    await note(clerk).press('Control+End');
    await note(clerk).pressSequentially('Sin red. ');
    await clerk.page.getByText(words(clerk, 'notes.saving.OFFLINE')).waitFor();
    await clerk.picture('minutes-notes-offline-es-dark-desk');
    await note(secretary).press('Control+Home');
    await note(secretary).pressSequentially(`${student} spoke, too. `);
    await clerk.context.setOffline(false);
    await expect.poll(() => note(secretary).inputValue(), SOON).toContain('Sin red.');
    await expect.poll(async () => await note(clerk).inputValue() === await note(secretary).inputValue(), SOON).toBe(true);
    expect(await note(secretary).inputValue()).toMatch(new RegExp(`^${student} spoke, too\\. `));
    // What is undone here is one's own.
    await note(clerk).press('Control+z');
    await expect.poll(() => note(secretary).inputValue(), SOON).not.toContain('Sin red.');
    expect(await note(clerk).inputValue()).toContain(student);
    await Promise.all([saved(secretary), saved(clerk)]);
  });

  it('are not sent with gaps, nor while a student is named; then they are, and the notes are closed', async () => {
    const { page } = secretary;
    await page.getByRole('tab', { name: words(secretary, 'minutes.desk.RECORD') }).click();
    await page.getByRole('link', { name: words(secretary, 'minutes.gap.ADJOURNMENT') }).waitFor();
    await page.getByText(`“${student}”`).waitFor();
    await button(secretary, 'minutes.circulate').click({ force: true });
    expect(await page.getByRole('dialog').count()).toBe(0);
    await looks(secretary, 'minutes-gaps-en-desk');
    for (const item of (await sitting(id)).items) await act('closeItem(key: $key, id: $id, itemId: $itemId, outcome: DISCUSSED)', ', $id: ID!, $itemId: ID!', { id, itemId: item.id });
    await act('offerComment(key: $key, id: $id)', ', $id: ID!', { id });
    await act('adjournMeeting(key: $key, id: $id)', ', $id: ID!', { id });
    await page.getByText(words(secretary, 'minutes.sits'), { exact: true }).waitFor({ state: 'detached' });
    // Whoever typed first reads the pages in one language or the other.
    const language = page.getByLabel(words(secretary, 'notes.language'));
    await language.selectOption('en');
    // Whatever it was, that makes another version of them, without which they are not sent.
    await expect.poll(() => language.isEnabled()).toBe(true);
    await page.getByRole('button', { name: `${words(secretary, 'minutes.names.replace')}a student`, exact: false }).click();
    await expect.poll(() => page.getByRole('article').textContent()).toContain('a student spoke, too.');
    expect(await page.getByRole('article').textContent()).not.toContain(student);
    await secretary.page.setViewportSize(PHONE);
    await looks(secretary, 'minutes-record-en-phone');
    await secretary.page.setViewportSize(DESK);
    // Somebody types on without network while the minutes are sent.
    await clerk.context.setOffline(true);
    await note(clerk).press('Control+End');
    await note(clerk).pressSequentially('Llegó tarde. ');
    await clerk.page.getByText(words(clerk, 'notes.saving.OFFLINE')).waitFor();
    await button(secretary, 'minutes.circulate').click();
    await secretary.picture('minutes-circulate-en-desk');
    await inDialog(secretary, words(secretary, 'minutes.circulate.verb')).click();
    await page.getByText(words(secretary, 'minutes.notApproved.CIRCULATED')).waitFor();
    await looks(secretary, 'minutes-circulated-en-desk');
    await clerk.context.setOffline(false);
    await clerk.page.getByText(words(clerk, 'minutes.notApproved.CIRCULATED')).waitFor();
    await clerk.page.getByText(words(clerk, 'notes.closed.lost'), { exact: true }).waitFor();
    expect(await note(clerk).inputValue()).toContain('Llegó tarde.');
    await clerk.page.setViewportSize(PHONE);
    await looks(clerk, 'minutes-left-es-dark-phone');
    await clerk.page.setViewportSize(DESK);
    await button(clerk, 'notes.closed.have').click();
    await clerk.page.getByText(words(clerk, 'notes.closed.lost'), { exact: true }).waitFor({ state: 'detached' });
    await clerk.open(`/meetings/${id}/minutes`);
    await clerk.page.getByRole('article').waitFor();
    expect(await clerk.page.getByText(words(clerk, 'notes.closed')).count()).toBe(0);
    const refused = await ask<{ pushNotes: { refusals: { reason: string }[] } }>(secretary, 'mutation($id: ID!, $key: ID!) { pushNotes(key: $key, meetingId: $id, update: "AAA=") { ... on NotesRefused { refusals { reason } } } }', { id, key: randomUUID() });
    expect(refused.pushNotes.refusals[0]!.reason).toBe('WRONG_STATE');
  });

  it('are a draft for everybody to read where the bylaws say so, and say on every copy that they are one', async () => {
    const visitor = await arrive(null, { locale: 'es', size: PHONE });
    await visitor.open(`/meetings/${id}/minutes`);
    await visitor.page.getByRole('article').waitFor();
    await visitor.page.getByText(words(visitor, 'minutes.notApproved.CIRCULATED')).first().waitFor();
    expect(await visitor.page.getByRole('article').getAttribute('data-draft')).toBe(words(visitor, 'minutes.watermark'));
    expect(await visitor.page.locator('body').textContent()).not.toContain(student);
    await looks(visitor, 'minutes-public-draft-es-phone');
    const kept = visitor.page.waitForEvent('download');
    await button(visitor, 'minutes.pdf.save').click();
    expect(readFileSync(await (await kept).path(), 'latin1')).toMatch(/^%PDF-1\.7/);
    await visitor.open(`/minutes?body=${body}`);
    await visitor.page.getByText(words(visitor, 'archive.nothing'), { exact: true }).first().waitFor();
    await visitor.open(`/bodies/${body}`);
    await looks(visitor, 'body-drafts-public-es-phone');
  });

  it('come up by themselves at the next meeting, where a member corrects a passage and nobody objects', async () => {
    const meeting = async (call: string, parameters: string, variables: object) => {
      const { acted } = await ask<{ acted: { meeting: Draft & { notices: { postedAt: string }[] } } }>(secretary, `mutation(${parameters}) { acted: ${call} { __typename ... on MeetingChanged { meeting { id version notices { postedAt } } } ... on MeetingFaulty { faults { field code itemId } } ... on MeetingRefused { reason } } }`, variables);
      expect(acted, call).toEqual({ __typename: 'MeetingChanged', meeting: acted.meeting });
      return acted.meeting;
    };
    const [draft] = await database.query(`select id from meeting where body_id = $1 and state = 'DRAFT'`, [body]);
    next = await meetingNow(secretary, String(draft!['id']));
    const said = (text: string) => [{ locale: 'en', text }, { locale: 'es', text }];
    next = await meeting('addAgendaItem(id: $id, version: $version, input: $input)', '$id: ID!, $version: Int!, $input: AgendaItemInput!',
      { ...next, input: { title: said('Tutoring'), description: said('What was asked.'), rationale: said('Students learn.'), intent: 'ACTION' } });
    const posted = await meeting('postNotice(id: $id, version: $version)', '$id: ID!, $version: Int!', next);
    await meeting('provePosting(id: $id, version: $version, input: $input)', '$id: ID!, $version: Int!, $input: PostingProofInput!', { id: next.id, version: posted.version, input: { noticeNumber: 1, where: 'SITE', place: 'Gate', postedAt: posted.notices[0]!.postedAt } });
    await called(next.id);
    const [first] = (await sitting(next.id)).items;
    expect(first!.minutes?.id).toBe(id);

    await member.open(`/meetings/${id}/minutes`);
    await looks(member, 'minutes-circulated-en-phone');
    await member.page.locator('[data-kind=NOTES]').first().getByRole('button', { name: words(member, 'correct.open') }).click();
    const text = member.page.getByRole('dialog').getByLabel(words(member, 'correct.text'));
    await text.fill((await text.inputValue()).replace('Two parents', 'Three parents'));
    await looks(member, 'minutes-correct-en-phone');
    await inDialog(member, words(member, 'correct.verb')).click();
    await member.page.getByText(words(member, 'correction.PROPOSED'), { exact: true }).waitFor();
    await button(secretary, 'correction.settle.consent').click();
    await secretary.page.getByText(words(secretary, 'correction.withoutObjection')).waitFor();
    await looks(secretary, 'minutes-corrected-en-desk');
  });

  it('are approved as corrected by a motion, with a fingerprint that the page computes again, and not edited after', async () => {
    const itemId = (await sitting(next.id)).items[0]!.id;
    await act('takeUpItem(key: $key, id: $id, itemId: $itemId)', ', $id: ID!, $itemId: ID!', { id: next.id, itemId });
    await act('offerComment(key: $key, id: $id, itemId: $itemId)', ', $id: ID!, $itemId: ID!', { id: next.id, itemId });
    await member.open(`/meetings/${next.id}/room`);
    await button(member, 'approve.move').scrollIntoViewIfNeeded();
    await looks(member, 'room-approve-en-phone');
    await button(member, 'approve.move').click();
    await expect.poll(async () => (await sitting(next.id)).motions.length, SOON).toBe(1);
    const [seconder] = (await sitting(next.id)).members;
    const motionId = (await sitting(next.id)).motions[0]!.id;
    await act('secondMotion(key: $key, motionId: $motionId, memberId: $memberId)', ', $motionId: ID!, $memberId: ID', { motionId, memberId: seconder!.id });
    await act('stateMotion(key: $key, motionId: $motionId)', ', $motionId: ID!', { motionId });
    await act('putQuestion(key: $key, motionId: $motionId, way: CONSENT)', ', $motionId: ID!', { motionId });
    await act('announceResult(key: $key, questionId: $questionId)', ', $questionId: ID!', { questionId: (await sitting(next.id)).motions[0]!.question!.id });

    const { page } = secretary;
    await page.getByText(words(secretary, 'minutes.state.APPROVED_AS_CORRECTED'), { exact: true }).first().waitFor();
    await page.getByText(`${words(secretary, 'version.name')} 2`).first().waitFor();
    await button(secretary, 'proof.check').first().click();
    await page.getByText(words(secretary, 'proof.MATCHES')).waitFor();
    await expect.poll(() => page.getByRole('article').textContent()).toContain('Three parents');
    await looks(secretary, 'minutes-approved-en-desk');
    const { proposeCorrection: refused } = await ask<{ proposeCorrection: { refusals: { reason: string; source: string }[] } }>(member, `mutation($id: ID!, $version: Int!) { proposeCorrection(id: $id, version: $version, input: { blockId: "title", language: "en", before: "minutes", after: "notes" }) { ... on MinutesRefused { refusals { reason source } } } }`, await versionOf(member, id));
    expect(refused.refusals).toEqual([{ reason: 'ONLY_BY_MOTION', source: 'RONR' }]);
  });

  it('are changed once approved by a motion that a member moved aloud, with the passage proposed within it', async () => {
    const { page } = secretary;
    const room = () => secretary.open(`/meetings/${next.id}/room`);
    const label = (key: string) => page.getByRole('dialog').getByLabel(words(secretary, key));
    // The item of the minutes is done with since they were approved.
    const itemId = (await sitting(next.id)).items.at(-1)!.id;
    await act('takeUpItem(key: $key, id: $id, itemId: $itemId)', ', $id: ID!, $itemId: ID!', { id: next.id, itemId });
    await act('offerComment(key: $key, id: $id, itemId: $itemId)', ', $id: ID!, $itemId: ID!', { id: next.id, itemId });
    await room();
    await button(secretary, 'room.move.open').click();
    await label('room.move.kind').selectOption('AMEND_MINUTES');
    await label('room.amendMinutes.which').waitFor();
    await label('room.move.mover').selectOption({ index: 1 });
    await expect.poll(() => label('room.move.text').first().inputValue(), SOON).toMatch(/^That the approved minutes of .* be changed/);
    await looks(secretary, 'room-amend-minutes-en-desk');
    await inDialog(secretary, words(secretary, 'room.move.verb')).click();
    await expect.poll(async () => (await sitting(next.id)).motions.length, SOON).toBe(2);
    const { members, motions } = await sitting(next.id);
    const motionId = motions[1]!.id;
    await act('secondMotion(key: $key, motionId: $motionId, memberId: $memberId)', ', $motionId: ID!, $memberId: ID', { motionId, memberId: members.at(-1)!.id });
    await act('stateMotion(key: $key, motionId: $motionId)', ', $motionId: ID!', { motionId });

    await secretary.open(`/meetings/${id}/minutes`);
    await page.locator('[data-kind=NOTES]').first().getByRole('button', { name: words(secretary, 'correct.open') }).click();
    await label('correct.text').fill((await label('correct.text').inputValue()).replace('Three parents', 'Four parents'));
    await label('correct.who').selectOption({ index: 1 });
    await looks(secretary, 'minutes-amend-en-desk');
    await inDialog(secretary, words(secretary, 'correct.verb')).click();
    await page.getByText(words(secretary, 'correction.PROPOSED'), { exact: true }).waitFor();
    await looks(secretary, 'minutes-amending-en-desk');
    await member.open(`/meetings/${next.id}/room`);
    await member.page.locator('ins').first().waitFor();
    await looks(member, 'room-amending-en-phone');
    await act('putQuestion(key: $key, motionId: $motionId, way: CONSENT)', ', $motionId: ID!', { motionId });
    await act('announceResult(key: $key, questionId: $questionId)', ', $questionId: ID!', { questionId: (await sitting(next.id)).motions[1]!.question!.id });
    await page.getByText(words(secretary, 'minutes.state.AMENDED'), { exact: true }).first().waitFor();
    await expect.poll(() => page.getByRole('article').textContent()).toContain('Four parents');
    await page.getByText(words(secretary, 'minutes.approved.change')).waitFor();
    await looks(secretary, 'minutes-amended-en-desk');
  });

  it('are found by whoever is signed out, by words in them, on a phone, and saved as a PDF with tags and without a student\'s name', async () => {
    const visitor = await arrive(null, { locale: 'es', scheme: 'dark', size: PHONE });
    const { page } = visitor;
    await visitor.open(`/minutes?body=${body}`);
    await page.getByRole('searchbox').fill('nada de esto');
    await page.getByText(words(visitor, 'archive.nothing'), { exact: true }).first().waitFor();
    await looks(visitor, 'archive-nothing-es-dark-phone');
    await page.getByRole('searchbox').fill('tutor');
    await page.locator('mark').first().waitFor();
    await looks(visitor, 'archive-found-es-dark-phone');
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await page.getByRole('article').waitFor();
    await looks(visitor, 'minutes-approved-es-dark-phone');
    expect(await page.locator('body').textContent()).not.toContain(student);
    const kept = page.waitForEvent('download');
    await button(visitor, 'minutes.pdf.save').click();
    expect(readFileSync(await (await kept).path(), 'latin1')).toMatch(/^%PDF-1\.7[^]*\/Marked true/);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 720, height: 960 });
    await visitor.picture('minutes-print-es');
  });
});

const meetingNow = async (visitor: Visitor, id: string) => (await ask<{ meeting: Draft }>(visitor, 'query($id: ID!) { meeting(id: $id) { id version } }', { id })).meeting;
const versionOf = async (visitor: Visitor, id: string) => (await ask<{ minutes: Draft }>(visitor, 'query($id: ID!) { minutes(id: $id) { id version } }', { id })).minutes;

/** One seat more in the committee, held by this person. */
async function seated(database: OwnDatabase, body: string, person: string): Promise<void> {
  await database.query(
    `with added as (
       insert into seat (id, school_id, body_id, constituency, number, name, way, chosen_by, votes)
       select gen_random_uuid(), (array_agg(school_id))[1], $1, 'EL_PARENT', max(number) + 1, (array_agg(name))[1], 'ELECTED', 'EL_PARENT', true from seat where body_id = $1 and constituency = 'EL_PARENT' returning *)
     insert into seat_holding (school_id, environment_id, body, constituency, seat_name, number, person_id, basis, starts, ends, seat_id)
     select a.school_id, b.environment_id, b.name, a.constituency, a.name, a.number, $2, 'ELECTED', '2020-01-01', '2090-01-01', a.id from added a join governing_body b on b.id = a.body_id`, [body, person]);
}
