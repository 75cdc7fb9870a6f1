import { constants, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SignatureThread } from './signature-thread.ts';
import type { Check, Task } from './task.ts';

const issuer = generateKeyPairSync('rsa', { modulusLength: 2048 });
const signer = generateKeyPairSync('ed25519');
const bytes = (n: number) => new Uint8Array(randomBytes(n));

function checks(): [Check, Check] {
  const [one, two] = [bytes(80), bytes(90)];
  const voter = generateKeyPairSync('ed25519');
  return [
    { kind: 'RSA_PSS', key: issuer.publicKey, message: one, signature: new Uint8Array(sign('sha384', one, { key: issuer.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 })) },
    { kind: 'ED25519', key: new Uint8Array(voter.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)), message: two, signature: new Uint8Array(sign(null, two, voter.privateKey)) },
  ];
}
const task = (of: readonly Check[]): Task => ({ checks: of, sign: { key: signer.privateKey, message: new TextEncoder().encode('kept') } });
const bent = (check: Check): Check => ({ ...check, signature: check.signature.with(7, check.signature[7]! ^ 1) });

describe('the thread for signatures', () => {
  const thread = new SignatureThread();

  it('signs where every check holds, and says which does not', async () => {
    const [one, two] = checks();
    const { failed, signature } = await thread.ask(task([one, two]));
    expect(failed).toBeNull();
    expect(verify(null, Buffer.from('kept'), signer.publicKey, signature!)).toBe(true);
    expect(await thread.ask(task([bent(one), bent(two)]))).toEqual({ failed: 0, signature: null });
    expect(await thread.ask(task([one, bent(two)]))).toEqual({ failed: 1, signature: null });
    expect(await thread.ask({ checks: [one, two], sign: null })).toEqual({ failed: null, signature: null });
  });

  it('answers each of many at once with its own', async () => {
    const tasks = Array.from({ length: 200 }, (_, n) => {
      const [one, two] = checks();
      return [task([n % 3 === 1 ? bent(one) : one, n % 3 === 2 ? bent(two) : two]), [null, 0, 1][n % 3]] as const;
    });
    const outcomes = await Promise.all(tasks.map(([each]) => thread.ask(each)));
    expect(outcomes.map(({ failed }) => failed)).toEqual(tasks.map(([, failed]) => failed));
  });

  it('takes a key that is none for one that signed nothing', async () => {
    const [one, two] = checks();
    const low = { ...two, key: new Uint8Array(32) } as Check;
    expect(await thread.ask(task([one, low]))).toEqual({ failed: 1, signature: null });
  });

  it('fails what it was asked when it breaks, and is there again for the next', async () => {
    const broken = { checks: [{ kind: 'RSA_PSS', key: 'no key', message: bytes(1), signature: bytes(1) }], sign: null } as unknown as Task;
    const [first, second] = [thread.ask(broken), thread.ask(task(checks()))];
    await expect(first).rejects.toThrow();
    await expect(second).rejects.toThrow();
    expect(await thread.ask(task(checks()))).toMatchObject({ failed: null });
  });
});
