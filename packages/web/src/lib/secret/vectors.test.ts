import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { ballotMessage, castBody, commitmentOf, credentialMessage, leafOf, unhex } from '@plenary/count/secret';
import { describe, expect, it } from 'vitest';
import { readSlip, rootKey, toHex } from '../slip.ts';
import { blind } from './blind.ts';
import { voterSecrets } from './derive.ts';
import { readIssuerKey } from './issuer-key.ts';
import { verifyEd25519, voterKey } from './voter-key.ts';

const file = resolve(process.env['SHARED_DIR'] ?? resolve(import.meta.dirname, '../../../../../../shared'), 'ballot-vectors.json');

describe.skipIf(!existsSync(file))('the published vectors of a secret vote (skipped without ../shared/ballot-vectors.json)', () => {
  const vector = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Record<string, string>;
  const bytes = (name: string) => unhex(vector[name]!)!;

  it('come out of the slip, to the byte', async () => {
    const slip = readSlip(vector['slip']!);
    if (!slip.ok) throw new Error(slip.fault);
    const [scope, choices] = [bytes('scope'), bytes('choices')];
    const secrets = await voterSecrets(await rootKey(slip.root), scope, bytes('nonce'));
    const spki = createPublicKey(createPrivateKey({ key: Buffer.from(bytes('issuerPkcs8')), format: 'der', type: 'pkcs8' })).export({ type: 'spki', format: 'der' });
    const issuer = readIssuerKey(new Uint8Array(spki))!;
    const { pk, sign } = await voterKey(secrets.seed);
    expect(toHex(pk)).toBe(vector['pk']);
    expect(toHex(secrets.pssSalt)).toBe(vector['pssSalt']);
    expect(secrets.r(issuer.n).toString(16).padStart(512, '0')).toBe(vector['r']);

    const { blinded, unblind } = await blind(issuer, credentialMessage(scope, pk), secrets.pssSalt, secrets.r(issuer.n));
    expect(toHex(blinded)).toBe(vector['blinded']);
    const cred = unblind(bytes('blindSig'))!;
    expect(toHex(cred)).toBe(vector['credSig']);

    const salt = await secrets.choiceSalt(1, choices);
    const commitment = commitmentOf(salt, choices);
    expect(toHex(salt)).toBe(vector['choiceSalt']);
    expect(toHex(commitment)).toBe(vector['C']);
    expect(toHex(leafOf(scope, pk, 1, commitment))).toBe(vector['leaf']);
    const message = ballotMessage(scope, pk, 1, commitment);
    const sig = await sign(message);
    expect(toHex(sig)).toBe(vector['sig']);
    expect(await verifyEd25519(pk, sig, message)).toBe(true);
    expect(toHex(castBody({ scope, pk, cred, revision: 1, salt, sig, choices }, 512))).toBe(vector['body']);
  });
});
