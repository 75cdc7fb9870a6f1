import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locale } from './visitor.ts';

const messages = resolve(import.meta.dirname, '../../../packages/web/src/i18n/messages');

const read = (part: string, locale: Locale) => JSON.parse(readFileSync(join(messages, part, `${locale}.json`), 'utf8')) as Record<string, string>;

/** All catalogs as one; keys of `elections` are short, so here they bear its name: `elections/nominate.verb`. */
const catalog = (locale: Locale): Record<string, string> => Object.assign({}, ...['core', 'home', 'setUp', 'vote', 'result', 'verify', 'staff', 'rounds'].map((part) => read(part, locale)),
  Object.fromEntries(Object.entries(read('elections', locale)).map(([key, text]) => [`elections/${key}`, text])));

const catalogs: Record<Locale, Record<string, string>> = { en: catalog('en'), es: catalog('es') };

/** The page's own words, so that a better wording breaks no journey; what they are filled with may be anything. */
export function words(locale: Locale) {
  return (key: string): string | RegExp => {
    const text = catalogs[locale][key];
    if (text === undefined) throw new Error(`no words for ${key} in ${locale}`);
    if (!text.includes('{')) return text;
    return new RegExp(`^${outsideBraces(text).map(escaped).join('.*')}$`, 's');
  };
}

/** The fixed parts of an ICU message; plurals and choices are filled in too. */
function outsideBraces(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '{') {
      if (depth === 0) parts.push('');
      depth += 1;
    } else if (letter === '}') depth -= 1;
    else if (depth === 0) parts[parts.length - 1] += letter;
  }
  return parts;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
