import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { type Demonstration, sharedServer } from './lib/shared-server.ts';
import { Visitor } from './lib/visitor.ts';

/** A ranked result, stepped through as somebody does who has no mouse, on the narrowest phone there is. */
describe.skipIf(missing !== '')(`the stages of a ranked count${missing}`, () => {
  let server: Demonstration;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([sharedServer(), ownBrowser()]);
  });
  afterAll(() => emptied(browser));

  it('are told one by one without anything else moving, and all at once in numbers', async () => {
    const visitor = await Visitor.arrive(browser, server.url, { locale: 'es', scheme: 'dark', size: { width: 320, height: 640 } });
    const { page, say } = visitor;
    await visitor.open('/e/puentes');
    await page.getByRole('link', { name: /excursiones/ }).first().click();
    const next = page.getByRole('button', { name: say('ranked.next') });
    await next.waitFor();
    await visitor.settled();
    const top = () => page.getByRole('heading', { name: say('result.rules') }).evaluate((each) => Math.round(each.getBoundingClientRect().top + scrollY));
    const place = () => page.locator('strong', { hasText: /^Etapa \d/ }).innerText();
    const before = await top();

    await next.focus();
    const seen = [await place()];
    for (let at = 0; at < 3; at += 1) {
      await page.keyboard.press('ArrowRight');
      seen.push(await place());
      expect(await top()).toBe(before);
      await visitor.fits(seen.at(-1));
    }
    expect(new Set(seen).size).toBe(4);
    await page.keyboard.press('ArrowRight');
    expect(await place()).toBe(seen[3]);
    await visitor.isAccessible('the last stage');

    await visitor.press('ranked.all');
    expect(await page.getByRole('table', { name: say('ranked.tableOf') }).count()).toBe(4);
    await visitor.fits('the numbers of every stage');
    await visitor.isAccessible('the numbers of every stage');
    await visitor.picture('stages-es-dark-320');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
