import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { type Demonstration, sharedServer } from './lib/shared-server.ts';
import { PHONE, Visitor } from './lib/visitor.ts';
import { words } from './lib/words.ts';

/** A Spanish letter in the hands of somebody whose phone speaks English. */
describe.skipIf(missing !== '')(`the link of a letter${missing}`, () => {
  let server: Demonstration;
  let browser: Browser;
  const es = (key: string) => words('es')(key) as string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([sharedServer(), ownBrowser()]);
  });
  afterAll(() => emptied(browser));

  const letter = async () => {
    const { slip } = await server.account('parent (Spanish)');
    return `${server.url}/s?lang=es#${slip}`;
  };

  it('speaks its language before the sign-in and after, and leaves the phone its own', async () => {
    const { page, open, text, leave } = await arrived();
    await page.goto(await letter());
    await page.getByRole('button', { name: es('signIn.confirm') }).click();
    await page.waitForURL((url) => url.pathname !== '/s');
    await page.getByRole('link', { name: es('nav.me'), exact: true }).waitFor();
    await page.getByRole('button', { name: es('signOut') }).click();
    await page.getByRole('link', { name: es('signIn'), exact: true }).first().waitFor();
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'plenary.locale': 'en' });
    await open('/s');
    await text('signIn.lead').waitFor();
    await leave();
  });

  it('signs in when it is pasted where the code is typed', async () => {
    const { page, open, say, press, leave } = await arrived();
    await open('/s');
    await page.getByLabel(say('slip.label')).fill(await letter());
    await press('signIn');
    await page.waitForURL((url) => url.pathname !== '/s');
    await leave();
  });

  async function arrived() {
    const visitor = await Visitor.arrive(browser, server.url, { size: PHONE });
    return {
      page: visitor.page, say: visitor.say, open: (path: string) => visitor.open(path), text: (key: string) => visitor.text(key),
      press: (key: string) => visitor.press(key), leave: () => visitor.leave(),
    };
  }
});
