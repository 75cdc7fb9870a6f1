import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginsNow } from './lib/begins-now.ts';
import { emptied, missing, ownBrowser } from './lib/chromium.ts';
import { type OwnDatabase, noDatabase } from './lib/own-database.ts';
import { RunningServer } from './lib/running-server.ts';
import { ask } from './lib/secret-school.ts';
import { DESK, type Locale, PHONE, Visitor } from './lib/visitor.ts';

const skipped = missing || noDatabase;
const read = (locale: Locale, name: string) => JSON.parse(readFileSync(resolve(import.meta.dirname, `../../packages/web/src/i18n/messages/${name}/${locale}.json`), 'utf8')) as Record<string, string>;
const all = (locale: Locale) => ({ ...read(locale, 'meetings'), ...read(locale, 'sitting'), ...read(locale, 'decisions') });
const catalogs = { en: all('en'), es: all('es') };
const SOON = { timeout: 10_000 };
const WALL = { width: 1920, height: 1080 } as const;

/** The pages' own words up to the first thing they are filled with. */
function words({ locale }: Visitor, key: string): string {
  const text = catalogs[locale][key];
  if (text === undefined) throw new Error(`no words for ${key} in ${locale}`);
  return (text.split('{')[0] ?? '').trim();
}

interface Member { readonly id: string; readonly name: string }

