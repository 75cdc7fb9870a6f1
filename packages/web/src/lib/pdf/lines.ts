import type { Span } from './blocks.ts';
import { drawn, type Run } from './typeface.ts';

/** A stretch of one line in one font. */
export interface Segment extends Run {
  /** Which span of the text it is of. */
  readonly span: number;
  /** Points from the left edge of the text. */
  readonly x: number;
}

export type Line = readonly Segment[];

export interface Measure {
  /** The fonts in which a word is written. */
  runs(word: string, strong: boolean): Run[];
  /** Points. */
  width(run: Run): number;
}

type Piece = Run & { readonly span: number; readonly width: number };

/** Breaks a text into lines of at most `width` points, at blanks; a word that is wider than a line breaks where it must. */
export function layOut(spans: readonly Span[], width: number, measure: Measure): Line[] {
  const lines: Segment[][] = [[]];
  let x = 0;
  const put = (piece: Piece) => {
    const line = lines.at(-1)!;
    const last = line.at(-1);
    if (last && last.span === piece.span && last.font === piece.font) line[line.length - 1] = { ...last, text: last.text + piece.text };
    else line.push({ span: piece.span, font: piece.font, text: piece.text, x });
    x += piece.width;
  };
  const turn = () => {
    lines.push([]);
    x = 0;
  };
  const pieces = (text: string, span: number): Piece[] => measure.runs(text, spans[span]!.strong ?? false).map((run) => ({ ...run, span, width: measure.width(run) }));
  /** Pieces with no blank between them stay together, over the end of a span too. */
  let word: Piece[] = [];
  const flush = () => {
    const length = word.reduce((sum, piece) => sum + piece.width, 0);
    if (x > 0 && x + length > width) turn();
    const parts = length <= width ? word : word.flatMap(({ text, span }) => [...text].flatMap((letter) => pieces(letter, span)));
    for (const part of parts) {
      if (x > 0 && x + part.width > width + 0.01) turn();
      put(part);
    }
    word = [];
  };
  spans.forEach(({ text }, span) => {
    for (const [part] of drawn(text).matchAll(/\n| +|[^\n ]+/g)) {
      if (part === '\n') {
        flush();
        turn();
      } else if (part.startsWith(' ')) {
        flush();
        // A blank at the end of a line is kept: without it a reader would hear two words as one.
        if (lines.at(-1)!.length > 0) pieces(' ', span).forEach(put);
      } else word.push(...pieces(part.replace(/\s/g, ' '), span));
    }
  });
  flush();
  return lines;
}
