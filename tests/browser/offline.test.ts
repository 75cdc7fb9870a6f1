import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { RunningServer } from './lib/running-server.ts';
import { PHONE, Visitor } from './lib/visitor.ts';

/** A phone that was here before opens the pages without network, says so, and goes on when it is back. */
describe.skipIf(missing !== '')(`without network${missing}`, () => {
  let server: RunningServer;
  let browser: Browser;
  let parent: Visitor;

  beforeAll(async () => {
    [server, browser] = await Promise.all([RunningServer.start(), ownBrowser()]);
    parent = await patient({ locale: 'es', size: PHONE });
    await parent.signIn(await server.account('parent (Spanish)'));
    await later(parent);
    await parent.page.evaluate(async () => { await navigator.serviceWorker.ready; });
  });
  afterAll(async () => {
    await parent?.leave();
    await emptied(browser);
    await server?.stop();
  });

  /** Whose page may be told that some time has passed. */
  const patient = async (kind: Parameters<typeof Visitor.arrive>[2]) => {
    const visitor = await Visitor.arrive(browser, server.url, kind);
    await visitor.page.clock.install();
    return visitor;
  };
  /** A page that is read gives its line to what is shown first, and only some seconds later keeps itself for a time without network. */
  const later = ({ page }: Visitor) => page.clock.fastForward(6000);
  const both = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../packages/web/src/i18n/messages/bodies/es.json'), 'utf8')) as Record<string, string>;
  interface Copy { readonly key: string; readonly data: unknown }
  const copiesOf = ({ page }: Visitor = parent): Promise<Copy[]> => page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'plenary-copies')) return [];
    const done = <T>(asked: IDBRequest<T>) => new Promise<T>((give) => { asked.addEventListener('success', () => give(asked.result)); });
    const database = await done(indexedDB.open('plenary-copies'));
    const copies = await done(database.transaction('copies').objectStore('copies').getAll() as IDBRequest<Copy[]>);
    database.close();
    return copies;
  });
  const kept = async (count: number, visitor = parent) => {
    await visitor.settled();
    await later(visitor);
    await expect.poll(async () => (await copiesOf(visitor)).length).toBe(count);
  };
  /** Values of these fields, however deep they stand. */
  const allOf = (data: unknown, names: readonly string[]): unknown[] => (data === null || typeof data !== 'object' ? []
    : Object.entries(data).flatMap(([name, value]) => [...(names.includes(name) ? [value] : []), ...allOf(value, names)]));

  it.each(['/', '/ballots', '/me'])('a reload of %s says that there is none, and the page comes by itself afterwards', async (path) => {
    await parent.open(path);
    const here = await parent.heading().innerText();
    await parent.context.setOffline(true);
    await parent.page.reload();
    await parent.heading(parent.say('away.OFFLINE.title')).waitFor();
    // Whoever is signed in is not told to sign in.
    expect(await parent.page.getByText(parent.say('signIn'), { exact: true }).count()).toBe(0);
    if (path === '/') {
      await parent.picture('offline-es-phone');
      await parent.fits();
      await parent.isAccessible('offline');
      const isCovered = () => parent.heading().evaluate((heading) => {
        const { left, top } = heading.getBoundingClientRect();
        return document.elementFromPoint(left + 5, top + 5) !== heading;
      });
      await expect.poll(isCovered, { message: 'the heading is covered', timeout: 10_000 }).toBe(false);
    }
    const began = await parent.page.evaluate(() => performance.timeOrigin);
    await parent.context.setOffline(false);
    await parent.heading(here).waitFor();
    expect(await parent.page.evaluate(() => performance.timeOrigin), 'the page was loaded anew').toBe(began);
  });

  it('keeps code and the empty document, and nothing of anybody', async () => {
    await parent.open('/ballots');
    await parent.page.locator('a[href^="/b/"]').first().click();
    await parent.page.waitForURL(/\/b\//);
    await parent.settled();
    const kept = await parent.page.evaluate(async () => {
      const found: { name: string; path: string; text: string }[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const answer = await cache.match(request);
          found.push({ name, path: new URL(request.url).pathname, text: await answer!.text() });
        }
      }
      return found;
    });
    expect(kept.filter(({ path }) => path !== '/' && !path.startsWith('/assets/'))).toEqual([]);
    expect(new Set(kept.map(({ name }) => name)).size).toBe(1);
    const { name } = await server.account('parent (Spanish)');
    expect(kept.filter(({ text }) => text.includes(name)).map(({ path }) => path)).toEqual([]);
    expect(kept.find(({ path }) => path === '/')?.text).toContain('id="app"');
  });

  it('gives back an agenda and a council that were read before, as a copy of then that holds what anybody reads', async () => {
    const { page } = parent;
    await parent.open('/bodies');
    await page.getByRole('link', { name: 'Comité Asesor de Aprendices de Inglés' }).click();
    await parent.heading('Comité Asesor de Aprendices de Inglés').waitFor();
    const council = new URL(page.url()).pathname;
    await page.getByText(both['bodies.follow']!).first().waitFor();
    await kept(1);
    await parent.open(`${council}/meetings`);
    await kept(2);
    await page.getByRole('link', { name: 'Reunión ordinaria del comité' }).click();
    await parent.heading('Reunión ordinaria del comité').waitFor();
    const agenda = new URL(page.url()).pathname;
    const item = await page.locator('ol h3, ol h4').first().innerText();
    await kept(3);
    const copies = await copiesOf();
    // Nothing of whoever read it: not what they follow, nor what they may do, nor how students are called.
    expect(copies.flatMap(({ data }) => allOf(data, ['viewerFollows', 'keep', 'follow', 'edit', 'viewerVacates', 'viewerCallsMeetings']))).not.toContain(true);

    await parent.context.setOffline(true);
    const copied = page.getByText(parent.say('copy.title') as RegExp);
    for (const path of [agenda, `${council}/meetings`, council]) {
      await page.goto(path);
      await copied.waitFor();
      await parent.fits(path);
      expect(await page.getByText(parent.say('away.OFFLINE.title')).count(), path).toBe(0);
      await parent.isAccessible(`a copy of ${path}`);
      await parent.picture(`copy-${['agenda', 'meetings', 'council'][[agenda, `${council}/meetings`, council].indexOf(path)]}-es-phone`);
    }
    expect(await page.getByRole('button', { name: both['bodies.follow']!, exact: true }).count()).toBe(0);
    expect(await parent.heading().count(), 'what is not in the copy is left out').toBe(1);
    // A page that was never read is not there.
    await page.goto('/meetings/00000000-0000-4000-8000-000000000000');
    await parent.heading(parent.say('away.OFFLINE.title')).waitFor();
    await page.goto(agenda);
    await copied.waitFor();
    await page.getByText(item).first().waitFor();
    await parent.context.setOffline(false);
    await copied.waitFor({ state: 'hidden' });
    await page.getByText(item).first().waitFor();
    await parent.picture('copy-back-es-phone');
  });

  it('a stranger who read one agenda, once, has it too; signing out takes all copies away', async () => {
    const stranger = await patient({ size: PHONE, scheme: 'dark' });
    await stranger.open('/');
    await stranger.page.getByRole('link', { name: 'Regular meeting of the committee' }).click();
    await stranger.heading('Regular meeting of the committee').waitFor();
    await kept(1, stranger);
    await stranger.page.evaluate(async () => { await navigator.serviceWorker.ready; });
    // The code that was loaded before there was a worker is kept as well.
    await expect.poll(() => stranger.page.evaluate(async () => {
      const loaded = performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname.startsWith('/assets/'));
      return (await Promise.all(loaded.map(({ name }) => caches.match(name, { ignoreVary: true })))).every(Boolean);
    })).toBe(true);
    await stranger.context.setOffline(true);
    await stranger.page.reload();
    await stranger.page.getByText(stranger.say('copy.title') as RegExp).waitFor();
    await stranger.picture('copy-agenda-en-dark-phone');
    await stranger.leave();

    expect((await copiesOf()).length).toBeGreaterThan(0);
    await parent.open('/');
    await parent.press('signOut');
    await expect.poll(async () => (await copiesOf()).length).toBe(0);
    await parent.letIn(await server.account('parent (Spanish)'));
  });

  it('is taken over by the worker of the next build, which keeps only its own', async () => {
    const before = await parent.page.evaluate(async () => {
      const [current] = await caches.keys();
      await caches.open('plenary-of-an-older-build');
      // Another address is another worker to the browser, as the next build's is.
      const changed = new Promise((done) => { navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }); });
      await navigator.serviceWorker.register('/sw.js?next');
      await changed;
      return current;
    });
    await expect.poll(() => parent.page.evaluate(() => caches.keys())).toEqual([before]);
    await parent.open('/ballots');
  });

  it('says that the server does not answer, when that is what is wrong', async () => {
    await server.stop();
    await parent.page.goto('/me');
    await parent.heading(parent.say('away.UNREACHABLE.title')).waitFor();
    await parent.picture('unreachable-es-phone');
  });
});
