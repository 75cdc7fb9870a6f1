import { createHash } from 'node:crypto';
import type { Count } from '@plenary/count';
import { recountBundle } from '@plenary/count/recount';
import { nodeCrypto } from '@plenary/count/recount/node';
import { keeper } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import type { Constituency } from '../../domain/ballot.ts';
import type { BallotRecord } from '../ballot-record.ts';
import { type Bundle, bundleOf } from './bundle.ts';
import { signCheckpoints } from './checkpoints.ts';
import { countPublished } from './count-published.ts';

/**
 * Right after the close: the registry forgets its nonces and keys, and what is in the box is laid out for everybody. Every
 * step here may be repeated: a crash anywhere is made up for by the clockwork.
 */
export async function sealSecret(house: House, ballotId: string): Promise<void> {
  await closeRegistry(house, ballotId);
  await layOut(house, ballotId);
  await signCheckpoints(house, ballotId);
}

/**
 * From sealed to counted: counted, recounted by the same means the public has, and only then removed from the box.
 * @throws when the recount finds a fault: such a ballot must be looked at by people.
 */
export async function settleSecret(house: House, ballot: BallotRecord): Promise<{ readonly result: Count<Constituency>; readonly seed: Uint8Array }> {
  const { counted, seed } = await countPublished(house, keeper, ballot);
  await proveAndKeep(house, ballot, counted);
  await emptyBox(house, ballot.id);
  return { result: counted, seed };
}

/** Who was given a paper goes on the roll; nonces, messages and the issuers' private keys are gone for good. */
async function closeRegistry({ db }: House, ballotId: string): Promise<void> {
  await db.transaction(keeper, async (em) => {
    const lines = await em.execute<{ n: number }[]>('select count(*)::int as n from registry.paper where ballot_id = ?', [ballotId]);
    if (lines[0]!.n === 0) return;
    await em.execute(
      `update registry.roll r set voted = true from registry.paper p
       where r.ballot_id = ? and p.ballot_id = r.ballot_id and p.person_id = r.person_id and (p.issued or p.on_paper)`, [ballotId]);
    await em.execute('delete from registry.paper where ballot_id = ?', [ballotId]);
    await em.execute('delete from registry.issuer where ballot_id = ?', [ballotId]);
  });
  await db.rewrite('registry.paper');
  await db.rewrite('registry.issuer');
}

/** The whole box in the order of its leaves; whatever had not entered the log does now. */
async function layOut({ db }: House, ballotId: string): Promise<void> {
  await db.transaction(keeper, async (em) => {
    await em.execute(
      `update box.paper p set batch = w.next
       from (select constituency, coalesce(max(batch), -1) + 1 as next from box.paper where ballot_id = ? group by 1) w
       where p.ballot_id = ? and p.constituency = w.constituency and p.batch is null`, [ballotId, ballotId]);
    await em.execute(
      `insert into box.published (ballot_id, school_id, constituency, leaf, batch, pk, revision, credential, commitment, signature, salt, choices)
       select ballot_id, school_id, constituency, leaf, batch, pk, revision, credential, commitment, signature, salt, choices
       from box.paper where ballot_id = ? order by leaf
       on conflict do nothing`, [ballotId]);
  });
}

async function proveAndKeep(house: House, ballot: BallotRecord, counted: Count<Constituency>): Promise<void> {
  const auditors = await bundleOf(house, keeper, ballot, counted, 'auditors');
  const report = await recountBundle(auditors.lines(), nodeCrypto());
  if (report.verdict === 'FAULTY' || report.verdict === 'UNREADABLE') {
    throw new Error(`the recount of a ballot does not confirm it: ${report.checks.flatMap(({ faults }) => faults.map(({ code }) => code)).join(', ')}`);
  }
  const digests = [await digestOf(await bundleOf(house, keeper, ballot, counted, 'public')), Buffer.from(report.fingerprint, 'hex')];
  await house.db.under(keeper).execute(
    `insert into ballot_bundle (ballot_id, school_id, pools, public_digest, auditors_digest) values (?, ?, '{}', ?, ?)
     on conflict do nothing`, [ballot.id, ballot.schoolId, ...digests]);
}

/** SHA-256 of a whole bundle as it is downloaded: what goes into the minutes. */
async function digestOf(bundle: Bundle): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const line of bundle.lines()) hash.update(line);
  return hash.digest();
}

async function emptyBox({ db }: House, ballotId: string): Promise<void> {
  await db.transaction(keeper, async (em) => {
    await em.execute('delete from box.paper where ballot_id = ?', [ballotId]);
    await em.execute('delete from box.signer where ballot_id = ?', [ballotId]);
  });
  await db.rewrite('box.paper');
  await db.rewrite('box.signer');
}
