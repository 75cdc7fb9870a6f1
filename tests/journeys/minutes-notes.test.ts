import { randomUUID } from 'node:crypto';
import { type Client, createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { full, sized } from '../../packages/count/src/full-size.testing.ts';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { sessionSource } from '../../packages/server/src/modules/people/index.ts';
import { type Member, type World, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { school } from '../../packages/server/src/platform/database/database.ts';
import { type ServedHouse, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { type TestDatabase, cloneDatabase } from '../../packages/server/src/testing/test-database.ts';
import { HeldMeetings, type Sat } from './held-meeting.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

interface Pushed { readonly __typename: 'NotesTaken' | 'NotesRefused'; readonly seq?: number; readonly repeated?: boolean; readonly stateVector: string; readonly refusals?: readonly { reason: string; source: string | null; about: string[] }[] }
const PUSHED = '{ __typename ... on NotesTaken { seq stateVector repeated } ... on NotesRefused { refusals { reason source about } stateVector } }';

/** The same numbers for the same seed, so that what failed once fails again (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('notes of a sitting, typed by several at once', () => {
  let test: TestDatabase;
  let served: ServedHouse;
  let world: World;
  let meetings: HeldMeetings;
  let [chair, secretary, parent, clerk] = [] as unknown as [Member, Member, Member, Member];
  const sockets: Client[] = [];

  beforeAll(async () => {
    test = await cloneDatabase('pglite', entities);
    served = await serveHouse({ db: test.database, schema: buildSchema(), rooms, sessions: sessionSource(test.database) });
    world = await aSchool(test.database).withCoordinators(1).withClerks(1).withTeachers(1).withStaff(1).withFamily().open();
    [chair, secretary, parent, clerk] = [world.teachers[0]!, world.staff[0]!, world.parents[0]!, world.clerks[0]!];
    meetings = await HeldMeetings.open(test, served, world, { CHAIR: chair, SECRETARY: secretary }, { TEACHER: [chair], OTHER_STAFF: [secretary], PARENT: [parent] }, secretary);
  });
  afterAll(async () => {
    for (const socket of sockets) await socket.dispose();
    await served?.close();
    await test?.database.close();
  });

  const ask = (as: Member | null, query: string, variables: object) => meetings.ask(as, query, variables);
  const push = async (as: Member, meetingId: string, update: Uint8Array, key: string = randomUUID()): Promise<Pushed> => {
    const answer = await ask(as, `mutation ($key: ID!, $meetingId: ID!, $update: Base64Bytes!) { pushNotes(key: $key, meetingId: $meetingId, update: $update) ${PUSHED} }`, { key, meetingId, update: base64(update) });
    expect(answer.errors, answer.text).toBeUndefined();
    return answer.data!['pushNotes'] as Pushed;
  };
  const notes = async (as: Member, meetingId: string, stateVector: Uint8Array | null = null) =>
    (await ask(as, 'query ($meetingId: ID!, $stateVector: Base64Bytes) { notes(meetingId: $meetingId, stateVector: $stateVector) { seq update stateVector writable writers { device name itemId } } }',
      { meetingId, stateVector: stateVector && base64(stateVector) })).data!['notes'] as { seq: number; update: string; stateVector: string; writable: boolean; writers: { device: string; name: string; itemId: string | null }[] } | null;
  const onServer = async (meetingId: string): Promise<Y.Doc> => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, bytes((await notes(secretary, meetingId))!.update));
    return doc;
  };
  const textsOf = (doc: Y.Doc, sat: Sat) => ['general', ...sat.items.map(({ id }) => `item:${id}`)].map((name) => doc.getText(name).toString());

  /** One device on a bad line: requests are lost on the way there or back, sent twice, or held back and sent late. */
  class Device {
    readonly doc = new Y.Doc();
    readonly inserted: string[] = [];
    readonly deleted = new Set<string>();
    #seq = 0;
    #typed: Uint8Array[] = [];
    #held: { key: string; update: Uint8Array }[] = [];
    online = true;

    constructor(readonly who: Member, private readonly sign: string, private readonly sat: Sat, private readonly roll: () => number) {
      this.doc.on('update', (update: Uint8Array, origin: unknown) => { if (origin !== 'server') this.#typed.push(update); });
    }

    /** Words at the edge of others, or whole words taken out, in a text of an item or the general one. */
    edit(): void {
      const names = ['general', ...this.sat.items.map(({ id }) => `item:${id}`)];
      const text = this.doc.getText(names[Math.floor(this.roll() * names.length)]!);
      const words = [...text.toString().matchAll(/<[^<>]*>/g)];
      if (words.length > 0 && this.roll() < 0.25) {
        const from = Math.floor(this.roll() * words.length);
        const gone = words.slice(from, from + 1 + Math.floor(this.roll() * 3));
        for (const [word] of gone) this.deleted.add(word);
        text.delete(gone[0]!.index, gone.at(-1)!.index + gone.at(-1)![0].length - gone[0]!.index);
        return;
      }
      const edges = [0, ...words.map(({ 0: word, index }) => index + word.length)];
      const word = `<${this.sign}${this.inserted.length}>`;
      this.inserted.push(word);
      text.insert(edges[Math.floor(this.roll() * edges.length)]!, word);
    }

    async flush(): Promise<void> {
      if (!this.online) return;
      const sending = this.#held;
      this.#held = [];
      if (this.#typed.length > 0) {
        const fresh = { key: randomUUID(), update: Y.mergeUpdates(this.#typed) };
        this.#typed = [];
        // Held back, it goes out after what is typed later.
        if (this.roll() < 0.1) this.#held.push(fresh);
        else sending.unshift(fresh);
      }
      for (const each of sending) {
        const chance = this.roll();
        if (chance < 0.1) this.#held.push(each);
        else {
          const done = await this.#send(each);
          if (!done || chance < 0.2) this.#held.push(each);
          if (chance > 0.95) await this.#send(each);
        }
      }
    }

    async #send({ key, update }: { key: string; update: Uint8Array }): Promise<boolean> {
      const answer = await ask(this.who, `mutation ($key: ID!, $meetingId: ID!, $update: Base64Bytes!) { pushNotes(key: $key, meetingId: $meetingId, update: $update) ${PUSHED} }`,
        { key, meetingId: this.sat.id, update: base64(update) });
      if (answer.errors?.[0]?.extensions['code'] === 'THROTTLED') return false;
      expect(answer.errors, answer.text).toBeUndefined();
      const pushed = answer.data!['pushNotes'] as Pushed;
      if (pushed.__typename === 'NotesTaken') return true;
      // Something before it is still held back: all that the server lacks goes in one, and says the same.
      expect(pushed.refusals!.map(({ reason }) => reason)).toEqual(['CHANGES_MISSING']);
      return (await push(this.who, this.sat.id, Y.encodeStateAsUpdate(this.doc, bytes(pushed.stateVector)))).__typename === 'NotesTaken';
    }

    async pull(): Promise<void> {
      if (!this.online || this.roll() < 0.2) return;
      const answer = await ask(this.who, 'query ($meetingId: ID!, $seq: Int!) { notesSince(meetingId: $meetingId, seq: $seq) { seq updates whole } }', { meetingId: this.sat.id, seq: this.#seq });
      const { seq, updates } = answer.data!['notesSince'] as { seq: number; updates: string[] };
      for (const update of updates) Y.applyUpdate(this.doc, bytes(update), 'server');
      this.#seq = seq;
    }

    /** As a page does when it comes back: what each side lacks of the other. */
    async reconnect(): Promise<void> {
      const read = (await notes(this.who, this.sat.id, Y.encodeStateVector(this.doc)))!;
      Y.applyUpdate(this.doc, bytes(read.update), 'server');
      this.#seq = read.seq;
      this.#typed = [];
      this.#held = [];
      for (;;) {
        const answer = await ask(this.who, `mutation ($key: ID!, $meetingId: ID!, $update: Base64Bytes!) { pushNotes(key: $key, meetingId: $meetingId, update: $update) ${PUSHED} }`,
          { key: randomUUID(), meetingId: this.sat.id, update: base64(Y.encodeStateAsUpdate(this.doc, bytes(read.stateVector))) });
        if (answer.errors === undefined) { expect(answer.data!['pushNotes']).toMatchObject({ __typename: 'NotesTaken' }); return; }
        expect(answer.errors[0]!.extensions['code']).toBe('THROTTLED');
        await new Promise((resolve) => { setTimeout(resolve, 1000); });
      }
    }
  }

  const EDITS = sized(2000, 120);
  it(`two secretaries' ${EDITS} random edits each, on lines that drop, come to the same text everywhere, and nothing is lost`, async () => {
    const sat = await meetings.held('Budget', 'Homework help');
    const roll = dice(20_261_126);
    const devices = [new Device(secretary, 'a', sat, roll), new Device(chair, 'b', sat, roll)];
    const [first, second] = devices as [Device, Device];
    for (let nth = 0; nth < EDITS; nth += 1) {
      // One walks out of reach for a quarter of the meeting, and goes on typing.
      if (nth === Math.floor(EDITS / 2)) second.online = false;
      if (nth === Math.floor(EDITS * 3 / 4)) { second.online = true; await second.reconnect(); }
      for (const device of devices) {
        device.edit();
        if (roll() < 0.15) await device.flush();
        if (roll() < 0.1) await device.pull();
        if (device.online && roll() < 0.01) await device.reconnect();
      }
    }
    for (const device of [first, second, first]) await device.reconnect();

    const server = textsOf(await onServer(sat.id), sat);
    expect(textsOf(first.doc, sat)).toEqual(server);
    expect(textsOf(second.doc, sat)).toEqual(server);
    const deleted = new Set([...first.deleted, ...second.deleted]);
    const left = [...first.inserted, ...second.inserted].filter((word) => !deleted.has(word));
    expect(server.join('').match(/<[^<>]*>/g)!.toSorted()).toEqual(left.toSorted());
    expect(server.join('').replaceAll(/<[^<>]*>/g, '')).toBe('');
    expect(first.inserted.length + second.inserted.length).toBeGreaterThan(EDITS);
    const [row] = await test.database.under(school(world.schoolId)).execute<{ snapshot: number; rows: number }[]>(
      'select n.snapshot_seq::int as snapshot, (select count(*)::int from minutes_note_update u where u.meeting_id = n.meeting_id) as rows from minutes_notes n where n.meeting_id = ?', [sat.id]);
    expect(row!.rows).toBeLessThan(300);
    if (full) expect(row!.snapshot).toBeGreaterThan(0);
  }, 240_000);

  it('a broken or a hostile change is refused whole and harms nothing', async () => {
    const sat = await meetings.held('Budget');
    const [itemId] = sat.items.map(({ id }) => id);
    const doc = new Y.Doc();
    doc.getText(`item:${itemId}`).insert(0, 'Ms. Ruiz explained the budget.');
    const good = Y.encodeStateAsUpdate(doc);
    const key = randomUUID();
    expect(await push(secretary, sat.id, good, key)).toMatchObject({ __typename: 'NotesTaken', seq: 1, repeated: false });
    expect(await push(secretary, sat.id, good, key)).toMatchObject({ __typename: 'NotesTaken', seq: 1, repeated: true });
    expect(await push(secretary, sat.id, good)).toMatchObject({ __typename: 'NotesTaken', seq: 1, repeated: true });

    const made = (write: (from: Y.Doc) => void, from = new Y.Doc()) => { write(from); return Y.encodeStateAsUpdate(from); };
    const known = () => { const copy = new Y.Doc(); Y.applyUpdate(copy, good); return copy; };
    const late = known();
    const before = Y.encodeStateVector(late);
    late.getText('general').insert(0, 'one');
    const between = Y.encodeStateVector(late);
    late.getText('general').insert(3, ' two');
    const anothers = new Y.Doc();
    anothers.clientID = doc.clientID;
    anothers.getText('general').insert(0, 'x'.repeat(60));
    const hostile: [string, Uint8Array, string][] = [
      ['no update', new Uint8Array([1, 2, 3, 255, 255]), 'BROKEN'],
      ['an update cut short', good.slice(0, good.length - 9), 'BROKEN'],
      ['a million structs that are not there', new Uint8Array([255, 255, 255, 127, 255, 255, 255, 127]), 'BROKEN'],
      ['more than is taken at once', made((from) => { from.getText('general').insert(0, 'x'.repeat(70_000)); }), 'TOO_LARGE'],
      ['a map', made((from) => { from.getMap('general').set('x', 1); }), 'NOT_TEXT'],
      ['a list of anything', made((from) => { from.getArray('general').insert(0, [{ x: 1 }]); }), 'NOT_TEXT'],
      ['a text in a text', made((from) => { from.getText('general').insertEmbed(0, new Y.Text('inner')); }), 'NOT_TEXT'],
      ['a form', made((from) => { from.getText('general').insert(0, 'bold', { bold: true }); }), 'NOT_TEXT'],
      ['a document in the document', made((from) => { from.getArray('general').insert(0, [new Y.Doc()]); }), 'NOT_TEXT'],
      ['a text of no item', made((from) => { from.getText('item:other').insert(0, 'x'); }), 'NO_SUCH_TEXT'],
      ['a text of another meeting\'s item', made((from) => { from.getText(`item:${randomUUID()}`).insert(0, 'x'); }), 'NO_SUCH_TEXT'],
      ['what follows from something unsaid', Y.encodeStateAsUpdate(late, between), 'CHANGES_MISSING'],
      ['a hole in the middle', Y.mergeUpdates([Y.encodeStateAsUpdate(known()), Y.encodeStateAsUpdate(late, between)]), 'CHANGES_MISSING'],
    ];
    for (const [what, update, reason] of hostile) {
      expect((await push(secretary, sat.id, update)).refusals?.map((each) => each.reason), what).toEqual([reason]);
    }
    // Under the client number of the secretary nobody else writes, not even those who may.
    expect((await push(chair, sat.id, Y.encodeStateAsUpdate(anothers))).refusals![0]!.reason).toBe('ANOTHERS_HAND');
    expect(textsOf(await onServer(sat.id), sat)).toEqual(['', 'Ms. Ruiz explained the budget.']);
    expect((await push(secretary, sat.id, Y.encodeStateAsUpdate(late, before))).__typename).toBe('NotesTaken');
    expect(textsOf(await onServer(sat.id), sat)).toEqual(['one two', 'Ms. Ruiz explained the budget.']);

    // All of them together have an end, too.
    const long = new Y.Doc();
    for (let nth = 0; nth < 4; nth += 1) {
      const sv = Y.encodeStateVector(long);
      long.getText('general').insert(0, 'x'.repeat(60_000));
      const { refusals } = await push(secretary, sat.id, Y.encodeStateAsUpdate(long, sv));
      expect(refusals?.map(({ reason }) => reason)).toEqual(nth < 3 ? undefined : ['NOTES_FULL']);
    }
  });

  it('only those who run the sitting read and write them, and they see each other', async () => {
    const sat = await meetings.held('Budget');
    const doc = new Y.Doc();
    doc.getText('general').insert(0, 'Hello');
    const update = base64(Y.encodeStateAsUpdate(doc));
    for (const who of [parent, clerk]) {
      expect(await notes(who, sat.id)).toBeNull();
      const refused = await ask(who, 'mutation ($meetingId: ID!, $update: Base64Bytes!) { pushNotes(key: "5f0c7f0e-5a0e-4b7e-8a3c-0d1f0f0f0f0f", meetingId: $meetingId, update: $update) { __typename } }', { meetingId: sat.id, update });
      expect(refused.errors![0]!.extensions['code']).toBe('NOT_FOUND');
    }
    const heard: { seq: number; writers: { name: string; itemId: string | null }[] }[] = [];
    const failed: unknown[] = [];
    const listen = (as: Member, next: (data: unknown) => void, error: (reason: unknown) => void) => {
      const client = createClient({ url: `${served.address.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { ...as.headers } });
      sockets.push(client);
      client.subscribe({ query: 'subscription ($meetingId: ID!) { notesChanged(meetingId: $meetingId) { resume seq writers { name itemId } } }', variables: { meetingId: sat.id } }, { next: ({ data }) => { next(data); }, error, complete: () => {} });
    };
    listen(chair, (data) => { heard.push((data as { notesChanged: (typeof heard)[number] }).notesChanged); }, () => {});
    listen(parent, () => {}, (reason) => { failed.push(reason); });
    await expect.poll(() => [heard.at(-1)?.seq, failed.length]).toEqual([0, 1]);
    expect((await push(secretary, sat.id, bytes(update))).__typename).toBe('NotesTaken');
    await expect.poll(() => heard.at(-1)!.seq).toBe(1);

    const caret = (here: boolean) => ask(secretary, 'mutation ($meetingId: ID!, $caret: CaretInput!) { showCaret(meetingId: $meetingId, caret: $caret) }',
      { meetingId: sat.id, caret: { device: '0e2f8a8a-2f5c-4d55-9a51-0a1b2c3d4e5f', itemId: sat.items[0]!.id, anchor: base64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(doc.getText('general'), 2))), here } });
    expect((await caret(true)).data).toEqual({ showCaret: true });
    await expect.poll(() => heard.at(-1)!.writers).toEqual([{ name: secretary.name, itemId: sat.items[0]!.id }]);
    expect((await notes(chair, sat.id))!.writers).toMatchObject([{ name: secretary.name }]);
    await caret(false);
    await expect.poll(() => heard.at(-1)!.writers).toEqual([]);
  });

  it('none are taken before the call to order', async () => {
    const meeting = await meetings.add(await meetings.draft(), 'Budget');
    await meetings.act(secretary, '$id: ID!, $version: Int!', 'postNotice(id: $id, version: $version)', meeting);
    const doc = new Y.Doc();
    doc.getText('general').insert(0, 'Early');
    expect((await push(secretary, meeting.id, Y.encodeStateAsUpdate(doc))).refusals![0]!.reason).toBe('NOT_CALLED_TO_ORDER');
    expect((await notes(secretary, meeting.id))!.writable).toBe(false);
  });
});
