import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { RunningServer } from './lib/running-server.ts';
import { DESK, type Locale, PHONE, Visitor } from './lib/visitor.ts';

const read = (part: string, locale: Locale) => JSON.parse(readFileSync(resolve(import.meta.dirname, `../../packages/web/src/i18n/messages/${part}/${locale}.json`), 'utf8')) as Record<string, string>;
const words = { en: { ...read('bodies', 'en'), ...read('meetings', 'en'), ...read('decisions', 'en') }, es: { ...read('bodies', 'es'), ...read('meetings', 'es'), ...read('decisions', 'es') } };

const both = (en: string, es: string) => [{ locale: 'en', text: en }, { locale: 'es', text: es }];
const ACTED = '{ ... on MeetingChanged { meeting { id version } } }';

/** One acts, another has a list open on a phone and never reloads. */
describe.skipIf(missing !== '')(`lists that others change${missing}`, () => {
  let server: RunningServer;
  let browser: Browser;
  let keeper: Visitor;
  let reader: Visitor;
  let committee: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([RunningServer.startQuickly(), ownBrowser()]);
    [keeper, reader] = await Promise.all([Visitor.arrive(browser, server.url, { size: DESK }), Visitor.arrive(browser, server.url, { locale: 'es', size: PHONE })]);
    await keeper.letIn(await server.account('coordinator'));
    await keeper.open('/bodies');
    committee = (await keeper.page.getByRole('link', { name: 'English Learner Advisory Committee' }).getAttribute('href'))!.split('/').at(-1)!;
  });
  afterAll(async () => {
    const complaints = [...keeper?.complaints ?? [], ...reader?.complaints ?? []];
    await keeper?.leave();
    await reader?.leave();
    await emptied(browser);
    await server?.stop();
    expect(complaints).toEqual([]);
  });

  /** What somebody does on some other page. */
  const acts = async <Done>(query: string, variables: object, by = keeper): Promise<Done> => (await by.ask<{ acted: Done }>(query, variables)).acted;
  interface Stood { readonly id: string; readonly version: number }
  const meeting = async (call: string, parameters: string, variables: object) => (await acts<{ meeting: Stood }>(`mutation (${parameters}) { acted: ${call} ${ACTED} }`, variables)).meeting;
  const draft = (en: string, es: string) => meeting('draftMeeting(bodyId: $body, input: $input)', '$body: ID!, $input: MeetingInput!', {
    body: committee, input: { kind: 'REGULAR', title: both(en, es), startsAt: new Date(Date.now() + 60 * 864e5).toISOString(), place: both('Library', 'Biblioteca'), interpretation: ['es'] },
  });
  const post = async (drafted: Stood) => {
    const item = { title: both('Budget', 'Presupuesto'), description: both('What it is.', 'Qué es.'), rationale: both('What for.', 'Para qué.'), intent: 'ACTION' };
    const planned = await meeting('addAgendaItem(id: $id, version: $version, input: $input)', '$id: ID!, $version: Int!, $input: AgendaItemInput!', { ...drafted, input: item });
    return meeting('postNotice(id: $id, version: $version)', '$id: ID!, $version: Int!', planned);
  };
  /** Opens a page that is marked, so that a reload would show, and waits until it listens. */
  async function watches(visitor: Visitor, path: string): Promise<void> {
    const listening = new Promise<void>((heard) => {
      visitor.page.on('websocket', (socket) => { socket.on('framereceived', ({ payload }) => { if (String(payload).includes('"next"') && /(?:s|body)Changed/.test(String(payload))) heard(); }); });
    });
    await visitor.open(path);
    await listening;
    await visitor.page.evaluate(() => { (globalThis as { stays?: boolean }).stays = true; });
  }
  const stays = (visitor: Visitor) => visitor.page.evaluate(() => (globalThis as { stays?: boolean }).stays === true);
  const says = (visitor: Visitor, key: string) => visitor.page.locator('[role=status]').filter({ hasText: words[visitor.locale][key]! }).waitFor({ state: 'attached' });

  it('a council that is founded elsewhere is in the list at once, and said', async () => {
    await reader.letIn(await server.account('parent (Spanish)'));
    await watches(reader, '/bodies');
    const { body } = await acts<{ body: Stood }>('mutation ($environmentId: ID!, $input: BodyInput!) { acted: createBody(environmentId: $environmentId, input: $input) { ... on BodyChanged { body { id version } } } }', {
      environmentId: (await acts<{ environment: { id: string } }>('{ acted: viewer { environment { id } } }', {})).environment.id,
      input: { kind: 'SSC', meetingLaw: 'GREENE', authority: 'DECIDING', name: both('Council of the North Wing', 'Consejo del Ala Norte'), studentSeats: false },
    });
    await reader.page.getByRole('link', { name: 'Consejo del Ala Norte' }).waitFor();
    await says(reader, 'bodies.list.announce');
    await reader.fits();
    await reader.picture('bodies-live-es-phone');
    await acts('mutation ($id: ID!, $version: Int!) { acted: closeBody(id: $id, version: $version) { __typename } }', body);
    await reader.page.getByRole('listitem').filter({ hasText: 'Consejo del Ala Norte' }).getByText(words.es['bodies.ended']!).waitFor();
    expect(await stays(reader)).toBe(true);
  });

  it('a meeting is in the list once its notice is posted, and called off there, without a jump; its draft only for who prepares it', async () => {
    await watches(reader, `/bodies/${committee}/meetings`);
    await watches(keeper, `/bodies/${committee}/meetings`);
    const last = reader.page.getByRole('listitem').last();
    await last.scrollIntoViewIfNeeded();
    const drafted = await draft('Evening of questions', 'Tarde de preguntas');
    await keeper.page.getByRole('link', { name: 'Evening of questions' }).waitFor();
    await says(keeper, 'meetings.live.list');
    expect(await reader.page.getByRole('link', { name: 'Tarde de preguntas' }).count()).toBe(0);
    const posted = await post(drafted);
    const line = reader.page.getByRole('listitem').filter({ hasText: 'Tarde de preguntas' });
    await line.waitFor();
    await says(reader, 'meetings.live.list');
    await reader.picture('meetings-live-es-phone');
    await meeting('cancelMeeting(id: $id, version: $version, reason: "Flooded.")', '$id: ID!, $version: Int!', posted);
    await line.getByText(words.es['meetings.state.CANCELLED']!).waitFor();
    expect([await stays(reader), await stays(keeper)]).toEqual([true, true]);
  });

  it('what somebody has done is done in the list of whoever looks after it, on the page of the body and in its register', async () => {
    await watches(keeper, '/actions');
    const section = (key: string) => keeper.page.locator('section').filter({ has: keeper.page.getByRole('heading', { name: words.en[key]!, exact: true }) });
    const clerk = await Visitor.arrive(browser, server.url);
    await clerk.letIn(await server.account('clerk'));
    const { actionItems: { edges: [own] } } = await acts<{ actionItems: { edges: { node: Stood & { title: string; body: { id: string } } }[] } }>('{ acted: viewer { actionItems(open: true) { edges { node { id version title body { id } } } } } }', {}, clerk);
    await section('actions.theirs').getByText(own!.node.title).waitFor();
    const stranger = await Visitor.arrive(browser, server.url, { locale: 'es', size: PHONE });
    await watches(reader, `/bodies/${own!.node.body.id}`);
    await watches(stranger, `/bodies/${own!.node.body.id}/decisions`);
    const shown = [reader, stranger].map(({ page }) => page.getByText(own!.node.title));
    for (const line of shown) await line.first().waitFor();
    expect(await stranger.page.getByText('By letter.').count()).toBe(0);
    await acts('mutation ($id: ID!, $version: Int!) { acted: finishAction(actionId: $id, version: $version, note: "By letter.") { __typename } }', own!.node, clerk);
    await section('actions.ended').getByText(own!.node.title).waitFor();
    await says(keeper, 'actions.announce');
    expect(await section('actions.theirs').getByText(own!.node.title).count()).toBe(0);
    // What is done is no longer to be done; the register says how it was.
    await shown[0]!.waitFor({ state: 'detached' });
    await stranger.page.getByText('By letter.').waitFor();
    for (const visitor of [reader, stranger]) await says(visitor, 'decisions.announce');
    await stranger.picture('register-live-es-phone');
    expect([await stays(reader), await stays(stranger)]).toEqual([true, true]);
    await stranger.leave();
    await keeper.picture('actions-live-en-desk');
    expect(await stays(keeper)).toBe(true);
    await clerk.leave();
  });

  it('a stranger sees it among the meetings to come of the environment', async () => {
    const stranger = await Visitor.arrive(browser, server.url, { locale: 'es', size: PHONE });
    await watches(stranger, '/');
    await post(await draft('Morning of answers', 'Mañana de respuestas')).then(async (posted) => {
      const line = stranger.page.getByRole('listitem').filter({ hasText: 'Mañana de respuestas' });
      await line.waitFor();
      await meeting('cancelMeeting(id: $id, version: $version, reason: "Flooded.")', '$id: ID!, $version: Int!', posted);
      await line.getByText(words.es['meetings.state.CANCELLED']!).waitFor();
    });
    expect(await stays(stranger)).toBe(true);
    expect(stranger.complaints).toEqual([]);
    await stranger.leave();
  });
});
