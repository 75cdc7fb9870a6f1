import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { RunningServer } from './lib/running-server.ts';
import { DESK, PHONE, Visitor } from './lib/visitor.ts';

const roster = resolve(process.env['SHARED_DIR'] ?? resolve(import.meta.dirname, '../../../shared'), 'rosters/minimal-1.1');
const noRoster = existsSync(roster) ? '' : ': skipped, no conformance data';

/** From a roster to a certified result, by the hands of those who would do it. Each step stands on the one before. */
describe.skipIf(missing !== '')(`the main job${missing}`, () => {
  let server: RunningServer;
  let browser: Browser;
  const visitors: Visitor[] = [];
  let coordinator: Visitor;
  let stranger: Visitor;
  /** Path of the ballot that parents and teachers are asked on. */
  let asked: string;

  const arrive = async (...kind: Parameters<typeof Visitor.arrive> extends [unknown, unknown, ...infer Rest] ? Rest : never) => {
    const visitor = await Visitor.arrive(browser, server.url, ...kind);
    visitors.push(visitor);
    return visitor;
  };

  beforeAll(async () => {
    [server, browser] = await Promise.all([RunningServer.start(), ownBrowser()]);
    [coordinator, stranger] = await Promise.all([arrive(), arrive({ locale: 'es', size: PHONE })]);
  });
  afterAll(async () => {
    await Promise.all(visitors.map((visitor) => visitor.leave()));
    await emptied(browser);
    const code = await server?.stop();
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([]);
    expect(code, 'Ctrl-C ends with 0').toBe(0);
  });

  it.skipIf(noRoster !== '')(`imports a roster by command line, dry first${noRoster}`, async () => {
    const dry = await server.plenary('import-roster', roster, '--dry-run');
    expect([dry.code, dry.stdout]).toEqual([0, expect.stringMatching(/6 added/)]);
    await stranger.open('/');
    expect(await stranger.page.getByText('History Department').count()).toBe(0);

    const done = await server.plenary('import-roster', roster);
    expect([done.code, done.stdout]).toEqual([0, expect.stringMatching(/6 added/)]);
    const again = await server.plenary('import-roster', roster);
    expect([again.code, again.stdout]).toEqual([0, expect.stringMatching(/0 added, 0 changed, 6 kept/)]);
    await stranger.open('/');
    await stranger.page.getByText('History Department').first().waitFor();
  });

  it('writes a ballot in two languages and opens it', async () => {
    await coordinator.letIn(await server.account('coordinator'));
    const { page, say } = coordinator;
    await coordinator.open('/ballots/new');
    await page.locator('textarea[lang=en], input[lang=en]').first().fill('Shall the school garden be open on Saturdays?');
    await page.locator('textarea[lang=es], input[lang=es]').first().fill('¿Abrimos el jardín de la escuela los sábados?');
    await coordinator.press('editor.continue');
    await page.getByRole('heading', { name: say('editor.step.answers'), level: 1 }).waitFor();
    await coordinator.press('editor.continue');
    await page.getByRole('heading', { name: say('editor.step.voters'), level: 1 }).waitFor();
    for (const group of ['PARENT', 'STUDENT']) await page.getByRole('checkbox', { name: say(`constituency.${group}`) }).first().check();
    await coordinator.press('editor.continue');
    await page.getByRole('heading', { name: say('editor.step.times'), level: 1 }).waitFor();
    await coordinator.press('editor.continue');
    await page.getByRole('heading', { name: say('editor.step.check'), level: 1 }).waitFor();
    await coordinator.text('editor.complete').waitFor();
    await coordinator.press('office.openNow');
    await coordinator.confirm('office.verb.OPEN');
    await coordinator.button('office.closeEarly').waitFor();
    const path = new URL(page.url()).pathname;
    expect(path).toMatch(/^\/ballots\/[\w-]+/);

    const student = await arrive({ size: PHONE });
    await student.signIn(await server.account('student'));
    await student.open(`/b/${path.split('/')[2]}`);
    await student.heading(/Saturdays/).waitFor();
    await vote(student, /^Yes/);
  });

  it('is voted on by two constituencies from three browsers, and turnout moves on every screen', async () => {
    await coordinator.open('/ballots');
    await coordinator.page.getByRole('link', { name: /lockers/ }).first().click();
    await coordinator.heading(/lockers/).waitFor();
    asked = `/b/${new URL(coordinator.page.url()).pathname.split('/')[2]}`;
    await Promise.all([coordinator.open(asked), stranger.open(asked)]);
    const [before, seenBefore] = await Promise.all([turnout(coordinator), turnout(stranger)]);
    expect(seenBefore).toEqual(before);
    const loads = await loadsOf(coordinator);

    const [english, spanish, teacher] = await Promise.all([arrive({ size: PHONE }), arrive({ locale: 'es', size: PHONE }), arrive({ size: DESK })]);
    await spanish.signIn(await server.account('parent (Spanish)'));
    await spanish.open(asked);
    await spanish.heading(/casilleros/).waitFor();
    await spanish.fits();
    await vote(spanish, /^Sí/);
    await english.signIn(await server.account('parent (English)'));
    await english.open(asked);
    await vote(english, /^No/);
    await teacher.signIn(await server.account('teacher'));
    await teacher.open(asked);
    await vote(teacher, /^Yes/);

    for (const watching of [coordinator, stranger]) {
      await expect.poll(() => turnout(watching), { timeout: 15_000 }).toEqual(before.map((voted, at) => voted + [3, 2, 1][at]!));
    }
    expect(await loadsOf(coordinator), 'nobody reloaded').toBe(loads);

    await spanish.open(asked);
    await spanish.text('now.voted.title').waitFor();
    expect(await spanish.page.getByRole('radio').count()).toBe(0);
  });

  it('is closed, certified by two different people, and read by a stranger who never reloads', async () => {
    await stranger.open(asked);
    const id = asked.split('/')[2]!;
    await coordinator.open(`/ballots/${id}`);
    await coordinator.press('office.closeEarly');
    await coordinator.page.getByRole('dialog').getByRole('textbox').fill('Everybody who wanted to vote has voted.');
    await coordinator.confirm('office.closeVerb');
    await coordinator.button('office.certify').click();
    await coordinator.confirm('office.certify');
    await coordinator.text('office.signedMine').waitFor();
    const result = stranger.page.getByRole('heading', { name: stranger.say('result.title'), exact: true });
    expect(await result.count(), 'one signature makes no result public').toBe(0);

    const clerk = await arrive();
    await clerk.letIn(await server.account('clerk'));
    await clerk.open(`/ballots/${id}`);
    await clerk.button('office.certify').click();
    await clerk.confirm('office.certify');

    await result.waitFor();
    await stranger.text('result.rules').waitFor();
    await stranger.fits();
    await stranger.isAccessible();
    await stranger.picture('result-es-phone');
  });
});

/** Choose, check, cast: what a voter does, and what they are told before and after. */
async function vote(voter: Visitor, choice: RegExp): Promise<void> {
  await voter.page.getByRole('radio', { name: choice }).first().check();
  await voter.press('cast.verb');
  // Each kind of ballot says what it is before the press.
  await voter.text('secret.changeable').or(voter.text('cast.final')).waitFor();
  await voter.text('secret.short').or(voter.text('cast.confidential')).first().waitFor();
  await voter.press('cast.confirm');
  await voter.text('receipt.title').waitFor();
}

/** How many have voted, in all and of each constituency, as the page shows it. */
async function turnout({ page, say }: Visitor): Promise<number[]> {
  await page.getByRole('heading', { name: say('turnout.title') }).waitFor();
  const section = page.getByRole('heading', { name: say('turnout.title') }).locator('xpath=ancestor::section[1]');
  return [...(await section.innerText()).matchAll(/(\d+)\s+(?:of|de)\s+(\d+)/g)].map(([, voted]) => Number(voted));
}

/** Documents this tab has loaded so far. */
const loadsOf = ({ page }: Visitor) => page.evaluate(() => performance.getEntriesByType('navigation').length + history.length);
