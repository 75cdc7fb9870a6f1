import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { type OwnDatabase, noDatabase } from './lib/own-database.ts';
import { RunningServer } from './lib/running-server.ts';
import { DESK, PHONE, Visitor } from './lib/visitor.ts';

const skipped = missing || noDatabase;
/** Who casts a secret vote, for which the page of the sign-in keeps the key. */
const VOTERS = ['parent (Spanish)', 'parent (English)'];

/** An election of members in two languages, by the hands of those who stand, translate and vote. Each step stands on the one before. */
describe.skipIf(skipped !== '')(`an election of members${skipped}`, () => {
  let database: OwnDatabase;
  let server: RunningServer;
  let browser: Browser;
  const visitors: Visitor[] = [];
  /** Path of the demonstration's election, in which people nominate. */
  let election: string;
  let [spanish, coordinator] = [] as unknown as [Visitor, Visitor];

  const arrive = async (role: string | null, ...kind: Parameters<typeof Visitor.arrive> extends [unknown, unknown, ...infer Rest] ? Rest : never) => {
    const visitor = await Visitor.arrive(browser, server.url, ...kind);
    visitors.push(visitor);
    if (role !== null) await (VOTERS.includes(role) ? visitor.signIn(await server.account(role)) : visitor.letIn(await server.account(role)));
    return visitor;
  };
  const word = (visitor: Visitor, key: string) => visitor.say(`elections/${key}`);

  beforeAll(async () => {
    [{ server, database }, browser] = await Promise.all([RunningServer.startOnDatabase(), ownBrowser()]);
    const [row] = await database.query(`select id from election where state = 'NOMINATING'`);
    election = `/elections/${String(row!['id'])}`;
  });
  afterAll(async () => {
    await Promise.all(visitors.map((visitor) => visitor.leave()));
    await emptied(browser);
    const code = await server?.stop();
    await database?.drop();
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([]);
    expect(code).toBe(0);
  });

  it('is found on the home page by a parent on a phone, who stands and says why, in Spanish', async () => {
    spanish = await arrive('parent (Spanish)', { locale: 'es', size: PHONE });
    const { page } = spanish;
    await spanish.open('/');
    await page.getByRole('link', { name: spanish.say('need.NOMINATE.verb'), exact: true }).click();
    await page.getByRole('heading', { name: word(spanish, 'nominate.title'), exact: true }).waitFor();
    await spanish.fits('nominating on a phone');
    await spanish.isAccessible('nominating');
    await spanish.picture('election-nominating-es-phone');
    await page.getByRole('button', { name: word(spanish, 'nominate.verb'), exact: true }).click();
    await page.getByRole('heading', { name: word(spanish, 'own.title'), exact: true }).waitFor();
    const statement = page.locator('textarea[lang=es]').first();
    await statement.fill(Array.from({ length: 101 }, () => 'palabra').join(' '));
    await page.getByText(word(spanish, 'own.tooLong')).first().waitFor();
    await statement.fill('Quiero que todas las familias entiendan en qué se gasta el dinero.');
    await page.getByRole('button', { name: word(spanish, 'own.save'), exact: true }).click();
    await page.getByText(word(spanish, 'own.saved')).first().waitFor();
    await spanish.picture('election-own-es-phone');
  });

  it('asks a teacher whom a colleague proposed, who says yes', async () => {
    const teacher = await arrive('teacher');
    await teacher.open('/');
    await teacher.page.locator('a[href^="/elections/"]').and(teacher.page.getByRole('link', { name: teacher.say('need.ANSWER_NOMINATION.verb'), exact: true })).click();
    await teacher.page.getByRole('heading', { name: word(teacher, 'answer.title'), exact: true }).waitFor();
    await teacher.picture('election-answer-en-desk');
    await teacher.page.getByRole('button', { name: word(teacher, 'answer.yes'), exact: true }).click();
    await teacher.page.getByRole('heading', { name: word(teacher, 'own.title'), exact: true }).waitFor();
  });

  it('refuses a name that nobody of the group bears, and says what to do', async () => {
    const parent = await arrive('second guardian', { size: PHONE });
    await parent.open(election);
    await parent.page.getByRole('radio', { name: word(parent, 'nominate.other') }).check();
    await parent.page.getByRole('button', { name: word(parent, 'nominate.verb'), exact: true }).click();
    await parent.page.getByText(word(parent, 'nominate.nameMissing')).first().waitFor();
    await parent.page.getByRole('textbox', { name: word(parent, 'nominate.name') }).fill('Nobody Atall');
    await parent.page.getByRole('button', { name: word(parent, 'nominate.verb'), exact: true }).click();
    await parent.page.getByRole('alert').getByText(word(parent, 'refused.NOMINEE_UNKNOWN')).waitFor();
    await parent.isAccessible('a refused nomination');
  });

  it('shows the committee what is missing, and takes its translation', async () => {
    coordinator = await arrive('coordinator', { size: DESK });
    await coordinator.open(election);
    await coordinator.page.getByRole('heading', { name: word(coordinator, 'office.title'), exact: true }).waitFor();
    await coordinator.isAccessible('the committee\'s page');
    await coordinator.picture('election-committee-en-desk');
    const english = coordinator.page.locator('textarea[lang=en]').first();
    await english.fill('I want every family to understand where the money goes.');
    await coordinator.page.getByRole('button', { name: word(coordinator, 'translate.save'), exact: true }).first().click();
    await coordinator.page.getByText(word(coordinator, 'translate.saved')).first().waitFor();
  });

  it('is read by a stranger in English, with the Spanish original one press away', async () => {
    const stranger = await arrive(null, { size: PHONE, scheme: 'dark' });
    await stranger.open(election);
    await stranger.page.getByText('I want every family to understand where the money goes.').waitFor();
    await stranger.page.getByText(word(stranger, 'statement.translated')).first().waitFor();
    expect(await stranger.page.getByText('Quiero que todas las familias').isVisible()).toBe(false);
    await stranger.page.getByText(word(stranger, 'statement.original')).last().click();
    await stranger.page.getByText('Quiero que todas las familias').waitFor();
    await stranger.fits('candidates on a phone');
    await stranger.isAccessible('candidates');
    await stranger.picture('election-candidates-en-dark-phone');
    for (const sheet of ['notice', 'candidates']) {
      await stranger.open(`${election}/${sheet}`);
      await stranger.isAccessible(sheet);
      await stranger.picture(`election-sheet-${sheet}`);
    }
  });

  it('is voted on in Spanish and in English, the candidates in one order, when its time has come', async () => {
    await spanish.open(election);
    await letTimePass(database);
    await spanish.page.getByRole('link', { name: word(spanish, 'now.vote'), exact: true }).waitFor();
    await spanish.picture('election-open-es-phone');
    await spanish.page.getByRole('link', { name: word(spanish, 'now.vote'), exact: true }).click();
    await spanish.heading(/Representante de las familias/).waitFor();
    const ballot = new URL(spanish.page.url()).pathname;
    const english = await arrive('parent (English)', { size: DESK });
    await english.open(ballot);
    const [inSpanish, inEnglish] = await Promise.all([spanish, english].map(candidatesOn));
    expect(inSpanish!.length).toBe(2);
    expect(inEnglish).toEqual(inSpanish);
    await rankFirst(spanish);
    await spanish.picture('election-voted-es-phone');
    await rankFirst(english);
  });

  it('is prepared anew with dates that follow the rules, and refuses those that do not', async () => {
    const { page } = coordinator;
    await coordinator.open('/elections/new');
    await coordinator.isAccessible('the editor');
    await coordinator.picture('election-editor-en-desk');
    const fill = async (field: string, text: string) => {
      await page.locator(`#election-${field}`).fill(text);
      await page.locator(`#election-${field}-es`).fill(`${text} (es)`);
    };
    await fill('title', 'Advisory committee election');
    await fill('body', 'Advisory committee');
    await fill('place', 'Room 12');
    await page.getByRole('checkbox', { name: coordinator.say('constituency.PARENT'), exact: true }).check();
    const opens = page.locator('#election-opensAt');
    const lawful = await opens.inputValue();
    await opens.fill(await page.locator('#election-noticeAt').inputValue());
    await page.getByRole('button', { name: word(coordinator, 'edit.save'), exact: true }).click();
    await page.getByRole('alert').getByRole('link', { name: word(coordinator, 'fault.NOTICE_TOO_SHORT') as RegExp }).or(page.getByRole('alert').getByText(/too soon after the notice/)).first().waitFor();
    await coordinator.picture('election-editor-refused-en-desk');
    await opens.fill(lawful);
    await page.getByRole('button', { name: word(coordinator, 'edit.save'), exact: true }).click();
    await coordinator.heading('Advisory committee election').waitFor();
    await page.getByRole('button', { name: word(coordinator, 'office.notice'), exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: word(coordinator, 'office.notice'), exact: true }).click();
    await page.getByText(word(coordinator, 'now.NOTICED')).first().waitFor();
    await coordinator.picture('election-noticed-en-desk');
  });
});

