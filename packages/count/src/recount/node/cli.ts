import { resolve } from 'node:path';
import { linesOf } from '../lines.ts';
import { recountBundle } from '../recount.ts';
import type { RecountReport } from '../report.ts';
import { faultInWords, place, reportInWords } from '../words.ts';
import { USAGE, readArguments } from './arguments.ts';
import { nodeCrypto } from './crypto.ts';
import { bundleBytes, readCheckpoints, readReceipt } from './files.ts';

/** Where the words go; a test looks at them. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Where paths begin: pnpm runs scripts in the root, and whoever typed a path meant it from where they stood. */
  readonly from?: string;
}

/** @returns 0 when nothing is wrong, 1 when something is or cannot be read, 2 on wrong usage. */
export async function main(args: readonly string[], { out, err, from = '.' }: Output): Promise<0 | 1 | 2> {
  const given = readArguments(args);
  if (given === null) {
    err(`${USAGE}\n`);
    return 2;
  }
  const { bundle, json } = given;
  let path = bundle;
  let report: RecountReport;
  try {
    const receipts: Uint8Array[] = [];
    const witnesses: string[] = [];
    for (path of given.receipts) receipts.push(await readReceipt(path, from));
    for (path of given.checkpoints) witnesses.push(...await readCheckpoints(path, from));
    path = bundle;
    report = await recountBundle(linesOf(await bundleBytes(resolve(from, bundle))), nodeCrypto(), { receipts, witnesses });
  } catch (error) {
    err(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})\n`);
    return 1;
  }
  out(json ? `${JSON.stringify(withWords(report), null, 2)}\n` : `${reportInWords(report).join('\n')}\n`);
  const first = report.checks.flatMap(({ faults }) => faults)[0];
  if (first === undefined) return 0;
  err(`${bundle}: ${place(first)}${faultInWords(first)} (${first.code})\n`);
  return 1;
}

/** Programs read the codes, people the sentences. */
function withWords(report: RecountReport): object {
  return { ...report, checks: report.checks.map((check) => ({ ...check, faults: check.faults.map((fault) => ({ ...fault, said: faultInWords(fault) })) })) };
}
