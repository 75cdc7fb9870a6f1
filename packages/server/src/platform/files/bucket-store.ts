import { openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { type FileStore, type StoredContent, keyAt, pathOf } from './file-store.ts';

export interface Bucket {
  /** Address of the service, for example `https://s3.us-west-2.amazonaws.com`; the bucket is a part of the path. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly key: string;
  readonly secret: string;
}

const TRIES = 4;
/** SHA-256 of nothing. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/**
 * Contents in a bucket that speaks S3 (Signature Version 4). Each object is put whole, and its digest is signed with it: a
 * byte changed on the way is refused by the service.
 */
export function bucketStore({ endpoint, region, bucket, key: accessKeyId, secret }: Bucket, staging: string): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey: secret, region, service: 's3', retries: TRIES - 1 });
  const base = `${endpoint.replace(/\/+$/, '')}/${bucket}`;
  const ask = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
    client.fetch(`${base}${path}`, { ...init, headers: { 'x-amz-content-sha256': NOTHING, ...init.headers } });
  return {
    staging,
    async put(key, at) {
      const body = await openAsBlob(at);
      await emptied(await ask(`/${pathOf(key)}`, { method: 'PUT', body, headers: { 'x-amz-content-sha256': key.digest } }), 'put');
      await rm(at, { force: true });
    },
    async open(key, range) {
      const answer = await ask(`/${pathOf(key)}`, range === undefined ? {} : { headers: { range: `bytes=${range.start}-${range.end}` } });
      if (answer.status === 404) {
        await answer.body?.cancel();
        return null;
      }
      if (answer.status !== (range === undefined ? 200 : 206) || answer.body === null) throw await refusal(answer, 'get');
      return Readable.fromWeb(answer.body as ReadableStream);
    },
    list: () => objects(ask),
    async remove(key) { await emptied(await ask(`/${pathOf(key)}`, { method: 'DELETE' }), 'delete', 404); },
  };
}

async function* objects(ask: (path: string) => Promise<Response>): AsyncIterable<StoredContent> {
  for (let from: string | null = ''; from !== null;) {
    const answer: Response = await ask(`?list-type=2${from === '' ? '' : `&continuation-token=${encodeURIComponent(from)}`}`);
    if (!answer.ok) throw await refusal(answer, 'list');
    const page: string = await answer.text();
    for (const [, object = ''] of page.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
      const key = keyAt(tagged(object, 'Key') ?? '');
      const storedAt = new Date(tagged(object, 'LastModified') ?? Number.NaN);
      if (key !== null && !Number.isNaN(storedAt.getTime())) yield { key, storedAt };
    }
    from = tagged(page, 'IsTruncated') === 'true' ? plain(tagged(page, 'NextContinuationToken')) : null;
  }
}

/** Our own keys hold no letter that XML writes otherwise; a token may. */
const tagged = (xml: string, tag: string): string | null => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? null;
const plain = (text: string | null): string | null =>
  text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&amp;', '&') ?? null;

async function emptied(answer: Response, act: string, also?: number): Promise<void> {
  if (!answer.ok && answer.status !== also) throw await refusal(answer, act);
  await answer.body?.cancel();
}

/** With the service's own code, for the log; its sentence could name the key. */
async function refusal(answer: Response, act: string): Promise<Error> {
  return new Error(`the bucket refused to ${act}: ${answer.status} ${tagged(await answer.text(), 'Code') ?? ''}`.trim());
}
