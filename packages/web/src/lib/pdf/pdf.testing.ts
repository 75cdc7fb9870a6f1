import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { vi } from 'vitest';
import type { PrintedDocument } from './blocks.ts';
import { FONT_NAMES, type LoadFont } from './typeface.ts';
import { writePdf } from './write-pdf.ts';

const require = createRequire(import.meta.url);

/** The reader complains that it has nothing to draw with; nothing is drawn here. */
async function reader() {
  const heard = vi.spyOn(console, 'warn').mockReturnValue();
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    heard.mockRestore();
  }
}

/** The same files that a browser fetches, from the packages they lie in. */
export const readFont: LoadFont = (name) => {
  if (!FONT_NAMES.includes(name)) throw new Error(`no font ${name}`);
  const family = ['atkinson-hyperlegible', 'noto-sans-armenian', 'noto-sans-kr', 'noto-sans'].find((each) => name.startsWith(`${each}-`))!;
  return Promise.resolve(new Uint8Array(readFileSync(require.resolve(`@fontsource/${family}/files/${name}-normal.woff`))));
};

export interface ReadPdf {
  readonly bytes: Buffer;
  /** The words of each page as a reader would find them. */
  readonly pages: readonly string[];
  /** The tags, each with those under it, for example `L(LI(Lbl LBody(P)))`; one text for each page. */
  readonly tags: readonly string[];
  readonly title: string;
  readonly sizes: readonly (readonly number[])[];
}

/** Writes a document and reads it again with a reader that did not write it. */
export async function writeAndRead(document: PrintedDocument): Promise<ReadPdf> {
  const written = await writePdf(document, readFont);
  if ('uncovered' in written) throw new Error(`no font for ${written.uncovered.join(' ')}`);
  const bytes = Buffer.concat(written.chunks);
  const { getDocument, VerbosityLevel } = await reader();
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const pdf = await task.promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, at) => at + 1);
  const pages = await Promise.all(numbers.map((number) => pdf.getPage(number)));
  const texts = await Promise.all(pages.map(async (page) => (await page.getTextContent()).items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')));
  const tags = await Promise.all(pages.map(async (page) => tagged(await page.getStructTree() as Node)));
  const { info } = await pdf.getMetadata();
  await task.destroy();
  return { bytes, pages: texts, tags, title: (info as { Title: string }).Title, sizes: pages.map((page) => page.view) };
}

interface Node { readonly role?: string; readonly type?: string; readonly children?: readonly Node[] }
function tagged({ role, children = [] }: Node): string {
  const inner = children.filter((child) => child.role !== undefined).map(tagged).join(' ');
  return inner ? `${role}(${inner})` : role ?? '';
}
