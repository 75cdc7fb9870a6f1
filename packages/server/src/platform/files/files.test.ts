import { createHash, createHmac, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeZip } from '../../testing/make-zip.ts';
import { bucketStore } from './bucket-store.ts';
import { diskStore } from './disk-store.ts';
import { ALL_KINDS, PHOTO_KINDS } from './file-kinds.ts';
import { cleanName } from './file-name.ts';
import type { FileKey, FileStore, StoredContent } from './file-store.ts';
import { jpegWith, pngWith, webpWith } from '../../testing/pictures.ts';
import { receiveFile } from './receive-file.ts';

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const MEBIBYTE = 1024 ** 2;

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'plenary-files-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

/** As much of S3 as a store needs: objects by path in one bucket, and no request whose signature it cannot make again itself. */
class TinyBucket {
  readonly objects = new Map<string, { body: Buffer; at: Date }>();
  refused = 0;
  /** Answers with which it puts off whoever asks. */
  busy = 0;
  readonly server: Server = createServer((request, response) => {
    void this.#answer(request).then(([status, body, type = 'application/xml']) => { response.writeHead(status, { 'content-type': type }).end(body); });
  });

  async listen(): Promise<string> {
    await new Promise<void>((done) => { this.server.listen(0, '127.0.0.1', done); });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async #answer(request: IncomingMessage): Promise<[number, (Buffer | string)?, string?]> {
    const body = await buffer(request);
    if (this.busy-- > 0) return [503];
    const url = new URL(request.url!, 'http://127.0.0.1');
    if (!this.#isSigned(request, url) || sha256(body) !== request.headers['x-amz-content-sha256']) {
      this.refused += 1;
      return [403, '<Error><Code>SignatureDoesNotMatch</Code></Error>'];
    }
    const path = url.pathname.replace('/papers/', '');
    const found = this.objects.get(path);
    if (request.method === 'PUT') {
      this.objects.set(path, { body, at: new Date() });
      return [200];
    }
    if (request.method === 'DELETE') {
      this.objects.delete(path);
      return [204];
    }
    if (url.searchParams.get('list-type') === '2') return [200, this.#page(url.searchParams.get('continuation-token'))];
    if (found === undefined) return [404, '<Error><Code>NoSuchKey</Code></Error>'];
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    return from === undefined ? [200, found.body] : [206, found.body.subarray(Number(from), Number(to) + 1)];
  }

  /** One object a page. */
  #page(token: string | null): string {
    const at = token === null ? 0 : Number(token.replace('<&>', ''));
    const [key, { at: stored }] = [...this.objects][at]!;
    const more = at + 1 < this.objects.size;
    return `<ListBucketResult><IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>&lt;&amp;&gt;${at + 1}</NextContinuationToken>` : ''}
      <Contents><Key>${key}</Key><LastModified>${stored.toISOString()}</LastModified></Contents></ListBucketResult>`;
  }

  /** Signature Version 4, from the service's side. */
  #isSigned({ method, headers }: IncomingMessage, url: URL): boolean {
    const [, day = '', signed = '', signature = ''] =
      /^AWS4-HMAC-SHA256 Credential=us\/(\d{8})\/us-east-1\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(.+)$/.exec(headers.authorization ?? '') ?? [];
    const query = [...url.searchParams].map((pair) => pair.map(encodeURIComponent).join('=')).toSorted().join('&');
    const canonical = [method, url.pathname, query, ...signed.split(';').map((name) => `${name}:${String(headers[name])}`), '', signed, headers['x-amz-content-sha256']].join('\n');
    const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], `${day}/us-east-1/s3/aws4_request`, sha256(canonical)].join('\n');
    const hmac = (key: string | Buffer, of: string) => createHmac('sha256', key).update(of).digest();
    const key = ['us-east-1', 's3', 'aws4_request'].reduce((made, part) => hmac(made, part), hmac('AWS4secret', day));
    return hmac(key, text).toString('hex') === signature;
  }
}

async function keep(store: FileStore, content: string): Promise<FileKey> {
  const at = join(folder, randomUUID());
  await writeFile(at, content);
  const key = { schoolId: randomUUID(), digest: sha256(content) };
  await store.put(key, at, content.length);
  return key;
}

const read = async (store: FileStore, key: FileKey, range?: { start: number; end: number }) => {
  const content = await store.open(key, range);
  return content === null ? null : String(await buffer(content));
};

describe('contents', () => {
  const bucket = new TinyBucket();
  let endpoint: string;
  beforeAll(async () => { endpoint = await bucket.listen(); });
  afterAll(() => { bucket.server.close(); bucket.server.closeAllConnections(); });
  const inBucket = (secret = 'secret') => bucketStore({ endpoint, region: 'us-east-1', bucket: 'papers', key: 'us', secret }, folder);

  it.each([['a folder', () => diskStore(join(folder, 'kept'))], ['a bucket', () => inBucket()]])('are put, read in part, listed and removed in %s', async (_name, open) => {
    const store = open();
    const key = await keep(store, 'the minutes');
    const other = await keep(store, 'the budget');
    expect(await read(store, key)).toBe('the minutes');
    expect(await read(store, key, { start: 4, end: 6 })).toBe('min');
    // Each school's apart, even when the contents are alike.
    expect(await read(store, { ...key, schoolId: other.schoolId })).toBeNull();
    const listed: StoredContent[] = [];
    for await (const each of store.list()) listed.push(each);
    expect(listed.map(({ key: { digest } }) => digest).toSorted()).toEqual([key.digest, other.digest].toSorted());
    expect(Math.abs(listed[0]!.storedAt.getTime() - Date.now())).toBeLessThan(60_000);
    await store.remove(key);
    await store.remove(key);
    expect(await read(store, key)).toBeNull();
    expect(await read(store, other)).toBe('the budget');
  });

  it('are sent again to a bucket that was busy, and are none of its business under a wrong secret', async () => {
    bucket.busy = 2;
    expect(await read(inBucket(), await keep(inBucket(), 'again'))).toBe('again');
    await expect(keep(inBucket('CANARY'), 'forged')).rejects.toThrow(/^the bucket refused to put: 403 SignatureDoesNotMatch$/);
    expect(bucket.refused).toBe(1);
  });
});

describe('a file that arrives', () => {
  const store = () => diskStore(join(folder, 'received'));
  const send = (name: string, content: string | Buffer, kinds: Parameters<typeof receiveFile>[4]['kinds'] = ALL_KINDS) =>
    receiveFile(store(), 'a'.repeat(8), name, Readable.from([Buffer.from(content)]), { kinds, most: MEBIBYTE });

  const docx = makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' });
  const office = (part: string, more: object = {}) => makeZip({ '[Content_Types].xml': '<Types/>', [part]: '<x/>', ...more });

  it.each([
    ['plan.pdf', '%PDF-1.7 …', 'application/pdf'],
    ['plan.docx', docx, /wordprocessingml/],
    ['plan.XLSX', office('xl/workbook.xml'), /spreadsheetml/],
    ['plan.pptx', office('ppt/presentation.xml'), /presentationml/],
    ['notes.txt', 'Actas de la reunión', 'text/plain'],
    ['grades.csv', Buffer.from('grado;niños\r\n6;12', 'latin1'), 'text/csv'],
    ['', 'no name at all', 'text/plain'],
  ])('is taken for what it is: %s', async (name, content, mediaType) => {
    expect(await send(name, content)).toMatchObject({ mediaType: expect.stringMatching(mediaType) as string, digest: sha256(Buffer.from(content)), bytes: Buffer.from(content).length });
  });

  it.each([
    ['page.txt', '<!doctype html><script>alert(1)</script>', 'KIND', 'MARKUP'],
    ['logo.png', '\ufeff <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'KIND', 'MARKUP'],
    ['tool.pdf', Buffer.from('MZ\x90\0'), 'KIND', 'PROGRAM'],
    ['run.txt', '#!/bin/sh\n', 'KIND', 'SCRIPT'],
    ['bytes.txt', Buffer.from([0x41, 0x00, 0x42]), 'KIND', 'OTHER'],
    ['old.docx', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'KIND', 'OLD_OFFICE'],
    ['macro.docx', office('word/document.xml', { 'word/vbaProject.bin': 'x' }), 'KIND', 'MACROS'],
    ['files.docx', makeZip({ 'a.txt': 'x' }), 'KIND', 'ARCHIVE'],
    ['phone.jpg', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), 'KIND', 'HEIC'],
    ['plan.docx', '%PDF-1.7', 'ENDING', 'PDF'],
    ['plan.pdf.exe', '%PDF-1.7', 'ENDING', 'PDF'],
    ['empty.pdf', '', 'EMPTY', null],
    ['large.pdf', Buffer.alloc(MEBIBYTE + 1, '%PDF-'), 'TOO_LARGE', null],
    ['torn.jpg', jpegWith({}).subarray(0, -2), 'DAMAGED', 'JPEG'],
    ['torn.png', pngWith({}).subarray(0, -4), 'DAMAGED', 'PNG'],
  ])('is refused with a reason: %s is %s', async (name, content, rule, found) => {
    expect(await send(name, content)).toEqual({ rule, found });
  });

  it('is a picture where a photo is asked for', async () => {
    expect(await send('plan.pdf', '%PDF-1.7', PHOTO_KINDS)).toEqual({ rule: 'KIND', found: 'PDF' });
  });

  it.each([['photo.jpg', jpegWith], ['photo.png', pngWith], ['photo.webp', webpWith]])('loses what its camera added, and nothing of its picture: %s', async (name, picture) => {
    const taken = picture({ secret: 'GPS 34.05 N 118.24 W', after: 'GPS of a film behind its end' });
    const received = await send(name, taken, PHOTO_KINDS);
    if ('rule' in received) throw new Error(received.rule);
    const kept = await buffer((await store().open({ schoolId: 'a'.repeat(8), digest: received.digest }))!);
    expect(kept.includes('GPS')).toBe(false);
    expect(kept).toEqual(picture({}));
  });

  it('keeps which way a phone was held', async () => {
    const received = await send('photo.jpg', jpegWith({ secret: 'GPS', turned: 6 }), PHOTO_KINDS);
    if ('rule' in received) throw new Error(received.rule);
    const kept = await buffer((await store().open({ schoolId: 'a'.repeat(8), digest: received.digest }))!);
    expect(kept.includes('GPS')).toBe(false);
    // Exif of one entry, big-endian: tag 0112, a short, once, 6.
    expect(kept.toString('hex', 2, 38)).toBe('ffe100224578696600004d4d002a00000008000101120003000000010006000000000000');
  });

  it('leaves nothing behind, whatever becomes of it', async () => {
    expect(await readdir(store().staging)).toEqual([]);
    const old = join(store().staging, 'left');
    await writeFile(old, 'x');
    await utimes(old, 1, 1);
    const { sweepStaging } = await import('./receive-file.ts');
    await sweepStaging(store(), new Date(), 1000);
    expect(await readdir(store().staging)).toEqual([]);
  });
});

it('keeps a name without what misleads whoever reads it', () => {
  expect(cleanName('C:\\Users\\ada\\Presupuesto  2027.pdf')).toBe('Presupuesto 2027.pdf');
  expect(cleanName('../../etc/passwd')).toBe('passwd');
  expect(cleanName('plan\u202Efdp.exe')).toBe('planfdp.exe');
  expect(cleanName('..hidden.txt\0')).toBe('hidden.txt');
  expect(cleanName(`${'ñ'.repeat(300)}.docx`)).toBe(`${'ñ'.repeat(115)}.docx`);
});
