import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { RunningServer } from './lib/running-server.ts';
import { DESK, type Locale, PHONE, Visitor } from './lib/visitor.ts';

const read = (locale: Locale) => JSON.parse(readFileSync(resolve(import.meta.dirname, `../../packages/web/src/i18n/messages/bodies/${locale}.json`), 'utf8')) as Record<string, string>;
const catalogs = { en: read('en'), es: read('es') };

/** The pages' own words up to the first thing they are filled with. */
function words(locale: Locale, key: string): string {
  const text = catalogs[locale][key];
  if (text === undefined) throw new Error(`no words for ${key} in ${locale}`);
  return (text.split('{')[0] ?? '').trim();
}

/** A coordinator puts a council on record and keeps it; whoever is signed out reads it in Spanish on a phone. */
describe.skipIf(missing !== '')(`councils and committees${missing}`, () => {
  let server: RunningServer;
  let browser: Browser;
  let coordinator: Visitor;
  let path: string;
  const say = (key: string) => words('en', key);

  beforeAll(async () => {
    [server, browser] = await Promise.all([RunningServer.startQuickly(), ownBrowser()]);
    coordinator = await Visitor.arrive(browser, server.url, { size: DESK });
    await coordinator.letIn(await server.account('coordinator'));
  });
  afterAll(async () => {
    const complaints = coordinator?.complaints;
    await coordinator?.leave();
    await emptied(browser);
    await server?.stop();
    expect(complaints).toEqual([]);
  });

  const button = (key: string) => coordinator.page.getByRole('button', { name: say(key), exact: true });
  const inDialog = () => coordinator.page.getByRole('dialog');
  const looks = async (where: string) => {
    await coordinator.isAccessible(where);
    await coordinator.fits(where);
    await coordinator.picture(where);
  };

  it('a site council is put on record, with the law and the seats its kind usually has', async () => {
    const { page } = coordinator;
    await coordinator.open('/bodies');
    await looks('bodies-en-desk');
    await page.getByRole('link', { name: say('bodies.new') }).click();
    await page.locator('#body-name').waitFor();
    await page.getByRole('radio', { name: new RegExp(`^${say('bodies.kind.PTA')}`) }).check();
    expect(await page.getByRole('radio', { name: new RegExp(`^${say('bodies.law.PRIVATE')}`) }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: new RegExp(`^${say('bodies.kind.SSC')}`) }).check();
    expect(await page.getByRole('radio', { name: new RegExp(`^${say('bodies.law.GREENE')}`) }).isChecked()).toBe(true);
    await button('bodies.edit.create').click();
    await page.getByRole('alert').getByRole('link', { name: say('bodies.field.name') }).waitFor();
    await looks('body-new-fault-en-desk');
    await page.locator('input[lang=en]').fill('Council of the North Wing');
    await page.locator('input[lang=es]').fill('Consejo del Ala Norte');
    await page.locator('textarea[lang=en]').fill('The plan of the north wing, each year.');
    await page.locator('textarea[lang=es]').fill('El plan del ala norte, cada año.');
    await button('bodies.edit.create').click();
    await coordinator.heading('Council of the North Wing').waitFor();
    path = new URL(page.url()).pathname;
    await page.getByText(say('bodies.quorumNone')).waitFor();
    await looks('body-keeper-en-desk');
  });

  it('somebody of another group is refused a seat with the law by name, and the right person takes it', async () => {
    const { page } = coordinator;
    const seat = page.getByRole('row').filter({ hasText: 'Principal' });
    await seat.getByRole('button', { name: new RegExp(`^${say('bodies.keep.seat')}`) }).click();
    const choose = async (name: string) => {
      await inDialog().getByLabel(say('bodies.pick.find')).fill(name);
      await inDialog().getByRole('button', { name }).first().click();
      await inDialog().getByText(say('bodies.pick.chosen')).waitFor();
    };
    await inDialog().getByRole('button', { name: say('bodies.seatForm.verb') }).click();
    await inDialog().getByText(say('bodies.pick.missing')).waitFor();
    await choose((await server.account('teacher')).name);
    await inDialog().getByRole('button', { name: say('bodies.seatForm.verb') }).click();
    await inDialog().getByRole('alert').getByText('Education Code 65000').waitFor();
    await looks('body-seat-refused-en-desk');
    await inDialog().getByRole('button', { name: say('bodies.pick.other') }).click();
    const { name } = await server.account('administrator');
    await choose(name);
    await inDialog().getByRole('button', { name: say('bodies.seatForm.verb') }).click();
    await seat.getByText(name).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(name);
    await page.getByText('1 of 1 seat held').waitFor();
    await looks('body-seated-en-desk');
  });

  it('a roster with empty chairs is not certified, and it says why and what to do', async () => {
    await button('bodies.keep.certify').click();
    await inDialog().getByRole('button', { name: say('bodies.keep.certify') }).click();
    await inDialog().getByRole('alert').getByText('11 voting seats are vacant').waitFor();
    await inDialog().getByRole('alert').getByText('Fill each vacant seat').waitFor();
    await looks('body-certify-refused-en-desk');
    await coordinator.page.keyboard.press('Escape');
    await inDialog().waitFor({ state: 'hidden' });
    await expect.poll(() => button('bodies.keep.certify').evaluate((pressed) => pressed === document.activeElement)).toBe(true);
  });

  it('seats are added, one is declared vacant and given up, an office is for members alone', async () => {
    const { page } = coordinator;
    await button('bodies.keep.addSeats').click();
    await inDialog().locator('input[lang=en]').fill('Neighbor');
    await inDialog().getByRole('button', { name: say('bodies.addForm.verb') }).click();
    await page.getByText('1 seat was added').waitFor();
    await page.getByText(say('bodies.missed')).first().waitFor();
    const added = page.getByRole('row').filter({ hasText: 'Neighbor' });
    await added.getByRole('button', { name: new RegExp(`^${say('bodies.keep.retire')}`) }).click();
    await inDialog().getByRole('button', { name: say('bodies.retireForm.verb') }).click();
    await added.waitFor({ state: 'hidden' });

    await button('bodies.keep.office').click();
    const give = async (name: string) => {
      await inDialog().getByLabel(say('bodies.pick.find')).fill(name);
      await inDialog().getByRole('button', { name }).first().click();
      await inDialog().getByRole('button', { name: say('bodies.officeForm.verb') }).click();
    };
    await give((await server.account('teacher')).name);
    await inDialog().getByText(say('bodies.refused.NOT_A_MEMBER')).waitFor();
    await inDialog().getByRole('button', { name: say('bodies.pick.other') }).click();
    await give((await server.account('administrator')).name);
    await page.getByRole('row').filter({ hasText: say('bodies.office.CHAIR') }).first().getByText((await server.account('administrator')).name).waitFor();
    await looks('body-officers-en-desk');
  });

  it('an office given for a later day is its holder\'s until then; taken back, and given to another', async () => {
    const { page } = coordinator;
    const [teacher, clerk, administrator] = await Promise.all(['teacher', 'clerk', 'administrator'].map((account) => server.account(account)));
    const secretary = page.getByRole('row').filter({ hasText: say('bodies.office.SECRETARY') });
    const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    const give = async (name: string, later: boolean) => {
      await button('bodies.keep.office').click();
      await inDialog().getByRole('combobox').first().selectOption('SECRETARY');
      await inDialog().getByLabel(say('bodies.pick.find')).fill(name);
      await inDialog().getByRole('button', { name }).first().click();
      if (later) {
        await inDialog().getByLabel(say('bodies.starts')).fill(inTenDays);
        await inDialog().getByText(/holds it now and stays until/).waitFor();
        await looks('body-office-later-en-desk');
      } else await inDialog().getByText(say('bodies.officeForm.nobody')).waitFor();
      await inDialog().getByRole('button', { name: say('bodies.officeForm.verb') }).click();
    };
    await give(teacher!.name, false);
    await secretary.getByText(teacher!.name).waitFor();
    await give(clerk!.name, true);
    await secretary.filter({ hasText: say('bodies.officers.coming') }).getByText(clerk!.name).waitFor();
    await secretary.filter({ hasText: teacher!.name }).getByText(/^until /).waitFor();
    await looks('body-incoming-en-desk');

    const other = await Visitor.arrive(browser, server.url, { locale: 'es', scheme: 'dark', size: PHONE });
    await other.letIn(await server.account('coordinator'));
    await other.open(path);
    await other.page.getByRole('button', { name: `${words('es', 'bodies.keep.takeBack')}: ${words('es', 'bodies.office.SECRETARY')}, ${clerk!.name}` }).click();
    const dialog = other.page.getByRole('dialog');
    await dialog.getByText(`${teacher!.name} sigue en el cargo`).waitFor();
    await other.isAccessible('an appointment taken back on a phone');
    await other.picture('body-take-back-es-dark-phone', false);
    await dialog.getByRole('button', { name: words('es', 'bodies.takeBackForm.verb') }).click();
    await other.page.getByText(words('es', 'bodies.takeBackForm.done')).waitFor();
    await other.fits('offices on a phone');
    await other.picture('body-taken-back-es-dark-phone');
    expect(other.complaints).toEqual([]);
    await other.leave();
    await secretary.filter({ hasText: clerk!.name }).waitFor({ state: 'hidden' });
    // The chair cannot be secretary beside it, also not later.
    await give(administrator!.name, true);
    await inDialog().getByRole('alert').getByText(say('bodies.office.CHAIR')).waitFor();
    await inDialog().getByRole('button', { name: say('bodies.pick.other') }).click();
    await inDialog().getByLabel(say('bodies.pick.find')).fill(clerk!.name);
    await inDialog().getByRole('button', { name: clerk!.name }).first().click();
    await inDialog().getByRole('button', { name: say('bodies.officeForm.verb') }).click();
    await secretary.filter({ hasText: clerk!.name }).waitFor();
  });

  it('an officer resigns from a day on, and it says what follows; taken back, and relieved at once', async () => {
    const { page } = coordinator;
    const teacher = await server.account('teacher');
    const secretary = page.getByRole('row').filter({ hasText: teacher.name });
    const inADay = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const chair = page.getByRole('row').filter({ hasText: (await server.account('administrator')).name }).last();
    await chair.getByRole('button', { name: new RegExp(`^${say('bodies.keep.leave')}`) }).click();
    await inDialog().getByText(say('bodies.leaveForm.nobodyPresides')).waitFor();
    await looks('body-chair-leaves-en-desk');
    await page.keyboard.press('Escape');
    await inDialog().waitFor({ state: 'hidden' });
    await secretary.getByRole('button', { name: new RegExp(`^${say('bodies.keep.leave')}`) }).click();
    await inDialog().getByText(/^Nobody holds the office until .* takes it on/).waitFor();
    await inDialog().getByLabel(say('bodies.field.from')).fill(inADay(20));
    await inDialog().getByRole('button', { name: say('bodies.leaveForm.verb') }).click();
    await inDialog().getByRole('alert').getByText(say('bodies.refused.SUCCEEDED_BEFORE')).waitFor();
    await looks('body-leaves-too-late-en-desk');
    await inDialog().getByLabel(say('bodies.field.from')).fill(inADay(5));
    await inDialog().getByRole('button', { name: say('bodies.leaveForm.verb') }).click();
    await secretary.getByText(/by resignation$/).waitFor();

    const other = await Visitor.arrive(browser, server.url, { locale: 'es', scheme: 'dark', size: PHONE });
    await other.signIn(await server.account('coordinator'));
    await other.open(path);
    await other.page.getByText(/por renuncia$/).waitFor();
    await other.isAccessible('an officer who leaves, on a phone');
    await other.fits('an officer who leaves, on a phone');
    await other.picture('body-leaving-es-dark-phone');
    const act = (key: string) => other.page.getByRole('button', { name: `${words('es', key)}: ${words('es', 'bodies.office.SECRETARY')}, ${teacher.name}` });
    const dialog = other.page.getByRole('dialog');
    await act('bodies.keep.takeBack').click();
    await dialog.getByRole('button', { name: words('es', 'bodies.stayForm.verb') }).click();
    await other.page.getByText(`${teacher.name} sigue en el cargo.`).waitFor();
    await act('bodies.keep.leave').click();
    await dialog.getByRole('radio', { name: words('es', 'bodies.leaveForm.how.RELIEVED') }).check();
    await dialog.getByText(words('es', 'bodies.leaveForm.nobodyRecords')).waitFor();
    await other.isAccessible('a dialog of leaving on a phone');
    await other.picture('body-leave-es-dark-phone', false);
    await dialog.getByRole('button', { name: words('es', 'bodies.leaveForm.verb') }).click();
    await other.page.getByText(`${teacher.name} ya no tiene el cargo`).waitFor();
    expect(other.complaints).toEqual([]);
    await other.leave();
    await secretary.waitFor({ state: 'hidden' });
    await button('bodies.keep.close').waitFor();
    await page.getByRole('button', { name: `${say('bodies.keep.give')}: ${say('bodies.office.SECRETARY')}` }).click();
    expect(await inDialog().getByRole('combobox').first().inputValue()).toBe('SECRETARY');
    await page.keyboard.press('Escape');
    await inDialog().waitFor({ state: 'hidden' });
    await looks('body-office-open-en-desk');
  });

  it('bylaws with too short a notice are refused by the name of the law, and taken once they are right', async () => {
    const { page } = coordinator;
    await page.getByRole('link', { name: say('bodies.keep.bylaws') }).click();
    const notice = page.locator('#bylaws-noticeHours');
    await notice.fill('48');
    await looks('bylaws-en-desk');
    await button('bodies.bylawsForm.save').click();
    await page.getByRole('alert').getByRole('link', { name: /Greene Act \(Education Code 35147\).*72/ }).click();
    await expect.poll(() => notice.evaluate((field) => field === document.activeElement)).toBe(true);
    await looks('bylaws-fault-en-desk');
    await notice.fill('96');
    await page.getByRole('radio', { name: say('bodies.quorum.SHARE') }).check();
    await button('bodies.bylawsForm.save').click();
    await coordinator.heading('Council of the North Wing').waitFor();
    await page.getByText(/posted 96 hours before/).waitFor();
    await page.getByText(/^Version 2, adopted on/).waitFor();
    await page.locator('summary').click();
    await page.getByText(/^Version 1, the usual rules/).waitFor();
    await looks('body-bylaws-en-desk');
  });

  it('a law that forbids what its bylaws will say in a month is not taken on, and the page says where to begin', async () => {
    const { page } = coordinator;
    await page.getByRole('link', { name: say('bodies.keep.bylaws') }).click();
    await page.locator('#bylaws-officersBySecretBallot').check();
    await page.locator('#bylaws-effectiveFrom').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
    await button('bodies.bylawsForm.save').click();
    await coordinator.heading('Council of the North Wing').waitFor();
    await page.getByRole('link', { name: say('bodies.keep.edit') }).click();
    await page.getByRole('radio', { name: new RegExp(`^${say('bodies.law.BROWN')}`) }).check();
    await button('bodies.edit.save').click();
    await page.getByRole('alert').getByRole('link', { name: /Government Code 54953.*Adopt a new version/ }).click();
    expect(await page.locator('#body-meetingLaw').evaluate((field) => field === document.activeElement)).toBe(true);
    await looks('body-law-refused-en-desk');
    await page.getByRole('radio', { name: new RegExp(`^${say('bodies.law.GREENE')}`) }).check();
    await button('bodies.edit.save').click();
    await coordinator.heading('Council of the North Wing').waitFor();
  });

  it('what another keeper does on a phone is seen without a reload, and nothing is saved over it unseen', async () => {
    const { page } = coordinator;
    const other = await Visitor.arrive(browser, server.url, { locale: 'es', scheme: 'dark', size: PHONE });
    await other.letIn(await server.account('coordinator'));
    await other.open(path);
    await other.isAccessible('a keeper on a phone');
    await other.fits('a keeper on a phone');
    await other.picture('body-keeper-es-dark-phone');
    await other.page.getByRole('button', { name: /^Declarar vacante/ }).first().click();
    const dialog = other.page.getByRole('dialog');
    await dialog.getByRole('button', { name: words('es', 'bodies.keep.vacate'), exact: true }).click();
    await dialog.getByText(words('es', 'bodies.vacateForm.missing')).waitFor();
    await dialog.getByRole('textbox').fill('Se mudó.');
    await other.isAccessible('a dialog on a phone');
    await other.picture('body-vacate-es-dark-phone', false);
    await dialog.getByRole('button', { name: words('es', 'bodies.keep.vacate'), exact: true }).click();
    await other.page.getByText(/está vacante ahora/).waitFor();
    await page.getByText(`Vacant: ${say('bodies.vacancy.LEFT')}`).waitFor();
    await page.getByText(say('bodies.quorumNone')).waitFor();

    await page.getByRole('link', { name: say('bodies.keep.bylaws') }).click();
    await page.locator('#bylaws-noticeHours').fill('100');
    await other.page.getByRole('button', { name: new RegExp(`^${words('es', 'bodies.keep.retire')}: `) }).last().click();
    await dialog.getByRole('button', { name: words('es', 'bodies.retireForm.verb') }).click();
    await other.page.getByText(/se suprimió/).waitFor();
    expect(other.complaints).toEqual([]);
    await other.leave();
    await button('bodies.bylawsForm.save').click();
    await page.getByRole('alert').getByText(say('bodies.stale.title')).waitFor();
    expect(await page.locator('#bylaws-noticeHours').inputValue()).toBe('100');
    await button('bodies.bylawsForm.save').click();
    await page.getByText(/posted 100 hours before/).waitFor();
    await page.getByText(say('bodies.missed'), { exact: true }).first().waitFor();
  });

  it('whoever is signed out reads it in Spanish on a phone, finds it on the public page, and prints it', async () => {
    const visitor = await Visitor.arrive(browser, server.url, { locale: 'es', size: PHONE });
    await visitor.open('/e/puentes');
    const link = visitor.page.getByRole('link', { name: 'Consejo del Ala Norte' });
    await link.waitFor();
    await visitor.isAccessible('the public page');
    await visitor.picture('public-bodies-es-phone');
    await link.click();
    await visitor.heading('Consejo del Ala Norte').waitFor();
    expect(new URL(visitor.page.url()).pathname).toBe(path);
    await visitor.page.getByText(/Ley Greene \(Código de Educación 35147\)/).first().waitFor();
    await visitor.page.getByText(words('es', 'bodies.missed')).or(visitor.page.getByText(words('es', 'bodies.met'))).first().waitFor();
    expect(await visitor.page.getByText(words('es', 'bodies.keep.title')).count()).toBe(0);
    await visitor.page.locator('summary').click();
    await visitor.isAccessible('a body, signed out');
    await visitor.fits('a body, signed out');
    await visitor.picture('body-es-phone');
    expect(await visitor.page.getByRole('link', { name: 'Puentes Learning Environment' }).getAttribute('href')).toBe('/e/puentes');
    await visitor.page.emulateMedia({ media: 'print' });
    await visitor.page.setViewportSize({ width: 720, height: 960 });
    expect(await visitor.page.locator('main').getByRole('button').filter({ visible: true }).count()).toBe(0);
    await visitor.picture('body-print-es');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
