import { type PrintedDocument, textsOf } from './blocks.ts';
import { TaggedDocument } from './tagged-document.ts';
import { type LoadFont, openTypefaces } from './typeface.ts';

export type WrittenPdf =
  | { readonly chunks: readonly Uint8Array<ArrayBuffer>[] }
  /** Letters that no font here has. Nothing was written: a notice with holes in it is no notice. */
  | { readonly uncovered: readonly string[] };

export async function writePdf(document: PrintedDocument, load: LoadFont): Promise<WrittenPdf> {
  const fonts = await openTypefaces(textsOf(document), load);
  if ('uncovered' in fonts) return fonts;
  const paper = new TaggedDocument(document, fonts.typefaces);
  paper.write(document.blocks);
  return { chunks: await paper.end(document.footer, document.watermark) };
}