/** A committee meets (J4): several people, two languages, a wall, and a phone that loses its network. Each step stands on the one before. */
describe.skipIf(skipped !== '')(`a meeting's room${skipped}`, () => {
  let database: OwnDatabase;
  let server: RunningServer;
  let browser: Browser;
  let [chair, secretary, keys, phone, wall] = [] as unknown as Visitor[] as [Visitor, Visitor, Visitor, Visitor, Visitor];
  let id: string;
  let members: readonly Member[];
  const visitors: Visitor[] = [];

  const arrive = async (role: string | null, kind: Parameters<typeof Visitor.arrive>[2]) => {
    const visitor = await Visitor.arrive(browser, server.url, kind);
    visitors.push(visitor);
    if (role !== null) await visitor.letIn(await server.account(role));
    return visitor;
  };
  const button = (visitor: Visitor, key: string, within: Visitor['page'] | Locator = visitor.page) => within.getByRole('button', { name: words(visitor, key), exact: true });
  const dialog = ({ page }: Visitor) => page.getByRole('dialog');
  const hears = (visitor: Visitor, text: string | RegExp) => visitor.page.getByText(text).first().waitFor();
  const looks = async (visitor: Visitor, name: string) => {
    await visitor.isAccessible(name);
    await visitor.fits(name);
    await visitor.picture(name);
  };
  /** One press each on the list of who is present. */
  const roll = async (names: readonly Member[]) => { for (const { name } of names) await secretary.page.locator('#roll').getByRole('button', { name }).click(); };
  /** What members said aloud, as the secretary enters it. */
  const enters = async (said: readonly (readonly [Member, 'AYE' | 'NO' | 'ABSTAIN'])[]) => {
    for (const [{ name }, vote] of said) {
      const pressed = secretary.page.getByRole('button', { name: `${name}: ${words(secretary, `room.vote.${vote}`)}`, exact: true });
      await pressed.click();
      await expect.poll(() => pressed.getAttribute('aria-pressed'), SOON).toBe('true');
    }
  };
  const moves = async (text: string) => {
    await button(chair, 'room.move.open').click();
    await dialog(chair).locator('#motion-en').fill(text);
    await button(chair, 'room.move.verb', dialog(chair)).click();
  };
  const seconded = async () => {
    await button(keys, 'room.second.verb').click();
    await button(chair, 'room.state.verb').click();
  };

  beforeAll(async () => {
    [{ server, database }, browser] = await Promise.all([RunningServer.startOnDatabase(), ownBrowser()]);
    const [meeting] = await database.query(`select id, body_id as body, starts_at from meeting where state = 'NOTICED' order by starts_at desc limit 1`);
    id = String(meeting!['id']);
    [chair, secretary, keys, phone, wall] = await Promise.all([
      arrive('parent (English)', { size: DESK }), arrive('clerk', { locale: 'es', size: DESK, scheme: 'dark' }), arrive('parent (Spanish)', { locale: 'es', size: DESK }),
      arrive('EL parent', { locale: 'en', size: PHONE }), arrive(null, { size: WALL }),
    ]);
    await seatNine(database, String(meeting!['body']), await Promise.all([chair, keys, phone].map(personOf)));
    await beginsNow(database, id);
    const sitting = await ask<{ meeting: { sitting: { members: Member[] } } }>(chair, 'query($id: ID!) { meeting(id: $id) { sitting { members { id name } } } }', { id });
    members = sitting.meeting.sitting.members;
    expect(members).toHaveLength(9);
  });
  afterAll(async () => {
    const complaints = visitors.flatMap((visitor) => visitor.complaints.filter((each) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(each)));
    await Promise.all(visitors.map((visitor) => visitor.leave()));
    await emptied(browser);
    await server?.stop();
    await database?.drop();
    expect(complaints).toEqual([]);
  });

  it('opens from the meeting on its day; the door takes a code of this minute, and the roll call makes the quorum', async () => {
    await chair.open(`/meetings/${id}`);
    await chair.page.getByRole('link', { name: words(chair, 'meetings.room') }).click();
    await hears(chair, words(chair, 'room.quorum.unmet'));
    await Promise.all([secretary.open(`/meetings/${id}/room`), keys.open(`/meetings/${id}/room`), wall.page.goto(`/meetings/${id}/projector`)]);
    await phone.open(`/meetings/${id}/door#WR0NGC0D`);
    await phone.heading(words(phone, 'door.STALE')).waitFor();
    await looks(phone, 'door-stale-en-phone');
    await looks(chair, 'room-noticed-en-desk');
    await button(chair, 'room.door.open').click();
    await dialog(chair).getByRole('img').waitFor();
    await looks(chair, 'room-door-en-desk');
    await button(chair, 'room.close', dialog(chair)).click();
    const { meeting: { sitting: { door } } } = await ask<{ meeting: { sitting: { door: { path: string } } } }>(chair, 'query($id: ID!) { meeting(id: $id) { sitting { door { path } } } }', { id });
    await phone.open(`/meetings/${id}`);
    await phone.open(door.path);
    await phone.heading(words(phone, 'door.IN')).waitFor();
    await phone.page.getByRole('link', { name: words(phone, 'room.open') }).click();
    const here = (await server.account('EL parent')).name;
    await roll(members.filter(({ name }) => name !== here));
    for (const visitor of [chair, keys]) await hears(visitor, visitor === chair ? '9 of 9 present' : '9 de 9 presentes');
    await hears(wall, '9 of 9');
    await button(chair, 'room.call.verb').click();
    await hears(chair, words(chair, 'room.state.IN_SESSION'));
    await looks(secretary, 'room-empty-es-dark-desk');
  });

  it('tells the chair what keeps a question from being put, and whoever moved does not second', async () => {
    await chair.page.getByRole('button', { name: /^Take up: 3 / }).click();
    await wall.page.getByText('Homework help after school').first().waitFor();
    // What the chair moves is about what is before the body on their own page, which may hear of it later than the wall.
    await chair.page.getByRole('listitem').filter({ hasText: 'Homework help after school' }).getByText(words(chair, 'room.item.now')).waitFor();
    await moves('That the committee recommend two afternoons a week of homework help.');
    await button(keys, 'room.second.verb').waitFor();
    expect(await button(chair, 'room.second.verb').count()).toBe(0);
    await seconded();
    await chair.page.getByText(words(chair, 'room.refused.COMMENT_NOT_OFFERED')).waitFor();
    await button(chair, 'room.put.verb').click({ force: true });
    await looks(chair, 'room-blocked-en-desk');
    await button(chair, 'room.item.comment').click();
    await chair.page.getByText(words(chair, 'room.refused.COMMENT_NOT_OFFERED')).waitFor({ state: 'detached' });
    await chair.heading().click();
    await chair.page.keyboard.press('p');
    await hears(phone, words(phone, 'room.question.ROLL_CALL'));
    await hears(wall, words(chair, 'room.question.ROLL_CALL'));
  });

  it('tells whoever runs the meeting at once who asks to speak, and runs a clock on every screen', async () => {
    const { name } = await server.account('EL parent');
    await button(phone, 'room.speak.ask').click();
    await button(phone, 'room.speak.verb', dialog(phone)).click();
    await chair.page.getByRole('button', { name: `${words(chair, 'room.speaker.call')}: ${name}`, exact: true }).click();
    for (const visitor of [phone, wall]) await visitor.page.getByRole('timer').first().waitFor();
    await hears(phone, words(phone, 'room.speak.turn'));
    await wall.picture('wall-speaking');
    await looks(chair, 'room-speaking-en-desk');
    await chair.page.getByRole('button', { name: `${words(chair, 'room.speaker.finish')}: ${name}`, exact: true }).click();
    await wall.page.getByRole('timer').waitFor({ state: 'detached' });
  });

  it('takes no vote while a departure has broken the quorum, from the very next update on', async () => {
    const aye = button(phone, 'room.vote.AYE');
    const { name: stays } = await server.account('EL parent');
    const gone = members.filter(({ name }) => name !== stays).slice(0, 5);
    await expect.poll(() => aye.isDisabled(), SOON).toBe(false);
    await roll(gone);
    await expect.poll(() => aye.isDisabled(), SOON).toBe(true);
    await hears(phone, words(phone, 'room.vote.bar.NO_QUORUM'));
    await looks(phone, 'room-no-quorum-en-phone');
    await wall.picture('wall-no-quorum');
    await roll(gone);
    await expect.poll(() => aye.isDisabled(), SOON).toBe(false);
  });

  it('counts a vote by key alone, one of a phone without network once it is back, and 4-3-2 adopts', async () => {
    await keys.heading().click();
    await keys.page.keyboard.press('a');
    await hears(keys, /^Su voto: A favor/);
    await phone.page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await expect.poll(() => phone.page.evaluate(() => navigator.serviceWorker.controller !== null), SOON).toBe(true);
    await phone.page.reload();
    await button(phone, 'room.vote.AYE').waitFor();
    await phone.settled();
    await phone.context.setOffline(true);
    await button(phone, 'room.vote.AYE').click();
    await hears(phone, words(phone, 'room.vote.draft'));
    // The phone was put away and taken out again, still without network.
    await phone.page.reload();
    await hears(phone, words(phone, 'room.asOf'));
    await hears(phone, words(phone, 'room.vote.draft'));
    await looks(phone, 'room-offline-en-phone');
    const names = await Promise.all(['parent (Spanish)', 'EL parent'].map(async (role) => (await server.account(role)).name));
    const others = members.filter(({ name }) => !names.includes(name));
    await enters([[others[0]!, 'AYE'], [others[1]!, 'AYE'], [others[2]!, 'NO'], [others[3]!, 'NO'], [others[4]!, 'NO'], [others[5]!, 'ABSTAIN'], [others[6]!, 'ABSTAIN']]);
    await looks(chair, 'room-vote-en-desk');
    await phone.context.setOffline(false);
    await hears(phone, /^Your vote: Aye/);
    await hears(chair, 'Ayes 4 · Noes 3 · Abstain 2');
    await wall.picture('wall-vote');
    await chair.page.keyboard.press('u');
    await hears(chair, 'Adopted: 4 ayes of 7 votes cast, 4 needed; 2 abstentions do not count.');
    await hears(secretary, 'Aprobada: 4 a favor de 7 votos emitidos, se necesitaban 4; 2 abstenciones no cuentan.');
    await hears(wall, 'Adopted: 4 ayes of 7 votes cast');
    await wall.isAccessible('the wall');
    await wall.picture('wall-result');
    await looks(phone, 'room-result-en-phone');
  });

  it('fails a tie of 4-4-1', async () => {
    await moves('That the help begin in January.');
    await seconded();
    await button(chair, 'room.put.verb').click();
    await hears(secretary, words(secretary, 'room.question.ROLL_CALL'));
    await enters(members.map((member, at) => [member, at < 4 ? 'AYE' : at < 8 ? 'NO' : 'ABSTAIN'] as const));
    await hears(chair, 'Ayes 4 · Noes 4 · Abstain 1');
    await button(chair, 'room.announce.verb').click();
    await hears(chair, 'Not adopted: 4 ayes of 8 votes cast, 5 needed; a tie fails; 1 abstention does not count.');
  });

  it('acts on what was not posted only after both findings, by every member present', async () => {
    await chair.page.getByText(words(chair, 'room.more')).click();
    await button(chair, 'room.addItem.verb').click();
    await dialog(chair).locator('#item-title-en').fill('The broken heater in room 12');
    await button(chair, 'room.addItem.verb', dialog(chair)).click();
    await dialog(chair).getByText(words(chair, 'room.fault.REQUIRED')).waitFor();
    await dialog(chair).locator('#item-rationale-en').fill('Nobody learns in the cold.');
    await button(chair, 'room.addItem.verb', dialog(chair)).click();
    await chair.page.getByRole('button', { name: /^Move that it is urgent: / }).click();
    await dialog(chair).locator('#immediate').fill('Children sit in the cold.');
    await button(chair, 'room.urgency.verb', dialog(chair)).click();
    await dialog(chair).getByText(words(chair, 'room.fault.REQUIRED')).waitFor();
    await looks(chair, 'room-urgency-en-desk');
    await dialog(chair).locator('#afterPosting').fill('It broke this morning.');
    await button(chair, 'room.urgency.verb', dialog(chair)).click();
    await seconded();
    await button(chair, 'room.put.verb').click();
    await hears(secretary, words(secretary, 'room.question.ROLL_CALL'));
    await enters(members.map((member) => [member, 'AYE'] as const));
    await hears(chair, 'Ayes 9 · Noes 0 · Abstain 0');
    await button(chair, 'room.announce.verb').click();
    await hears(chair, /^Adopted: 9 ayes of 9 members present, 9 needed/);
    await hears(chair, /found urgent/);
  });

  it('gives a member something to do about a decision, whom the chair may not search for', async () => {
    const me = await ask<{ viewer: { person: { displayName: string } } }>(phone, '{ viewer { person { displayName } } }');
    await chair.page.getByRole('button', { name: new RegExp(`^${words(chair, 'room.action.assignFor')}`) }).first().click();
    await dialog(chair).getByLabel(words(chair, 'room.action.title')).fill('Write to the families');
    await dialog(chair).getByRole('button', { name: me.viewer.person.displayName, exact: true }).click();
    await button(chair, 'room.action.assign', dialog(chair)).click();
    await dialog(chair).waitFor({ state: 'hidden' });
    await hears(chair, 'Write to the families');
  });

  it('is not adjourned over open items, but by a motion nobody objects to, and everybody sees that it ended', async () => {
    await button(chair, 'room.adjourn.verb').click();
    await button(chair, 'room.adjourn.verb', dialog(chair)).click();
    await chair.page.getByRole('alert').getByText(words(chair, 'room.refused.AGENDA_OPEN')).waitFor();
    await looks(chair, 'room-refused-en-desk');
    await button(chair, 'room.gotIt').click();
    await button(chair, 'room.move.open').click();
    await dialog(chair).getByLabel(words(chair, 'room.move.kind')).selectOption('ADJOURN');
    await dialog(chair).locator('#motion-en').fill('That we adjourn.');
    await button(chair, 'room.move.verb', dialog(chair)).click();
    await seconded();
    await button(chair, 'room.put.consent').click();
    await button(phone, 'room.consent.object').waitFor();
    await looks(phone, 'room-consent-en-phone');
    await button(chair, 'room.announce.consent').click();
    for (const visitor of [chair, secretary, phone, wall]) await hears(visitor, words(visitor, 'room.news.ADJOURNED'));
    await looks(secretary, 'room-adjourned-es-dark-desk');
  });

  it('whose decisions stand in a register, and whoever is to do something about one says that it is done, and takes it back', async () => {
    await phone.page.goto('/actions');
    const finish = `${words(phone, 'actions.finish')}: Write to the families`;
    await phone.page.getByRole('button', { name: finish }).click();
    await dialog(phone).getByLabel(words(phone, 'actions.note.FINISH')).fill('By letter.');
    await button(phone, 'actions.finish', dialog(phone)).click();
    await looks(phone, 'actions-done-en-phone');
    await hears(chair, words(chair, 'room.action.DONE'));
    await button(phone, 'actions.undo').click();
    await phone.page.getByRole('button', { name: finish }).waitFor();
    const { meeting } = await ask<{ meeting: { body: { id: string } } }>(chair, 'query($id: ID!) { meeting(id: $id) { body { id } } }', { id });
    await secretary.page.goto(`/bodies/${meeting.body.id}/decisions`);
    await hears(secretary, 'Write to the families');
    await hears(secretary, /^Aprobada: \d+ a favor de/);
    await looks(secretary, 'decisions-es-dark-desk');
  });
});

