import PDFDocument from 'pdfkit';
import { envelopeList } from './envelope-list.ts';
import type { LetterFonts, LetterJob, TextPictures } from './letter-job.ts';
import { letterPage, MARGIN } from './letter-page.ts';
import { openFonts, Pen } from './letter-pen.ts';
import { toRuns } from './letter-text.ts';
import { letterLanguage } from './letter-words.ts';

/** Names, and languages' own names, that the letter's font cannot write. */
export function uncovered(job: LetterJob, fonts: LetterFonts): string[] {
  const { bold } = openFonts(fonts);
  const texts = job.envelopes.flatMap(({ letters }) => letters.flatMap(letter => [letter.name, letterLanguage(letter.locale).missing ?? '']));
  return [...new Set(texts)].filter(text => toRuns(text, bold) === null);
}

export interface Written {
  readonly chunks: Uint8Array<ArrayBuffer>[];
  /** The letters, by their printed number, whose name has to be written by hand. */
  readonly byHand: number[];
}

/**
 * All the letters in one tagged PDF, envelope by envelope, after the list of envelopes.
 * `onProgress` may return a promise, which gives the surroundings room to breathe.
 */
export async function writeLetters(job: LetterJob, fonts: LetterFonts, pictures: TextPictures, onProgress: (done: number, total: number) => unknown): Promise<Written> {
  const doc = new PDFDocument({ size: 'LETTER', margin: MARGIN, autoFirstPage: false, pdfVersion: '1.7', tagged: true, lang: job.locale, displayTitle: true, font: '', info: { Title: job.title, Author: job.school, Creator: 'Plenary', Producer: 'Plenary' } });
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  doc.on('data', (chunk: Uint8Array<ArrayBuffer>) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  for (const file of [...fonts.regular, ...fonts.bold]) doc.registerFont(file.name, file.bytes);
  const pen = new Pen(doc, openFonts(fonts), pictures);
  // The foot of a letter lies in the margin; without this a line there would start a page of its own.
  const newPage = () => void doc.addPage({ size: 'LETTER', margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 10 } });

  if (job.envelopes.some(({ letters }) => letters.length > 0) && job.envelopes.length > 1) envelopeList(pen, job, newPage);
  const letters = job.envelopes.reduce((sum, envelope) => sum + envelope.letters.length, 0);
  const byHand: number[] = [];
  let letter = 0;
  for (const envelope of job.envelopes) {
    for (const [at, person] of envelope.letters.entries()) {
      newPage();
      letter += 1;
      const named = letterPage(pen, job, person, { envelope: envelope.number, inEnvelope: at + 1, ofEnvelope: envelope.letters.length, letter, letters });
      if (!named) byHand.push(letter);
      await onProgress(letter, letters);
    }
  }
  doc.end();
  await ended;
  return { chunks, byHand };
}
