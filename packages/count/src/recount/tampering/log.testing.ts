import { MerkleLog } from '../../secret/merkle.ts';
import { ed25519 } from '../testing.ts';
import { raw, relog, signedBy } from './testing.ts';
import type { Change } from './world.testing.ts';

const lines = (note: string) => note.split('\n');
const replaced = <T>(list: readonly T[] | null, at: number, by: T) => list!.map((each, n) => (n === at ? by : each));
const forged = () => {
  const log = new MerkleLog();
  for (let n = 0; n < 10; n += 1) log.append(new Uint8Array(32).fill(n));
  return log;
};

export const LOG: readonly Change[] = [
  { name: 'the newest checkpoint is left out', code: 'CHECKPOINT_COUNT', change: ({ pools: [{ line }] }) => { line.checkpoints = line.checkpoints!.slice(0, -1); } },
  { name: 'an old checkpoint stands for the newest', code: 'CHECKPOINT_SIZE', change: ({ pools: [{ line }] }) => { line.checkpoints = [...line.checkpoints!.slice(0, -1), line.checkpoints![0]!]; } },
  { name: 'a checkpoint of another constituency', code: 'CHECKPOINT_ORIGIN', change: ({ pools: [{ line }, { line: other }] }) => { line.checkpoints = replaced(line.checkpoints, 0, other.checkpoints![0]!); } },
  { name: 'a checkpoint of another ballot', code: 'CHECKPOINT_KEY', change: ({ pools: [{ line }] }, { other }) => { line.checkpoints = replaced(line.checkpoints, 0, other.pools[0]!.facts.checkpoints[0]!); } },
  { name: 'a checkpoint signed by another key of the same name', code: 'CHECKPOINT_KEY', change: ({ pools: [{ line }] }, { built }) => {
    line.checkpoints = replaced(line.checkpoints, 0, signedBy(built, ed25519(), line.pool, forged()));
  } },
  { name: 'a checkpoint with a false signature', code: 'CHECKPOINT_SIGNATURE', change: ({ pools: [{ line }] }) => {
    const [origin, size, root, , signature] = lines(line.checkpoints![0]!) as [string, string, string, string, string];
    const blob = raw(signature.split(' ')[2]!);
    blob[40]! ^= 1;
    line.checkpoints = replaced(line.checkpoints, 0, `${origin}\n${size}\n${root}\n\n${signature.split(' ').slice(0, 2).join(' ')} ${Buffer.from(blob).toString('base64')}\n`);
  } },
  { name: 'a checkpoint whose size is edited', code: 'CHECKPOINT_SIGNATURE', change: ({ pools: [{ line }] }) => { line.checkpoints = replaced(line.checkpoints, 0, line.checkpoints![0]!.replace(/\n\d+\n/, '\n11\n').replace(/\n11\n/, (found) => (line.batches![0] === 11 ? '\n12\n' : found))); } },
  { name: 'a checkpoint that is none', code: 'CHECKPOINT_FORM', change: ({ pools: [{ line }] }) => { line.checkpoints = replaced(line.checkpoints, 0, 'signed, the school'); } },
  { name: 'a checkpoint of a log that never was, signed by the school', code: 'CHECKPOINT_ROOT', change: ({ pools: [{ line }] }, { built }) => {
    const log = forged();
    while (log.size < line.batches![0]!) log.append(new Uint8Array(32));
    line.checkpoints = replaced(line.checkpoints, 0, signedBy(built, built.receiptKey, line.pool, log));
  } },
  { name: 'a vote moved to another batch', code: 'BATCH_FILL', change: ({ pools: [{ ballots }] }) => { ballots.find(({ batch }) => batch === 0)!.batch = 1; } },
  { name: 'two votes change batches', code: 'CHECKPOINT_ROOT', change: ({ pools: [{ ballots }] }) => {
    const [one, other] = [ballots.find(({ batch }) => batch === 0)!, ballots.find(({ batch }) => batch === 1)!];
    [one.batch, other.batch] = [1, 0];
  } },
  { name: 'a batch that is not there', code: 'BATCH_NUMBER', change: ({ pools: [{ ballots }] }) => { ballots[0]!.batch = 99; } },
  { name: 'sizes of batches are shifted', code: 'BATCH_FILL', change: ({ pools: [{ line }] }) => { line.batches = line.batches!.map((size, n) => (n === 0 ? size + 1 : n === 1 ? size - 1 : size)); } },
  { name: 'a batch of three in the middle, signed by the school', code: 'BATCH_SIZE', change: (draft, { built }) => { relog(draft, draft.pools[0]!, built, [10, 3]); } },
  { name: 'an empty batch at the end', code: 'BATCH_SIZE', change: ({ pools: [{ line }] }) => {
    line.batches = [...line.batches!, 0];
    line.checkpoints = [...line.checkpoints!, line.checkpoints!.at(-1)!];
  } },
  { name: 'batches that do not add up', code: 'BATCH_SUM', change: ({ pools: [{ line }] }) => { line.batches = [...line.batches!.slice(0, -1), line.batches!.at(-1)! + 1]; } },
  { name: 'another root', code: 'ROOT', change: ({ pools: [{ line }] }) => { line.root = 'ee'.repeat(32); } },
  { name: 'another size', code: 'LOG_SIZE', change: ({ pools: [{ line }] }) => { line.size! += 1; } },
  {
    name: 'the school writes a log anew, but the committee kept a checkpoint', code: 'WITNESS_ROOT',
    change: (draft, { built }) => {
      const [first, second] = [draft.pools[0]!.ballots.find(({ batch }) => batch === 0)!, draft.pools[0]!.ballots.find(({ batch }) => batch === 1)!];
      [first.batch, second.batch] = [1, 0];
      relog(draft, draft.pools[0]!, built, built.pools[0]!.facts.batches);
    },
    kept: ({ built }) => ({ witnesses: [built.pools[0]!.facts.checkpoints[0]!] }),
  },
  {
    name: 'the school writes a log anew in other batches, but the committee kept a checkpoint', code: 'WITNESS_SIZE',
    change: (draft, { built }) => { relog(draft, draft.pools[0]!, built, [built.pools[0]!.facts.batches[0]! + 1]); },
    kept: ({ built }) => ({ witnesses: [built.pools[0]!.facts.checkpoints[0]!] }),
  },
  { name: 'a kept checkpoint is of another ballot', code: 'WITNESS_KEY', change: () => undefined, kept: ({ other }) => ({ witnesses: [other.pools[0]!.facts.checkpoints[0]!] }) },
  { name: 'a kept checkpoint is none', code: 'WITNESS_FORM', change: () => undefined, kept: () => ({ witnesses: ['hello'] }) },
  {
    name: 'a kept checkpoint was edited', code: 'WITNESS_SIGNATURE', change: () => undefined,
    kept: ({ built }) => ({ witnesses: [built.pools[0]!.facts.checkpoints[0]!.replace(/\n\d+\n/, '\n9\n')] }),
  },
  {
    name: 'a kept checkpoint speaks of a log that is not there', code: 'WITNESS_ORIGIN', change: () => undefined,
    kept: ({ built }) => ({ witnesses: [signedBy(built, built.receiptKey, '00000000-0000-4000-8000-000000000000', forged())] }),
  },
];
