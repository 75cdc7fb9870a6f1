import { createPrivateKey, createPublicKey, verify, constants } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { concat, hex, unhex, utf8 } from './bytes.ts';
import { castBody, readCastBody } from './cast-body.ts';
import { ballotMessage, commitmentOf, credentialMessage, leafOf, receiptMessage, scopeOf, seedOf, tag } from './layout.ts';
import { rollHashOf } from './roll.ts';

const file = resolve(process.env['SHARED_DIR'] ?? '../shared', 'ballot-vectors.json');
const missing = !existsSync(file);
const bytes = (text: string) => unhex(text)!;

describe('layouts', () => {
  it.skipIf(missing)(`are those of the published vector${missing ? ` (skipped: no ${file})` : ''}`, () => {
    const vector = JSON.parse(readFileSync(file, 'utf8')) as Record<'scope' | 'pk' | 'issuerPkcs8' | 'credSig' | 'choices' | 'choiceSalt' | 'C' | 'sig' | 'leaf' | 'body', string>;
    const [scope, pk, cred, salt, sig, choices] = [vector.scope, vector.pk, vector.credSig, vector.choiceSalt, vector.sig, vector.choices].map(bytes) as
      [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    const commitment = commitmentOf(salt, choices);
    expect(hex(commitment)).toBe(vector.C);
    expect(hex(leafOf(scope, pk, 1, commitment))).toBe(vector.leaf);
    const cast = { scope, pk, cred, revision: 1, salt, sig, choices };
    expect(hex(castBody(cast, 512))).toBe(vector.body);
    expect(readCastBody(bytes(vector.body))).toEqual({ ok: true, cast });
    const issuer = createPublicKey(createPrivateKey({ key: Buffer.from(bytes(vector.issuerPkcs8)), format: 'der', type: 'pkcs8' }));
    expect(verify('sha384', credentialMessage(scope, pk), { key: issuer, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, cred)).toBe(true);
    const voter = createPublicKey({ key: Buffer.concat([bytes('302a300506032b6570032100'), pk]), format: 'der', type: 'spki' });
    expect(verify(null, ballotMessage(scope, pk, 1, commitment), voter, sig)).toBe(true);
  });

  it('keep these small values', () => {
    expect(hex(tag('leaf'))).toBe('706c656e6172792f6c6561662f763100');
    const [scope, pk] = [new Uint8Array(32).fill(0x11), new Uint8Array(32).fill(0x22)];
    const commitment = commitmentOf(new Uint8Array(32).fill(0x33), bytes('00010000'));
    const ids = { ballotId: '00000000-0000-4000-8000-000000000001', constituencyId: '00000000-0000-4000-8000-000000000002' };
    const golden = {
      commitment: hex(commitment),
      leaf: hex(leafOf(scope, pk, 1, commitment)),
      scope: hex(scopeOf({ ...ids, definition: utf8('{}'), issuerSpki: Uint8Array.of(1) })),
      seed: hex(seedOf([scope, pk])),
      roll: hex(rollHashOf(ids.constituencyId, pk, [ids.ballotId, ids.constituencyId])),
    };
    expect(golden).toEqual({
      commitment: '473edaf399729e5e5e5bcd294acd4893611ccc5c6f4602166044e86b64d1aa38',
      leaf: 'bc856415d16acc41438db969352f1329d11e482a3ff5f928092389ab13655baf',
      scope: '00b58ce32a92bbad576d87e8105badcec003b5812087ec0df174531cb87ce90a',
      seed: 'a9d4c6c57ee8bbc8f205b20cb4f64fb5dbd76eaf4f2ab037123ff88a8e1d5282',
      roll: '886e1bdaa9c8a51a628e013ef86e2f781a9136f0f615e01326482ff4443cf850',
    });
    expect(rollHashOf(ids.constituencyId, pk, [ids.constituencyId, ids.ballotId])).toEqual(rollHashOf(ids.constituencyId, pk, [ids.ballotId, ids.constituencyId]));
  });

  it('cannot be confused: no kind of message is the beginning of another', () => {
    const [scope, pk] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    const kinds = [credentialMessage(scope, pk), ballotMessage(scope, pk, 1, pk), receiptMessage(scope), utf8('plenary/a/b\n1\n'), concat(Uint8Array.of(0), tag('leaf'))];
    expect(new Set(kinds.map((kind) => hex(kind.subarray(0, 12)))).size).toBe(kinds.length);
  });
});
