import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { RunningServer } from './lib/running-server.ts';
import { DESK, PHONE, Visitor } from './lib/visitor.ts';

/** A coordinator and a teacher agree, each in a browser of their own, and neither reloads. */
describe.skipIf(missing !== '')(`open rounds in two browsers${missing}`, () => {
  let server: RunningServer;
  let browser: Browser;
  let [coordinator, teacher] = [] as unknown as [Visitor, Visitor];
  let path: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([RunningServer.startQuickly(), ownBrowser()]);
    [coordinator, teacher] = await Promise.all([Visitor.arrive(browser, server.url, { size: DESK }), Visitor.arrive(browser, server.url, { locale: 'es', size: PHONE })]);
    await coordinator.letIn(await server.account('coordinator'));
    await teacher.letIn(await server.account('teacher'));
  });
  afterAll(async () => {
    const complaints = [coordinator, teacher].flatMap((visitor) => visitor.complaints);
    await Promise.all([coordinator, teacher].map((visitor) => visitor.leave()));
    await emptied(browser);
    await server?.stop();
    expect(complaints).toEqual([]);
  });

  it('a proposal is written for people by name, by keyboard, and opened', async () => {
    const { page, say } = coordinator;
    const { name } = await server.account('teacher');
    await coordinator.open('/rounds/new');
    await page.locator('input[lang=en]').fill('Share one planning hour');
    await page.locator('textarea[lang=en]').fill('Every Wednesday from two to three.');
    await page.getByRole('radio', { name: say('rounds.kind.CONSENT') }).check();
    await page.getByRole('radio', { name: say('rounds.edit.who.named') }).check();
    for (const who of [name, (await server.account('coordinator')).name]) {
      await page.getByLabel(say('rounds.edit.find')).fill(who);
      await page.getByRole('button', { name: new RegExp(`${who}`) }).first().waitFor();
      await page.getByLabel(say('rounds.edit.find')).press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: (say('rounds.edit.remove') as RegExp) }).filter({ hasText: who }).waitFor();
    }
    await coordinator.press('rounds.edit.save');
    await coordinator.press('rounds.draft.open');
    await coordinator.confirm('rounds.draft.open');
    await coordinator.text('rounds.openNames.title').waitFor();
    await page.getByRole('heading', { name: say('rounds.lead.title') }).waitFor();
    path = new URL(page.url()).pathname;
  });

  it('the teacher finds it at home, objects with a reason, and the coordinator hears it without a reload', async () => {
    await teacher.open('/');
    await teacher.page.locator(`a[href="${path}"]`).click();
    await teacher.text('rounds.openNames.title').waitFor();
    await teacher.page.getByRole('radio', { name: /^Objeto/ }).check();
    await teacher.press('rounds.answer.verb');
    await teacher.text('rounds.answer.reasonNeeded').waitFor();
    await teacher.fits('the form with its error');
    await teacher.page.getByLabel(teacher.say('rounds.answer.reason')).fill('Wednesday is when the buses leave early.');
    await teacher.press('rounds.answer.verb');
    await teacher.text('rounds.answer.yours').waitFor();

    await coordinator.page.getByRole('heading', { name: coordinator.say('rounds.lead.hearTitle') }).waitFor();
    await coordinator.press('rounds.lead.hear');
    await coordinator.page.getByRole('dialog').getByRole('textbox').fill('Another day, then.');
    await coordinator.confirm('rounds.lead.hear');
    await teacher.page.getByText('Another day, then.').first().waitFor();
    await coordinator.isAccessible('leading a round');
    await coordinator.picture('rounds-lead-en');
    await teacher.isAccessible('after answering');
  });

  it('the proposal is amended, what changed is shown to both, and adopted when nobody objects', async () => {
    const { page } = coordinator;
    await coordinator.press('rounds.lead.next');
    await coordinator.press('rounds.lead.next');
    await coordinator.text('rounds.refused.NOT_AMENDED').waitFor();
    await page.locator('textarea[lang=en]').fill('Every Thursday from two to three.');
    await coordinator.press('rounds.lead.next');
    await teacher.page.locator('ins', { hasText: 'Thursday' }).waitFor();
    await teacher.page.locator('del', { hasText: 'Wednesday' }).waitFor();
    await teacher.picture('rounds-second-es-phone');
    await teacher.fits('a second round');
    await teacher.page.getByRole('radio', { name: /^Consiento/ }).check();
    await teacher.press('rounds.answer.verb');
    await teacher.text('rounds.answer.yours').waitFor();
    await page.getByRole('radio', { name: /^I stand aside/ }).check();
    await coordinator.press('rounds.answer.verb');
    await coordinator.text('rounds.answer.yours').waitFor();
    await coordinator.press('rounds.lead.adopt');
    await coordinator.confirm('rounds.lead.adopt');
    await teacher.text('rounds.now.ADOPTED').waitFor();
    await coordinator.text('rounds.now.ADOPTED').waitFor();
    await teacher.isAccessible('the record');
  });

  it('the record prints whole: every round, who said what, and nothing to press', async () => {
    await coordinator.page.emulateMedia({ media: 'print' });
    await coordinator.text('rounds.sheet').waitFor();
    expect(await coordinator.page.getByText('Wednesday is when the buses leave early.').first().isVisible()).toBe(true);
    expect(await coordinator.page.locator('main').getByRole('button').filter({ visible: true }).count()).toBe(0);
    await coordinator.picture('rounds-print');
    await coordinator.page.emulateMedia({ media: 'screen' });
  });

  it('is nobody else\'s: to a parent it does not exist', async () => {
    const parent = await Visitor.arrive(browser, server.url);
    await parent.letIn(await server.account('parent (English)'));
    await parent.open(path);
    await parent.text('fault.NOT_FOUND.title').waitFor();
    await parent.leave();
  });
});
