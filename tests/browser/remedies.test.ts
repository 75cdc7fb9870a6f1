import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, missing } from './lib/chromium.ts';
import { RunningServer } from './lib/running-server.ts';
import { DESK, PHONE, Visitor } from './lib/visitor.ts';
import bodiesEn from '../../packages/web/src/i18n/messages/bodies/en.json' with { type: 'json' };
import bodiesEs from '../../packages/web/src/i18n/messages/bodies/es.json' with { type: 'json' };
import decisionsEn from '../../packages/web/src/i18n/messages/decisions/en.json' with { type: 'json' };
import decisionsEs from '../../packages/web/src/i18n/messages/decisions/es.json' with { type: 'json' };
import en from '../../packages/web/src/i18n/messages/remedies/en.json' with { type: 'json' };
import es from '../../packages/web/src/i18n/messages/remedies/es.json' with { type: 'json' };

/** Ids of the demonstration's bodies and of the meeting that was held. */
interface Places { readonly advisory: string; readonly held: string }

/** What a family says in its own words, and what somebody demands who has no account, on their phones. */
describe.skipIf(missing !== '')(`what a council owes${missing}`, () => {
  let server: RunningServer;
  let browser: Browser;
  let coordinator: Visitor;
  let places: Places;
  const complaints: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([RunningServer.start(), launch()]);
    coordinator = await Visitor.arrive(browser, server.url, { size: DESK });
    await coordinator.signIn(await server.account('coordinator'));
    places = await coordinator.page.evaluate(async () => {
      const query = '{ viewer { environment { bodies { id authority meetings(first: 20) { edges { node { id state } } } } } } }';
      const answer = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
      const { data } = await answer.json() as { data: { viewer: { environment: { bodies: { id: string; authority: string; meetings: { edges: { node: { id: string; state: string } }[] } }[] } } } };
      const { bodies } = data.viewer.environment;
      const held = bodies.flatMap(({ meetings }) => meetings.edges).find(({ node }) => node.state === 'ADJOURNED')!.node.id;
      return { advisory: bodies.find(({ authority }) => authority === 'ADVISORY')!.id, held };
    });
  });
  afterAll(async () => {
    complaints.push(...coordinator?.complaints ?? []);
    await coordinator?.leave();
    await browser?.close();
    await server?.stop();
    expect(complaints).toEqual([]);
  });

  const looks = async (visitor: Visitor, where: string) => {
    await visitor.isAccessible(where);
    await visitor.fits(where);
    await visitor.picture(where);
  };

  it.each([['en', PHONE, 'light'], ['es', DESK, 'dark']] as const)('whoever is signed out finds what was decided lately and what is owed: %s', async (locale, size, scheme) => {
    const family = await Visitor.arrive(browser, server.url, { locale, size, scheme });
    const { page } = family;
    const [words, ways, recs] = locale === 'en' ? [decisionsEn, bodiesEn, en] : [decisionsEs, bodiesEs, es];
    await family.open('/');
    const lately = page.getByRole('region').or(page.locator('section')).filter({ has: page.getByRole('heading', { name: words['decisions.lately'] }) });
    await lately.getByRole('listitem').first().waitFor();
    expect(await lately.getByRole('listitem').count()).toBeLessThanOrEqual(5);
    await page.getByRole('link', { name: ways['bodies.recommendations'] }).waitFor();
    await looks(family, `remedies-public-${locale}`);
    await page.getByRole('link', { name: ways['bodies.recommendations'] }).click();
    await page.getByRole('heading', { level: 1, name: recs['remedies.rec.title'] }).waitFor();
    await looks(family, `remedies-recommendations-${locale}`);
    await family.open('/');
    await lately.getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: words['decisions.title'] }).waitFor();
    complaints.push(...family.complaints);
    await family.leave();
  });

  it('a parent suggests something in their own language, and staff put it into another beside it (J7)', async () => {
    const parent = await Visitor.arrive(browser, server.url, { locale: 'es', size: PHONE });
    await parent.signIn(await server.account('parent (Spanish)'));
    const { page } = parent;
    await parent.open(`/bodies/${places.advisory}`);
    await page.getByRole('button', { name: es['remedies.suggest.title'] }).click();
    await page.getByLabel(es['remedies.suggest.words']).fill('Que haya un intérprete en la entrada.');
    await looks(parent, 'remedies-suggest-es-phone');
    await page.getByRole('button', { name: es['remedies.suggest.send'] }).click();
    await page.getByText('Que haya un intérprete en la entrada.').first().waitFor();
    await looks(parent, 'remedies-suggested-es-phone');

    await coordinator.open(`/bodies/${places.advisory}`);
    await coordinator.page.getByRole('button', { name: en['remedies.translate'] }).click();
    await coordinator.page.getByRole('textbox', { name: en['remedies.translate.words'] }).fill('An interpreter at the gate.');
    await looks(coordinator, 'remedies-translate-en-desk');
    await coordinator.page.getByRole('button', { name: en['remedies.translate.send'] }).click();
    await coordinator.page.getByText('An interpreter at the gate.').first().waitFor();
    await looks(coordinator, 'remedies-translated-en-desk');
    complaints.push(...parent.complaints);
    await parent.leave();
  });

  it('whoever has no account demands another look at what was done, follows it by an address of its own, and is answered', async () => {
    const neighbor = await Visitor.arrive(browser, server.url, { size: PHONE, scheme: 'dark' });
    const { page } = neighbor;
    await neighbor.open(`/meetings/${places.held}/demand`);
    await page.getByRole('button', { name: en['remedies.demand.send'] }).click();
    await page.getByRole('alert').getByRole('link', { name: en['remedies.demand.missing.words'] }).waitFor();
    await looks(neighbor, 'remedies-demand-fault-en-phone');
    await page.getByLabel(en['remedies.demand.about']).selectOption({ index: 1 });
    await page.getByRole('radio', { name: new RegExp(`^${en['remedies.demand.ground.OTHER']}`) }).check();
    await page.getByLabel(en['remedies.demand.words']).fill('The doors were locked.');
    await page.getByRole('button', { name: en['remedies.demand.send'] }).click();
    const address = await page.getByLabel(en['remedies.demand.link']).inputValue();
    await looks(neighbor, 'remedies-demanded-en-phone');

    await coordinator.open(`/meetings/${places.held}`);
    await coordinator.page.getByText('The doors were locked.').waitFor();
    await looks(coordinator, 'remedies-meeting-en-desk');
    await coordinator.page.getByRole('button', { name: en['remedies.answer'] }).click();
    for (const field of await coordinator.page.getByLabel(new RegExp(`^${en['remedies.answerLabel']}`)).all()) await field.fill('We vote again.');
    await coordinator.page.getByRole('button', { name: en['remedies.answerSend'] }).click();
    await coordinator.page.getByText(en['remedies.theAnswer']).waitFor();

    await neighbor.open(new URL(address).pathname + new URL(address).hash);
    await page.getByText('We vote again.').waitFor();
    await page.getByText('The doors were locked.').waitFor();
    await looks(neighbor, 'remedies-followed-en-phone');
    await neighbor.open(`/meetings/${places.held}`);
    await page.getByText('We vote again.').waitFor();
    expect(await page.getByText('The doors were locked.').count()).toBe(0);
    complaints.push(...neighbor.complaints);
    await neighbor.leave();
  });
});
