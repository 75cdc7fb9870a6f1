import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, missing } from './lib/chromium.ts';
import { RunningServer } from './lib/running-server.ts';
import { PHONE, Visitor } from './lib/visitor.ts';

/** A phone that was here before opens the pages without network, says so, and goes on when it is back. */
describe.skipIf(missing !== '')(`without network${missing}`, () => {
  let server: RunningServer;
  let browser: Browser;
  let parent: Visitor;

  beforeAll(async () => {
    [server, browser] = await Promise.all([RunningServer.start(), launch()]);
    parent = await Visitor.arrive(browser, server.url, { locale: 'es', size: PHONE });
    await parent.signIn(await server.account('parent (Spanish)'));
    await parent.page.evaluate(async () => { await navigator.serviceWorker.ready; });
  });
  afterAll(async () => {
    await parent?.leave();
    await browser?.close();
    await server?.stop();
  });

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
    await expect.poll(() => parent.page.evaluate(() => caches.keys()), { timeout: 15_000 }).toEqual([before]);
    await parent.open('/ballots');
  });

  it('says that the server does not answer, when that is what is wrong', async () => {
    await server.stop();
    await parent.page.goto('/me');
    await parent.heading(parent.say('away.UNREACHABLE.title')).waitFor();
    await parent.picture('unreachable-es-phone');
  });
});
