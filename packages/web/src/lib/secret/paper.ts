import { type Bytes, scopeOf, unbase64, unhex, utf8 } from '@plenary/count/secret';
import { type IssuerKey, readIssuerKey } from './issuer-key.ts';
import { type Patience, untilAnswered } from './patience.ts';
import { refused, SecretRefused } from './refusal.ts';

/** What the published definition of a ballot says, as far as casting needs it. */
export interface Definition {
  readonly ballot: string;
  readonly options: readonly { readonly id: string }[];
  readonly receiptKey: Bytes;
  readonly body: number;
  readonly maxRevision: number;
}

/** The signed-in voter's own paper: what everybody can read of the ballot, and the one nonce that nobody else gets. */
export interface Paper {
  readonly definition: Definition;
  readonly issuer: IssuerKey;
  /** Computed here from what was published, never taken from the server: a key made for one voter gives another scope. */
  readonly scope: Bytes;
  readonly nonce: Bytes;
  /** Whether this voter had pressed "cast" before, here or elsewhere. */
  readonly issued: boolean;
}

interface Served { definition: string; constituency: string; spki: string; nonce: string; issued: boolean }

export async function fetchPaper(ballotId: string, patience: Patience = {}): Promise<Paper> {
  const answer = await untilAnswered(`/ballot/paper?ballot=${ballotId}`, { credentials: 'same-origin' }, patience);
  if (answer.status !== 200) throw refused(answer);
  try {
    return readPaper(ballotId, JSON.parse(new TextDecoder().decode(answer.bytes)) as Served);
  } catch {
    throw new SecretRefused('UNTRUSTED', 'paper');
  }
}

function readPaper(ballotId: string, { definition: text, constituency, spki, nonce, issued }: Served): Paper {
  const { ballot, options, receiptKey, body, maxRevision, constituencies } = JSON.parse(text) as Omit<Definition, 'receiptKey'> & { receiptKey: string; constituencies: { id: string }[] };
  const issuerSpki = unbase64(spki) ?? fail();
  if (ballot !== ballotId || !constituencies.some(({ id }) => id === constituency)) fail();
  return {
    definition: { ballot, options, body, maxRevision, receiptKey: unbase64(receiptKey, 32) ?? fail() },
    issuer: readIssuerKey(issuerSpki) ?? fail(),
    scope: scopeOf({ ballotId, constituencyId: constituency, definition: utf8(text), issuerSpki }),
    nonce: unhex(nonce, 32) ?? fail(),
    issued,
  };
}

function fail(): never {
  throw new TypeError('not a paper');
}