/** Nominations end and voting begins, as by waiting; the database's clock is nobody's to turn. */
async function letTimePass(database: OwnDatabase): Promise<void> {
  const columns = ['noticed_at', 'orientation_at', 'nominations_from', 'nominations_until', 'opens_at', 'closes_at'];
  await database.query(
    `update election set ${columns.map((each) => `${each} = ${each} - (opens_at - clock_timestamp()) - interval '1 second'`).join(', ')}, version = version + 1
     where state = 'NOMINATING'`);
  // The clockwork wakes when something changes, as it does by itself at the time it knew before.
  await database.query(`select pg_notify('happening', pg_snapshot_xmin(pg_current_snapshot())::text || ' [["elections:clockwork",null]]')`);
}

async function candidatesOn({ page, say }: Visitor): Promise<string[]> {
  await page.getByRole('button', { name: say('cast.verb'), exact: true }).waitFor();
  const listed = await page.locator('form').first().innerText();
  return listed.split('\n').map((line) => line.trim()).filter((line) => /^\p{Lu}\p{Ll}+ \p{Lu}[\p{L} -]+$/u.test(line));
}

/** Puts the first candidate first, and casts. */
async function rankFirst(voter: Visitor): Promise<void> {
  await voter.page.locator('form button, form input').first().click();
  await voter.press('cast.verb');
  await voter.press('cast.confirm');
  await voter.text('receipt.title').waitFor();
}
