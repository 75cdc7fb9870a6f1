import { readFile } from 'node:fs/promises';
import type { Browser, Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { heldBy } from './lib/held.ts';
import { type Account, RunningServer } from './lib/running-server.ts';
import { ask, certified, closed, crowd, opened } from './lib/secret-school.ts';
import { DESK, PHONE, Visitor } from './lib/visitor.ts';

const QUESTION = { en: 'What should the grant pay for?', es: '¿En qué gastamos la beca?' };
const OPTIONS = [{ en: 'A garden', es: 'Un huerto' }, { en: 'Library books', es: 'Libros para la biblioteca' }, { en: 'A reading tutor', es: 'Clases de lectura' }];

/** Two guardians share one phone, a third has none: one ballot by two ways, each vote counted once. Each step stands on the one before. */
describe.skipIf(missing !== '')(`a shared phone and printed ballots${missing}`, () => {
  let server: RunningServer;
  let browser: Browser;
  let [coordinator, clerk, phone] = [] as unknown as [Visitor, Visitor, Visitor];
  let [first, second, third] = [] as unknown as [Account, Account, Account];
  let ballot: string;
  /** The first guardian's, as the page shows it. */
  let receipt: string;
  /** A signed state of the log, as somebody of the committee keeps it. */
  let checkpoint: string;
  const visitors: Visitor[] = [];

  const arrive = async (kind: Parameters<typeof Visitor.arrive>[2] = {}) => {
    const visitor = await Visitor.arrive(browser, server.url, kind);
    visitors.push(visitor);
    return visitor;
  };
  const looksRight = async (visitor: Visitor, name: string) => {
    await visitor.isAccessible(name);
    await visitor.fits(name);
    await visitor.picture(`j2-${name}-${visitor.locale}`);
  };
  /** The same page of the office on a phone's width, and back. */
  const looksRightToStaff = async (visitor: Visitor, name: string) => {
    await looksRight(visitor, name);
    await visitor.page.setViewportSize(PHONE);
    await visitor.fits(`${name}, narrow`);
    await visitor.picture(`j2-${name}-${visitor.locale}-narrow`);
    await visitor.page.setViewportSize(DESK);
  };
  const typeSlip = async (visitor: Visitor, { slip }: Account, guest = false) => {
    await visitor.page.getByLabel(visitor.say('slip.label'), { exact: true }).fill(slip);
    if (guest) await visitor.page.getByLabel(visitor.say('guest.label')).check();
    await visitor.press('signIn');
    await visitor.page.waitForURL((url) => url.pathname !== '/s');
    await visitor.settled();
  };
  const toBallot = async (visitor: Visitor) => {
    await visitor.page.getByRole('link', { name: visitor.say('nav.ballots'), exact: true }).click();
    await visitor.page.getByRole('link', { name: QUESTION[visitor.locale] }).click();
    await visitor.page.getByRole('heading', { level: 1, name: QUESTION[visitor.locale] }).waitFor();
    await visitor.settled();
  };
  const choose = async (visitor: Visitor, option: number) => {
    await visitor.page.getByRole('radio', { name: OPTIONS[option]![visitor.locale] }).check();
    await visitor.press('cast.verb');
    await visitor.text('secret.changeable').waitFor();
  };
  const chosen = async (visitor: Visitor) => {
    await visitor.page.getByRole('radio').first().waitFor();
    return visitor.page.getByRole('radio', { checked: true }).count();
  };
  const receiptOn = async ({ page }: Visitor) => (await page.locator('[translate=no]').filter({ hasText: /^([0-9a-f]{4} ){47}[0-9a-f]{4}$/ }).textContent())!;

  beforeAll(async () => {
    [server, browser] = await Promise.all([RunningServer.startQuickly(), ownBrowser()]);
    [first, second, third] = [await server.account('parent (Spanish)'), await server.account('EL parent'), await server.account('second guardian')];
    [coordinator, clerk] = [await arrive(), await arrive()];
    await coordinator.letIn(await server.account('coordinator'));
    await clerk.letIn(await server.account('clerk'));
    ballot = await opened(coordinator, { method: 'CHOOSE_ONE', question: QUESTION, options: OPTIONS, constituencies: ['PARENT'] });
  });
  afterAll(async () => {
    await Promise.all(visitors.map((visitor) => visitor.leave()));
    await emptied(browser);
    await server?.stop();
  });

  it('lets the first guardian say that others vote here too, and leaves after the vote', async () => {
    phone = await arrive({ locale: 'es', size: PHONE });
    await phone.open('/s');
    await looksRight(phone, 'sign-in');
    await typeSlip(phone, first);
    await phone.open('/me');
    await phone.page.getByLabel(phone.say('device.shared')).check();
    await looksRight(phone, 'shared-device');
    await toBallot(phone);
    await phone.page.getByRole('radio').first().waitFor();
    await looksRight(phone, 'ballot');
    await choose(phone, 1);
    await looksRight(phone, 'check');
    // The control: what is looked for afterwards is found while it is there.
    expect(await heldBy(phone)).toContain(first.name);
    await phone.press('cast.confirm');
    await phone.text('receipt.left').waitFor();
    receipt = await receiptOn(phone);
    expect(await heldBy(phone)).toContain(receipt);
    await looksRight(phone, 'receipt');
  });

  it('keeps nothing of the first vote for the second guardian, neither stored nor in memory nor on the way back', async () => {
    await phone.page.getByRole('link', { name: phone.say('receipt.next') }).click();
    await phone.page.getByLabel(phone.say('slip.label'), { exact: true }).waitFor();
    await typeSlip(phone, second);
    await toBallot(phone);
    expect(await chosen(phone)).toBe(0);
    const telling = [receipt, receipt.replaceAll(' ', ''), receipt.slice(0, 39), first.name, first.slip, first.slip.replaceAll(' ', '')];
    const held = await heldBy(phone);
    expect(telling.filter((text) => held.includes(text))).toEqual([]);
    expect(held).toContain(second.name);

    const { page } = phone;
    for (;;) {
      const before = page.url();
      await page.goBack().catch(() => null);
      if (page.url() === 'about:blank' || page.url() === before) break;
      await phone.settled();
      const shown = await page.locator('body').innerText();
      expect(telling.filter((text) => shown.includes(text))).toEqual([]);
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    }
  });

  it('takes the second guardian\'s own vote, and leaves by itself again', async () => {
    await phone.open(`/b/${ballot}`);
    await choose(phone, 2);
    await phone.press('cast.confirm');
    await phone.text('receipt.left').waitFor();
    const hers = await receiptOn(phone);
    await phone.open(`/b/${ballot}`);
    await phone.text('now.signIn.title').waitFor();
    const held = await heldBy(phone);
    expect([hers, second.name, receipt, first.name].filter((text) => held.includes(text))).toEqual([]);
    await looksRight(phone, 'left');
  });

  it('opens again with the first slip, on a phone that is nobody\'s, to change the vote', async () => {
    await phone.open('/s');
    await typeSlip(phone, first, true);
    await toBallot(phone);
    await phone.text('now.voted.title').waitFor();
    await looksRight(phone, 'voted');
    await phone.press('cast.changeVote');
    expect(await chosen(phone)).toBe(0);
    await choose(phone, 0);
    await phone.press('cast.confirm');
    await phone.text('receipt.left').waitFor();
    const changed = await receiptOn(phone);
    expect(changed).not.toBe(receipt);
    receipt = changed;
  });

  it('stops opening once the office has stopped the slip, and says where to get another', async () => {
    await clerk.open('/people');
    await clerk.page.getByRole('searchbox').fill(first.name);
    await clerk.page.getByRole('link', { name: first.name }).click();
    await clerk.press('slip.stop');
    await clerk.confirm('slip.stop');
    await clerk.text('slip.stopped').waitFor();
    await looksRightToStaff(clerk, 'stopped-slip');
    await phone.open('/s');
    await phone.page.getByLabel(phone.say('slip.label'), { exact: true }).fill(first.slip);
    await phone.press('signIn');
    await phone.text('refused.UNKNOWN_SLIP').waitFor();
    await looksRight(phone, 'stopped-slip');
  });

  it('gives the third guardian a printed ballot, and none to whoever took one by phone', async () => {
    const { page } = clerk;
    const give = async ({ name }: Account) => {
      await page.getByRole('searchbox', { name: clerk.say('printed.search') as string }).fill(name);
      await page.getByRole('button', { name: `Give a printed ballot to ${name}` }).click();
    };
    await clerk.open(`/ballots/${ballot}`);
    await looksRightToStaff(clerk, 'office-open');
    await give(second);
    await page.getByText(`${second.name} already took a ballot by phone`).waitFor();
    await looksRightToStaff(clerk, 'printed-refused');
    await give(third);
    await page.getByRole('button', { name: `Take back the printed ballot of ${third.name}` }).waitFor();
    await looksRightToStaff(clerk, 'printed-given');
    await page.getByRole('link', { name: clerk.say('printed.sheets') }).click();
    await clerk.settled();
    await page.locator('article[lang=es]').getByText(OPTIONS[0]!.es).waitFor();
    await looksRightToStaff(clerk, 'printed-sheets');
  });

  it('tells the third guardian, in Spanish on a borrowed phone, that the printed ballot is hers to use', async () => {
    const borrowed = await arrive({ locale: 'es', size: PHONE });
    await borrowed.page.goto(third.signInUrl);
    await borrowed.page.getByLabel(borrowed.say('guest.label')).check();
    await looksRight(borrowed, 'letter-link');
    await borrowed.press('signIn.confirm');
    await borrowed.page.waitForURL((url) => url.pathname !== '/s');
    await toBallot(borrowed);
    await borrowed.text('now.onPaper.title').waitFor();
    expect(await borrowed.page.getByRole('radio').count()).toBe(0);
    await looksRight(borrowed, 'has-printed');
  });

  it('reads the printed ballots by two people until both say the same', async () => {
    await crowd(server, coordinator, ballot, 'PARENT', [...Array.from({ length: 8 }, () => [0]), [1], [1], [2]]);
    await handOut(ballot, 11);
    await coordinator.open(`/ballots/${ballot}`);
    await coordinator.press('office.closeEarly');
    await coordinator.page.getByLabel(coordinator.say('office.reason'), { exact: true }).fill('Everybody who wanted to has voted.');
    await coordinator.confirm('office.closeVerb');
    await coordinator.text('printed.enterTitle').waitFor();
    // The last one is signed right after the close, and the page asks for it now and then.
    await coordinator.page.locator('pre').waitFor({ timeout: 60_000 });
    checkpoint = (await coordinator.page.locator('pre').textContent())!;
    await looksRightToStaff(coordinator, 'enter');
    await enter(coordinator, ['13', '0', '0']);
    await coordinator.text('printed.tooMany.title').waitFor();
    await looksRightToStaff(coordinator, 'enter-too-many');
    await enter(coordinator, ['7', '3', '2']);
    await coordinator.text('printed.waitsForOther').waitFor();
    await looksRightToStaff(coordinator, 'entered-once');

    await clerk.open(`/ballots/${ballot}`);
    await enter(clerk, ['6', '4', '2']);
    await clerk.text('printed.differ.title').waitFor();
    await looksRightToStaff(clerk, 'entered-differently');
    await enter(clerk, ['7', '3', '2'], 'printed.correct');
    await clerk.text('office.certifyTitle').waitFor();
  });

  it('is certified by two people', async () => {
    for (const person of [clerk, coordinator]) {
      await person.open(`/ballots/${ballot}`);
      await person.press('office.certify');
      await looksRightToStaff(person, person === clerk ? 'certify-first' : 'certify-second');
      await person.confirm('office.certify');
      await person.page.getByRole('dialog').waitFor({ state: 'hidden' });
      await person.settled();
    }
    await coordinator.text('result.certified').waitFor();
    await coordinator.text('printed.recordTitle').waitFor();
    await expect.poll(() => coordinator.page.getByRole('list', { name: coordinator.say('printed.log') as string }).locator('> li').count()).toBe(3);
    await looksRightToStaff(coordinator, 'certified');
  });

  it('is recounted in the page with its printed part, and the changed vote found in it', async () => {
    await phone.open(`/b/${ballot}`);
    await phone.page.getByLabel(phone.say('mine.paste'), { exact: true }).fill(receipt);
    await phone.press('mine.verb');
    await phone.text('mine.counted.title').waitFor();
    await phone.press('all.verb');
    await phone.text('verdict.CONFIRMED.title').waitFor();
    await phone.page.getByText('Padres y madres: 12 votos en boletas impresas, 13 por teléfono o computadora.').waitFor();
    await looksRight(phone, 'recount');
    const [file] = await Promise.all([phone.page.waitForEvent('download') as Promise<Download>, phone.page.getByRole('link', { name: phone.say('files.download') }).click()]);
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as { paper?: unknown; checkpoints?: string[] });
    expect(lines.find((line) => 'paper' in line)?.paper).toEqual({ papers: 12, piles: [{ choices: [0], papers: 7 }, { choices: [1], papers: 3 }, { choices: [2], papers: 2 }] });
    expect(lines.flatMap(({ checkpoints }) => checkpoints ?? [])).toContain(checkpoint);
  });

  it('opens no single vote where few came on paper, and says so', async () => {
    const few = await opened(coordinator, { method: 'CHOOSE_ONE', question: { en: 'Which day?', es: '¿Qué día?' }, options: OPTIONS, constituencies: ['PARENT'] });
    await crowd(server, coordinator, few, 'PARENT', Array.from({ length: 12 }, (_, at) => [at % 2]));
    await handOut(few, 3);
    await closed(coordinator, few);
    const { ballot: { options } } = await ask<{ ballot: { options: { id: string }[] } }>(clerk, 'query($id: ID!) { ballot(id: $id) { options { id } } }', { id: few });
    for (const reader of [clerk, coordinator]) {
      await ask(reader, 'mutation($id: ID!, $piles: [PaperPileInput!]!) { enterPrintedBallots(id: $id, constituency: PARENT, piles: $piles) { __typename } }', { id: few, piles: [{ optionIds: [options[2]!.id], papers: 3 }] });
    }
    await certified(coordinator, clerk, few);
    await phone.open(`/b/${few}`);
    await phone.press('all.verb');
    await phone.text('verdict.CONFIRMED_IN_PART.title').waitFor();
    await phone.text('unchecked.CLOSED_POOL.FEW').waitFor();
    await phone.text('result.printedFew').waitFor();
    const { ballot: { result } } = await ask<{ ballot: { result: object } }>(coordinator, 'query($id: ID!) { ballot(id: $id) { result { ballots printed constituencies { ballots printed } } } }', { id: few });
    expect(result).toEqual({ ballots: 15, printed: null, constituencies: [{ ballots: 15, printed: null }] });
    await looksRight(phone, 'few-printed');
  });

  it('complained of nothing but being told, at a change, how far the box is', () => {
    expect(visitors.flatMap(({ complaints }) => complaints).filter((line) => !/409 \(Conflict\)/.test(line))).toEqual([]);
  });

  /** Printed ballots for so many more parents, without the page. */
  async function handOut(id: string, count: number): Promise<void> {
    const { viewer } = await ask<{ viewer: { environment: { people: { edges: { node: { id: string } }[] } } } }>(clerk,
      '{ viewer { environment { people(first: 100, filter: { constituency: PARENT, withoutSlip: true }) { edges { node { id } } } } } }');
    for (const { node } of viewer.environment.people.edges.slice(0, count)) {
      const { given } = await ask<{ given: { __typename: string } }>(clerk, 'mutation($id: ID!, $personId: ID!) { given: givePrintedBallot(id: $id, personId: $personId) { __typename } }', { id, personId: node.id });
      expect(given.__typename).toBe('BallotChanged');
    }
  }

  async function enter(reader: Visitor, counts: readonly string[], verb = 'printed.enter'): Promise<void> {
    for (const [option, papers] of counts.entries()) await reader.page.getByLabel(OPTIONS[option]!.en, { exact: true }).fill(papers);
    await reader.press(verb);
  }
});
