import type { Count } from '@plenary/count';
import { type BallotRow, type BundleKind, type PoolFacts, bundleLines } from '@plenary/count/recount';
import { type Scope, type Statements, school } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import type { BallotRecord } from '../ballot-record.ts';
import { agreedPilesOf } from '../printed/entries-reader.ts';
import { logsOf } from './published-logs.ts';

export interface Bundle {
  /** Each a JSON object with its newline; may be asked for again. */
  lines(): AsyncIterable<string>;
}

/** Rows of one page of the box. */
const PAGE = 1000;

interface PoolRow {
  readonly constituency: string;
  readonly issuer: string;
  readonly scope: string;
  readonly rollHash: string;
  readonly notes: readonly string[];
}

/** A counted secret ballot as anyone can recount it (docs/verifying.md). `scope`: under which hand its box is read. */
export async function bundleOf({ db }: Pick<House, 'db'>, scope: Scope, ballot: BallotRecord, result: Count, kind: BundleKind): Promise<Bundle> {
  const own = db.under(school(ballot.schoolId));
  const [row] = await own.execute<{ definition: string }[]>('select definition from ballot where id = ?', [ballot.id]);
  const rows = await own.execute<PoolRow[]>(
    `select constituency, encode(issuer, 'hex') as issuer, encode(scope, 'hex') as scope, encode(roll_hash, 'hex') as "rollHash",
       (select coalesce(json_agg(k.note order by k.size), '[]') from ballot_checkpoint k
         where k.ballot_id = c.ballot_id and k.constituency = c.constituency) as notes
     from ballot_constituency c where ballot_id = ?`, [ballot.id]);
  const box = db.under(scope);
  const [logOf, piles] = [await logsOf(box, ballot.id), await agreedPilesOf(own, ballot)];
  const pools = ballot.constituencies.map(({ constituency, constituencyId, rollSize, voted }): PoolFacts => {
    const { issuer, scope: poolScope, rollHash, notes } = rows.find((each) => each.constituency === constituency)!;
    return {
      id: constituencyId, constituency, spki: Buffer.from(issuer, 'hex'), scope: Buffer.from(poolScope, 'hex'), roll: rollSize ?? 0,
      rollHash: Buffer.from(rollHash, 'hex'), issued: voted, paper: piles.get(constituency) ?? [], ...logOf(constituency), checkpoints: notes,
    };
  });
  const header = { kind, definition: row!.definition, result };
  return { lines: () => bundleLines(header, pools.map((facts) => ({ facts, ballots: () => leavesOf(box, ballot.id, facts.constituency) }))) };
}

type Stored = Record<'leaf' | 'pk' | 'credential' | 'commitment' | 'signature', string> & {
  readonly batch: number;
  readonly revision: number;
  readonly salt: string | null;
  readonly choices: string | null;
};

/** Page by page, so that no server ever holds a large election. */
async function* leavesOf(em: Statements, ballotId: string, constituency: string): AsyncGenerator<BallotRow> {
  let after = Buffer.alloc(0);
  for (;;) {
    const page = await em.execute<Stored[]>(
      `select encode(leaf, 'hex') as leaf, batch, encode(pk, 'hex') as pk, encode(credential, 'hex') as credential, revision,
         encode(commitment, 'hex') as commitment, encode(signature, 'hex') as signature, encode(salt, 'hex') as salt, encode(choices, 'hex') as choices
       from box.published where ballot_id = ? and constituency = ? and leaf > ? order by leaf limit ?`, [ballotId, constituency, after, PAGE]);
    for (const row of page) yield leafRow(row);
    if (page.length < PAGE) return;
    after = Buffer.from(page.at(-1)!.leaf, 'hex');
  }
}

function leafRow({ batch, revision, salt, choices, ...row }: Stored): BallotRow {
  const bytes = (text: string) => Buffer.from(text, 'hex');
  return {
    leaf: bytes(row.leaf), batch, pk: bytes(row.pk), cred: bytes(row.credential), revision, commitment: bytes(row.commitment),
    sig: bytes(row.signature), salt: salt === null ? null : bytes(salt), choices: choices === null ? null : bytes(choices),
  };
}
