import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { etc, Point, utils } from '@noble/ed25519';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BALLOT, SecretBox } from '../../testing/secret-box.ts';
import { rootKey } from '../slip.ts';
import { castSecret, type SecretVote } from './cast-secret.ts';
import { fetchPaper } from './paper.ts';
import { checkedReceipt, readReceipt, receiptLines } from './receipt.ts';

const optionIds = ['a', 'b', 'c'];
const root = await rootKey(new Uint8Array(16).fill(7));
const other = await rootKey(new Uint8Array(16).fill(8));
let server: SecretBox;
const use = (box: SecretBox) => {
  server = box;
  vi.stubGlobal('fetch', box.fetch);
};
/** The phone says that it is online again, so that no test waits. */
const online = () => queueMicrotask(() => void dispatchEvent(new Event('online')));
const vote = (choices: number[], more: Partial<SecretVote> = {}) => castSecret({ ballotId: BALLOT, roots: [root], optionIds, choices, waiting: online, ...more });
const bodies = (path: string) => server.asked.filter((each) => each.path === path).map(({ init }) => Buffer.from(init.body as Uint8Array).toString('hex'));

beforeEach(() => use(new SecretBox(optionIds)));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/**
 * Makes this browser's signatures random, as Safari's are: R from a fresh nonce, S as RFC 8032 has it, so that the same
 * message is signed validly in other bytes each time.
 */
function hedge(): { readonly signatures: string[] } {
  const signatures: string[] = [];
  let seed = new Uint8Array();
  const importKey = crypto.subtle.importKey.bind(crypto.subtle) as (...args: unknown[]) => Promise<CryptoKey>;
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation(((...args: unknown[]) => {
    if (args[0] === 'pkcs8') seed = (args[1] as Uint8Array<ArrayBuffer>).slice(16);
    return importKey(...args);
  }) as never);
  vi.spyOn(crypto.subtle, 'sign').mockImplementation(async (_algorithm, _key, message) => {
    const { scalar, pointBytes } = await utils.getExtendedPublicKeyAsync(seed);
    const order = Point.CURVE().n;
    const nonce = etc.mod(BigInt(`0x${randomBytes(48).toString('hex')}`), order);
    const R = Point.BASE.multiply(nonce).toBytes();
    const hash = createHash('sha512').update(R).update(pointBytes).update(message as Uint8Array).digest();
    const S = etc.mod(nonce + BigInt(`0x${Buffer.from(hash.toReversed()).toString('hex')}`) * scalar, order);
    const signature = Uint8Array.from([...R, ...Buffer.from(S.toString(16).padStart(64, '0'), 'hex').toReversed()]);
    signatures.push(Buffer.from(signature).toString('hex'));
    return signature.buffer;
  });
  return { signatures };
}

describe('a secret vote', () => {
  it('is cast, with a receipt, on a path that carries no name', async () => {
    expect(await vote([1])).toMatchObject({ ok: true, revision: 1, changed: false });
    expect(server.vote).toEqual([1]);
    const [cast] = server.asked.filter(({ path }) => path === '/ballot/cast');
    expect(cast?.init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', keepalive: true, method: 'POST', cache: 'no-store' });
    expect((cast?.init.body as Uint8Array).length).toBe(512);
    expect(server.asked.filter(({ path }) => path !== '/ballot/cast').map(({ init }) => init.credentials)).toEqual(['same-origin', 'same-origin']);
  });

  it('is changed by voting again, here or with the same letter elsewhere', async () => {
    await vote([1]);
    expect((await fetchPaper(BALLOT)).issued).toBe(true);
    expect(await vote([2])).toMatchObject({ ok: true, revision: 2, changed: true });
    expect(await vote([0], { roots: [await rootKey(new Uint8Array(16).fill(7))] })).toMatchObject({ ok: true, revision: 3, changed: true });
    expect(server.vote).toEqual([0]);
    expect(new Set(bodies('/ballot/issue')).size).toBe(1);
  });

  it('sends the same bytes until it is answered, wherever the line breaks', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom('/ballot/paper', '/ballot/issue', '/ballot/cast'), fc.boolean(), fc.integer({ min: 1, max: 3 }), async (where, arrives, times) => {
      use(new SecretBox(optionIds));
      const cut = (path: string, count: number) => {
        if (path === where && count <= times) throw new TypeError('Failed to fetch');
      };
      if (arrives) server.after = cut;
      else server.before = cut;
      const waiting = vi.fn<() => void>(online);
      expect(await vote([2], { waiting })).toMatchObject({ ok: true, revision: 1, changed: false });
      expect(waiting).toHaveBeenCalledTimes(times);
      expect(server.vote).toEqual([2]);
      for (const path of ['/ballot/issue', '/ballot/cast']) expect(new Set(bodies(path)).size).toBe(1);
    }), { numRuns: 18 });
  });

  it('takes a proxy without its server, and one asked to be gentle with, for no answer', async () => {
    server.before = (_path, count) => (count <= 2 ? new Response('<html>', { status: [502, 429][count - 1]! }) : undefined);
    expect(await vote([0])).toMatchObject({ ok: true });
  });

  it('takes its place behind what other devices did meanwhile', async () => {
    await vote([1]);
    await vote([2]);
    const [one, two] = await Promise.all([vote([0]), vote([1])]);
    expect([one, two].map((cast) => cast.ok && cast.revision).toSorted()).toEqual([3, 4]);
  });

  it('gets the same receipt for the same vote though it is signed in other bytes, as Safari does', async () => {
    const { signatures } = hedge();
    const [first, again] = [await vote([1]), await vote([1])];
    if (!first.ok || !again.ok) throw new Error('refused');
    expect(new Set(signatures).size).toBe(2);
    expect(again.receipt.leaf).toEqual(first.receipt.leaf);
    expect(again.revision).toBe(1);
  });

  it('stays with the root its paper was issued to, also when a new letter has come', async () => {
    await vote([1]);
    expect(await vote([2], { roots: [other] })).toEqual({ ok: false, refusal: 'OTHER_KEY', about: '409 other-key' });
    expect(await vote([2], { roots: [other, root] })).toMatchObject({ ok: true, revision: 2 });
    expect(server.vote).toEqual([2]);
  });

  it.each([['CLOSED', 'CLOSED'], ['PAPER', 'PAPER_ISSUED'], ['SIGNED_OUT', 'SIGNED_OUT'], ['NOT_ON_ROLL', 'NOT_ON_ROLL']] as const)('is refused with its reason: %s', async (state, refusal) => {
    server.state = state;
    expect(await vote([0])).toMatchObject({ ok: false, refusal });
    expect(server.box.size).toBe(0);
  });

  it('says so when something on the way puts a name to it', async () => {
    server.before = (path) => (path === '/ballot/cast' ? new Response('identified', { status: 400 }) : undefined);
    expect(await vote([0])).toEqual({ ok: false, refusal: 'IDENTIFIED', about: '400 identified' });
  });

  it('is not changed for ever', async () => {
    use(new SecretBox(optionIds, { maxRevision: 2 }));
    await vote([0]);
    await vote([1]);
    expect(await vote([2])).toMatchObject({ ok: false, refusal: 'TOO_MANY_CHANGES' });
    expect(server.vote).toEqual([1]);
  });

  it('stops where it is when nobody waits any more', async () => {
    const leaving = new AbortController();
    server.before = () => {
      leaving.abort(new Error('left'));
      throw new TypeError('Failed to fetch');
    };
    await expect(vote([0], { signal: leaving.signal })).rejects.toThrow('left');
  });
});

