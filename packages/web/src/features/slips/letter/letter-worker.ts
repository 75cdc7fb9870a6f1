import bold from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff?url';
import boldMore from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-700-normal.woff?url';
import regular from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff?url';
import regularMore from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-400-normal.woff?url';
import { uncovered, writeLetters } from './letter-document.ts';
import type { FontFile, FromWorker, LetterFonts, TextPictures, ToWorker } from './letter-job.ts';

const tell = (message: FromWorker) => self.postMessage(message);
let pictures: (drawn: TextPictures) => void = () => {};

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'pictures') return pictures(data.pictures);
  void print(data).catch((fault: unknown) => tell({ kind: 'failed', message: fault instanceof Error ? fault.message : String(fault) }));
});

async function print({ job }: ToWorker & { kind: 'start' }): Promise<void> {
  const fonts: LetterFonts = { regular: await Promise.all([font('regular', regular), font('regular-more', regularMore)]), bold: await Promise.all([font('bold', bold), font('bold-more', boldMore)]) };
  const texts = uncovered(job, fonts);
  // Only the page has a canvas everywhere; the worker knows what the fonts lack.
  const drawn = texts.length === 0 ? new Map() : await new Promise<TextPictures>(resolve => {
    pictures = resolve;
    tell({ kind: 'draw', texts });
  });
  const { chunks, byHand } = await writeLetters(job, fonts, drawn, (done, total) => tell({ kind: 'progress', done, total }));
  tell({ kind: 'done', pdf: new Blob(chunks, { type: 'application/pdf' }), byHand });
}

async function font(name: string, url: string): Promise<FontFile> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`font ${name}: ${answer.status}`);
  return { name, bytes: new Uint8Array(await answer.arrayBuffer()) };
}
