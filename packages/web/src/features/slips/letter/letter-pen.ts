import { create } from 'fontkit';
import type PDFDocument from 'pdfkit';
import type { FontFile, LetterFonts, TextPictures } from './letter-job.ts';
import { toRuns, type FontCoverage } from './letter-text.ts';

export type Doc = InstanceType<typeof PDFDocument>;
export type Weight = keyof LetterFonts;
/** Ink and the lines of boxes: the paper of a copier knows no more. */
export const INK = '#1d1a16';
export const LINE = '#8a8378';

/** Opens the font files once; they are handed to every document as they are. */
export function openFonts(fonts: LetterFonts): Record<Weight, FontCoverage[]> {
  const open = (files: readonly FontFile[]) =>
    files.map(file => {
      const font = create(file.bytes as Buffer);
      return { name: file.name, has: (code: number) => 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(code) };
    });
  return { regular: open(fonts.regular), bold: open(fonts.bold) };
}

/** Writes text in whichever fonts cover it, in the page's structure for screen readers. */
export class Pen {
  private readonly root: ReturnType<Doc['struct']>;

  constructor(
    readonly doc: Doc,
    private readonly fonts: Record<Weight, FontCoverage[]>,
    private readonly pictures: TextPictures,
  ) {
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  /** A part of the document in its own language. End it, so that its memory can go. */
  section(lang: string, title: string): ReturnType<Doc['struct']> {
    const section = this.doc.struct('Sect', { lang, title });
    this.root.add(section);
    return section;
  }

  /** A text at the current line, wrapped to `width` points. False when it could only be left blank. */
  write(text: string, size: number, options: { weight?: Weight; width: number; x?: number; gap?: number; align?: 'left' | 'right' }): boolean {
    const { doc } = this;
    const x = options.x ?? doc.x;
    const runs = toRuns(text, this.fonts[options.weight ?? 'regular']);
    if (!runs) return this.picture(text, size, x, options.width);
    const y = doc.y;
    runs.forEach(({ font, text: part }, at) => {
      doc.font(font).fontSize(size).fillColor(INK);
      const more = { width: options.width, align: options.align ?? ('left' as const), lineGap: options.gap ?? size * 0.2, continued: at < runs.length - 1 };
      if (at === 0) doc.text(part, x, y, more);
      else doc.text(part, more);
    });
    return true;
  }

  /** A font this file is sure of, for text that is ours. */
  plain(weight: Weight, size: number): Doc {
    return this.doc.font(this.fonts[weight][0]!.name).fontSize(size).fillColor(INK);
  }

  covers(text: string): boolean {
    return toRuns(text, this.fonts.bold) !== null;
  }

  /** Lines and boxes say nothing: screen readers skip them. */
  decoration(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  private picture(text: string, size: number, x: number, width: number): boolean {
    const { doc } = this;
    const y = doc.y;
    const drawn = this.pictures.get(text);
    if (drawn) {
      const scale = Math.min(size / drawn.height, width / drawn.width) * 1.35;
      const fit = Math.min(scale, width / drawn.width);
      doc.image(drawn.jpeg as Buffer, x, y, { width: drawn.width * fit, height: drawn.height * fit });
      doc.y = y + drawn.height * fit + size * 0.2;
    } else {
      doc.moveTo(x, y + size * 1.2).lineTo(x + Math.min(width, 260), y + size * 1.2).lineWidth(0.7).stroke(LINE);
      doc.y = y + size * 1.5;
    }
    doc.x = x;
    return drawn !== undefined;
  }
}
