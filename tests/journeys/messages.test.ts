import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, school } from '../../packages/server/src/platform/database/database.ts';
import { createEvents } from '../../packages/server/src/platform/events/house-events.ts';
import { systemClock } from '../../packages/server/src/platform/clock/system-clock.ts';
import { createJobs } from '../../packages/server/src/platform/jobs/pg-boss.ts';
import { createLogger } from '../../packages/server/src/platform/log/logger.ts';
import type { House } from '../../packages/server/src/platform/room.ts';
import { onEachEngine } from '../../packages/server/src/testing/test-database.ts';
import { type ViewerFacts, people, viewerFacts } from '../../packages/server/src/modules/people/index.ts';
import { type Member, type World, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { zoneAt } from './zone-at.ts';
import type { Letter } from '../../packages/server/src/modules/messages/application/carrier.ts';
import { chooseChannel } from '../../packages/server/src/modules/messages/application/choose-channel.ts';
import { forgetMessages } from '../../packages/server/src/modules/messages/application/forget-messages.ts';
import { mailboxPage, ownMessage, unreadCount } from '../../packages/server/src/modules/messages/application/mailbox.ts';
import { markAllMessages, markMessage, unmarkMessages } from '../../packages/server/src/modules/messages/application/mark-messages.ts';
import { runPost, workThroughPost } from '../../packages/server/src/modules/messages/application/run-post.ts';
import { type Sending, sendMessage } from '../../packages/server/src/modules/messages/application/send-message.ts';

onEachEngine('messages', people.entities, (test) => {
  let db: Database;
  let house: House;
  let world: World;
  const lines: string[] = [];
  const log = createLogger('warn', { write: (line) => lines.push(line) });

  beforeAll(async () => {
    db = test().database;
    house = { db, events: await createEvents(db, systemClock, log), clock: systemClock, log, config: { demo: true, publicUrl: 'https://school.example' } } as unknown as House;
    world = await aSchool(db).withFamily().withFamily({ locale: 'es' }).withTeachers(3).open();
  });

  const sql = <T extends object = Record<string, unknown>[]>(statement: string, params: readonly unknown[] = []) => db.under(school(world.schoolId)).execute<T>(statement, params);
  const roster = (recipients: readonly Member[], dedupeKey: string, rest: Partial<Sending<'BODY_ROSTER'>> = {}): Sending<'BODY_ROSTER'> => ({
    schoolId: world.schoolId, environmentId: world.environmentId, kind: 'BODY_ROSTER', about: { kind: 'BODY', id: world.environmentId, path: '/bodies/1' },
    recipients: recipients.map(({ id }) => id), words: { body: { en: 'Council', es: 'Consejo' } }, dedupeKey, ...rest,
  });
  const send = (...sending: Parameters<typeof roster>) => db.transaction(school(world.schoolId), (em) => sendMessage(em, roster(...sending)));
  const facts = async ({ id }: Member): Promise<ViewerFacts> => (await viewerFacts(house, { personId: id, schoolId: world.schoolId }))!;
  const inbox = async (member: Member, unread = false) => (await mailboxPage(house, await facts(member), { unread, first: 50 })).edges.map(({ node }) => node);

  describe('are sent', () => {
    it('once to each person of the school who is still here, however often and to whomever besides', async () => {
      const [one, two, left] = world.teachers as [Member, Member, Member];
      const elsewhere = await aSchool(db).withTeachers(1).open();
      await sql('update person set active = false where id = ?', [left.id]);
      expect(await send([one, one, left, elsewhere.teachers[0]!], 'once')).toBe(1);
      expect(await send([one, two], 'once')).toBe(1);
      expect(await send([one, two], 'once')).toBe(0);
      for (const each of [one, two]) expect(await inbox(each)).toHaveLength(1);
      expect((await sql<{ count: number }[]>('select count(*)::int as count from message where person_id = ?', [left.id]))[0]!.count).toBe(0);
    });

    it('only if what they tell of happens, and are told of by ids alone', async () => {
      const [one] = world.teachers as [Member];
      await expect(db.transaction(school(world.schoolId), async (em) => {
        await sendMessage(em, roster([one], 'undone'));
        throw new Error('the meeting was not noticed');
      })).rejects.toThrow('not noticed');
      expect(await inbox(one)).toHaveLength(1);
      const told = await sql(`select topic, kind, subject_id::text as "subjectId" from outbox where kind like 'message.%' order by id desc limit 2`);
      expect(told.map((row) => Object.values(row).join(' ')).join('\n')).toMatch(/^messages message\.sent [0-9a-f-]{36}\nmailbox:[0-9a-f-]{36} message\.arrived [0-9a-f-]{36}$/);
    });

    it('to arrive later, when somebody is told', async () => {
      const [, two] = world.teachers as [Member, Member];
      await send([two], 'later', { notBefore: new Date(Date.now() + 3_600_000) });
      expect(await inbox(two)).toHaveLength(1);
      await db.executeAsOwner(`update message set arrives_at = sent_at + interval '1 millisecond' where dedupe_key = 'later'`);
      await workThroughPost(house, {});
      expect(await inbox(two)).toHaveLength(2);
      const [newest] = await sql<{ topic: string }[]>('select topic from outbox order by id desc limit 1');
      expect(newest!.topic).toBe(`mailbox:${two.id}`);
    });
  });

  it('are read by their own person alone, in pages, and marked and unmarked', async () => {
    const [mine, other] = world.parents as [Member, Member];
    for (const nth of [1, 2, 3]) await send([mine, other], `page ${nth}`);
    const [viewer, stranger] = [await facts(mine), await facts(other)];
    const first = await mailboxPage(house, viewer, { unread: false, first: 2 });
    const rest = await mailboxPage(house, viewer, { unread: false, first: 2, after: first.pageInfo.endCursor });
    const ids = [...first.edges, ...rest.edges].map(({ node }) => node.id);
    expect(new Set(ids).size).toBe(3);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);

    const [id] = ids as [string];
    expect(await ownMessage(house, stranger, id)).toBeNull();
    await expect(markMessage(house, stranger, id, true)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    await expect(markMessage(house, stranger, 'no id', true)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    await markMessage(house, viewer, id, true);
    expect((await inbox(mine, true)).map((each) => each.id)).not.toContain(id);
    expect(await unreadCount(house, viewer)).toBe(2);
    await markMessage(house, viewer, id, false);
    await markMessage(house, viewer, id, true);
    const { count, readAt } = await markAllMessages(house, viewer);
    expect([count, await unreadCount(house, viewer), await unreadCount(house, stranger)]).toEqual([2, 0, 3]);
    expect(await unmarkMessages(house, stranger, readAt)).toBe(0);
    // What was read before stays read.
    expect([await unmarkMessages(house, viewer, readAt), await unreadCount(house, viewer)]).toEqual([2, 2]);
  });

  describe('are carried out of the house', () => {
    const letters = async (dedupeKey: string) => (await sql<{ state: string; channel: string; reason: string | null; tries: number }[]>(
      `select d.state, d.channel, d.reason, d.tries::int as tries from message_delivery d join message m on m.id = d.message_id where m.dedupe_key = ? order by m.id, d.channel`, [dedupeKey]));
    const atHour = (hour: number) => sql('update learning_environment set time_zone = ? where id = ?', [zoneAt(hour), world.environmentId]);

    beforeAll(async () => {
      await atHour(12);
      const [english, spanish] = world.parents as [Member, Member];
      await sql(`update person_pii set email = 'one@example.org', phone = '555 0101' where person_id = ?`, [english.id]);
      await sql(`update person_pii set email = 'dos@example.org' where person_id = ?`, [spanish.id]);
      await workThroughPost(house, {});
    });

    it('once to whoever has an address and wants it, in their language, after a carrier failed, by a job', async () => {
      const [english, spanish] = world.parents as [Member, Member];
      const [out] = world.students as [Member];
      await chooseChannel(house, await facts(english), 'SMS', true);
      const carried: Letter[] = [];
      let failures = 0;
      const carrier = { async carry(letter: Letter) {
        if (letter.to === 'dos@example.org' && (failures += 1) === 1) throw new Error('no connection to dos@example.org');
        carried.push(letter);
      } };
      const jobs = await createJobs(db, log);
      const stop = await runPost({ ...house, jobs }, { EMAIL: carrier, SMS: carrier });
      await send([english, spanish, out], 'carried');
      await vi.waitFor(async () => expect((await letters('carried')).filter(({ state, reason }) => state === 'DELIVERED' || reason !== null)).toHaveLength(3), { timeout: 12_000, interval: 50 });
      expect((await letters('carried')).filter(({ state }) => state === 'WAITING')).toEqual([{ state: 'WAITING', channel: 'EMAIL', reason: 'CARRIER_FAILED', tries: 1 }]);
      expect(lines.join('')).not.toContain('dos@');
      expect(lines.join('')).toContain('will be tried again');
      // A minute passes.
      await sql(`update message_delivery set due_at = clock_timestamp() where state = 'WAITING'`);
      await house.events.nudge('messages');
      await vi.waitFor(() => expect(carried).toHaveLength(3), { timeout: 12_000, interval: 50 });
      await stop();
      await jobs.stop();
      expect(carried.map(({ channel, to, locale, title }) => [channel, to, locale, title]).toSorted()).toEqual([
        ['EMAIL', 'dos@example.org', 'es', 'Consejo: cambiaron sus miembros'], ['EMAIL', 'one@example.org', 'en', 'Council: its members changed'],
        ['SMS', '555 0101', 'en', 'Council: its members changed']]);
      expect(carried[0]!.url).toBe('https://school.example/bodies/1');
    });

    it('not to who has had enough meanwhile, and not at night, unless a meeting is called off', async () => {
      const [english, spanish] = world.parents as [Member, Member];
      const carried: string[] = [];
      const carrier = { carry: async ({ to, title }: Letter) => { carried.push(`${to}: ${title}`); } };
      await atHour(2);
      await send([english, spanish], 'at night');
      await db.transaction(school(world.schoolId), (em) => sendMessage(em, {
        ...roster([spanish], 'called off'), kind: 'MEETING_CANCELLED', words: { body: 'Consejo', title: 'Reunión', startsAt: new Date(), reason: 'No hay luz.' } }));
      await workThroughPost(house, { EMAIL: carrier });
      expect(carried).toEqual(['dos@example.org: Consejo no se reúne']);
      await atHour(12);
      await chooseChannel(house, await facts(english), 'EMAIL', false);
      await sql(`update message_delivery set due_at = clock_timestamp() where state = 'WAITING'`);
      await workThroughPost(house, { EMAIL: carrier });
      expect(carried.slice(1)).toEqual(['dos@example.org: Consejo: cambiaron sus miembros']);
      expect((await letters('at night')).map(({ state, reason }) => `${state} ${reason}`).toSorted()).toEqual(['DELIVERED null', 'DROPPED NOT_WANTED']);
    });
  });

  it('are kept for four hundred days, and no longer', async () => {
    const [mine] = world.parents as [Member];
    const before = (await inbox(mine)).length;
    await db.executeAsOwner(`update message set sent_at = now() - interval '401 days' where dedupe_key = 'carried'`);
    await db.executeAsOwner(`update message set sent_at = now() - interval '399 days' where dedupe_key = 'page 1'`);
    expect(await forgetMessages(house)).toBe(3);
    expect(await inbox(mine)).toHaveLength(before - 1);
    expect(await sql(`select 1 from message_delivery d where not exists (select from message m where m.id = d.message_id)`)).toEqual([]);
  });
});
