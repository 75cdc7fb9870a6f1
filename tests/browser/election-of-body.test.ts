import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { RunningServer } from './lib/running-server.ts';
import { DESK, PHONE, Visitor } from './lib/visitor.ts';

/** A clerk who prepares an election is offered the councils there are, with the seats that are free in them. */
describe.skipIf(missing !== '')(`an election of a council that is on record${missing}`, () => {
  let server: RunningServer;
  let browser: Browser;
  const visitors: Visitor[] = [];

  beforeAll(async () => { [server, browser] = await Promise.all([RunningServer.startQuickly(), ownBrowser()]); });
  afterAll(async () => {
    await Promise.all(visitors.map((visitor) => visitor.leave()));
    await emptied(browser);
    await server?.stop();
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  const arrive = async (...kind: Parameters<typeof Visitor.arrive> extends [unknown, unknown, ...infer Rest] ? Rest : never) => {
    const visitor = await Visitor.arrive(browser, server.url, ...kind);
    visitors.push(visitor);
    await visitor.letIn(await server.account('coordinator'));
    await visitor.open('/elections/new');
    return visitor;
  };

  it('takes its seats, rules and name from its page, and leads there', async () => {
    const keeper = await arrive({ size: DESK });
    const { page } = keeper;
    await page.locator('#election-bodyId').selectOption({ label: 'School Site Council' });
    await keeper.text('elections/edit.bodyUpHow').waitFor();
    expect(await page.locator('#election-body').count()).toBe(0);
    // Families and students are still to be elected.
    for (const group of ['PARENT', 'STUDENT']) await expect.poll(() => page.getByRole('checkbox', { name: keeper.say(`constituency.${group}`), exact: true }).isChecked()).toBe(true);
    expect(Number(await page.locator('#election-constituencies-0-seats').inputValue())).toBeGreaterThan(0);
    await keeper.isAccessible('the editor with a council');
    await keeper.fits();
    await keeper.picture('election-of-body-en-desk');
    // One that is only a name so far is written as before.
    await page.locator('#election-bodyId').selectOption('');
    await page.locator('#election-body').waitFor();
    await page.locator('#election-bodyId').selectOption({ label: 'School Site Council' });
    for (const [locale, title, place] of [['en', 'Election of the council', 'Library'], ['es', 'Elección del consejo', 'Biblioteca']] as const) {
      await page.locator(`#election-title${locale === 'en' ? '' : '-es'}`).fill(title);
      await page.locator(`#election-place${locale === 'en' ? '' : '-es'}`).fill(place);
    }
    await keeper.press('elections/edit.save');
    await keeper.heading('Election of the council').waitFor();
    await page.getByRole('link', { name: 'School Site Council' }).click();
    await keeper.heading('School Site Council').waitFor();
  });

  it('in Spanish, on a phone, in the dark', async () => {
    const keeper = await arrive({ locale: 'es', size: PHONE, scheme: 'dark' });
    await keeper.page.locator('#election-bodyId').selectOption({ label: 'Consejo Escolar' });
    await keeper.text('elections/edit.bodyUpHow').waitFor();
    await keeper.fits();
    await keeper.isAccessible('the editor with a council, in the dark');
    await keeper.picture('election-of-body-es-dark-phone');
  });
});
