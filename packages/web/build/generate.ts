import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { generate as generateTypes } from '@graphql-codegen/cli';
import { trustDocuments } from './trust-documents.ts';
import { messageTypes } from './message-types.ts';

const web = resolve(import.meta.dirname, '..');
const out = join(web, 'src/gql');
const schema = resolve(web, '../../schema/schema.graphql');
const documents = join(web, 'src/**/*.graphql');
const messages = join(web, 'src/i18n/messages/*/en.json');

/**
 * Writes src/gql from the contract, the .graphql files and the English catalogs, when any of them changed.
 * Called before a build, a test run, the dev server and the type check, so that nobody has to remember it.
 */
export async function generate(): Promise<void> {
  const sources = [schema, ...globSync(documents).toSorted(), ...globSync(messages).toSorted(), ...globSync(join(web, 'build/*.ts')).toSorted()];
  const digest = createHash('sha256').update(sources.map((file) => `${file}\n${readFileSync(file, 'utf8')}`).join('\n')).digest('hex');
  const stamp = join(out, '.digest');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;

  mkdirSync(out, { recursive: true });
  const files = (await generateTypes({
    schema,
    documents,
    silent: true,
    errorsOnly: true,
    generates: {
      'src/gql/': {
        preset: 'client',
        presetConfig: { fragmentMasking: false, gqlTagName: 'graphql' },
        config: {
          useTypeImports: true,
          enumsAsTypes: true,
          skipTypename: false,
          nonOptionalTypename: true,
          skipTypeNameForRoot: true,
          inlineFragmentTypes: 'mask',
          customDirectives: { apolloUnmask: true },
          scalars: { DateTimeISO: 'string', Cursor: 'string', Base64Bytes: 'string', ID: 'string' },
          avoidOptionals: { field: true },
          importExtension: '.ts',
        },
      },
    },
  }, false)) as { filename: string; content: string }[];
  const types = files.find((file) => file.filename.endsWith('gql/graphql.ts'));
  if (!types) throw new Error('codegen wrote no graphql.ts');
  const made = { ...trustDocuments(types.content), 'messages.ts': messageTypes(globSync(messages).toSorted()) };
  // Files are replaced whole, and the old ones go last: a test run and a dev server may read here meanwhile.
  mkdirSync(join(out, 'documents'), { recursive: true });
  for (const [name, text] of Object.entries({ ...made, '.digest': digest })) replace(join(out, name), text);
  for (const file of globSync(join(out, 'documents/*.ts'))) if (!(`documents/${basename(file)}` in made)) rmSync(file, { force: true });
}

function replace(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}

if (import.meta.main) await generate();
