import { constants, privateDecrypt, publicEncrypt } from 'node:crypto';
import { registry } from '../../../../platform/database/database.ts';
import type { SessionFacts } from '../../../../platform/graphql/context.ts';
import type { House } from '../../../../platform/room.ts';
import { isUuid } from '../../../people/index.ts';
import { type IssueAnswer, type PaperFacts, decideIssue } from '../../domain/secret/issuing.ts';
import type { BallotHall } from '../ballot-hall.ts';
import type { Pool } from './open-pools.ts';

/** Bytes of a blinded message and of its signature: the modulus of RSA-2048. */
export const BLINDED_BYTES = 256;

export type Issued =
  | { readonly ok: true; readonly signature: Buffer }
  | { readonly ok: false; readonly answer: Exclude<IssueAnswer, 'ISSUE' | 'AGAIN'> | 'NOT_FOUND' | 'LENGTH' | 'RANGE' };

const refused = (answer: Extract<Issued, { ok: false }>['answer']): Issued => ({ ok: false, answer });

/**
 * Signs a voter's blinded key: the voter is known, what is signed is not. One paper for each line of the roll; asking
 * again with the same message has the same answer, whatever happened to the first.
 */
export async function issuePaper(house: House, hall: BallotHall, session: SessionFacts, ballotId: string, blinded: Buffer): Promise<Issued> {
  // OpenSSL silently takes a shorter message, and bounds only from above.
  if (blinded.length !== BLINDED_BYTES) return refused('LENGTH');
  const id = ballotId.toLowerCase();
  const pools = isUuid(id) ? await hall.pools.byBallot(session.schoolId, id) : [];
  if (pools.length === 0) return refused('NOT_FOUND');
  const line = await ownLine(house, session, id);
  const pool = pools.find(({ constituency }) => constituency === line?.constituency);
  if (pool === undefined) return refused(line?.state === 'OPEN' ? 'NOT_ON_ROLL' : 'CLOSED');
  if (!inRange(blinded, pool)) return refused('RANGE');
  const signature = await sign(hall, pool, blinded);
  if (signature === null) return refused('CLOSED');
  for (;;) {
    const found = await put(house, session, id, blinded, signature);
    if (found.put) {
      hall.turnout.changed(session.schoolId, id);
      return { ok: true, signature };
    }
    const answer = decideIssue(found);
    if (answer === 'AGAIN') return { ok: true, signature };
    // Another request of the same voter moved in between: its line is looked at again.
    if (answer !== 'ISSUE') return refused(answer);
  }
}

/** 1 < z < n − 1: the edges sign themselves. */
function inRange(blinded: Buffer, { issuer }: Pool): boolean {
  const modulus = BigInt(`0x${Buffer.from(issuer.export({ format: 'jwk' }).n!, 'base64url').toString('hex')}`);
  const z = BigInt(`0x${blinded.toString('hex')}`);
  return z > 1n && z < modulus - 1n;
}

/** RFC 9474, BlindSign: the private operation, checked by the public one so that a fault of the machine tells nothing of the key. */
async function sign(hall: BallotHall, pool: Pool, blinded: Buffer): Promise<Buffer | null> {
  const key = await hall.pools.issuerKey(pool);
  if (key === null) return null;
  const signature = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded);
  const check = publicEncrypt({ key: pool.issuer, padding: constants.RSA_NO_PADDING }, signature);
  if (!check.equals(blinded)) throw new Error('a blind signature failed its check');
  return signature;
}

async function ownLine({ db }: House, session: SessionFacts, ballotId: string): Promise<{ state: string; constituency: string | null } | undefined> {
  const [line] = await db.sealed(registry(session.schoolId)).execute<{ state: string; constituency: string | null }[]>(
    `select b.state, p.constituency from ballot b
     left join registry.paper p on p.ballot_id = b.id and p.person_id = ? where b.id = ?`, [session.personId, ballotId]);
  return line;
}

/**
 * Writes message and signature to the voter's line unless something is there, the ballot held against its close; answers
 * the line as it was when the statement began.
 */
async function put(
  { db }: House, session: SessionFacts, ballotId: string, blinded: Buffer, signature: Buffer,
): Promise<PaperFacts & { readonly put: boolean }> {
  const [found] = await db.sealed(registry(session.schoolId)).execute<(PaperFacts & { put: boolean })[]>(
    `with locked as materialized (select id, state, closes_at from ballot where id = ? for share),
       ballot_now as materialized (select id, state, clock_timestamp() >= closes_at as past from locked),
       written as (
         update registry.paper p set blinded = ?, blind_signature = ?
         from ballot_now b
         where p.ballot_id = b.id and p.person_id = ? and b.state = 'OPEN' and not b.past and p.blinded is null and not p.on_paper
         returning p.person_id)
     select b.state, b.past, p.person_id is not null as "onRoll", coalesce(p.on_paper, false) as "onPaper",
       coalesce(p.issued, false) as issued, coalesce(p.blinded = ?, false) as same, w.person_id is not null as put
     from ballot_now b
     left join registry.paper p on p.ballot_id = b.id and p.person_id = ?
     left join written w on true`,
    [ballotId, blinded, signature, session.personId, blinded, session.personId]);
  return found!;
}
