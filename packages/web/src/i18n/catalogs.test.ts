import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import MessageFormat from '@messageformat/core';
import { describe, expect, it } from 'vitest';
import { argumentsOf } from '../../build/message-types.ts';
import { LOCALES } from './locales.ts';

const folder = resolve(import.meta.dirname, 'messages');
const read = (catalog: string, locale: string) => JSON.parse(readFileSync(`${folder}/${catalog}/${locale}.json`, 'utf8')) as Record<string, string>;
const catalogs = globSync(`${folder}/*/en.json`).map((file) => basename(dirname(file)));
const others = Object.keys(LOCALES).filter((locale) => locale !== 'en');

describe.each(catalogs)('the %s catalog', (catalog) => {
  const english = read(catalog, 'en');

  it.each(others)('says everything in %s, with the same arguments', (locale) => {
    const translated = read(catalog, locale);
    expect(Object.keys(english).filter((key) => !(key in translated)), 'missing').toEqual([]);
    expect(Object.keys(translated).filter((key) => !(key in english)), 'left over').toEqual([]);
    const differ = Object.keys(english).filter((key) => [...argumentsOf(english[key] ?? '').keys()].toSorted().join() !== [...argumentsOf(translated[key] ?? '').keys()].toSorted().join());
    expect(differ, 'other arguments').toEqual([]);
  });

  it.each(['en', ...others])('is sound ICU in %s and leaves nothing empty', (locale) => {
    const format = new MessageFormat(locale);
    for (const [key, text] of Object.entries(read(catalog, locale))) {
      expect(text.trim(), key).not.toBe('');
      expect(() => format.compile(text), key).not.toThrow();
    }
  });

  it.each(others)('has really been translated into %s', (locale) => {
    const translated = read(catalog, locale);
    const words = Object.keys(english).filter((key) => /\p{L}{4,}.*\s\p{L}{3,}/u.test((english[key] ?? '').replace(/\{[^}]*\}/g, '')));
    expect(words.filter((key) => english[key] === translated[key])).toEqual([]);
  });
});

describe('the arguments of a message', () => {
  it('are found at every depth, with the type each needs', () => {
    expect([...argumentsOf('{count, plural, one {# of {total} in {place}} other {{place}: #}} {kind, select, a {x} other {{name}}}')])
      .toEqual([['count', 'number'], ['total', 'string | number'], ['place', 'string | number'], ['kind', 'string | number'], ['name', 'string | number']]);
  });
});
