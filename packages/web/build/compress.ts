import { readFile, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Compresses once, as small as it goes, what the server would otherwise compress in haste for every phone. */
export const compress = (): Plugin => ({
  name: 'plenary-compress',
  apply: 'build',
  async writeBundle({ dir }) {
    if (!dir) return;
    await Promise.all(globSync('**/*.{js,css,html,svg,webmanifest}', { cwd: dir }).map(async (name) => {
      const file = join(dir, name);
      const text = await readFile(file);
      if (text.length < 600) return;
      await writeFile(`${file}.gz`, await zip(text, { level: 9 }));
      await writeFile(`${file}.br`, await brotli(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }));
    }));
  },
});
