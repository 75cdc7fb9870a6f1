import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MessageFormat from '@messageformat/core';
// @ts-expect-error the package types its main entry alone
import compileModule from '@messageformat/core/compile-module';
import type { Plugin } from 'vite';

const PREFIX = 'virtual:messages/';

/** `virtual:messages/<catalog>/<locale>` is that catalog compiled to functions: no ICU parser reaches a phone. */
export function messages(folder: string): Plugin {
  return {
    name: 'plenary-messages',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}.js` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [catalog = '', locale = ''] = id.slice(PREFIX.length + 1, -3).split('/');
      const file = join(folder, catalog, `${locale}.json`);
      this.addWatchFile(file);
      const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      return (compileModule as (format: MessageFormat, texts: Record<string, string>) => string)(new MessageFormat(locale), texts);
    },
  };
}
