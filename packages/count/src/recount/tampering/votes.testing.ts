import { hex, unhex } from '../../secret/bytes.ts';
import { credentialMessage } from '../../secret/layout.ts';
import { ed25519, voterFrom } from '../testing.ts';
import { type DraftPool, type Line, changedVote, raw, recounted, refit, relog, saying, twoThatDiffer } from './testing.ts';
import type { Change, World } from './world.testing.ts';

const parents = ({ pools }: { pools: DraftPool[] }) => pools[0]!;
const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const voterOf = ({ built }: World, { pk }: Line) => built.pools.map(({ voters }) => voters.get(pk)).find((voter) => voter !== undefined)!;

/** A voter whom the roll never knew: signed by the school itself, or by nobody. */
function invented({ built }: World, pool: DraftPool, signed: boolean): Line {
  const voter = ed25519();
  const scope = unhex(pool.line.scope)!;
  const cred = signed ? built.pools[0]!.issuer.sign(credentialMessage(scope, voter.publicKey)) : new Uint8Array(256).fill(7);
  const line: Line = {
    leaf: '', batch: 0, pk: hex(voter.publicKey), cred: toBase64(cred), revision: 1, commitment: '', sig: '', salt: hex(new Uint8Array(32).fill(9)), choices: saying(0),
  };
  refit(pool, line, voter);
  return line;
}

