import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What the documents promise, held against what is there. */
const read = (path: string) => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!);
const missingIn = (document: string, names: readonly string[]) => {
  const text = read(document);
  return names.filter((name) => !text.includes(`\`${name}\``));
};

describe('the documents', () => {
  it('explain every setting there is', () => {
    const settings = all(read('packages/server/src/env.ts'), /^ {2}([A-Z][A-Z_\d]+): (?:z\.|flag)/gm);
    expect(settings.length).toBeGreaterThan(5);
    // Those of a bucket come together, where files are explained.
    expect(missingIn('README.md', settings.filter((name) => !name.startsWith('FILES_S3_')))).toEqual([]);
    expect(missingIn('docs/operations.md', settings.filter((name) => name.startsWith('FILES_')))).toEqual([]);
  });

  it('explain every error code there is', () => {
    const codes = all(read('packages/server/src/platform/graphql/errors.ts'), /^ {2}\| '([A-Z_]+)'/gm);
    expect(codes.length).toBeGreaterThan(5);
    expect(missingIn('docs/api.md', codes)).toEqual([]);
  });

  it('name only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = new Set(['README.md', 'docs/operations.md', 'docs/architecture.md'].flatMap((document) => all(read(document), /(?:`pnpm|pnpm@12) (?:--silent )?([a-z]+)/g)));
    expect([...named].filter((name) => !(name in scripts))).toEqual([]);
  });

  it('link only to what is there', () => {
    const broken = ['README.md', 'CONTEXT.md', 'docs/architecture.md', 'docs/operations.md', 'docs/privacy.md', 'docs/api.md'].flatMap((document) =>
      all(read(document), /\]\((?!https?:)([^)#]+)\)/g).filter((target) => {
        try {
          readFileSync(resolve(import.meta.dirname, '../..', document, '..', target));
          return false;
        } catch (error) {
          return (error as NodeJS.ErrnoException).code !== 'EISDIR';
        }
      }).map((target) => `${document}: ${target}`));
    expect(broken).toEqual([]);
  });
});
