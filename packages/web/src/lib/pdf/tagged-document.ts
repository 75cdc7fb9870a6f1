import PDFDocument from 'pdfkit';
import { type Block, type Column, type Footer, type ListItem, type Paper, type PrintedDocument, type Words, spansOf } from './blocks.ts';
import { layOut, type Line } from './lines.ts';
import { toRuns, type Typefaces, type Weight } from './typeface.ts';

type Doc = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Doc['struct']>;

/** Points. */
const MARGIN = { top: 56, left: 58, right: 58, bottom: 64 } as const;
const SIZES: Readonly<Record<Paper, readonly [number, number]>> = { A4: [595.28, 841.89], LETTER: [612, 792] };
const HEADINGS = { 1: 22, 2: 15, 3: 12.5, 4: 11.5 } as const;
const TEXT = { large: 13, normal: 11, small: 9.5 } as const;
const CELL = 10;
const LEADING = 1.36;
const INK = '#1d1a16';
const LINE = '#8a8378';

/** Where text stands now. */
interface Place { readonly x: number; readonly width: number }

/** Writes a tagged PDF from top to bottom, in the order in which it is read aloud. */
export class TaggedDocument {
  private readonly doc: Doc;
  private readonly chunks: Uint8Array<ArrayBuffer>[] = [];
  private readonly ended: Promise<void>;
  private readonly root: Element;
  private readonly widths = new Map<string, number>();
  private readonly page: Place & { readonly bottom: number };
  private y: number = MARGIN.top;

  constructor({ title, author, lang, paper }: Pick<PrintedDocument, 'title' | 'author' | 'lang' | 'paper'>, private readonly typefaces: Typefaces) {
    const [width, height] = SIZES[paper];
    this.page = { x: MARGIN.left, width: width - MARGIN.left - MARGIN.right, bottom: height - MARGIN.bottom };
    this.doc = new PDFDocument({
      size: [width, height], margins: MARGIN, bufferPages: true, pdfVersion: '1.7', subset: 'PDF/UA' as PDFKit.PDFDocumentOptions['subset'], tagged: true, lang, displayTitle: true, font: '',
      info: { Title: title, Author: author, Creator: 'Plenary', Producer: 'Plenary' },
    });
    this.doc.on('data', (chunk: Uint8Array<ArrayBuffer>) => void this.chunks.push(chunk));
    this.ended = new Promise((resolve, reject) => void this.doc.on('end', resolve).on('error', reject));
    for (const { name, bytes } of [typefaces[400], typefaces[700]].flat(2)) this.doc.registerFont(name, bytes);
    this.root = this.doc.struct('Document', { title });
    this.doc.addStructure(this.root);
  }

  write(blocks: readonly Block[], into: Element = this.root, column: Place = this.page): void {
    for (const block of blocks) {
      switch (block.kind) {
        case 'heading': this.heading(block.level, block.words, into, column); break;
        case 'paragraph': this.paragraph(block, into, column); break;
        case 'list': this.list(block.items, into, column); break;
        case 'table': this.table(block, into, column); break;
        case 'signature': this.signature(block.words, into, column); break;
        case 'space': this.y += block.points; break;
      }
    }
  }

