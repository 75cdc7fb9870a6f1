import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Plugin, transformWithOxc } from 'vite';

/** What a family may open without network; the pages of staff are kept once they were open. */
const PAGES = /\/src\/pages\/(?!SetUpPage)\w+\.tsx$|virtual:messages\/(core|home)\//;

/**
 * Writes /sw.js: the worker's source with the list of files it keeps. Their names hold their content's hash, so every
 * build that differs has another list, which is how a browser knows that there is a new worker.
 */
export function offlineWorker(source: string): Plugin {
  return {
    name: 'plenary-offline-worker',
    apply: 'build',
    generateBundle: {
      // After Vite has put away the entry that did nothing but import the others.
      order: 'post',
      async handler(_options, bundle) {
        const files = new Set<string>();
        const keep = (name: string): void => {
          const file = bundle[name];
          if (file?.type !== 'chunk' || files.has(name)) return;
          files.add(name);
          for (const style of file.viteMetadata?.importedCss ?? []) files.add(style);
          file.imports.forEach(keep);
        };
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && (file.isEntry || PAGES.test(file.facadeModuleId ?? ''))) keep(file.fileName);
        }
        const code = await readFile(source, 'utf8');
        const list = [...files].toSorted().map((name) => `/${name}`);
        const version = createHash('sha256').update(list.join('\n')).update(code).digest('hex').slice(0, 16);
        const worker = await transformWithOxc(code.replace(/^declare const SHELL.*$/m, ''), source);
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: `const SHELL = ${JSON.stringify({ version, files: list })};\n${worker.code}` });
      },
    },
  };
}
