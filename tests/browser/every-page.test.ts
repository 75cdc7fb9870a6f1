import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { full } from '../../packages/count/src/full-size.testing.ts';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { ballotsByState, electionsByState, proposalsByState } from './lib/demonstration.ts';
import { type Demonstration, sharedServer } from './lib/shared-server.ts';
import { DESK, PHONE, type Kind, Visitor } from './lib/visitor.ts';

/** Every page as every kind of visitor sees it: accessible, nothing cut off, no complaint, and a picture to look at. */
describe.skipIf(missing !== '')(`every page${missing}`, () => {
  let server: Demonstration;
  let browser: Browser;
  let ballots: Record<string, string>;
  let proposals: Record<string, string>;
  let elections: Record<string, string>;
  let bodies: string[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([sharedServer(), ownBrowser()]);
    ballots = await ballotsByState(server, browser);
    proposals = await proposalsByState(server, browser);
    elections = await electionsByState(server, browser);
    bodies = await pathsOfBodies();
  });
  afterAll(() => emptied(browser));

  const pages: readonly { readonly name: string; readonly as: string | null; readonly path: () => Promise<string> | string }[] = [
    { name: 'front', as: null, path: () => '/' },
    { name: 'public', as: null, path: () => '/e/puentes' },
    { name: 'result', as: null, path: () => `/b/${ballots['CERTIFIED']}` },
    { name: 'result-ranked', as: null, path: () => `/b/${ballots['CERTIFIED SCOTTISH_STV']}` },
    { name: 'result-budget', as: null, path: () => `/b/${ballots['CERTIFIED EQUAL_SHARES']}` },
    { name: 'open-signed-out', as: null, path: () => `/b/${ballots['OPEN']}` },
    { name: 'sign-in', as: null, path: () => '/s' },
    { name: 'sign-in-by-letter', as: null, path: async () => (await server.account('parent (Spanish)')).signInUrl },
    { name: 'set-up-without-link', as: null, path: () => '/setup' },
    { name: 'nowhere', as: null, path: () => '/no/such/page' },
    { name: 'home-parent', as: 'second guardian', path: () => '/' },
    { name: 'vote', as: 'second guardian', path: () => `/b/${ballots['OPEN']}` },
    { name: 'vote-ranked', as: 'second guardian', path: () => `/b/${ballots['OPEN INSTANT_RUNOFF']}` },
    { name: 'ballots-parent', as: 'second guardian', path: () => '/ballots' },
    { name: 'me', as: 'second guardian', path: () => '/me' },
    { name: 'messages', as: 'clerk', path: () => '/messages' },
    { name: 'messages-none', as: 'second guardian', path: () => '/messages' },
    { name: 'development-mailbox', as: 'administrator', path: () => '/dev/mailbox' },
    { name: 'home-coordinator', as: 'coordinator', path: () => '/' },
    { name: 'ballots-coordinator', as: 'coordinator', path: () => '/ballots' },
    { name: 'round-answer', as: 'teacher', path: () => `/rounds/${proposals['OPEN']}` },
    { name: 'round-record', as: 'teacher', path: () => `/rounds/${proposals['ADOPTED']}` },
    { name: 'rounds', as: 'administrator', path: () => '/rounds' },
    { name: 'round-lead', as: 'administrator', path: () => `/rounds/${proposals['OPEN']}` },
    { name: 'round-write', as: 'administrator', path: () => '/rounds/new' },
    { name: 'people', as: 'coordinator', path: () => '/people' },
    { name: 'person-new', as: 'coordinator', path: () => '/people/new' },
    { name: 'roster', as: 'coordinator', path: () => '/import' },
    { name: 'slips', as: 'coordinator', path: () => '/slips' },
    { name: 'editor-question', as: 'coordinator', path: () => '/ballots/new' },
    { name: 'editor-answers', as: 'coordinator', path: () => '/ballots/new?step=answers' },
    { name: 'editor-voters', as: 'coordinator', path: () => `/ballots/${ballots['DRAFT']}/edit?step=voters` },
    { name: 'editor-check', as: 'coordinator', path: () => `/ballots/${ballots['DRAFT']}/edit?step=check` },
    { name: 'office-open', as: 'coordinator', path: () => `/ballots/${ballots['OPEN']}` },
    { name: 'office-scheduled', as: 'coordinator', path: () => `/ballots/${ballots['SCHEDULED']}` },
    { name: 'meeting', as: null, path: async () => `/meetings/${(await nextMeeting()).id}` },
    { name: 'meeting-notice', as: null, path: async () => `/meetings/${(await nextMeeting()).id}/notice` },
    { name: 'minutes-archive', as: null, path: async () => `/minutes?body=${(await nextMeeting()).body.id}` },
    { name: 'meetings-of-body', as: null, path: async () => `/bodies/${(await nextMeeting()).body.id}/meetings` },
    { name: 'room', as: null, path: async () => `/meetings/${(await nextMeeting()).id}/room` },
    { name: 'room-keeper', as: 'coordinator', path: async () => `/meetings/${(await nextMeeting()).id}/room` },
    { name: 'room-wall', as: null, path: async () => `/meetings/${(await nextMeeting()).id}/projector` },
    { name: 'room-held', as: null, path: async () => `/meetings/${(await heldMeeting()).id}/room` },
    { name: 'meeting-held', as: null, path: async () => `/meetings/${(await heldMeeting()).id}` },
    { name: 'demand', as: null, path: async () => `/meetings/${(await heldMeeting()).id}/demand` },
    { name: 'minutes-clerk', as: 'clerk', path: async () => `/meetings/${(await heldMeeting()).id}/minutes` },
    { name: 'decisions', as: null, path: async () => `/bodies/${(await heldMeeting()).body.id}/decisions` },
    { name: 'recommendations', as: null, path: () => '/recommendations' },
    { name: 'actions', as: 'clerk', path: () => '/actions' },
    { name: 'meeting-papers', as: 'coordinator', path: async () => `/meetings/${(await nextMeeting()).id}/papers` },
    { name: 'meeting-keeper', as: 'coordinator', path: async () => `/meetings/${(await nextMeeting()).id}` },
    { name: 'meeting-editor', as: 'coordinator', path: async () => `/meetings/${(await nextMeeting()).id}/edit` },
    { name: 'election-signed-out', as: null, path: () => `/elections/${elections['NOMINATING']}` },
    { name: 'election-notice', as: null, path: () => `/elections/${elections['NOMINATING']}/notice` },
    { name: 'election-candidates', as: null, path: () => `/elections/${elections['NOMINATING']}/candidates` },
    { name: 'elections-parent', as: 'second guardian', path: () => '/elections' },
    { name: 'election-parent', as: 'second guardian', path: () => `/elections/${elections['NOMINATING']}` },
    { name: 'election-coordinator', as: 'coordinator', path: () => `/elections/${elections['NOMINATING']}` },
    { name: 'election-editor', as: 'coordinator', path: () => '/elections/new' },
    { name: 'body-council', as: null, path: () => bodies[0]! },
    { name: 'body-committee', as: null, path: () => bodies[1]! },
    { name: 'bodies-parent', as: 'second guardian', path: () => '/bodies' },
    { name: 'body-parent', as: 'second guardian', path: () => bodies[1]! },
    { name: 'bodies-coordinator', as: 'coordinator', path: () => '/bodies' },
    { name: 'body-coordinator', as: 'coordinator', path: () => bodies[1]! },
    { name: 'body-new', as: 'coordinator', path: () => '/bodies/new' },
    { name: 'body-edit', as: 'coordinator', path: () => `${bodies[0]}/edit` },
    { name: 'body-bylaws', as: 'coordinator', path: () => `${bodies[1]}/bylaws` },
  ];

  interface Found { readonly id: string; readonly body: { readonly id: string } }

  /** What anybody may ask of the demonstration's environment. */
  async function ask<T>(selection: string): Promise<T> {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', origin: server.url }, body: JSON.stringify({ query: `{ environment(slug: "puentes") ${selection} }` }),
    });
    return ((await answer.json()) as { data: { environment: T } }).data.environment;
  }

  /** The regular one; before it comes the one that waits to be called to order. */
  const nextMeeting = async (): Promise<Found> => (await ask<{ upcomingMeetings: Found[] }>('{ upcomingMeetings(first: 2) { id body { id } } }')).upcomingMeetings.at(-1)!;

  async function heldMeeting(): Promise<Found> {
    const { bodies: all } = await ask<{ bodies: { meetings: { edges: { node: Found & { state: string } }[] } }[] }>('{ bodies { meetings { edges { node { id state body { id } } } } } }');
    return all.flatMap(({ meetings }) => meetings.edges).find(({ node: { state } }) => state === 'ADJOURNED')!.node;
  }

  // Each language, each scheme and each size meets axe in one of the first two, between which every second page goes;
  // at full size each page is looked at in all four.
  const kinds: readonly (Required<Kind> & { readonly called: string; readonly axe: boolean })[] = [
    { called: 'en-light-desk', axe: true, locale: 'en', scheme: 'light', size: DESK },
    { called: 'es-dark-phone', axe: true, locale: 'es', scheme: 'dark', size: PHONE },
    { called: 'es-light-desk', axe: false, locale: 'es', scheme: 'light', size: DESK },
    { called: 'en-dark-phone', axe: false, locale: 'en', scheme: 'dark', size: PHONE },
  ];

  it.each([...new Set(pages.map(({ as }) => as))])('for %s', async (as) => {
    await Promise.all(kinds.filter(({ axe }) => axe || full).map((kind, at) => look(kind, as, at)));
  }, 300_000);

  /** The demonstration's bodies, as its public page leads to them. */
  async function pathsOfBodies(): Promise<string[]> {
    const visitor = await Visitor.arrive(browser, server.url);
    await visitor.open('/e/puentes');
    const links = visitor.page.locator('a[href^="/bodies/"]');
    await links.nth(1).waitFor();
    const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    await visitor.leave();
    return paths;
  }

  async function look({ called, axe, ...kind }: (typeof kinds)[number], as: string | null, turn: number): Promise<void> {
    const visitor = await Visitor.arrive(browser, server.url, kind);
    // Whose vote is secret is shown by what the page of the sign-in keeps.
    if (as === 'second guardian') await visitor.signIn(await server.account(as));
    else if (as !== null) await visitor.letIn(await server.account(as));
    for (const page of pages.filter((each, at) => each.as === as && (full || at % 2 === turn))) {
      const where = `${page.name}-${called}`;
      await visitor.open(await page.path());
      await visitor.picture(where);
      await visitor.fits(where);
      if (axe) await visitor.isAccessible(where, { always: true });
    }
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  }
});
