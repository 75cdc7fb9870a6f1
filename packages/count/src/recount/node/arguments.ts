import { parseArgs } from 'node:util';

export const USAGE = 'usage: recount BUNDLE [--json] [--receipt HEX-OR-FILE]... [--checkpoint TEXT-OR-FILE]...';

export interface RecountArguments {
  readonly bundle: string;
  readonly json: boolean;
  readonly receipts: readonly string[];
  readonly checkpoints: readonly string[];
}

/** Null on wrong usage. */
export function readArguments(args: readonly string[]): RecountArguments | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, receipt: { type: 'string', multiple: true }, checkpoint: { type: 'string', multiple: true } },
    });
    const [bundle, ...more] = positionals;
    if (bundle === undefined || more.length > 0) return null;
    return { bundle, json: values.json ?? false, receipts: values.receipt ?? [], checkpoints: values.checkpoint ?? [] };
  } catch {
    return null;
  }
}
