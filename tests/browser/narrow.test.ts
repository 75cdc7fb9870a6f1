import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { ballotsByState } from './lib/demonstration.ts';
import { type Demonstration, sharedServer } from './lib/shared-server.ts';
import { Visitor } from './lib/visitor.ts';

/** One word wider than the screen, as an email address or a German compound can be. */
const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
/** What people write or are called. */
const WRITTEN = new Set(['displayName', 'givenName', 'familyName', 'text', 'name', 'bylaw', 'email', 'fileName', 'file', 'deviceName', 'grade']);

function lengthen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lengthen);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, WRITTEN.has(key) && typeof each === 'string' ? WORD : lengthen(each)]));
}

/** At 320 px, which is a desk's page at 400%, whatever people wrote: a page scrolls down and never sideways. */
describe.skipIf(missing !== '')(`a narrow screen and a very long word${missing}`, () => {
  let server: Demonstration;
  let browser: Browser;
  let ballots: Record<string, string>;

  beforeAll(async () => {
    [server, browser] = await Promise.all([sharedServer(), ownBrowser()]);
    ballots = await ballotsByState(server, browser);
  });
  afterAll(() => emptied(browser));

  const pages: Readonly<Record<string, () => readonly string[]>> = {
    '': () => ['/', '/e/puentes', ...['CERTIFIED', 'CERTIFIED SCOTTISH_STV', 'CERTIFIED EQUAL_SHARES'].map((state) => `/b/${ballots[state]}`), `/b/${ballots['OPEN']}`, '/s', '/setup', '/nowhere'],
    'parent (Spanish)': () => ['/', '/ballots', `/b/${ballots['OPEN']}`, '/me'],
    coordinator: () => [
      '/', '/ballots', '/people', '/people?search=a', '/people/new', '/import', '/slips', '/me', `/b/${ballots['CERTIFIED']}`,
      ...['OPEN', 'DRAFT', 'SCHEDULED', 'CERTIFIED'].map((state) => `/ballots/${ballots[state]}`),
      ...['question', 'answers', 'voters', 'times', 'check'].map((step) => `/ballots/${ballots['DRAFT']}/edit?step=${step}`),
    ],
  };

  it.each(Object.keys(pages))('fit together for %s', async (role) => {
    const visitor = await Visitor.arrive(browser, server.url, { locale: 'es', size: { width: 320, height: 640 } });
    if (role === 'coordinator') await visitor.letIn(await server.account(role));
    else if (role !== '') await visitor.signIn(await server.account(role));
    await visitor.context.route('**/graphql', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: lengthen(await answer.json()) });
    });
    const wide: string[] = [];
    const look = async (path: string) => {
      const told = await widest(visitor);
      if (told !== null) wide.push(`${path}: ${told}`);
      await visitor.picture(`narrow-${role.split(' ')[0]}-${path.replace(/[^a-z]+/gi, '-')}`);
    };
    for (const path of pages[role]!()) {
      await visitor.open(path);
      await look(path.replace(/[0-9a-f-]{36}/, 'ID'));
    }
    if (role === 'coordinator') {
      await visitor.open('/people');
      const person = await visitor.page.locator('a[href^="/people/"]:not([href="/people/new"])').first().getAttribute('href');
      await visitor.open(person!);
      await look('a person');
    }
    expect(wide).toEqual([]);
    // What is still asked when the page goes away is answered to nobody.
    await visitor.context.unrouteAll({ behavior: 'ignoreErrors' });
    await visitor.leave();
  });
});

/** What sticks out furthest, or null when the page is no wider than the screen. */
function widest({ page }: Visitor): Promise<string | null> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return null;
    const out = [...document.querySelectorAll('body *')].map((each) => [each, each.getBoundingClientRect().right] as const).filter(([, right]) => right > room + 0.5);
    const [worst] = out.toSorted(([, a], [, b]) => b - a);
    return worst ? `${worst[0].outerHTML.slice(0, 120)} ends at ${Math.round(worst[1])}` : 'something';
  });
}