  /** Puts numbers and words at the feet of all pages, and ends the file. */
  async end(footer: Footer, watermark?: string): Promise<Uint8Array<ArrayBuffer>[]> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let at = start; at < start + count; at += 1) {
      this.doc.switchToPage(at);
      if (watermark) this.watermark(watermark);
      this.foot(footer, at - start + 1, count);
    }
    this.root.end();
    this.doc.end();
    await this.ended;
    return this.chunks;
  }

  private heading(level: 1 | 2 | 3 | 4, words: Words, into: Element, column: Place): void {
    const size = HEADINGS[level];
    const lines = this.lines(strong(words), size, column.width);
    if (this.y > MARGIN.top) this.y += size * 0.55;
    // A heading never stands alone at the foot of a page.
    this.room(lines.length * size * LEADING + 3 * TEXT.normal * LEADING);
    this.text(`H${level}`, strong(words), lines, size, into, column.x);
    this.y += size * 0.2;
  }

  private paragraph({ words, size = 'normal', framed = false }: { words: Words; size?: keyof typeof TEXT; framed?: boolean }, into: Element, column: Place): void {
    const inset = framed ? 10 : 0;
    const lines = this.lines(words, TEXT[size], column.width - 2 * inset);
    const height = lines.length * TEXT[size] * LEADING + 2 * inset;
    if (framed) {
      this.room(height);
      const { y } = this;
      this.decoration(() => this.doc.rect(column.x, y, column.width, height).lineWidth(1.2).stroke(INK));
      this.y += inset;
    }
    this.text('P', words, lines, TEXT[size], into, column.x + inset);
    this.y += inset + 4;
  }

  private list(items: readonly ListItem[], into: Element, column: Place): void {
    const labels = items.map(({ label = '•' }) => label);
    const indent = Math.max(14, ...labels.map((label) => this.widthOf(label, TEXT.normal, 700) + 6));
    const inner = { x: column.x + indent, width: column.width - indent };
    const list = this.under(into, 'L');
    for (const [at, { blocks }] of items.entries()) {
      this.room(3 * TEXT.normal * LEADING);
      const item = this.under(list, 'LI');
      const label = [{ text: labels[at]!, strong: true }];
      const { y } = this;
      this.text('Lbl', label, this.lines(label, TEXT.normal, indent), TEXT.normal, item, column.x);
      this.y = y;
      const body = this.under(item, 'LBody');
      this.write(blocks, body, inner);
      body.end();
      item.end();
      this.y += 2;
    }
    list.end();
  }

  private table({ caption, columns, rows }: { caption?: string; columns: readonly Column[]; rows: readonly (readonly Words[])[] }, into: Element, column: Place): void {
    const table = this.under(into, 'Table');
    if (caption) {
      const words = strong(caption);
      const lines = this.lines(words, TEXT.normal, column.width);
      this.room(lines.length * TEXT.normal * LEADING + 4 * CELL * LEADING);
      this.text('Caption', words, lines, TEXT.normal, table, column.x);
      this.y += 2;
    }
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    let x = column.x;
    const places = columns.map(({ share }): Place => {
      const place = { x, width: (column.width * share) / shares };
      x += place.width;
      return place;
    });
    const head = columns.map(({ heading }) => strong(heading));
    // The head said once is enough for who listens; on the next page it is there for who looks.
    const again = () => this.decoration(() => this.cells(head.map((words, at) => this.lines(words, CELL, places[at]!.width - 8)), places, (at, draw) => draw(at), () => {}, (draw) => draw()));
    const row = (into_: Element, tag: 'TH' | 'TD', cells: readonly Words[], whenTurned: () => void) => {
      const line = this.under(into_, 'TR');
      const elements = cells.map(() => {
        const element = this.doc.struct(tag, tag === 'TH' ? { scope: 'Column' } as object : {});
        line.add(element);
        return element;
      });
      this.cells(cells.map((words, at) => this.lines(words, CELL, places[at]!.width - 8)), places, (at, draw) => elements[at]!.add(() => draw(at)), whenTurned);
      line.end();
    };
    const top = this.under(table, 'THead');
    row(top, 'TH', head, () => {});
    top.end();
    const body = this.under(table, 'TBody');
    for (const cells of rows) row(body, 'TD', cells, again);
    body.end();
    table.end();
    this.y += 6;
  }

  /** One row, side by side; what does not fit on the page goes on at the head of the next. */
  private cells(texts: readonly Line[][], places: readonly Place[], into: (at: number, draw: (at: number) => void) => void, turned: () => void, mark = (draw: () => void) => this.decoration(draw)): void {
    const height = CELL * LEADING;
    const most = Math.max(...texts.map((lines) => lines.length));
    for (let from = 0; from < most;) {
      let fit = Math.floor((this.page.bottom - this.y - 8) / height);
      if (fit < Math.min(most - from, 3)) {
        this.turn();
        turned();
        fit = Math.max(1, Math.floor((this.page.bottom - this.y - 8) / height));
      }
      const to = Math.min(most, from + fit);
      const top = this.y + 4;
      texts.forEach((lines, at) => into(at, (which) => lines.slice(from, to).forEach((line, down) => this.line(line, CELL, places[which]!.x + 4, top + down * height))));
      this.y = top + (to - from) * height + 4;
      const { y } = this;
      const [first, last] = [places[0]!, places.at(-1)!];
      mark(() => this.doc.moveTo(first.x, y).lineTo(last.x + last.width, y).lineWidth(0.5).stroke(LINE));
      from = to;
    }
  }

  private signature(words: Words, into: Element, column: Place): void {
    const lines = this.lines(words, TEXT.small, column.width);
    this.room(34 + lines.length * TEXT.small * LEADING);
    this.y += 30;
    const { y } = this;
    this.decoration(() => this.doc.moveTo(column.x, y).lineTo(column.x + column.width, y).lineWidth(0.8).stroke(INK));
    this.y += 3;
    this.text('P', words, lines, TEXT.small, into, column.x);
    this.y += 4;
  }

  private foot({ text, page }: Footer, number: number, of: number): void {
    const y = this.page.bottom + 22;
    const numbers = page.replace('{page}', String(number)).replace('{pages}', String(of));
    const width = this.widthOf(numbers, TEXT.small, 400);
    const [first] = this.lines(text, TEXT.small, this.page.width - width - 24);
    this.doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    this.doc.moveTo(this.page.x, y - 6).lineTo(this.page.x + this.page.width, y - 6).lineWidth(0.5).stroke(LINE);
    this.line(first ?? [], TEXT.small, this.page.x, y);
    this.line(this.lines(numbers, TEXT.small, width + 10)[0]!, TEXT.small, this.page.x + this.page.width - width, y);
    this.doc.endMarkedContent();
  }

  private watermark(text: string): void {
    const { width, height } = this.doc.page;
    const size = Math.min(110, (Math.hypot(width, height) * 0.62) / (this.widthOf(text, 1, 700) || 1));
    const [line] = this.lines(strong(text), size, Infinity);
    this.decoration(() => {
      this.doc.save().fillOpacity(0.1).translate(width / 2, height / 2).rotate(-Math.atan2(height, width) * (180 / Math.PI));
      this.line(line!, size, -this.widthOf(text, size, 700) / 2, -size / 2);
      this.doc.restore();
    });
  }

  /** A text in the structure, span by span where one has a language of its own. */
  private text(tag: string, words: Words, lines: readonly Line[], size: number, into: Element, x: number): void {
    const height = size * LEADING;
    const element = this.under(into, tag);
    let down = 0;
    const draw = (span: number) => () => {
      lines.forEach((line, at) => {
        const own = line.filter((segment) => segment.span === span);
        if (own.length === 0) return;
        this.descend((at - down) * height, height);
        down = at;
        this.line(own, size, x, this.y);
      });
    };
    spansOf(words).forEach(({ lang }, span) => {
      if (!lines.some((line) => line.some((segment) => segment.span === span))) return;
      if (lang) element.add(this.doc.struct('Span', { lang }, draw(span)));
      else element.add(draw(span));
    });
    element.end();
    this.descend((lines.length - down) * height, 0);
  }

  /** Further down, and onto the next page where `needed` points do not fit. */
  private descend(points: number, needed: number): void {
    this.y += points;
    if (needed > 0 && this.y + needed > this.page.bottom) this.turn();
  }

  private line(line: Line, size: number, x: number, y: number): void {
    for (const { font, text, x: right } of line) {
      this.doc.font(font).fontSize(size).fillColor(INK).text(text, x + right, y + size * 0.98, { lineBreak: false, baseline: 'alphabetic' });
    }
  }

  private lines(words: Words, size: number, width: number): Line[] {
    return layOut(spansOf(words), width, {
      runs: (word, bold) => toRuns(word, this.typefaces[bold ? 700 : 400]),
      width: ({ font, text }) => this.measure(font, text) * size,
    });
  }

  private widthOf(text: string, size: number, weight: Weight): number {
    return toRuns(text, this.typefaces[weight]).reduce((sum, { font, text: part }) => sum + this.measure(font, part) * size, 0);
  }

  /** The width of a text at one point. */
  private measure(font: string, text: string): number {
    const key = `${font} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    const width = this.doc.font(font).fontSize(100).widthOfString(text) / 100;
    this.widths.set(key, width);
    return width;
  }

  private under(parent: Element, tag: string): Element {
    const element = this.doc.struct(tag);
    parent.add(element);
    return element;
  }

  private room(points: number): void {
    if (this.y > MARGIN.top && this.y + points > this.page.bottom) this.turn();
  }

  private turn(): void {
    this.doc.continueOnNewPage();
    this.y = MARGIN.top;
  }

  /** Lines and boxes say nothing: screen readers skip them. */
  private decoration(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }
}

const strong = (words: Words): Words => spansOf(words).map((span) => ({ ...span, strong: true }));