export const VOTES: readonly Change[] = [
  { name: 'a choice is flipped', code: 'COMMITMENT', change: (draft) => {
    const [one, other] = twoThatDiffer(parents(draft));
    one.choices = other.choices;
  } },
  { name: 'two votes change places', code: 'COMMITMENT', change: (draft) => {
    const [one, other] = twoThatDiffer(parents(draft));
    [one.choices, other.choices, one.salt, other.salt] = [other.choices, one.choices, other.salt, one.salt];
  } },
  { name: 'two salts change places', code: 'COMMITMENT', change: (draft) => {
    const [one, other] = twoThatDiffer(parents(draft));
    [one.salt, other.salt] = [other.salt, one.salt];
  } },
  { name: 'a choice is flipped and its commitment fitted', code: 'LEAF', change: (draft) => {
    const [one, other] = twoThatDiffer(parents(draft));
    const leaf = one.leaf;
    one.choices = other.choices;
    refit(parents(draft), one);
    one.leaf = leaf;
  } },
  { name: 'the school flips a choice, and writes log, checkpoints and result anew', code: 'SIGNATURE', change: (draft, world) => {
    const [one, other] = twoThatDiffer(parents(draft));
    one.choices = other.choices;
    refit(parents(draft), one);
    relog(draft, parents(draft), world.built);
    recounted(draft, world.built);
  } },
  { name: 'a commitment is changed alone', code: 'LEAF', change: (draft) => { parents(draft).ballots[0]!.commitment = 'ab'.repeat(32); } },
  { name: 'a vote says an option that is not there', code: 'CHOICES', told: 'UNKNOWN_OPTION', change: (draft, world) => {
    const line = twoThatDiffer(parents(draft))[0];
    line.choices = saying(7);
    refit(parents(draft), line, voterOf(world, line));
    relog(draft, parents(draft), world.built);
  } },
  { name: 'a vote says two options where one is asked', code: 'CHOICES', told: 'TOO_MANY', change: (draft, world) => {
    const line = twoThatDiffer(parents(draft))[0];
    line.choices = saying(0, 1);
    refit(parents(draft), line, voterOf(world, line));
    relog(draft, parents(draft), world.built);
  } },
  { name: 'a vote is followed by more bytes', code: 'CHOICES', told: 'LENGTH', change: (draft, world) => {
    const line = twoThatDiffer(parents(draft))[0];
    line.choices = `${saying(0)}00`;
    refit(parents(draft), line, voterOf(world, line));
    relog(draft, parents(draft), world.built);
  } },
  { name: 'a voter\'s signature is another\'s', code: 'SIGNATURE', change: (draft) => {
    const [one, other] = twoThatDiffer(parents(draft));
    one.sig = other.sig;
  } },
  { name: 'a signature is replaced by its twin above the group\'s order', code: 'SIGNATURE', change: (draft) => {
    const line = parents(draft).ballots[0]!;
    const sig = raw(line.sig);
    const order = unhex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010')!;
    let carry = 0;
    for (let at = 0; at < 32; at += 1) {
      carry += sig[32 + at]! + order[at]!;
      sig[32 + at] = carry;
      carry >>= 8;
    }
    line.sig = toBase64(sig);
  } },
  { name: 'a vote by a voter whose paper nobody signed', code: 'CREDENTIAL', change: (draft, world) => {
    parents(draft).ballots.push(invented(world, parents(draft), false));
    relog(draft, parents(draft), world.built);
    recounted(draft, world.built);
  } },
  { name: 'votes by invented voters whose papers the school signed', code: 'MORE_BALLOTS_THAN_PAPERS', change: (draft, world) => {
    for (let n = 0; n < 3; n += 1) parents(draft).ballots.push(invented(world, parents(draft), true));
    relog(draft, parents(draft), world.built);
    recounted(draft, world.built);
  } },
  { name: 'invented voters, and as many papers more than the roll has people', code: 'MORE_PAPERS_THAN_ROLL', change: (draft, world) => {
    for (let n = 0; n < 45; n += 1) parents(draft).ballots.push(invented(world, parents(draft), true));
    relog(draft, parents(draft), world.built);
    parents(draft).line.issued = 85;
  } },
  { name: 'a paper lent from another voter', code: 'CREDENTIAL', change: (draft) => {
    const [one, other] = twoThatDiffer(parents(draft));
    for (const line of parents(draft).ballots) if (line.pk === one.pk) line.cred = other.cred;
  } },
  { name: 'a voter moved to another constituency', code: 'CREDENTIAL', change: (draft, world) => {
    const line = { ...twoThatDiffer(draft.pools[1]!)[0], revision: 1 };
    parents(draft).ballots.push(line);
    refit(parents(draft), line, voterOf(world, line));
    relog(draft, parents(draft), world.built);
  } },
  { name: 'a voter of another ballot', code: 'CREDENTIAL', change: (draft, world) => {
    const row = world.other.pools[0]!.rows.find(({ revision, choices }) => revision === 1 && choices !== null)!;
    const line: Line = { leaf: '', batch: 0, pk: hex(row.pk), cred: toBase64(row.cred), revision: 1, commitment: '', sig: '', salt: hex(row.salt!), choices: hex(row.choices!) };
    refit(parents(draft), line, world.other.pools[0]!.voters.get(line.pk)!);
    parents(draft).ballots.push(line);
    relog(draft, parents(draft), world.built);
  } },
  { name: 'a voter shows another paper at a later revision', code: 'CREDENTIAL_CHANGED', change: (draft, { built }) => {
    const line = changedVote(parents(draft))[1]!;
    line.cred = toBase64(built.pools[0]!.issuer.sign(credentialMessage(unhex(parents(draft).line.scope)!, unhex(line.pk)!)));
  } },
  ...['0100000000000000000000000000000000000000000000000000000000000000', '0000000000000000000000000000000000000000000000000000000000000080',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  ].map((pk): Change => ({ name: `a key of small order, ${pk.slice(0, 8)}…${pk.slice(-4)}`, code: 'VOTER_KEY', change: (draft, world) => withKey(draft, world, pk) })),
  { name: 'a key with a second spelling', code: 'VOTER_KEY', change: (draft, world) => withKey(draft, world, `ee${'ff'.repeat(30)}7f`) },
  { name: 'a line is left out', code: 'LOG_SIZE', change: (draft) => { parents(draft).ballots.splice(3, 1); } },
  { name: 'a line is left out and the numbers are fitted', code: 'CHECKPOINT_SIZE', change: (draft) => {
    const { line, ballots } = parents(draft);
    const [gone] = ballots.splice(ballots.findIndex(({ revision, choices, batch }) => revision === 1 && choices !== null && line.batches![batch]! > 10), 1);
    line.batches = line.batches!.map((size, batch) => (batch === gone!.batch ? size - 1 : size));
    Object.assign(line, { size: line.size! - 1, ballots: line.ballots! - 1 });
  } },
  { name: 'the school leaves a vote out, and writes log and checkpoints anew', code: 'RESULT_DIFFERS', told: 'votes[0]', change: (draft, { built }) => {
    const { ballots } = parents(draft);
    ballots.splice(ballots.findIndex(({ revision, choices }) => revision === 1 && choices === saying(0)), 1);
    relog(draft, parents(draft), built);
  } },
  { name: 'a line stands twice', code: 'LEAF_TWICE', change: (draft) => { parents(draft).ballots.splice(5, 0, { ...parents(draft).ballots[5]! }); } },
  { name: 'two lines change places', code: 'LEAF_ORDER', change: (draft) => { parents(draft).ballots.push(parents(draft).ballots.shift()!); } },
  { name: 'the first revision of a changed vote is hidden', code: 'REVISION_MISSING', change: (draft, { built }) => {
    const pool = parents(draft);
    pool.ballots.splice(pool.ballots.indexOf(changedVote(pool)[0]!), 1);
    relog(draft, pool, built);
  } },
  { name: 'the last revision of a changed vote is hidden', code: 'NOT_OPENED', change: (draft, { built }) => {
    const pool = parents(draft);
    pool.ballots.splice(pool.ballots.indexOf(changedVote(pool).at(-1)!), 1);
    relog(draft, pool, built);
  } },
  { name: 'revisions change their order', code: 'SIGNATURE', change: (draft, { built }) => {
    const [one, other] = changedVote(parents(draft)) as [Line, Line];
    [one.revision, other.revision] = [other.revision, one.revision];
    for (const line of [one, other]) refit(parents(draft), line);
    relog(draft, parents(draft), built);
  } },
  { name: 'a voter and the school make one revision twice', code: 'REVISION_TWICE', change: (draft, world) => {
    const line = { ...twoThatDiffer(parents(draft))[0], salt: 'cd'.repeat(32) };
    parents(draft).ballots.push(line);
    refit(parents(draft), line, voterOf(world, line));
    relog(draft, parents(draft), world.built);
  } },
  ...[0, 1001].map((revision): Change => ({ name: `a voter and the school make revision ${revision}`, code: 'REVISION_RANGE', change: (draft, world) => {
    const line = { ...twoThatDiffer(parents(draft))[0], revision, salt: null, choices: null };
    parents(draft).ballots.push(line);
    refit(parents(draft), line, voterOf(world, line));
    relog(draft, parents(draft), world.built);
  } })),
  { name: 'a last vote stays closed', code: 'NOT_OPENED', change: (draft) => { Object.assign(twoThatDiffer(parents(draft))[0], { salt: null, choices: null }); } },
  { name: 'a superseded vote is opened', code: 'OPENED_SUPERSEDED', change: (draft) => { Object.assign(changedVote(parents(draft))[0]!, { salt: '00'.repeat(32), choices: saying(0) }); } },
  { name: 'a vote is opened without its salt', code: 'HALF_OPENED', change: (draft) => { twoThatDiffer(parents(draft))[0].salt = null; } },
  { name: 'a vote is opened without its choices', code: 'HALF_OPENED', change: (draft) => { twoThatDiffer(parents(draft))[0].choices = null; } },
  {
    name: 'the school leaves a vote out and writes everything anew, but its voter kept the receipt', code: 'RECEIPT_NOT_FOUND',
    change: (draft, { built }) => {
      const gone = built.pools[0]!.rows.find(({ revision, choices }) => revision === 1 && choices !== null)!;
      parents(draft).ballots.splice(parents(draft).ballots.findIndex(({ leaf }) => leaf === hex(gone.leaf)), 1);
      relog(draft, parents(draft), built);
      recounted(draft, built);
    },
    kept: ({ built }) => ({ receipts: [built.receipt(built.pools[0]!.rows.find(({ revision, choices }) => revision === 1 && choices !== null)!.leaf)] }),
  },
  {
    name: 'a receipt is of another ballot', code: 'RECEIPT_SIGNATURE', change: () => undefined,
    kept: ({ other }) => ({ receipts: [other.receipt(other.pools[0]!.rows[0]!.leaf)] }),
  },
  { name: 'a receipt is cut', code: 'RECEIPT_FORM', change: () => undefined, kept: ({ built }) => ({ receipts: [built.receipt(built.pools[0]!.rows[0]!.leaf).subarray(1)] }) },
];

/** A vote under a key for which anybody can sign, with a paper from the school itself. */
function withKey(draft: Parameters<Change['change']>[0], { built }: World, pk: string): void {
  const pool = parents(draft);
  const scope = unhex(pool.line.scope)!;
  const nobody = voterFrom(new Uint8Array(32).fill(5));
  const line: Line = { ...twoThatDiffer(pool)[0], revision: 1, pk, cred: toBase64(built.pools[0]!.issuer.sign(credentialMessage(scope, unhex(pk)!))) };
  refit(pool, line, nobody);
  pool.ballots.push(line);
  relog(draft, pool, built);
}
