import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

interface Node {
  type: string;
  value?: unknown;
  name?: { name?: string };
  [key: string]: unknown;
}

/** Attributes that people read or hear. */
const READ = new Set(['label', 'title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'hint', 'lead', 'over', 'caption', 'legend', 'text', 'error', 'closeLabel']);
const LETTERS = /\p{L}{2,}/u;

/** Words written straight into JSX, as text or in an attribute that is read. */
function wordsIn(source: string, file: string): string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const { type, value, name, ...rest } = node as Node;
    if (type === 'JSXText' && LETTERS.test(String(value))) found.push(String(value).trim());
    if (type === 'JSXAttribute' && READ.has(name?.name ?? '')) {
      const literal = value as Node | null;
      if (literal?.type === 'Literal' && LETTERS.test(String(literal.value))) found.push(String(literal.value));
    }
    walk(value);
    Object.values(rest).forEach(walk);
  };
  walk(parseSync(file, source).program);
  return found;
}

const src = resolve(import.meta.dirname, '..');

it('finds words written in JSX', () => {
  expect(wordsIn('const a = <p title="Hello there">Some words {x} · <b className="no">{y}</b></p>;', 'a.tsx')).toEqual(['Hello there', 'Some words']);
});

it('no component has words of its own: all are in the catalogs', () => {
  const found = globSync('**/*.tsx', { cwd: src })
    .filter((file) => !file.endsWith('.test.tsx'))
    .flatMap((file) => wordsIn(readFileSync(`${src}/${file}`, 'utf8'), file).map((words) => `${file}: ${words}`));
  expect(found).toEqual([]);
});
