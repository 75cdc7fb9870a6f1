import { type KeyObject, createPrivateKey, createPublicKey } from 'node:crypto';
import type { Question } from '@plenary/count';
import { box, gate, registry, school } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { questionOf } from '../../domain/ballot.ts';
import type { Definition } from '../../domain/secret/definition.ts';
import { ballotsById } from '../ballot-record.ts';

/** What a voter of one constituency needs of an open secret ballot, public all of it. */
export interface Pool {
  readonly ballotId: string;
  readonly schoolId: string;
  readonly constituency: string;
  readonly constituencyId: string;
  readonly scope: Buffer;
  readonly spki: Buffer;
  readonly issuer: KeyObject;
  readonly definition: string;
  readonly question: Question;
  /** Bytes of every vote's body. */
  readonly body: number;
}

/** Most pools remembered by one server; far more than are ever open at once. */
const MOST = 2000;

interface Row {
  readonly constituency: string;
  readonly constituencyId: string;
  readonly scope: string;
  readonly issuer: string;
  readonly definition: string;
}

/**
 * Open secret ballots as both sides of the polling place know them, read once: all of it is frozen. Private keys are
 * kept apart, each under the hand that uses it, and forgotten with the first news of the ballot, as its close is.
 */
export class OpenPools {
  readonly #byScope = new Map<string, Promise<Pool | null>>();
  readonly #byBallot = new Map<string, Promise<readonly Pool[]>>();
  readonly #issuers = new Map<string, Promise<KeyObject | null>>();
  readonly #signers = new Map<string, Promise<KeyObject | null>>();

  constructor(private readonly house: Pick<House, 'db' | 'events'>) {
    house.events.overhear((topic) => {
      if (topic === null) this.#forgetKeys('');
      else if (topic.startsWith('ballot:')) this.#forgetKeys(topic.slice('ballot:'.length));
    });
  }

  /** Null when no open or past secret ballot has this scope. */
  byScope(scope: Uint8Array): Promise<Pool | null> {
    return remember(this.#byScope, Buffer.from(scope).toString('hex'), () => this.#findByScope(scope));
  }

  /** Of every constituency; empty unless it is a secret ballot of this school that has been opened. */
  byBallot(schoolId: string, ballotId: string): Promise<readonly Pool[]> {
    return remember(this.#byBallot, `${schoolId}/${ballotId}`, () => this.#read(schoolId, ballotId));
  }

  /** The key that signs ballot papers; null once it is destroyed. */
  issuerKey({ schoolId, ballotId, constituency }: Pool): Promise<KeyObject | null> {
    return remember(this.#issuers, `${ballotId}/${constituency}`, async () => privateKey(await this.house.db.under(registry(schoolId)).execute(
      `select encode(private_key, 'hex') as key from registry.issuer where ballot_id = ? and constituency = ?`, [ballotId, constituency])));
  }

  /** The key that signs receipts; null once it is destroyed. */
  signerKey({ schoolId, ballotId }: Pick<Pool, 'schoolId' | 'ballotId'>): Promise<KeyObject | null> {
    return remember(this.#signers, ballotId, async () => privateKey(await this.house.db.under(box(schoolId)).execute(
      `select encode(private_key, 'hex') as key from box.signer where ballot_id = ?`, [ballotId])));
  }

  async #findByScope(scope: Uint8Array): Promise<Pool | null> {
    const [home] = await this.house.db.under(gate).execute<{ ballotId: string; schoolId: string; constituency: string }[]>(
      'select ballot_id as "ballotId", school_id as "schoolId", constituency from ballot_constituency where scope = ?', [Buffer.from(scope)]);
    if (home === undefined) return null;
    const pools = await this.byBallot(home.schoolId, home.ballotId);
    return pools.find(({ constituency }) => constituency === home.constituency) ?? null;
  }

  async #read(schoolId: string, ballotId: string): Promise<readonly Pool[]> {
    const em = this.house.db.under(school(schoolId));
    const rows = await em.execute<Row[]>(
      `select c.constituency, c.id as "constituencyId", encode(c.scope, 'hex') as scope, encode(c.issuer, 'hex') as issuer, b.definition
       from ballot b join ballot_constituency c on c.ballot_id = b.id
       where b.id = ? and b.secrecy = 'SECRET' and b.definition is not null`, [ballotId]);
    const [ballot] = rows.length === 0 ? [] : await ballotsById(em, [ballotId]);
    if (ballot === undefined) return [];
    const question = questionOf(ballot);
    return rows.map(({ constituency, constituencyId, scope, issuer, definition }) => {
      const spki = Buffer.from(issuer, 'hex');
      return {
        ballotId, schoolId, constituency, constituencyId, scope: Buffer.from(scope, 'hex'), spki,
        issuer: createPublicKey({ key: spki, format: 'der', type: 'spki' }),
        definition, question, body: (JSON.parse(definition) as Definition).body,
      };
    });
  }

  #forgetKeys(ballotId: string): void {
    for (const key of this.#issuers.keys()) if (key.startsWith(ballotId)) this.#issuers.delete(key);
    for (const key of this.#signers.keys()) if (key.startsWith(ballotId)) this.#signers.delete(key);
  }
}

/** A private key out of the database: PKCS #8, in hexadecimal. */
export const privateKeyFrom = (text: string): KeyObject => createPrivateKey({ key: Buffer.from(text, 'hex'), format: 'der', type: 'pkcs8' });

const privateKey = ([row]: readonly Record<string, unknown>[]): KeyObject | null => (row === undefined ? null : privateKeyFrom(String(row['key'])));

/** Reads once what will not change; nothing is remembered of what is not there, nor of a failure. */
function remember<T>(kept: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const reading = read();
  kept.set(key, reading);
  const forget = () => { if (kept.get(key) === reading) kept.delete(key); };
  reading.then((found) => { if (found === null || (Array.isArray(found) && found.length === 0)) forget(); }, forget);
  if (kept.size > MOST) kept.delete(kept.keys().next().value!);
  return reading;
}
