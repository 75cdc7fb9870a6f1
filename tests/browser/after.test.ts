import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { RunningServer } from './lib/running-server.ts';
import { ask } from './lib/secret-school.ts';
import { DESK, type Locale, PHONE, Visitor } from './lib/visitor.ts';

const read = (locale: Locale) => JSON.parse(readFileSync(resolve(import.meta.dirname, `../../packages/web/src/i18n/messages/decisions/${locale}.json`), 'utf8')) as Record<string, string>;
const catalogs = { en: read('en'), es: read('es') };

/** The pages' own words up to the first thing they are filled with. */
function words({ locale }: Visitor, key: string): string {
  const text = catalogs[locale][key];
  if (text === undefined) throw new Error(`no words for ${key} in ${locale}`);
  return (text.split('{')[0] ?? '').trim();
}

/** What another system knows of a board. */
const BOARD = {
  organizations: [{ id: 'board', name: 'Old board' }],
  persons: [{ id: 'ana', name: 'Ana López' }, { id: 'bo', name: 'Bo Chen' }],
  memberships: [{ id: 'm1', person_id: 'ana', organization_id: 'board', role: 'chair', start_date: '2019' }, { id: 'm2', person_id: 'bo', organization_id: 'board', start_date: '2019' }],
  events: [{
    id: 'e1', name: 'March meeting', start_date: '2020-03-03T02:00:00Z', end_date: '2020-03-03T04:00:00Z', location: 'Town hall', organization_id: 'board', attendees: [{ id: 'ana' }, { id: 'bo' }],
    sources: [{ url: 'https://board.example/meetings/1' }, { url: 'https://board.example/meetings/1/minutes', note: 'Minutes, as approved' }, { url: 'javascript:alert(1)' }],
  }],
  motions: [{ id: 'q1', organization_id: 'board', legislative_session_id: 'e1', creator_id: 'ana', text: 'That the roof be mended.', result: 'pass' }],
  vote_events: [{ id: 'v1', organization_id: 'board', motion_id: 'q1', result: 'pass', votes: [{ voter_id: 'ana', option: 'yes' }, { voter_id: 'bo', option: 'yes' }] }],
};

