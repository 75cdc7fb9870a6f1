import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** TypeScript of every message key with its arguments, one interface per catalog. English is the reference. */
export function messageTypes(files: readonly string[]): string {
  const catalogs = files.map((file) => {
    const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    const rows = Object.entries(messages).map(([key, text]) => {
      const args = [...argumentsOf(text)].map(([name, type]) => `${name}: ${type}`);
      return `  '${key}': ${args.length ? `{ ${args.join('; ')} }` : 'undefined'};`;
    });
    return `  ${basename(dirname(file))}: {\n${rows.join('\n')}\n  };`;
  });
  return `/** Written by build/generate.ts from the English catalogs. */\nexport interface Catalogs {\n${catalogs.join('\n')}\n}\n`;
}

/** Arguments of an ICU message, `{name}` or `{count, plural, one {…} other {…}}`, with the type each needs. */
export function argumentsOf(message: string): Map<string, string> {
  const found = new Map<string, string>();
  let at = 0;
  const text = (): void => {
    while (at < message.length && message[at] !== '}') {
      if (message[at] === '{') argument();
      else at++;
    }
  };
  const argument = (): void => {
    const [, name = '', kind] = /^\{\s*(\w+)\s*(?:,\s*(\w+))?/.exec(message.slice(at)) ?? [];
    const type = kind === 'plural' || kind === 'selectordinal' || kind === 'number' ? 'number' : 'string | number';
    if (found.get(name) !== 'number') found.set(name, type);
    at++;
    while (at < message.length && message[at] !== '}') {
      if (message[at] === '{') {
        at++;
        text();
        at++;
      } else at++;
    }
    at++;
  };
  text();
  return found;
}
