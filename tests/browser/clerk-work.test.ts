import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { RunningServer } from './lib/running-server.ts';
import { Visitor } from './lib/visitor.ts';

const roster = resolve(process.env['SHARED_DIR'] ?? resolve(import.meta.dirname, '../../../shared'), 'rosters/minimal-1.1');
const noRoster = existsSync(roster) ? '' : ': skipped, no conformance data';

/** A day in the school office: a roster, letters, a lost letter, and two people writing the same ballot. */
describe.skipIf(missing !== '')(`a clerk's work${missing}`, () => {
  let server: RunningServer;
  let browser: Browser;
  let clerk: Visitor;

  beforeAll(async () => {
    [server, browser] = await Promise.all([RunningServer.start(), ownBrowser()]);
    clerk = await Visitor.arrive(browser, server.url);
    await clerk.letIn(await server.account('clerk'));
  });
  afterAll(async () => {
    await emptied(browser);
    await server?.stop();
  });

  const files = (change: (name: string, text: string) => string = (_, text) => text) =>
    readdirSync(roster).filter((name) => name.endsWith('.csv')).map((name) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(change(name, readFileSync(join(roster, name), 'utf8'))) }));

  const upload = async (what: ReturnType<typeof files>) => {
    await clerk.open('/import');
    await clerk.page.getByLabel(clerk.say('import.files')).setInputFiles(what);
    await clerk.press('import.read');
    await clerk.page.waitForURL(/\/import\/[\w-]+$/);
  };

  it.skipIf(noRoster !== '')(`names every fault of a broken roster by file and line, and changes nothing${noRoster}`, async () => {
    await upload(files((name, text) => (name === 'users.csv' ? `${text.trimEnd()}\n${text.trimEnd().split('\n').at(-1)}\n` : text)));
    await clerk.text('rosterFault.DUPLICATE_SOURCED_ID').waitFor();
    expect(await clerk.page.getByText(/users\.csv, line \d+/).count()).toBe(1);
    expect(await clerk.button('import.commit').count()).toBe(0);
    await clerk.press('import.discard');
    await clerk.text('import.discardedHow').waitFor();
  });

  it.skipIf(noRoster !== '')(`shows what a roster would do, then does it${noRoster}`, async () => {
    await upload(files());
    await clerk.text('import.wouldChange').waitFor();
    await clerk.press('import.commit');
    await clerk.confirm('import.commit');
    await clerk.text('import.committed').waitFor();
    await clerk.isAccessible('a committed import');
  });

  it('makes letters although an answer gets lost, and stores no slip twice', async () => {
    const { page } = clerk;
    const sent: string[][] = [];
    await page.route('**/graphql', async (route) => {
      const { operationName, variables } = route.request().postDataJSON() as { operationName: string; variables: { input: { slips: { tokenHash: string }[] } } };
      if (operationName !== 'MakeSlips') return route.continue();
      sent.push(variables.input.slips.map(({ tokenHash }) => tokenHash));
      if (sent.length !== 2) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await clerk.open('/slips');
    await page.getByText(clerk.say('slips.willOne')).or(page.getByText(/^\d+ letters will be made/)).first().waitFor();
    await page.getByRole('button', { name: /^Make \d+ slips$/ }).click();
    await clerk.text('slips.halted').waitFor();
    await clerk.press('slips.goOn');
    const link = page.getByRole('link', { name: clerk.say('slips.download') });
    await link.waitFor({ timeout: 60_000 });
    await page.unroute('**/graphql');

    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const pdf = readFileSync(await download.path());
    const hashes = new Set(sent.flat());
    // One page per slip after the list of envelopes; the batch whose answer was lost went twice, as it was.
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(hashes.size);
    expect(sent[2]).toEqual(sent[1]);
    expect(sent.flat().length).toBe(hashes.size + sent[1]!.length);

    await clerk.open('/slips');
    await clerk.page.getByText(/^Nobody gets a letter/).waitFor();
  });

  it('prints a new letter for one person, and the lost one opens nothing any more', async () => {
    const parent = await server.account('parent (Spanish)');
    await clerk.open('/people');
    await clerk.page.getByRole('searchbox').fill(parent.name);
    await clerk.page.getByRole('link', { name: parent.name }).click();
    await clerk.page.getByRole('link', { name: clerk.say('slip.makeNew') }).click();
    await clerk.press('slips.makeOne');
    await clerk.page.getByRole('link', { name: clerk.say('slips.download') }).waitFor();

    const finder = await Visitor.arrive(browser, server.url);
    await finder.page.goto(parent.signInUrl);
    await finder.press('signIn.confirm');
    await finder.text('refused.UNKNOWN_SLIP.title').waitFor();
    await finder.leave();
  });

  it('loses nothing of what two people typed in the same ballot', async () => {
    const [one, two] = await Promise.all(['coordinator', 'administrator'].map(async (role) => {
      const visitor = await Visitor.arrive(browser, server.url);
      await visitor.letIn(await server.account(role));
      return visitor;
    })) as [Visitor, Visitor];
    const question = (visitor: Visitor, language: string) => visitor.page.locator(`input[lang=${language}], textarea[lang=${language}]`).first();
    await one.open('/ballots/new');
    await question(one, 'en').fill('Shall we plant trees?');
    await one.press('editor.saveDraft');
    await one.page.waitForURL(/\/edit/);
    await two.open(new URL(one.page.url()).pathname);
    await question(one, 'en').fill('Shall we plant ten trees?');
    await one.press('editor.saveDraft');
    await one.text('editor.allSaved').waitFor();

    await question(two, 'es').fill('¿Plantamos árboles?');
    await two.press('editor.saveDraft');
    await two.page.getByRole('dialog').waitFor();
    await two.isAccessible('a stale ballot');
    await two.confirm('stale.look');
    expect(await question(two, 'es').inputValue()).toBe('¿Plantamos árboles?');
    await two.press('editor.saveDraft');
    await two.confirm('stale.mine');
    await two.text('editor.allSaved').waitFor();
    await Promise.all([one.leave(), two.leave()]);
  });
});
