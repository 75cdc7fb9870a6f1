import { afterEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { ServerFault } from '../../apollo/faults.ts';
import { type NotesLine, NotesSession, type NotesShelf, type PushAnswer } from './notes-session.ts';

/** A server that keeps a document as ours does, and a line to it that can be cut. */
class Server {
  readonly doc = new Y.Doc();
  readonly changes: Uint8Array[] = [];
  readonly keys = new Set<string>();
  readonly sessions = new Set<NotesSession>();
  cut = false;
  loseAnswers = 0;
  closed = false;

  line(): NotesLine {
    const reach = async () => { if (this.cut) throw new ServerFault('UNREACHABLE'); };
    return {
      read: async (stateVector) => {
        await reach();
        return { seq: this.changes.length, update: Y.encodeStateAsUpdate(this.doc, stateVector), stateVector: Y.encodeStateVector(this.doc), writable: !this.closed, writers: [] };
      },
      since: async (seq) => {
        await reach();
        return { seq: this.changes.length, updates: this.changes.slice(seq) };
      },
      push: async (key, update): Promise<PushAnswer> => {
        await reach();
        if (this.closed) return { kind: 'REFUSED', reason: 'WRONG_STATE', stateVector: Y.encodeStateVector(this.doc) };
        if (!this.keys.has(key)) {
          this.keys.add(key);
          this.changes.push(update);
          Y.applyUpdate(this.doc, update);
          for (const session of this.sessions) session.hear(this.changes.length, [], !this.closed);
        }
        if (this.loseAnswers > 0) {
          this.loseAnswers -= 1;
          throw new ServerFault('UNREACHABLE');
        }
        return { kind: 'TAKEN', seq: this.changes.length };
      },
      show: async () => {},
    };
  }
}

function shelf(): NotesShelf & { kept: { state: Uint8Array; waiting: readonly Uint8Array[] } | null } {
  const kept: NotesShelf & { kept: { state: Uint8Array; waiting: readonly Uint8Array[] } | null } = {
    kept: null,
    keep: async (notes) => { kept.kept = notes; return true; },
    load: async () => kept.kept,
    drop: async () => { kept.kept = null; },
  };
  return kept;
}

async function opened(server: Server, own = shelf()): Promise<NotesSession> {
  const session = new NotesSession(server.line(), own);
  server.sessions.add(session);
  await session.open();
  return session;
}

const settle = () => vi.advanceTimersByTimeAsync(60_000);

afterEach(() => { vi.useRealTimers(); });

it('two devices type in one note at once, one drops and returns, and both and the server read the same', async () => {
  vi.useFakeTimers();
  const server = new Server();
  const [ana, luis] = [await opened(server), await opened(server)];
  ana.text(null).insert(0, 'The council met. ');
  luis.text(null).insert(0, 'El consejo se reunió. ');
  await settle();
  expect(ana.text(null).toString()).toBe(luis.text(null).toString());
  expect(ana.state.saving).toBe('SAVED');

  server.cut = true;
  luis.text(null).insert(0, 'Sin red. ');
  await vi.advanceTimersByTimeAsync(2000);
  expect(luis.state).toMatchObject({ saving: 'OFFLINE', fault: 'UNREACHABLE', phase: 'OPEN' });
  server.cut = false;
  ana.text('7').insert(0, 'Meanwhile.');
  await settle();
  for (const session of [ana, luis]) {
    expect(session.text(null).toString()).toBe(server.doc.getText('general').toString());
    expect(session.text('7').toString()).toBe('Meanwhile.');
    expect(session.state.saving).toBe('SAVED');
  }
  expect(server.doc.getText('general').toString()).toMatch(/Sin red\. /);
});

it('a lost answer costs nothing: the same change goes again under the same key, once', async () => {
  vi.useFakeTimers();
  const server = new Server();
  const session = await opened(server);
  server.loseAnswers = 2;
  session.text(null).insert(0, 'once ');
  await settle();
  expect(server.changes).toHaveLength(1);
  expect(server.doc.getText('general').toString()).toBe('once ');
  expect(session.state.saving).toBe('SAVED');
});

it('notes that are first opened without network are written on, and join what others wrote', async () => {
  vi.useFakeTimers();
  const server = new Server();
  const ana = await opened(server);
  ana.text(null).insert(0, 'The council met.');
  await settle();
  server.cut = true;
  const own = shelf();
  const luis = await opened(server, own);
  expect(luis.state).toMatchObject({ phase: 'OPEN', saving: 'OFFLINE', unread: true });
  luis.text(null).insert(0, 'Hubo café.');
  await settle();
  // The phone was put away, and is taken out again.
  await luis.close();
  const again = await opened(server, own);
  expect(again.text(null).toString()).toBe('Hubo café.');
  server.cut = false;
  await settle();
  expect(again.state).toMatchObject({ phase: 'OPEN', saving: 'SAVED', unread: false });
  for (const words of ['The council met.', 'Hubo café.']) for (const doc of [again.doc, ana.doc, server.doc]) expect(doc.getText('general').toString()).toContain(words);
});

it('a page closed without network finds its words on the device, and sends them when it is opened again', async () => {
  vi.useFakeTimers();
  const server = new Server();
  const own = shelf();
  const before = await opened(server, own);
  before.text(null).insert(0, 'kept ');
  await settle();
  server.cut = true;
  before.text(null).insert(5, 'and waiting');
  await vi.advanceTimersByTimeAsync(1000);
  await before.close();
  const without = await opened(server, own);
  expect(without.text(null).toString()).toBe('kept and waiting');
  expect(without.state.phase).toBe('OPEN');
  server.cut = false;
  await settle();
  expect(server.doc.getText('general').toString()).toBe('kept and waiting');
  expect(own.kept!.waiting).toHaveLength(0);
});

it('nothing comes in while a word is composed, and all of it after', async () => {
  vi.useFakeTimers();
  const server = new Server();
  const [ana, luis] = [await opened(server), await opened(server)];
  ana.hold(true);
  luis.text(null).insert(0, 'hola');
  await settle();
  expect(ana.text(null).toString()).toBe('');
  ana.hold(false);
  expect(ana.text(null).toString()).toBe('hola');
});

it('nothing stays on the device once the notes are taken no more, and all of it arrived', async () => {
  vi.useFakeTimers();
  const server = new Server();
  const own = shelf();
  const session = await opened(server, own);
  session.text(null).insert(0, 'arrived');
  await settle();
  expect(own.kept).not.toBeNull();
  server.closed = true;
  await session.read();
  await settle();
  expect(own.kept).toBeNull();
  await session.close();
  expect(own.kept).toBeNull();
});

it('words that come after the minutes were sent stay on the page, which says that they were not taken', async () => {
  vi.useFakeTimers();
  const server = new Server();
  const session = await opened(server);
  server.closed = true;
  session.text(null).insert(0, 'too late');
  await settle();
  expect(session.state).toMatchObject({ phase: 'CLOSED', refused: 'WRONG_STATE' });
  expect(session.text(null).toString()).toBe('too late');
});

it('also on a page that is opened after they were sent, while the words are kept on the device', async () => {
  vi.useFakeTimers();
  const server = new Server();
  const own = shelf();
  const phone = await opened(server, own);
  server.cut = true;
  phone.text(null).insert(0, 'ten minutes without network');
  await settle();
  await phone.close();
  [server.cut, server.closed] = [false, true];
  const again = await opened(server, own);
  expect(again.state).toMatchObject({ phase: 'CLOSED', refused: 'WRONG_STATE' });
  expect(again.text(null).toString()).toBe('ten minutes without network');
  await again.close();
  expect(own.kept?.waiting.length).toBeGreaterThan(0);
  // Whoever has nothing that waits is told only that the notes are closed.
  expect((await opened(server)).state).toMatchObject({ phase: 'CLOSED', refused: null });
});

it('and are taken as soon as the minutes are taken back', async () => {
  vi.useFakeTimers();
  const server = new Server();
  const session = await opened(server);
  server.closed = true;
  session.text(null).insert(0, 'too late');
  await settle();
  server.closed = false;
  await session.read();
  await settle();
  expect(session.state).toMatchObject({ phase: 'OPEN', saving: 'SAVED', refused: null });
  expect(server.doc.getText('general').toString()).toBe('too late');
});

it('a page hears that the minutes were sent, and that they were taken back', async () => {
  vi.useFakeTimers();
  const server = new Server();
  const session = await opened(server);
  server.closed = true;
  session.hear(0, [], false);
  await settle();
  expect(session.state).toMatchObject({ phase: 'CLOSED', refused: null });
  server.closed = false;
  session.hear(0, [], true);
  await settle();
  expect(session.state).toMatchObject({ phase: 'OPEN' });
});

it('words that were not taken stay on the device until whoever typed them has them', async () => {
  vi.useFakeTimers();
  const server = new Server();
  const own = shelf();
  const session = await opened(server, own);
  server.closed = true;
  session.text(null).insert(0, 'too late');
  await settle();
  expect(own.kept?.waiting).toHaveLength(1);
  await session.discard();
  expect(session.state).toMatchObject({ phase: 'CLOSED', refused: null });
  expect(own.kept).toBeNull();
  await session.close();
  expect(own.kept).toBeNull();
});
