/**
 * A document to print, as plain data: a feature says what it says, a worker writes it (make-pdf.ts). What is a heading, a
 * list or a table here is one for a screen reader too: the PDF is tagged (ISO 14289-1).
 */
export interface PrintedDocument {
  /** What the reader's window is called. */
  readonly title: string;
  /** Whose document it is, for example the school. */
  readonly author: string;
  /** The language of all that says no other, BCP 47. */
  readonly lang: string;
  readonly paper: Paper;
  readonly blocks: readonly Block[];
  readonly footer: Footer;
  /** Across every page, pale, for example that it is a draft. */
  readonly watermark?: string;
}

export type Paper = 'A4' | 'LETTER';

export interface Footer {
  readonly text: string;
  /** With the places `{page}` and `{pages}`. */
  readonly page: string;
}

/** A part of a text that is strong, or in a language of its own. */
export interface Span {
  readonly text: string;
  readonly strong?: boolean;
  readonly lang?: string;
}

export type Words = string | readonly Span[];

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly words: Words }
  | { readonly kind: 'paragraph'; readonly words: Words; readonly size?: 'large' | 'small'; /** A frame around what nobody may overlook. */ readonly framed?: boolean }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'table'; readonly caption?: string; readonly columns: readonly Column[]; readonly rows: readonly (readonly Words[])[] }
  /** An empty line to write on, with what belongs there under it. */
  | { readonly kind: 'signature'; readonly words: Words }
  | { readonly kind: 'space'; readonly points: number };

export interface ListItem {
  /** Its number; a bullet where it has none. */
  readonly label?: string;
  readonly blocks: readonly Block[];
}

export interface Column {
  readonly heading: string;
  /** Its part of the width, held against the others'. */
  readonly share: number;
}

export const spansOf = (words: Words): readonly Span[] => (typeof words === 'string' ? [{ text: words }] : words);

/** Every text of a document, to find the fonts for. */
export function textsOf({ blocks, footer, watermark = '' }: Pick<PrintedDocument, 'blocks' | 'footer' | 'watermark'>): string[] {
  return [footer.text, footer.page, '0123456789•', watermark, ...blocks.flatMap(textsIn)];
}

function textsIn(block: Block): string[] {
  const texts = (words: Words) => spansOf(words).map(({ text }) => text);
  switch (block.kind) {
    case 'list': return block.items.flatMap(({ label = '', blocks }) => [label, ...blocks.flatMap(textsIn)]);
    case 'table': return [block.caption ?? '', ...block.columns.map(({ heading }) => heading), ...block.rows.flat().flatMap(texts)];
    case 'space': return [];
    default: return texts(block.words);
  }
}

/** Letter where offices print on it, A4 everywhere else; told by the time zone, all that is known of where a school is. */
export const paperIn = (timeZone: string): Paper =>
  (/^(America|US|Canada|Mexico)\/|^Pacific\/(Honolulu|Guam|Pago_Pago)$|^Asia\/Manila$/.test(timeZone) && !A4_IN_AMERICA.test(timeZone) ? 'LETTER' : 'A4');

const A4_IN_AMERICA = /^America\/(Argentina|Araguaina|Asuncion|Bahia$|Belem|Boa_Vista|Buenos_Aires|Campo_Grande|Cayenne|Cuiaba|Fortaleza|Guayaquil|La_Paz|Lima|Maceio|Manaus|Montevideo|Paramaribo|Porto_Velho|Recife|Rio_Branco|Santarem|Sao_Paulo)/;
