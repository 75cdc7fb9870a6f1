import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginsNow } from './lib/begins-now.ts';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { type OwnDatabase, noDatabase } from './lib/own-database.ts';
import { RunningServer } from './lib/running-server.ts';
import { ask } from './lib/secret-school.ts';
import { DESK, PHONE, Visitor } from './lib/visitor.ts';
import bodiesEn from '../../packages/web/src/i18n/messages/bodies/en.json' with { type: 'json' };
import bodiesEs from '../../packages/web/src/i18n/messages/bodies/es.json' with { type: 'json' };
import decisionsEn from '../../packages/web/src/i18n/messages/decisions/en.json' with { type: 'json' };
import decisionsEs from '../../packages/web/src/i18n/messages/decisions/es.json' with { type: 'json' };
import home from '../../packages/web/src/i18n/messages/home/en.json' with { type: 'json' };
import en from '../../packages/web/src/i18n/messages/remedies/en.json' with { type: 'json' };
import es from '../../packages/web/src/i18n/messages/remedies/es.json' with { type: 'json' };
import room from '../../packages/web/src/i18n/messages/sitting/en.json' with { type: 'json' };

const skipped = missing || noDatabase;
const SOON = { timeout: 10_000 };
const both = (text: string) => [{ locale: 'en', text }, { locale: 'es', text: `${text} (es)` }];

/** Ids of the demonstration's bodies and of the meeting that was held. */
interface Places { readonly advisory: string; readonly deciding: string; readonly held: string }
interface Line { readonly id: string; readonly title: readonly { readonly text: string }[] }
interface Sitting { readonly members: readonly { readonly id: string }[]; readonly items: readonly Line[]; readonly motions: readonly { readonly id: string; readonly question: { readonly id: string } | null }[] }