/** What follows from a meeting that is over, on the pages of those who answer for it and of those who do it. */
describe.skipIf(missing !== '')(`after a meeting${missing}`, () => {
  let server: RunningServer;
  let browser: Browser;
  let coordinator: Visitor;
  let [meeting, body] = ['', ''];
  const visitors: Visitor[] = [];

  const arrive = async (role: string | null, kind: Parameters<typeof Visitor.arrive>[2]) => {
    const visitor = await Visitor.arrive(browser, server.url, kind);
    visitors.push(visitor);
    if (role !== null) await visitor.letIn(await server.account(role));
    return visitor;
  };
  const dialog = ({ page }: Visitor) => page.getByRole('dialog');
  const button = (visitor: Visitor, key: string, within: Visitor['page'] | ReturnType<typeof dialog> = visitor.page) => within.getByRole('button', { name: words(visitor, key), exact: true });
  const named = (visitor: Visitor, key: string, title: string) => visitor.page.getByRole('button', { name: `${words(visitor, key)}: ${title}`, exact: true });
  const card = ({ page }: Visitor, title: string) => page.getByRole('listitem').filter({ hasText: title }).first();
  const looks = async (visitor: Visitor, name: string) => {
    await visitor.isAccessible(name);
    await visitor.fits(name);
    await visitor.picture(name);
  };

  beforeAll(async () => {
    [server, browser] = await Promise.all([RunningServer.startQuickly(), ownBrowser()]);
    coordinator = await arrive('coordinator', { size: DESK });
    const { viewer } = await ask<{ viewer: { actionItems: { edges: { node: { meetingId: string; body: { id: string } } }[] } } }>(coordinator, '{ viewer { actionItems { edges { node { meetingId body { id } } } } } }');
    [meeting, body] = [viewer.actionItems.edges[0]!.node.meetingId, viewer.actionItems.edges[0]!.node.body.id];
  });
  afterAll(async () => {
    const complaints = visitors.flatMap((visitor) => visitor.complaints);
    await Promise.all(visitors.map((visitor) => visitor.leave()));
    await emptied(browser);
    await server?.stop();
    expect(complaints).toEqual([]);
  });

  it('whoever prepares the meetings remembers what somebody said they would do, and gives it to them', async () => {
    await coordinator.open(`/meetings/${meeting}`);
    await button(coordinator, 'actions.assign').click();
    await button(coordinator, 'actions.assign', dialog(coordinator)).click();
    await dialog(coordinator).getByText(words(coordinator, 'actions.missing')).first().waitFor();
    await looks(coordinator, 'assign-missing-en-desk');
    await dialog(coordinator).getByLabel(words(coordinator, 'actions.what')).fill('Thank the library');
    await dialog(coordinator).getByLabel(words(coordinator, 'actions.about'), { exact: true }).selectOption({ index: 1 });
    await dialog(coordinator).getByRole('group').getByRole('button').nth(1).click();
    await looks(coordinator, 'assign-en-desk');
    await button(coordinator, 'actions.assign', dialog(coordinator)).click();
    await card(coordinator, 'Thank the library').waitFor();
    // The list may hear of it before the dialog has its answer.
    await dialog(coordinator).waitFor({ state: 'hidden' });
    await looks(coordinator, 'meeting-actions-en-desk');
  });

  it('also from the page of its minutes, and from the register of decisions, on a phone in the dark', async () => {
    const clerk = await arrive('clerk', { locale: 'es', size: PHONE, scheme: 'dark' });
    await clerk.open(`/meetings/${meeting}/minutes`);
    await card(clerk, 'Thank the library').waitFor();
    await button(clerk, 'actions.assign').click();
    await dialog(clerk).getByLabel(words(clerk, 'actions.what')).fill('Enviar el acta a las familias');
    await button(clerk, 'actions.me', dialog(clerk)).click();
    await looks(clerk, 'assign-es-dark-phone');
    await button(clerk, 'actions.assign', dialog(clerk)).click();
    await card(clerk, 'Enviar el acta').waitFor();
    await looks(clerk, 'minutes-actions-es-dark-phone');
    await clerk.open(`/bodies/${body}/decisions`);
    await clerk.page.getByRole('button', { name: new RegExp(`^${words(clerk, 'actions.assignFor')} `) }).first().click();
    await dialog(clerk).getByLabel(words(clerk, 'actions.what')).fill('Preparar la lista');
    await button(clerk, 'actions.me', dialog(clerk)).click();
    await button(clerk, 'actions.assign', dialog(clerk)).click();
    await card(clerk, 'Preparar la lista').waitFor();
    await looks(clerk, 'register-es-dark-phone');
  });

  it('tells who writes a student’s name that everybody will read their seat, and writes it for them', async () => {
    const { viewer: { environment: { people: { edges } } } } = await ask<{ viewer: { environment: { people: { edges: { node: { displayName: string } }[] } } } }>(
      coordinator, '{ viewer { environment { people(filter: { constituency: STUDENT }, first: 1) { edges { node { displayName } } } } } }');
    const student = edges[0]!.node.displayName;
    for (const [role, kind, name] of [['coordinator', { size: DESK }, 'names-en-desk'], ['clerk', { locale: 'es', size: PHONE, scheme: 'dark' }, 'names-es-dark-phone']] as const) {
      const writer = await arrive(role, kind);
      await writer.open(`/meetings/${meeting}`);
      await button(writer, 'actions.assign').click();
      await dialog(writer).getByLabel(words(writer, 'actions.what')).fill(`Call ${student.toLowerCase()} of ${name}`);
      await button(writer, 'actions.me', dialog(writer)).click();
      await button(writer, 'actions.assign', dialog(writer)).click();
      const told = dialog(writer).getByRole('alert');
      await told.getByText(student, { exact: false }).waitFor();
      await looks(writer, name);
      await told.getByRole('button').first().click();
      // In the language of the page, for nobody says in which an action item is.
      await card(writer, `Call ${writer.locale === 'es' ? 'un estudiante' : 'a student'} of ${name}`).waitFor();
    }
    expect(await coordinator.page.getByText(student, { exact: false }).count()).toBe(0);
  });

  it('changes what was given and to whom, and drops what is not to be done any more, each with its way back', async () => {
    await coordinator.open('/actions');
    await looks(coordinator, 'actions-en-desk');
    await named(coordinator, 'actions.revise', 'Thank the library').click();
    await dialog(coordinator).getByLabel(words(coordinator, 'actions.what')).fill('Thank both libraries');
    await dialog(coordinator).getByLabel(words(coordinator, 'actions.by')).fill('2020-01-01');
    await button(coordinator, 'actions.save', dialog(coordinator)).click();
    await dialog(coordinator).getByText(words(coordinator, 'actions.trouble.FAULTY')).waitFor();
    await looks(coordinator, 'actions-revise-fault-en-desk');
    await dialog(coordinator).getByLabel(words(coordinator, 'actions.by')).fill('2090-05-01');
    await button(coordinator, 'actions.other', dialog(coordinator)).click();
    await dialog(coordinator).getByLabel(words(coordinator, 'actions.who'), { exact: true }).fill('Gloria');
    await dialog(coordinator).getByRole('button', { name: /^Gloria/ }).first().click();
    await looks(coordinator, 'actions-revise-en-desk');
    await button(coordinator, 'actions.save', dialog(coordinator)).click();
    await card(coordinator, 'Thank both libraries').getByText(/^Gloria .*2090/).waitFor();

    await named(coordinator, 'actions.drop', 'Thank both libraries').click();
    await button(coordinator, 'actions.drop', dialog(coordinator)).click();
    await dialog(coordinator).getByText(words(coordinator, 'actions.note.owed')).waitFor();
    await dialog(coordinator).getByLabel(words(coordinator, 'actions.note.DROP')).fill('They were thanked in the meeting.');
    await looks(coordinator, 'actions-drop-en-desk');
    await button(coordinator, 'actions.drop', dialog(coordinator)).click();
    // The words stand in the dialog too until they are taken.
    await dialog(coordinator).waitFor({ state: 'hidden' });
    await coordinator.page.getByText(/They were thanked in the meeting/).waitFor();
    await looks(coordinator, 'actions-dropped-en-desk');
    await button(coordinator, 'actions.undo').click();
    await named(coordinator, 'actions.drop', 'Thank both libraries').waitFor();
    await named(coordinator, 'actions.drop', 'Thank both libraries').click();
    await dialog(coordinator).getByLabel(words(coordinator, 'actions.note.DROP')).fill('Once more.');
    await button(coordinator, 'actions.drop', dialog(coordinator)).click();
    await named(coordinator, 'actions.reopen', 'Thank both libraries').click();
    await named(coordinator, 'actions.finish', 'Thank both libraries').waitFor();
  });

  it('and everybody finds theirs on a phone in their language; who has nothing to do is told so', async () => {
    const clerk = visitors.at(-1)!;
    await clerk.open('/actions');
    await card(clerk, 'Enviar el acta').waitFor();
    await looks(clerk, 'actions-es-dark-phone');
    await named(clerk, 'actions.drop', 'Enviar el acta a las familias').click();
    await looks(clerk, 'actions-drop-es-dark-phone');
    await button(clerk, 'actions.drop', dialog(clerk)).click();
    await dialog(clerk).getByText(words(clerk, 'actions.note.owed')).waitFor();
    await dialog(clerk).getByLabel(words(clerk, 'actions.note.DROP')).fill('Ya la tienen.');
    await button(clerk, 'actions.drop', dialog(clerk)).click();
    await dialog(clerk).waitFor({ state: 'hidden' });
    await clerk.page.getByText(/Ya la tienen/).waitFor();
    const parent = await arrive('parent (English)', { size: PHONE });
    await parent.open('/actions');
    await looks(parent, 'actions-none-en-phone');
  });

  it('a meeting that was imported says where its minutes are, and has none to send', async () => {
    const file = join(server.dataDir, 'board.json');
    await writeFile(file, JSON.stringify(BOARD));
    const imported = await server.plenary('records', 'import', file, '--into', 'puentes');
    expect(imported.code, imported.stdout + imported.stderr).toBe(0);
    const id = /body (\S+)\./.exec(imported.stdout)![1]!;
    const { body: { meetings } } = await ask<{ body: { meetings: { edges: { node: { id: string } }[] } } }>(coordinator, 'query($id: ID!) { body(id: $id) { meetings(first: 1) { edges { node { id } } } } }', { id });
    const held = meetings.edges[0]!.node.id;
    await coordinator.open(`/meetings/${held}`);
    await looks(coordinator, 'imported-meeting-en-desk');
    await coordinator.open(`/meetings/${held}/minutes`);
    await coordinator.page.getByRole('link', { name: 'Minutes, as approved' }).waitFor();
    expect(await coordinator.page.getByRole('tab').count()).toBe(0);
    await looks(coordinator, 'imported-minutes-en-desk');
    const reader = await arrive(null, { locale: 'es', size: PHONE, scheme: 'dark' });
    await reader.open(`/meetings/${held}/minutes`);
    await looks(reader, 'imported-minutes-es-dark-phone');
    await coordinator.open('/');
    expect(await coordinator.page.getByText('March meeting').count()).toBe(0);
  });

  it('and an archive with nothing in it says what will be there', async () => {
    const reader = await arrive(null, { locale: 'es', size: PHONE });
    await reader.open('/minutes');
    await looks(reader, 'archive-empty-es-phone');
    const desk = await arrive(null, { size: DESK, scheme: 'dark' });
    await desk.open('/minutes');
    await looks(desk, 'archive-empty-en-dark-desk');
  });
});
