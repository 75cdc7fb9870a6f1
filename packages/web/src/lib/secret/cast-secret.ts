import { ballotMessage, type Bytes, castBody, commitmentOf, credentialMessage, encodeChoices, leafOf, readU32 } from '@plenary/count/secret';
import { blind } from './blind.ts';
import { voterSecrets, type VoterSecrets } from './derive.ts';
import { fetchPaper, type Paper } from './paper.ts';
import { type Patience, untilAnswered } from './patience.ts';
import { checkedReceipt, type SecretReceipt } from './receipt.ts';
import { refused, SecretRefused, type SecretRefusal } from './refusal.ts';
import { voterKey, type VoterKey } from './voter-key.ts';

export interface SecretVote extends Patience {
  readonly ballotId: string;
  /** This person's roots on this device, the one signed in with first. */
  readonly roots: readonly CryptoKey[];
  /** The options in the order the voter saw them: positions mean nothing without it. */
  readonly optionIds: readonly string[];
  readonly choices: readonly number[];
  /** Asked for already while the voter was reading. */
  readonly paper?: Promise<Paper> | undefined;
}

export type SecretCast =
  | { readonly ok: true; readonly receipt: SecretReceipt; readonly revision: number; readonly changed: boolean }
  | { readonly ok: false; readonly refusal: SecretRefusal; readonly about: string };

/**
 * Casts a secret vote, or changes the one cast before: paper, ballot paper under the blind signature, vote, receipt.
 * Nothing is stored on the way; whatever is cut off is done again with the same bytes.
 */
export async function castSecret({ ballotId, roots, optionIds, choices, paper: asked, ...patience }: SecretVote): Promise<SecretCast> {
  try {
    const paper = await (asked ?? fetchPaper(ballotId, patience));
    const { options } = paper.definition;
    if (options.length !== optionIds.length || !options.every(({ id }, at) => id === optionIds[at])) throw new SecretRefused('OUTDATED', 'options');
    const voter = await issue(paper, roots, patience);
    return { ok: true, ...(await cast(paper, voter, encodeChoices(choices), patience)) };
  } catch (fault) {
    if (fault instanceof SecretRefused) return { ok: false, refusal: fault.refusal, about: fault.about };
    throw fault;
  }
}

interface Voter extends VoterKey {
  readonly secrets: VoterSecrets;
  readonly credential: Bytes;
}

/** The blind signature on this voter's key. The first root it was ever given to is the one it stays with. */
async function issue(paper: Paper, roots: readonly CryptoKey[], patience: Patience): Promise<Voter> {
  let last = new SecretRefused('OTHER_KEY', 'no root');
  for (const root of roots) {
    const secrets = await voterSecrets(root, paper.scope, paper.nonce);
    const key = await voterKey(secrets.seed);
    const { blinded, unblind } = await blind(paper.issuer, credentialMessage(paper.scope, key.pk), secrets.pssSalt, secrets.r(paper.issuer.n));
    const answer = await post(`/ballot/issue?ballot=${paper.definition.ballot}`, blinded, { credentials: 'same-origin' }, patience);
    if (answer.status === 200) {
      const credential = unblind(answer.bytes);
      if (credential === null) throw new SecretRefused('UNTRUSTED', 'credential');
      return { ...key, secrets, credential };
    }
    last = refused(answer);
    if (last.refusal !== 'OTHER_KEY') break;
  }
  throw last;
}

/** The path that names nobody: no cookie, no referrer, and alive even when the page is closed. */
const NAMELESS: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer' };

async function cast({ definition, scope }: Paper, { pk, credential, sign, secrets }: Voter, choices: Bytes, patience: Patience) {
  let revision = 1;
  // Another device may step in between; each answer tells how far the box is.
  for (let tries = 0; tries < 20 && revision <= definition.maxRevision; tries += 1) {
    const salt = await secrets.choiceSalt(revision, choices);
    const commitment = commitmentOf(salt, choices);
    const sig = await sign(ballotMessage(scope, pk, revision, commitment));
    const body = castBody({ scope, pk, cred: credential, revision, salt, sig, choices }, definition.body);
    const answer = await post('/ballot/cast', body, NAMELESS, patience);
    if (answer.status === 200) {
      const receipt = await checkedReceipt(answer.bytes, leafOf(scope, pk, revision, commitment), definition.receiptKey);
      if (receipt === null) throw new SecretRefused('UNTRUSTED', 'receipt');
      return { receipt, revision, changed: revision > 1 };
    }
    if (answer.status !== 409 || answer.bytes.length !== 4) throw refused(answer);
    revision = readU32(answer.bytes, 0) + 1;
  }
  throw new SecretRefused('TOO_MANY_CHANGES');
}

const post = (address: string, body: Bytes, init: RequestInit, patience: Patience) =>
  untilAnswered(address, { method: 'POST', body, keepalive: true, headers: { 'content-type': 'application/octet-stream' }, ...init }, patience);