const personOf = async (visitor: Visitor) => (await ask<{ viewer: { person: { id: string } } }>(visitor, '{ viewer { person { id } } }')).viewer.person.id;

/** The committee has nine members, these people among them, and the first of them is its chair. */
async function seatNine(database: OwnDatabase, body: string, people: readonly string[]): Promise<void> {
  const held = async () => (await database.query('select h.person_id as id from seat_holding h join seat s on s.id = h.seat_id where s.body_id = $1 and h.person_id is not null', [body])).map((row) => String(row['id']));
  const before = await held();
  // Each is found by their name, and a few families of the demonstration share one.
  const others = (await database.query(
    `select distinct on (p.given_name, p.family_name) p.person_id as id from person_pii p join membership m on m.person_id = p.person_id and m.constituency = 'PARENT'
     where (p.given_name, p.family_name) not in (select given_name, family_name from person_pii where person_id = any($1::uuid[]))
     order by p.given_name, p.family_name`, [[...before, ...people]])).map((row) => String(row['id']));
  const added = [...people.filter((id) => !before.includes(id)), ...others];
  for (const person of added.slice(0, 9 - before.length)) {
    await database.query(
      `with added as (
         insert into seat (id, school_id, body_id, constituency, number, name, way, chosen_by, votes)
         select gen_random_uuid(), (array_agg(school_id))[1], $1, 'EL_PARENT', max(number) + 1, (array_agg(name))[1], 'ELECTED', 'EL_PARENT', true from seat where body_id = $1 and constituency = 'EL_PARENT' returning *)
       insert into seat_holding (school_id, environment_id, body, constituency, seat_name, number, person_id, basis, starts, ends, seat_id)
       select a.school_id, b.environment_id, b.name, a.constituency, a.name, a.number, $2, 'ELECTED', '2020-01-01', '2090-01-01', a.id from added a join governing_body b on b.id = a.body_id`, [body, person]);
  }
  await database.query(`update officer_term set person_id = $2 where body_id = $1 and office = 'CHAIR'`, [body, people[0]]);
}
