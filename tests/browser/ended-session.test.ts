import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { type Account, RunningServer } from './lib/running-server.ts';
import { PHONE, Visitor } from './lib/visitor.ts';

/** A lost phone is signed out from another one, and shows nothing of its person a moment later. */
describe.skipIf(missing !== '')(`a session ended from elsewhere${missing}`, () => {
  let server: RunningServer;
  let browser: Browser;
  let here: Visitor;
  let lost: Visitor;
  let account: Account;

  beforeAll(async () => {
    [server, browser] = await Promise.all([RunningServer.startQuickly(), ownBrowser()]);
    [here, lost] = await Promise.all([Visitor.arrive(browser, server.url), Visitor.arrive(browser, server.url, { size: PHONE })]);
    account = await server.account('coordinator');
    await here.letIn(account);
  });
  afterAll(async () => {
    await Promise.all([here?.leave(), lost?.leave()]);
    await emptied(browser);
    await server?.stop();
  });

  const pages = ['/', '/ballots', 'an open ballot', '/me', '/people'];
  it.each(pages)('is noticed by itself on %s', async (path) => {
    await lost.letIn(account);
    // The page before has a socket of its own; this one's opens after the page can be used.
    await lost.page.goto('about:blank');
    const listening = lost.page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived', ({ payload }) => String(payload).includes('connection_ack')));
    const footer = lost.page.getByRole('contentinfo').getByText(account.name);
    if (path.startsWith('/')) await lost.open(path);
    else {
      await lost.open('/ballots');
      await lost.page.locator('a[href^="/b/"]').first().click();
      await lost.page.waitForURL(/\/b\//);
      await lost.settled();
    }
    await footer.waitFor();
    await listening;
    await here.open('/me');
    await here.button('me.end').first().click();
    await footer.waitFor({ state: 'detached' });
    await lost.page.getByRole('link', { name: lost.say('signIn') as string, exact: true }).first().waitFor();
    expect(await lost.page.getByRole('navigation').getByText(lost.say('nav.me') as string, { exact: true }).count()).toBe(0);
  });
});
