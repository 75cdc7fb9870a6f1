import { readFile } from 'node:fs/promises';
import type { Browser, Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { full } from '../../packages/count/src/full-size.testing.ts';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { RunningServer } from './lib/running-server.ts';
import { certified, crowd, opened } from './lib/secret-school.ts';
import { DESK, PHONE, Visitor } from './lib/visitor.ts';

/** A secret ballot by the hands of its voters: cast, changed here and on another device, kept from the next person, checked. */
describe.skipIf(missing !== '')(`a secret vote${missing}`, () => {
  let server: RunningServer;
  let browser: Browser;
  let coordinator: Visitor;
  let phone: Visitor;
  let garden: string;
  let receipt: string;
  const visitors: Visitor[] = [];

  const arrive = async (kind: Parameters<typeof Visitor.arrive>[2] = {}) => {
    const visitor = await Visitor.arrive(browser, server.url, kind);
    visitors.push(visitor);
    return visitor;
  };
  /** All that a browser holds of whoever used it: storage, history, what forms would bring back. */
  const held = ({ page }: Visitor) => page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const rows = await Promise.all(databases.map(({ name }) => new Promise<unknown[]>((resolve) => {
      const asked = indexedDB.open(name!);
      asked.addEventListener('success', () => {
        const stores = [...asked.result.objectStoreNames];
        if (stores.length === 0) return resolve([]);
        const all = asked.result.transaction(stores).objectStore(stores[0]!).getAll();
        all.addEventListener('success', () => {
          asked.result.close();
          resolve((all.result as { key: CryptoKey; person: string }[]).map(({ key, ...row }) => ({ ...row, algorithm: key.algorithm.name, extractable: key.extractable })));
        });
      });
    })));
    return { rows: rows.flat() as { person: string; algorithm: string; extractable: boolean }[], text: JSON.stringify([rows, { ...localStorage }, { ...sessionStorage }, history.state, location.href]), local: { ...localStorage } };
  });
  const choose = async (voter: Visitor, choice: RegExp) => {
    await voter.page.getByRole('radio', { name: choice }).first().check();
    await voter.press('cast.verb');
    await voter.text('secret.changeable').waitFor();
  };
  const cast = async (voter: Visitor, choice: RegExp, thanks = 'receipt.title') => {
    await choose(voter, choice);
    await voter.press('cast.confirm');
    await voter.text(thanks).waitFor();
  };

  beforeAll(async () => {
    [server, browser] = await Promise.all([RunningServer.start(), ownBrowser()]);
    coordinator = await arrive();
    await coordinator.letIn(await server.account('coordinator'));
    garden = await opened(coordinator, { question: { en: 'Shall we plant a garden?', es: '¿Plantamos un jardín?' }, constituencies: ['PARENT', 'STUDENT'] });
  });
  afterAll(async () => {
    await Promise.all(visitors.map((visitor) => visitor.leave()));
    await emptied(browser);
    await server?.stop();
  });

  it('is cast by phone in Spanish, and says what it is before the press', async () => {
    phone = await arrive({ locale: 'es', size: PHONE });
    await phone.signIn(await server.account('parent (Spanish)'));
    await phone.open(`/b/${garden}`);
    await phone.page.getByText(phone.say('secrecy.SECRET'), { exact: true }).waitFor();
    await choose(phone, /^Sí/);
    await phone.isAccessible('check');
    await phone.fits('the check');
    await phone.picture('secret-check-es-phone');
    await phone.page.getByText(phone.say('means.title') as string).click();
    await phone.text('means.records').waitFor();
    await phone.isAccessible('what secret means');
    await phone.press('cast.confirm');
    await phone.text('receipt.title').waitFor();
    await phone.isAccessible('receipt');
    await phone.fits('the receipt');
    await phone.picture('secret-receipt-es-phone');
    const [file] = await Promise.all([phone.page.waitForEvent('download') as Promise<Download>, phone.press('receipt.save')]);
    receipt = await readFile(await file.path(), 'utf8');
    expect(receipt).toContain(garden);
  });

  it('leaves a key no script can read, and nothing that tells the choice', async () => {
    const { rows, text } = await held(phone);
    expect(rows).toMatchObject([{ algorithm: 'HKDF', extractable: false }]);
    const digits = receipt.replace(/[^0-9a-f]/g, '').slice(-192);
    for (const held of [digits.slice(0, 64), digits.slice(64), digits.slice(0, 64).replace(/(.{4})(?=.)/g, '$1 ')]) expect(text).not.toContain(held);
  });

  it('is told of after a reload without its choice, and changed there', async () => {
    await phone.open(`/b/${garden}`);
    await phone.text('now.voted.title').waitFor();
    expect(await phone.page.getByRole('radio').count()).toBe(0);
    await phone.press('cast.changeVote');
    expect(await phone.page.getByRole('radio', { checked: true }).count()).toBe(0);
    await choose(phone, /^No/);
    await phone.text('secret.replaces').waitFor();
    await phone.press('cast.confirm');
    await phone.text('receipt.changed').waitFor();
  });

  it('is changed on a second device with the letter, and back on the first', async () => {
    const computer = await arrive({ locale: 'es', size: DESK });
    await computer.signIn(await server.account('parent (Spanish)'));
    await computer.open(`/b/${garden}`);
    await computer.press('cast.changeVote');
    await cast(computer, /^Sí/, 'receipt.changed');
    await phone.open(`/b/${garden}`);
    await phone.press('cast.changeVote');
    await cast(phone, /^Sí/, 'receipt.changed');
    const [file] = await Promise.all([phone.page.waitForEvent('download') as Promise<Download>, phone.press('receipt.save')]);
    receipt = await readFile(await file.path(), 'utf8');
  });

  it('is kept from the next person on the same phone, whose session ends with the vote', async () => {
    await phone.signIn(await server.account('parent (English)'));
    await phone.open(`/b/${garden}`);
    await cast(phone, /^(Sí|Yes)/);
    await phone.text('receipt.left').waitFor();
    const { rows, local } = await held(phone);
    expect(rows).toHaveLength(1);
    expect(local['plenary.shared']).toBe('1');
    await phone.page.goBack();
    await phone.open(`/b/${garden}`);
    await phone.text('now.signIn.title').waitFor();
    expect(await phone.page.getByRole('radio').count()).toBe(0);
  });

  it('keeps its key in memory alone on a borrowed phone', async () => {
    const borrowed = await arrive({ size: PHONE });
    await borrowed.page.goto((await server.account('student')).signInUrl);
    await borrowed.page.getByLabel(borrowed.say('guest.label')).check();
    await borrowed.press('signIn.confirm');
    await borrowed.page.waitForURL((url) => url.pathname !== '/s');
    await borrowed.page.getByRole('link', { name: borrowed.say('nav.ballots'), exact: true }).click();
    await borrowed.page.getByRole('link', { name: 'Shall we plant a garden?' }).click();
    expect((await held(borrowed)).rows).toEqual([]);
    await cast(borrowed, /^Yes/);
    await borrowed.text('receipt.left').waitFor();
    expect((await held(borrowed)).rows).toEqual([]);
  });

  it('is found again in the published votes, which are recounted in the page, in Spanish', async () => {
    await crowd(server, coordinator, garden, 'PARENT', [...Array.from({ length: 8 }, () => [0]), [1], [1], [2]]);
    await crowd(server, coordinator, garden, 'STUDENT', [...Array.from({ length: 7 }, () => [0]), [1], [1], [2]]);
    const clerk = await arrive();
    await clerk.letIn(await server.account('clerk'));
    await certified(coordinator, clerk, garden);

    const stranger = await arrive({ locale: 'es', size: PHONE });
    await stranger.open(`/b/${garden}`);
    await stranger.page.getByLabel(stranger.say('mine.paste'), { exact: true }).fill(receipt);
    await stranger.press('mine.verb');
    await stranger.text('mine.counted.title').waitFor();
    await stranger.press('mine.reveal');
    await stranger.page.getByText(stranger.say('mine.says')).locator('xpath=following-sibling::ul').getByText('Sí').waitFor();
    await stranger.press('all.verb');
    await stranger.text('verdict.CONFIRMED.title').waitFor();
    await stranger.isAccessible('recount');
    await stranger.fits('the recount');
    await stranger.picture('secret-recount-es-phone');

    const [file] = await Promise.all([stranger.page.waitForEvent('download') as Promise<Download>, stranger.page.getByRole('link', { name: stranger.say('files.download') }).click()]);
    const bundle = await readFile(await file.path(), 'utf8');
    // One vote turned round in the file is what the recount is for.
    await stranger.page.route('**/ballot/bundle/*', (route) => route.fulfill({ contentType: 'application/x-ndjson', body: bundle.replace('"choices":"00010000"', '"choices":"00010001"') }));
    await stranger.press('all.verb');
    await stranger.text('verdict.FAULTY.title').waitFor();
    await stranger.text('fault.COMMITMENT').waitFor();
    await stranger.isAccessible('a faulty bundle');
    await stranger.picture('secret-faulty-es-phone');
  });

  const species = Array.from({ length: 60 }, (_, at) => ({ en: `Tree number ${at + 1} of the schoolyard`, es: `Árbol número ${at + 1} del patio` }));
  const few = species.slice(0, 4);

  it('is given by every method, on the narrowest phone and by keys alone', async () => {
    const asked = {
      rank: await opened(coordinator, { method: 'SCOTTISH_STV', seats: 3, question: { en: 'Which trees?', es: '¿Qué árboles?' }, options: species, constituencies: ['TEACHER'] }),
      score: await opened(coordinator, { method: 'SCORE', question: { en: 'How good is each tree?', es: '¿Qué tan bueno es cada árbol?' }, options: few, constituencies: ['TEACHER'] }),
      dots: await opened(coordinator, { method: 'DOTS', maxChoices: 5, question: { en: 'Which trees matter?', es: '¿Qué árboles importan?' }, options: few, constituencies: ['TEACHER'] }),
      budget: await opened(coordinator, { method: 'EQUAL_SHARES', budgetTotal: 5000, question: { en: 'What do we buy?', es: '¿Qué compramos?' }, options: few.map((option, at) => ({ ...option, cost: 900 * (at + 1) })), constituencies: ['TEACHER'] }),
    };
    const narrow = await arrive({ locale: 'es', size: { width: 320, height: 640 } });
    const desk = await arrive({ size: DESK, scheme: 'dark' });
    for (const visitor of [narrow, desk]) await visitor.signIn(await server.account('teacher'));
    for (const [name, id] of Object.entries(asked)) {
      // The one who only looks comes first: after the vote there is no form any more.
      for (const visitor of full ? [desk, narrow] : [narrow]) {
        await visitor.open(`/b/${id}`);
        await visitor.page.getByText(visitor.say('cast.legend'), { exact: true }).waitFor();
        const { page } = visitor;
        if (name === 'rank') for (const tree of [9, 2, 30]) await page.getByRole('button', { name: visitor.locale === 'es' ? `Árbol número ${tree} del patio` : `Tree number ${tree} of the schoolyard`, exact: true }).press('Enter');
        if (name === 'score') for (const radio of await page.getByRole('radio', { name: '4' }).all()) await radio.press('Space');
        if (name === 'dots') for (const times of [0, 1, 2]) await page.getByRole('button', { name: visitor.locale === 'es' ? /^Un punto más/ : /^One more/ }).nth(times).press('Enter');
        if (name === 'budget') for (const at of [0, 3]) await page.getByRole('checkbox').nth(at).press('Space');
        await visitor.fits(name);
        await visitor.isAccessible(name);
        await visitor.picture(`secret-${name}-${visitor.locale}-${visitor === desk ? 'desk-dark' : '320'}`);
        await visitor.press('cast.verb');
        await visitor.text('secret.changeable').waitFor();
        await visitor.fits(`${name}, check`);
        await visitor.picture(`secret-${name}-check-${visitor.locale}`);
        if (visitor === desk) continue;
        await visitor.press('cast.confirm');
        await visitor.text('receipt.title').waitFor();
      }
    }
    await desk.open('/secret');
    await desk.isAccessible('how a secret vote works');
    await desk.picture('secret-page-en-desk-dark');
    await desk.open('/me');
    await desk.text('device.holds').waitFor();
    await desk.picture('secret-me-en-desk-dark');
  });

  it('complained of nothing but being told, at each change, how far the box is', () => {
    expect(visitors.flatMap(({ complaints }) => complaints).filter((line) => !/409 \(Conflict\)/.test(line))).toEqual([]);
  });
});
