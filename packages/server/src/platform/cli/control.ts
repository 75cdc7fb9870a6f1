import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type Server, type Socket, createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { ExitCode, Terminal } from './command.ts';

/** Where a running server takes commands; in DATA_DIR, readable by its owner alone. */
const FILE = 'control.json';
/** The shortest limit there is for a socket's path (macOS: 104 bytes, with its end). */
const LONGEST_PATH = 100;
const PREFIX = 'plenary-control-';
const LONGEST_REQUEST = 1024 * 1024;

const controlFile = z.object({ path: z.string(), secret: z.string() });
const order = z.object({ secret: z.string(), argv: z.array(z.string()), cwd: z.string() });
const answer = z.union([
  z.object({ line: z.string() }),
  z.object({ note: z.string() }),
  z.object({ exit: z.union([z.literal(0), z.literal(1), z.literal(2)]) }),
]);

type Run = (argv: readonly string[], out: Terminal) => Promise<ExitCode>;

/**
 * Takes commands from the same machine's `plenary`, over a socket in a folder only this user may enter.
 * The answer stops it, after the commands under way.
 */
export async function openControl(dataDir: string, run: Run): Promise<() => Promise<void>> {
  await clearAfterTheDead(dataDir);
  const secret = randomBytes(32).toString('base64url');
  const { path, clear } = await place();
  const underWay = new Set<Promise<void>>();
  const server = createServer((socket) => {
    const work = serve(socket, secret, run).catch(() => {}).finally(() => { underWay.delete(work); socket.destroySoon(); });
    underWay.add(work);
  });
  await listening(server, path);
  await writeFile(join(dataDir, FILE), JSON.stringify({ path, secret }), { mode: 0o600 });
  return async () => {
    await rm(join(dataDir, FILE), { force: true });
    server.close();
    await Promise.all(underWay);
    await clear();
  };
}

/** Sends a command to the server of `dataDir`; null when none takes commands there. */
export async function throughServer(dataDir: string, argv: readonly string[], out: Terminal): Promise<ExitCode | null> {
  const found = await address(dataDir);
  if (found === null) return null;
  const socket = createConnection(found.path);
  try {
    await once(socket, 'connect');
  } catch {
    return null;
  }
  socket.write(`${JSON.stringify({ secret: found.secret, argv, cwd: out.cwd })}\n`);
  for await (const text of createInterface({ input: socket, crlfDelay: Infinity })) {
    const { data } = answer.safeParse(json(text));
    if (data === undefined) continue;
    if ('line' in data) out.line(data.line);
    else if ('note' in data) out.note(data.note);
    else return data.exit;
  }
  out.note('The server stopped before the command had ended.');
  return 1;
}

async function serve(socket: Socket, secret: string, run: Run): Promise<void> {
  socket.on('error', () => {});
  const { data } = order.safeParse(json(await firstLine(socket)));
  if (data === undefined || data.secret !== secret) return;
  const send = (message: z.infer<typeof answer>) => { if (socket.writable) socket.write(`${JSON.stringify(message)}\n`); };
  send({ exit: await run(data.argv, {
    cwd: data.cwd,
    line: (text) => send({ line: text }),
    note: (text) => send({ note: text }),
  }) });
}

async function firstLine(socket: Socket): Promise<string> {
  let text = '';
  for await (const part of socket.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    text += part;
    if (text.includes('\n')) return text.slice(0, text.indexOf('\n'));
    if (text.length > LONGEST_REQUEST) break;
  }
  return '';
}

async function place(): Promise<{ path: string; clear(): Promise<void> }> {
  if (process.platform === 'win32') {
    return { path: `\\\\.\\pipe\\plenary-${randomBytes(16).toString('hex')}`, clear: async () => {} };
  }
  // DATA_DIR may be deeper than a socket's path may be long, or on a file system without sockets.
  const folder = await mkdtemp(join(tmpdir().length < LONGEST_PATH - 30 ? tmpdir() : '/tmp', PREFIX));
  return { path: join(folder, 'control'), clear: () => rm(folder, { recursive: true, force: true }) };
}

/** We hold the folder, so whoever left an address here is gone, and its socket's folder still lies about. */
async function clearAfterTheDead(dataDir: string): Promise<void> {
  const left = await address(dataDir);
  if (left !== null && basename(dirname(left.path)).startsWith(PREFIX)) {
    await rm(dirname(left.path), { recursive: true, force: true });
  }
}

async function address(dataDir: string): Promise<z.infer<typeof controlFile> | null> {
  const text = await readFile(join(dataDir, FILE), 'utf8').catch(() => '');
  return controlFile.safeParse(json(text)).data ?? null;
}

async function listening(server: Server, path: string): Promise<void> {
  server.listen(path);
  await once(server, 'listening');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