describe('what a voter does not believe', () => {
  it('options in another order than those on the screen', async () => {
    expect(await vote([0], { optionIds: ['b', 'a', 'c'] })).toMatchObject({ ok: false, refusal: 'OUTDATED' });
    expect(server.asked.map(({ path }) => path)).toEqual(['/ballot/paper']);
  });

  it('a paper of another ballot, or with a key of another shape', async () => {
    use(new SecretBox(optionIds, { ballot: '00000000-0000-4000-8000-000000000000' }));
    expect(await vote([0])).toMatchObject({ refusal: 'UNTRUSTED', about: 'paper' });
    use(new SecretBox(optionIds));
    server.spki.set(generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).publicKey.export({ type: 'spki', format: 'der' }));
    expect(await vote([0])).toMatchObject({ refusal: 'UNTRUSTED', about: 'paper' });
    expect(server.blinded).toBeNull();
  });

  it('a ballot paper that is not signed by the issuer', async () => {
    server.before = (path) => (path === '/ballot/issue' ? new Response(new Uint8Array(256).fill(9)) : undefined);
    expect(await vote([0])).toMatchObject({ refusal: 'UNTRUSTED', about: 'credential' });
    expect(server.box.size).toBe(0);
  });

  it('a receipt under another key, for another vote, or cut short', async () => {
    server.receiptKey = generateKeyPairSync('ed25519').privateKey;
    expect(await vote([0])).toMatchObject({ refusal: 'UNTRUSTED', about: 'receipt' });
    use(new SecretBox(optionIds));
    const cast = await vote([0]);
    if (!cast.ok) throw new Error(cast.refusal);
    const bytes = Uint8Array.from([...cast.receipt.leaf, ...cast.receipt.signature]);
    const key = (await fetchPaper(BALLOT)).definition.receiptKey;
    expect(await checkedReceipt(bytes, cast.receipt.leaf, key)).not.toBeNull();
    expect(await checkedReceipt(bytes, new Uint8Array(32), key)).toBeNull();
    expect(await checkedReceipt(bytes.slice(0, 95), cast.receipt.leaf, key)).toBeNull();
  });
});

describe('a receipt on paper', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Uint8Array.from(array));

  it('is read back from what was saved, mailed on, or printed in other lines', () => {
    fc.assert(fc.property(bytes(32), bytes(64), fc.constantFrom('', '> ', '   '), fc.constantFrom('\n', '\r\n', ' '), (leaf, signature, mark, end) => {
      const text = `Su recibo\n${BALLOT}\n\nNúmero:\n${receiptLines({ leaf, signature }).map((line) => `${mark}${line}`).join(end)}\n\nCada voto cuenta.`;
      const read = readReceipt(text.toUpperCase());
      return read !== null && Buffer.compare(read.leaf, leaf) === 0 && Buffer.compare(read.signature, signature) === 0;
    }));
  });

  it('is not found where there is none, or one with a digit too few or too many', () => {
    const line = receiptLines({ leaf: new Uint8Array(32), signature: new Uint8Array(64) }).join('\n');
    expect(readReceipt(`${BALLOT} hello`)).toBeNull();
    expect(readReceipt(line.slice(0, -1))).toBeNull();
    expect(readReceipt(`${line}0`)).toBeNull();
    expect(readReceipt(line)).not.toBeNull();
  });
});
