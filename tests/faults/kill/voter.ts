import { type Paper, SecretVoter } from '../../../packages/server/src/modules/ballots/testing/secret-voter.ts';
import type { Patient } from './patient.ts';
import type { SignedIn } from './school.ts';

export interface Sent { readonly revision: number; readonly choice: number; readonly leaf: string }

/** The close came first. */
export class TooLate extends Error {}

/**
 * A voter and all their devices. Each visit does what the pages do (packages/web/src/lib/secret/cast-secret.ts): the
 * paper, the same blinded key, then a vote from the first revision on, following what the box says is the newest.
 */
export class KillVoter {
  readonly who: SignedIn;
  /** Takes 409 for "you have voted": the mistake this whole harness must be able to see. */
  readonly careless: boolean;
  /** By revision, as acknowledged by a signed receipt (or, carelessly, by less). */
  readonly acknowledged = new Map<number, Sent>();
  readonly sent: Sent[] = [];
  /** Refusals carelessly taken for success. */
  believed = 0;
  issueAsked = false;
  issued = false;
  readonly faults: string[] = [];
  #device: Promise<{ own: SecretVoter; blinded: Buffer; nonce: string }> | null = null;

  constructor(who: SignedIn, careless: boolean) {
    this.who = who;
    this.careless = careless;
  }

  /** Null before the first paper has come. */
  async publicKey(): Promise<string | null> {
    return this.#device === null ? null : (await this.#device.catch(() => null))?.own.pk.toString('hex') ?? null;
  }

  async vote(patient: Patient, ballotId: string, choice: number): Promise<void> {
    const headers = { authorization: `Bearer ${this.who.token}` };
    const paper = JSON.parse((await this.#ask(patient, `/ballot/paper?ballot=${ballotId}`, { headers })).toString()) as Paper;
    // Pages derive the key from slip and nonce, so that every device has the same; here it is remembered.
    const own = new SecretVoter(paper);
    const { own: voter, blinded, nonce } = await (this.#device ??= Promise.resolve({ own, blinded: own.blinded(), nonce: paper.nonce }));
    if (paper.nonce !== nonce) this.faults.push('a nonce changed');
    this.issueAsked = true;
    voter.unblind(await this.#ask(patient, `/ballot/issue?ballot=${ballotId}`, {
      method: 'POST', headers: { ...headers, 'content-type': 'application/octet-stream' }, body: new Uint8Array(blinded),
    }));
    this.issued = true;
    await this.#cast(patient, voter, choice);
  }

  async #cast(patient: Patient, voter: SecretVoter, choice: number): Promise<void> {
    for (let revision = 1; ;) {
      const body = voter.body([choice], revision);
      const sent = { revision, choice, leaf: voter.leaf([choice], revision).toString('hex') };
      this.sent.push(sent);
      const { status, bytes } = await patient.ask('/ballot/cast', {
        method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array(body),
      });
      if (status === 410) throw new TooLate();
      if (status === 200) {
        if (!voter.accepts(bytes, [choice], revision)) this.faults.push('a receipt is for something else');
        this.acknowledged.set(revision, sent);
        return;
      }
      if (status !== 409) throw new Error(`a vote was refused: ${status} ${bytes.toString()}`);
      if (this.careless) {
        this.believed += 1;
        this.acknowledged.set(revision, sent);
        return;
      }
      revision = bytes.readUInt32BE() + 1;
    }
  }

  async #ask(patient: Patient, path: string, init: RequestInit): Promise<Buffer> {
    const { status, bytes } = await patient.ask(path, init);
    if (status === 410) throw new TooLate();
    if (status !== 200) throw new Error(`${path.split('?')[0]} was refused: ${status} ${bytes.toString()}`);
    return bytes;
  }
}
