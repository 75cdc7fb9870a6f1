import { constants, createPublicKey, generateKeyPairSync, type KeyObject, privateDecrypt, sign, verify } from 'node:crypto';
import {
  base64, ballotMessage, commitmentOf, concat, credentialMessage, equal, hex, leafOf, readCastBody, receiptMessage, scopeOf, u32, utf8,
} from '@plenary/count/secret';

export const BALLOT = '0b5a7c5e-51c4-4a7e-9d5c-0a8d6a3c1f10';
const CONSTITUENCY = '7f2f1c0a-9f0b-4b58-8a39-3a1c9a5f2e11';
const keys = { issuer: generateKeyPairSync('rsa', { modulusLength: 2048 }), receipt: generateKeyPairSync('ed25519') };

interface Stored { revision: number; commitment: Uint8Array; choices: Uint8Array }

/**
 * The server's side of a secret ballot, as ballot-recipe.md has it, for one voter and in memory. `fetch` stands in for
 * the browser's; `before` may fail, delay or answer in the server's place.
 */
export class SecretBox {
  readonly asked: { path: string; init: RequestInit }[] = [];
  readonly box = new Map<string, Stored>();
  blinded: Uint8Array | null = null;
  state: 'OPEN' | 'CLOSED' | 'PAPER' | 'SIGNED_OUT' | 'NOT_ON_ROLL' = 'OPEN';
  /** May throw before or after the server has acted, which is a phone that loses the line on the way there or back. */
  before: (path: string, count: number) => Response | void = () => {};
  after: (path: string, count: number) => void = () => {};
  readonly definition: string;
  readonly spki: Uint8Array<ArrayBuffer>;
  readonly scope: Uint8Array;
  /** What the receipt is signed with; another one is a server that lies. */
  receiptKey: KeyObject = keys.receipt.privateKey;

  constructor(optionIds: readonly string[], more: object = {}) {
    const raw = keys.receipt.publicKey.export({ format: 'jwk' }).x!;
    this.spki = Uint8Array.from(keys.issuer.publicKey.export({ type: 'spki', format: 'der' }));
    this.definition = JSON.stringify({
      v: 1, ballot: BALLOT, method: 'CHOOSE_ONE', options: optionIds.map((id) => ({ id, kind: 'CHOICE', label: {} })), constituencies: [{ id: CONSTITUENCY, constituency: 'PARENT' }],
      receiptKey: Buffer.from(raw, 'base64url').toString('base64'), body: 512, maxRevision: 1000, ...more,
    });
    this.scope = scopeOf({ ballotId: BALLOT, constituencyId: CONSTITUENCY, definition: utf8(this.definition), issuerSpki: this.spki });
  }

  readonly fetch = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const path = address.split('?')[0]!;
    this.asked.push({ path, init });
    const count = this.asked.filter((each) => each.path === path).length;
    const instead = this.before(path, count);
    if (instead) return instead;
    const answer = this.#answer(path, Uint8Array.from((init.body as Uint8Array | undefined) ?? []));
    this.after(path, count);
    return answer;
  };

  #answer(path: string, body: Uint8Array<ArrayBuffer>): Response {
    if (this.state === 'CLOSED') return new Response('closed', { status: 410 });
    if (path === '/ballot/cast') return this.#cast(body);
    if (this.state === 'SIGNED_OUT') return new Response('', { status: 401 });
    if (this.state === 'NOT_ON_ROLL') return new Response('', { status: 403 });
    if (this.state === 'PAPER') return new Response('paper-issued', { status: 409 });
    if (path === '/ballot/paper') {
      return Response.json({ definition: this.definition, constituency: CONSTITUENCY, spki: base64(this.spki), nonce: '22'.repeat(32), issued: this.blinded !== null, state: 'OPEN' });
    }
    if (this.blinded !== null && !equal(this.blinded, body)) return new Response('other-key', { status: 409 });
    this.blinded = body;
    return new Response(Uint8Array.from(privateDecrypt({ key: keys.issuer.privateKey, padding: constants.RSA_NO_PADDING }, body)));
  }

  #cast(body: Uint8Array<ArrayBuffer>): Response {
    const read = readCastBody(body);
    if (!read.ok) return new Response(read.fault, { status: 400 });
    const { scope, pk, cred, revision, salt, sig, choices } = read.cast;
    if (!equal(scope, this.scope)) return new Response('scope', { status: 404 });
    const issued = { key: keys.issuer.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
    if (!verify('sha384', credentialMessage(scope, pk), issued, cred)) return new Response('credential', { status: 422 });
    const commitment = commitmentOf(salt, choices);
    const voter = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(pk).toString('base64url') }, format: 'jwk' });
    if (!verify(null, ballotMessage(scope, pk, revision, commitment), voter, sig)) return new Response('signature', { status: 422 });
    const stored = this.box.get(hex(pk));
    const highest = stored?.revision ?? 0;
    const again = stored !== undefined && revision === highest && equal(stored.commitment, commitment);
    if (!again && revision !== highest + 1) return new Response(u32(highest), { status: 409 });
    this.box.set(hex(pk), { revision, commitment, choices: choices.slice() });
    const leaf = leafOf(scope, pk, revision, commitment);
    return new Response(concat(leaf, sign(null, receiptMessage(leaf), this.receiptKey)));
  }

  /** Choices of the only vote there may be, as numbers. */
  get vote(): number[] | null {
    if (this.box.size > 1) throw new Error('two votes of one voter');
    const [stored] = this.box.values();
    return stored ? Array.from({ length: stored.choices.length / 2 - 1 }, (_, at) => stored.choices[2 * at + 3]!) : null;
  }
}
