import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { RunningServer } from './lib/running-server.ts';
import { DESK, type Locale, PHONE, Visitor } from './lib/visitor.ts';

const read = (locale: Locale) => JSON.parse(readFileSync(resolve(import.meta.dirname, `../../packages/web/src/i18n/messages/meetings/${locale}.json`), 'utf8')) as Record<string, string>;
const catalogs = { en: read('en'), es: read('es') };

const mailbox = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../packages/web/src/i18n/messages/mailbox/en.json'), 'utf8')) as Record<string, string>;

/** The pages' own words up to the first thing they are filled with. */
function words(locale: Locale, key: string): string {
  const text = catalogs[locale][key];
  if (text === undefined) throw new Error(`no words for ${key} in ${locale}`);
  return (text.split('{')[0] ?? '').trim();
}

/** The council's secretary posts a lawful agenda; whoever is signed out reads it in Spanish on a phone. */
describe.skipIf(missing !== '')(`meetings${missing}`, () => {
  let server: RunningServer;
  let browser: Browser;
  let secretary: Visitor;
  let path: string;
  const say = (key: string) => words('en', key);

  beforeAll(async () => {
    [server, browser] = await Promise.all([RunningServer.startQuickly(), ownBrowser()]);
    secretary = await Visitor.arrive(browser, server.url, { size: DESK });
    await secretary.letIn(await server.account('clerk'));
  });
  afterAll(async () => {
    const complaints = secretary?.complaints;
    await secretary?.leave();
    await emptied(browser);
    await server?.stop();
    expect(complaints).toEqual([]);
  });

  const button = (key: string) => secretary.page.getByRole('button', { name: say(key), exact: true });
  const inDialog = () => secretary.page.getByRole('dialog');
  const looks = async (where: string) => {
    await secretary.isAccessible(where);
    await secretary.fits(where);
    await secretary.picture(where);
  };
  const focused = () => secretary.page.evaluate(() => document.activeElement?.id ?? '');
  const inDays = (days: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(Date.now() + days * 864e5);

  it('the secretary plans a meeting from the list of the committee', async () => {
    const { page } = secretary;
    await secretary.open('/bodies');
    const body = await page.getByRole('link', { name: 'English Learner Advisory Committee' }).getAttribute('href');
    await secretary.open(`${body}/meetings`);
    await page.getByRole('link', { name: 'Regular meeting of the committee' }).waitFor();
    await looks('meetings-en-desk');
    await page.getByRole('link', { name: say('meetings.new') }).click();
    await page.locator('#meeting-title-en').waitFor();
    await looks('meeting-new-en-desk');
    await button('meetings.edit.create').click();
    await page.getByRole('alert').getByRole('link', { name: /^Title/ }).click();
    await expect.poll(focused).toBe('meeting-title-en');
    await page.locator('#meeting-title-en').fill('Meeting on the reading plan');
    await page.locator('#meeting-startsAt').fill(inDays(7));
    await page.getByLabel(say('meetings.edit.starts'), { exact: true }).fill('17:30');
    await page.getByLabel(say('meetings.edit.ends'), { exact: true }).fill('19:00');
    await page.locator('#meeting-place-en').fill('Room 12');
    await page.locator('#meeting-place-es').fill('Salón 12');
    await page.getByRole('checkbox', { name: 'Spanish', exact: true }).check();
    await page.getByRole('checkbox', { name: say('meetings.edit.childcare') }).check();
    await button('meetings.edit.create').click();
    await secretary.heading('Meeting on the reading plan').waitFor();
    path = new URL(page.url()).pathname.replace('/edit', '');
    await page.getByText(/^Post it by \w+day, .*, to act at this meeting\.$/).waitFor();
    await page.getByText(say('meetings.fault.noItems')).waitFor();
    await looks('meeting-empty-en-desk');
  });

  it('is told all that is missing, each a way to its field, and nothing is posted before', async () => {
    const { page } = secretary;
    await button('meetings.item.add').click();
    await expect.poll(focused).toBe('item-title-en');
    await page.locator('#item-title-en').fill('The reading plan');
    await page.getByRole('radio', { name: new RegExp(`^${say('meetings.intent.ACTION')}`) }).check();
    await page.locator('#item-description-en').fill('Which books the committee asks for.');
    await page.locator('#item-description-es').fill('Qué libros pide el comité.');
    await looks('meeting-item-en-desk');
    await button('meetings.item.save').click();
    await page.getByRole('heading', { level: 3, name: 'The reading plan' }).waitFor();
    await expect.poll(focused).toMatch(/^edit-/);
    await page.getByText(/^\d+ things are still missing$/).waitFor();
    await page.getByRole('link', { name: /The reading plan: Say what this decision does for students/ }).waitFor();
    await looks('meeting-missing-en-desk');
    await page.getByRole('button', { name: say('meetings.post.verb'), exact: true }).click({ force: true });
    expect(await inDialog().count()).toBe(0);

    await page.getByRole('link', { name: /The reading plan: .*Spanish.*48985/ }).click();
    await page.locator('#item-title-es').waitFor();
    await expect.poll(focused).toBe('item-title-es');
    await page.locator('#item-title-es').fill('El plan de lectura');
    await page.locator('#item-rationale-en').fill('Students read more when they choose.');
    await page.locator('#item-rationale-es').fill('Los estudiantes leen más cuando eligen.');
    await button('meetings.item.save').click();
    await page.locator('#item-title-en').waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: /^Title is not yet in: Spanish/ }).click();
    await expect.poll(focused).toBe('meeting-title-es');
    await page.locator('#meeting-title-es').fill('Reunión sobre el plan de lectura');
    await page.getByText(say('meetings.post.unsaved')).waitFor();
    await button('meetings.edit.save').click();
    await page.getByText(say('meetings.post.ready')).waitFor();
  });

  it('puts the agenda in order by keyboard alone, one item as a part of another, and takes one off', async () => {
    const { page } = secretary;
    for (const [en, es] of [['Questions', 'Preguntas'], ['Too much', 'De más']] as const) {
      await button('meetings.item.add').click();
      await page.locator('#item-title-en').fill(en);
      await page.locator('#item-title-es').fill(es);
      await page.locator('#item-description-en').fill(`${en}.`);
      await page.locator('#item-description-es').fill(`${es}.`);
      await button('meetings.item.save').click();
      await page.getByRole('heading', { level: 3, name: en }).waitFor();
    }
    await page.getByRole('button', { name: 'Up: Questions' }).press('Enter');
    await page.getByRole('heading', { level: 3, name: /^1 Questions/ }).waitFor();
    await expect.poll(focused).toMatch(/^up-/);
    await page.getByRole('button', { name: 'Down: Questions' }).press('Enter');
    await page.getByRole('heading', { level: 3, name: /^2 Questions/ }).waitFor();
    await page.getByRole('button', { name: /^Make a part.*Questions/ }).press('Enter');
    await page.getByRole('heading', { level: 3, name: /^1\.1 Questions/ }).waitFor();
    await expect.poll(focused).toMatch(/^out-/);
    await page.getByRole('button', { name: 'Take off: Too much' }).click();
    await inDialog().getByRole('button', { name: say('meetings.withdraw'), exact: true }).click();
    await page.getByRole('heading', { level: 3, name: /Too much/ }).waitFor({ state: 'hidden' });
    await looks('meeting-ready-en-desk');
  });

  it('posts the notice, and records where it hangs', async () => {
    const { page } = secretary;
    await button('meetings.post.verb').click();
    await inDialog().waitFor();
    await page.keyboard.press('Escape');
    await inDialog().waitFor({ state: 'hidden' });
    await expect.poll(() => button('meetings.post.verb').evaluate((each) => each === document.activeElement)).toBe(true);
    await button('meetings.post.verb').click();
    await inDialog().getByText(say('meetings.post.explain')).waitFor();
    await looks('meeting-post-en-desk');
    await inDialog().getByRole('button', { name: say('meetings.post.verb'), exact: true }).click();
    await page.waitForURL((url) => url.pathname === path);
    await page.getByText(say('meetings.may.ACTION')).waitFor();
    await page.getByText(say('meetings.needsProof'), { exact: true }).waitFor();
    await looks('meeting-posted-en-desk');
    await button('meetings.prove').click();
    await inDialog().getByRole('button', { name: say('meetings.prove.verb') }).click();
    await inDialog().getByText(say('meetings.prove.missing')).waitFor();
    await inDialog().getByLabel(say('meetings.prove.place')).fill('The board beside the front gate');
    await inDialog().getByLabel(say('meetings.prove.day')).fill(inDays(2));
    await inDialog().getByRole('button', { name: say('meetings.prove.verb') }).click();
    await inDialog().getByText(say('meetings.refused.PROOF_OF_FUTURE')).waitFor();
    await looks('meeting-prove-refused-en-desk');
    await inDialog().getByLabel(say('meetings.prove.day')).fill(inDays(0));
    await inDialog().getByLabel(say('meetings.prove.time')).fill('00:00');
    await inDialog().getByRole('button', { name: say('meetings.prove.verb') }).click();
    await page.getByText('The board beside the front gate').waitFor();
    await page.getByText(say('meetings.needsProof'), { exact: true }).waitFor({ state: 'hidden' });
    await looks('meeting-proved-en-desk');
  });

  it('a parent finds it from the first page, and is told who changes it', async () => {
    const parent = await Visitor.arrive(browser, server.url, { locale: 'es', size: PHONE });
    await parent.letIn(await server.account('parent (Spanish)'));
    await parent.open('/');
    await parent.page.getByRole('link', { name: parent.say('home.bodies') as string }).click();
    await parent.page.getByRole('link', { name: 'Reunión sobre el plan de lectura' }).click();
    await parent.heading('Reunión sobre el plan de lectura').waitFor();
    await parent.page.getByRole('radio', { name: words('es', 'meetings.plan.COMING') }).check();
    await parent.page.getByRole('button', { name: words('es', 'meetings.plan.send'), exact: true }).click();
    await parent.page.getByText(words('es', 'meetings.plan.own.COMING')).waitFor();
    await parent.open(`${path}/edit`);
    await parent.heading(words('es', 'meetings.edit.notYours')).waitFor();
    await parent.isAccessible('a meeting of others');
    await parent.fits('a meeting of others');
    expect(parent.complaints).toEqual([]);
    await parent.leave();
  });

  it('whoever is signed out reads it in Spanish on a phone, prints it, and hears at once that it is canceled', async () => {
    const visitor = await Visitor.arrive(browser, server.url, { locale: 'es', scheme: 'dark', size: PHONE });
    await visitor.open(path);
    await visitor.heading('Reunión sobre el plan de lectura').waitFor();
    await visitor.page.getByText(words('es', 'meetings.may.ACTION')).waitFor();
    await visitor.page.getByText(words('es', 'meetings.speak')).waitFor();
    await visitor.page.getByText('Salón 12').waitFor();
    await visitor.page.getByText('The board beside the front gate').waitFor();
    expect(await visitor.page.getByText(words('es', 'meetings.change')).count()).toBe(0);
    await visitor.isAccessible('a meeting, signed out');
    await visitor.fits('a meeting, signed out');
    await visitor.picture('meeting-es-dark-phone');
    await visitor.page.getByRole('link', { name: words('es', 'meetings.toSheet') }).click();
    await visitor.page.getByRole('article').nth(1).waitFor();
    await visitor.isAccessible('the sheet');
    await visitor.fits('the sheet');
    const kept = visitor.page.waitForEvent('download');
    await visitor.page.getByRole('button', { name: `${words('es', 'meetings.pdf.save')} Español` }).click();
    const pdf = readFileSync(await (await kept).path(), 'latin1');
    expect(pdf).toMatch(/^%PDF-1\.7[^]*\/Marked true/);
    await visitor.page.emulateMedia({ media: 'print' });
    await visitor.page.setViewportSize({ width: 720, height: 960 });
    await visitor.picture('meeting-sheet-print');
    await visitor.page.emulateMedia({ media: 'screen' });
    await visitor.page.setViewportSize(PHONE);
    await visitor.open(path);

    await button('meetings.cancel').click();
    await inDialog().getByRole('button', { name: say('meetings.cancel'), exact: true }).click();
    await inDialog().getByText(say('meetings.cancel.missing'), { exact: true }).waitFor();
    await inDialog().getByRole('textbox').fill('The room is flooded.');
    await looks('meeting-cancel-en-desk');
    await inDialog().getByRole('button', { name: say('meetings.cancel'), exact: true }).click();
    await secretary.page.getByText(say('meetings.cancel.done')).waitFor();
    await looks('meeting-canceled-en-desk');
    await visitor.page.getByText('The room is flooded.').waitFor();
    expect(await visitor.page.getByText(words('es', 'meetings.may.ACTION')).count()).toBe(0);
    await visitor.isAccessible('a canceled meeting');
    await visitor.fits('a canceled meeting');
    await visitor.picture('meeting-canceled-es-dark-phone');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('the committee\'s people find all of it among their messages, mark it read, and take that back', async () => {
    const { page } = secretary;
    const mark = (key: string) => page.getByRole('button', { name: mailbox[key]!, exact: true });
    await secretary.open('/messages');
    const called = page.getByRole('link', { name: 'English Learner Advisory Committee does not meet' });
    await called.waitFor();
    await page.getByText(/is canceled: The room is flooded\.$/).waitFor();
    await looks('messages-en-desk');
    const unread = () => page.getByText(mailbox['mailbox.new']!, { exact: true }).count();
    const before = await unread();
    await mark('mailbox.readAll').click();
    await mark('mailbox.undo').waitFor();
    await expect.poll(unread).toBe(0);
    await looks('messages-read-en-desk');
    await mark('mailbox.undo').click();
    await expect.poll(unread).toBe(before);
    await page.getByRole('button', { name: /^Mark as read: .*does not meet$/ }).click();
    await page.getByRole('button', { name: /^Mark as unread: .*does not meet$/ }).waitFor();
    await called.click();
    await page.waitForURL((url) => url.pathname === path);
  });
});
