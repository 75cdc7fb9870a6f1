import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { buildSchema } from './composition.ts';
import { printContract } from './platform/graphql/print-contract.ts';

/** Writes the contract as the server means it; with `--check`, exits 1 when the committed one differs. */
const file = new URL('../../../schema/schema.graphql', import.meta.url);
const printed = printContract(buildSchema());

if (!process.argv.includes('--check')) {
  await writeFile(file, printed);
} else if (await readFile(file, 'utf8') !== printed) {
  process.stderr.write('schema/schema.graphql is stale: run `node packages/server/dist/emit-schema.js` and commit it.\n');
  process.exitCode = 1;
}