/** What a family says in its own words, from their phone to the answer (J7), and what somebody demands who has no account. Each step stands on the one before. */
describe.skipIf(skipped !== '')(`what a council owes${skipped}`, () => {
  let database: OwnDatabase;
  let server: RunningServer;
  let browser: Browser;
  let coordinator: Visitor;
  let places: Places;
  const complaints: string[] = [];

  beforeAll(async () => {
    [{ server, database }, browser] = await Promise.all([RunningServer.startOnDatabase(), ownBrowser()]);
    coordinator = await Visitor.arrive(browser, server.url, { size: DESK });
    await coordinator.letIn(await server.account('coordinator'));
    const { viewer } = await ask<{ viewer: { environment: { bodies: { id: string; authority: string; meetings: { edges: { node: { id: string; state: string } }[] } }[] } } }>(
      coordinator, '{ viewer { environment { bodies { id authority meetings(first: 20) { edges { node { id state } } } } } } }');
    const { bodies } = viewer.environment;
    const of = (wanted: string) => bodies.find(({ authority }) => authority === wanted)!.id;
    places = { advisory: of('ADVISORY'), deciding: of('DECIDING'), held: bodies.flatMap(({ meetings }) => meetings.edges).find(({ node }) => node.state === 'ADJOURNED')!.node.id };
  });
  afterAll(async () => {
    complaints.push(...coordinator?.complaints ?? []);
    await coordinator?.leave();
    await emptied(browser);
    await server?.stop();
    await database?.drop();
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
    await parent.letIn(await server.account('parent (Spanish)'));
    const { page } = parent;
    await parent.open(`/bodies/${places.advisory}`);
    await page.getByRole('button', { name: es['remedies.suggest.title'] }).click();
    await page.getByLabel(es['remedies.suggest.words']).fill('Que haya un intérprete en la entrada.');
    await looks(parent, 'remedies-suggest-es-phone');
    await page.getByRole('button', { name: es['remedies.suggest.send'] }).click();
    // What is being written stands in the page too.
    await page.getByLabel(es['remedies.suggest.words']).waitFor({ state: 'detached' });
    await page.getByText('Que haya un intérprete en la entrada.').first().waitFor();
    await looks(parent, 'remedies-suggested-es-phone');

    await coordinator.open(`/bodies/${places.advisory}`);
    const said = coordinator.page.getByRole('listitem').filter({ hasText: 'Que haya un intérprete' });
    await said.getByRole('button', { name: en['remedies.translate'] }).click();
    await coordinator.page.getByRole('textbox', { name: en['remedies.translate.words'] }).fill('An interpreter at the gate.');
    await looks(coordinator, 'remedies-translate-en-desk');
    await coordinator.page.getByRole('button', { name: en['remedies.translate.send'] }).click();
    await coordinator.page.getByRole('textbox', { name: en['remedies.translate.words'] }).waitFor({ state: 'detached' });
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
    const answers = coordinator.page.getByLabel(new RegExp(`^${en['remedies.answerLabel']}`));
    await answers.first().waitFor();
    for (const field of await answers.all()) await field.fill('We vote again.');
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

  /** An act of the room, done by whoever runs it. */
  const act = async (clerk: Visitor, call: string, parameters: string, variables: object) => {
    const { acted } = await ask<{ acted: { __typename: string } }>(clerk, `mutation($key: ID!, ${parameters}) { acted: ${call} { __typename ... on SittingRefused { refusals { reason about } } ... on SittingFaulty { faults { field code } } } }`, { key: randomUUID(), ...variables });
    expect(acted, call).toEqual({ __typename: 'SittingDone' });
  };
  const plan = async (who: Visitor, call: string, parameters: string, variables: object) => {
    const { acted } = await ask<{ acted: { meeting?: { id: string; version: number; notices: { postedAt: string }[] } } }>(who, `mutation(${parameters}) { acted: ${call} { ... on MeetingChanged { meeting { id version notices { postedAt } } } ... on MeetingRefused { reason } ... on MeetingFaulty { faults { field code itemId } } } }`, variables);
    expect(acted.meeting, JSON.stringify(acted)).toBeDefined();
    return acted.meeting!;
  };
  const sittingOf = async (clerk: Visitor, id: string) =>
    (await ask<{ meeting: { sitting: Sitting } }>(clerk, 'query($id: ID!) { meeting(id: $id) { sitting { members { id } items { id title { text } } motions { id question { id } } } } }', { id })).meeting.sitting;
  /** Moved in the room by its secretary, for the first member; then seconded, stated and adopted without objection. */
  const adopted = async (clerk: Visitor, id: string, item: RegExp, moving: (dialog: ReturnType<Page['getByRole']>) => Promise<void>) => {
    const itemId = (await sittingOf(clerk, id)).items.find(({ title }) => title.some(({ text }) => item.test(text)))!.id;
    await act(clerk, 'takeUpItem(key: $key, id: $id, itemId: $itemId)', '$id: ID!, $itemId: ID!', { id, itemId });
    await act(clerk, 'offerComment(key: $key, id: $id, itemId: $itemId)', '$id: ID!, $itemId: ID!', { id, itemId });
    const { members: [, seconder], motions: before } = await sittingOf(clerk, id);
    await clerk.page.getByRole('listitem').filter({ hasText: item }).getByText(room['room.item.now']).waitFor();
    await clerk.page.getByRole('button', { name: room['room.move.open'], exact: true }).click();
    const dialog = clerk.page.getByRole('dialog');
    await moving(dialog);
    await dialog.getByLabel(room['room.move.mover']).selectOption({ index: 1 });
    await dialog.getByRole('button', { name: room['room.move.verb'], exact: true }).click();
    await expect.poll(async () => (await sittingOf(clerk, id)).motions.length, SOON).toBe(before.length + 1);
    const motionId = (await sittingOf(clerk, id)).motions.at(-1)!.id;
    await act(clerk, 'secondMotion(key: $key, motionId: $motionId, memberId: $memberId)', '$motionId: ID!, $memberId: ID', { motionId, memberId: seconder!.id });
    await act(clerk, 'stateMotion(key: $key, motionId: $motionId)', '$motionId: ID!', { motionId });
    await act(clerk, 'putQuestion(key: $key, motionId: $motionId, way: CONSENT)', '$motionId: ID!', { motionId });
    await act(clerk, 'announceResult(key: $key, questionId: $questionId)', '$questionId: ID!', { questionId: (await sittingOf(clerk, id)).motions.at(-1)!.question!.id });
  };

  it('the committee reconsiders in its room what was demanded, and recommends to the council what the parent suggested', async () => {
    const neighbor = await Visitor.arrive(browser, server.url, { locale: 'es', size: PHONE });
    const secret = 'abcdefghijklmnopqrstuv';
    await neighbor.open(`/meetings/${places.held}`);
    const [item] = (await sittingOf(neighbor, places.held)).items;
    await ask(neighbor, 'mutation($id: ID!, $input: DemandInput!) { demandReconsideration(meetingId: $id, input: $input) { __typename } }', { id: places.held, input: { itemId: item!.id, ground: 'AGENDA', words: 'No se dijo a qué hora.', secret } });
    const clerk = await Visitor.arrive(browser, server.url, { size: DESK });
    await clerk.letIn(await server.account('clerk'));
    const [draft] = await database.query(`select id, version from meeting where body_id = $1 and state = 'DRAFT'`, [places.advisory]);
    const id = String(draft!['id']);
    const posted = await plan(clerk, 'postNotice(id: $id, version: $version)', '$id: ID!, $version: Int!', draft!);
    await plan(clerk, 'provePosting(id: $id, version: $version, input: $input)', '$id: ID!, $version: Int!, $input: PostingProofInput!', { id, version: posted.version, input: { noticeNumber: 1, where: 'SITE', place: 'Gate', postedAt: posted.notices[0]!.postedAt } });
    await beginsNow(database, id);
    for (const { id: memberId } of (await sittingOf(clerk, id)).members) {
      await act(clerk, 'recordAttendance(key: $key, id: $id, memberId: $memberId, kind: ARRIVED, way: IN_ROOM, at: $at)', '$id: ID!, $memberId: ID!, $at: DateTimeISO!', { id, memberId, at: new Date().toISOString() });
    }
    await act(clerk, 'callToOrder(key: $key, id: $id)', '$id: ID!', { id });
    await clerk.open(`/meetings/${id}/room`);
    await adopted(clerk, id, /Reconsider: /, async (dialog) => {
      await dialog.getByLabel(room['room.move.kind']).selectOption('RECONSIDER');
      await dialog.getByLabel(en['remedies.subject.reconsider']).selectOption({ index: 1 });
      await dialog.locator('#motion-en').fill('That the committee look again at what it did about this.');
      await looks(clerk, 'remedies-room-reconsider-en-desk');
    });
    await neighbor.open(`/demands#${secret}`);
    await neighbor.page.getByText(es['remedies.demandState.RECONSIDERED'], { exact: true }).first().waitFor();
    await looks(neighbor, 'remedies-reconsidered-es-phone');

    await adopted(clerk, id, /Suggestion: An interpreter at the gate/, async (dialog) => {
      await dialog.getByLabel(room['room.move.kind']).selectOption('RECOMMEND');
      await dialog.getByLabel(en['remedies.subject.recommend']).selectOption({ index: 1 });
      await dialog.locator('#motion-en').fill('That an interpreter stand at the gate each morning.');
      await dialog.locator('#motion-es').fill('Que haya un intérprete en la entrada cada mañana.');
      await looks(clerk, 'remedies-room-recommend-en-desk');
    });
    complaints.push(...neighbor.complaints, ...clerk.complaints);
    await Promise.all([neighbor.leave(), clerk.leave()]);
  });

  it('it is on the council\'s draft by itself, its chair answers in both languages, and the parent reads that in theirs (J7)', async () => {
    const { id } = await plan(coordinator, 'draftMeeting(bodyId: $bodyId, input: $input)', '$bodyId: ID!, $input: MeetingInput!',
      { bodyId: places.deciding, input: { kind: 'REGULAR', title: both('Council'), startsAt: new Date(Date.now() + 12 * 864e5).toISOString(), place: both('Library'), interpretation: ['es'] } });
    await coordinator.open(`/meetings/${id}`);
    await coordinator.page.getByRole('heading', { name: /Recommendation of English Learner Advisory Committee: Suggestion: An interpreter/ }).waitFor();
    const chair = await Visitor.arrive(browser, server.url, { size: DESK });
    await chair.letIn(await server.account('administrator'));
    const { viewer } = await ask<{ viewer: { person: { id: string } } }>(chair, '{ viewer { person { id } } }');
    await database.query(`insert into officer_term (school_id, body_id, office, person_id, starts, ends) select school_id, id, 'CHAIR', $2, '2020-01-01', '2090-01-01' from governing_body where id = $1`, [places.deciding, viewer.person.id]);
    await chair.open('/');
    await looks(chair, 'remedies-home-en-desk');
    await chair.page.getByRole('listitem').filter({ hasText: 'An interpreter at the gate' }).getByRole('link', { name: home['need.RESPONSE_OWED.verb'] }).click();
    const { page } = chair;
    await page.getByRole('radio', { name: en['remedies.kind.IN_PART'] }).check();
    const fields = page.getByLabel(new RegExp(`^${en['remedies.respond.text']}`));
    const [english, spanish] = [fields.nth(0), fields.nth(1)];
    await english.fill('Two mornings a week, from January on.');
    await page.getByRole('button', { name: en['remedies.respond.give'] }).click();
    await page.getByRole('alert').first().waitFor();
    await expect.poll(() => spanish.evaluate((field) => field === document.activeElement && field.getAttribute('aria-invalid')), SOON).toBe('true');
    await looks(chair, 'remedies-answer-fault-en-desk');
    await spanish.fill('Dos mañanas por semana, a partir de enero.');
    await page.setViewportSize(PHONE);
    await looks(chair, 'remedies-answer-en-phone');
    await page.setViewportSize(DESK);
    await page.getByRole('button', { name: en['remedies.respond.give'] }).click();
    await page.getByRole('button', { name: en['remedies.respond.give'] }).waitFor({ state: 'detached' });
    await page.getByText('Two mornings a week, from January on.', { exact: true }).waitFor();
    await looks(chair, 'remedies-given-en-desk');
    await chair.open('/');
    await page.getByRole('heading', { level: 1, name: home['home.title'] }).waitFor();
    await expect.poll(() => page.getByText('An interpreter at the gate').count(), SOON).toBe(0);
    const at = await ask<{ meeting: { agenda: { title: { text: string }[] }[] } }>(coordinator, 'query($id: ID!) { meeting(id: $id) { agenda { title { text } } } }', { id });
    expect(JSON.stringify(at)).not.toContain('interpreter');

    const parent = await Visitor.arrive(browser, server.url, { locale: 'es', size: PHONE });
    await parent.letIn(await server.account('parent (Spanish)'));
    await parent.open('/messages');
    await parent.page.getByRole('link', { name: /^Una respuesta a Comité Asesor/ }).click();
    await parent.page.getByText('Dos mañanas por semana, a partir de enero.', { exact: true }).waitFor();
    await parent.page.getByText('Que haya un intérprete en la entrada.', { exact: true }).waitFor();
    await looks(parent, 'remedies-given-es-phone');
    complaints.push(...chair.complaints, ...parent.complaints);
    await Promise.all([chair.leave(), parent.leave()]);
  });

  it('an answer that did not come in time is seen overdue by everybody', async () => {
    await database.query('update recommendation set decided_on = decided_on - 40, due = decided_on - 3 where given_on is null');
    for (const [locale, size, scheme] of [['en', PHONE, 'light'], ['es', DESK, 'dark']] as const) {
      const anybody = await Visitor.arrive(browser, server.url, { locale, size, scheme });
      const words = locale === 'en' ? en : es;
      await anybody.open('/recommendations');
      await anybody.page.getByText(words['remedies.recState.OVERDUE'], { exact: true }).waitFor();
      await anybody.page.getByRole('radio', { name: words['remedies.rec.all'] }).check();
      await anybody.page.getByText(words['remedies.recState.ANSWERED'], { exact: true }).waitFor();
      await looks(anybody, `remedies-overdue-list-${locale}`);
      await anybody.page.getByRole('main').getByRole('listitem').filter({ hasText: words['remedies.recState.OVERDUE'] }).getByRole('link').first().click();
      await anybody.page.getByText(words['remedies.rec.noResponse']).waitFor();
      await looks(anybody, `remedies-overdue-${locale}`);
      complaints.push(...anybody.complaints);
      await anybody.leave();
    }
  });
});
