import type { TextPicture, TextPictures } from './letter-job.ts';

/** Canvas pixels per point: 288 dots an inch, as sharp as an office printer shows. */
const SHARP = 4;
const SIZE = 20;
const FACE = `600 ${SIZE * SHARP}px "Atkinson Hyperlegible", "Noto Sans", system-ui, sans-serif`;

/**
 * Draws texts that the letter's font has no letters for (Armenian, Korean, Arabic…) with the fonts of
 * this computer, shaped and in the right direction as the browser would show them. A text with a
 * letter that no font here has is left out: the letter then shows a line to write on, never boxes.
 */
export async function drawTexts(texts: readonly string[]): Promise<TextPictures> {
  const canvas = document.createElement('canvas');
  const pictures = new Map<string, TextPicture>();
  for (const text of texts) {
    if (!canDraw(text)) continue;
    const picture = await draw(canvas, text);
    if (picture) pictures.set(text, picture);
  }
  return pictures;
}

async function draw(canvas: HTMLCanvasElement, text: string): Promise<TextPicture | null> {
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.font = FACE;
  const width = Math.ceil(pen.measureText(text).width) + 2 * SHARP;
  const height = Math.ceil(SIZE * SHARP * 1.35);
  if (width > 8000) return null;
  canvas.width = width;
  canvas.height = height;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#1d1a16';
  pen.font = FACE;
  pen.textBaseline = 'middle';
  pen.fillText(text, SHARP, height / 2);
  const jpeg = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.92));
  return jpeg && { jpeg: new Uint8Array(await jpeg.arrayBuffer()), width: width / SHARP, height: height / SHARP };
}

/** A code point no font will ever have, which shows what this browser draws for a missing letter. */
const MISSING = '\u{10FFFE}';
const looks = new Map<string, string>();

function look(letter: string): string {
  const known = looks.get(letter);
  if (known !== undefined) return known;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 48;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return letter;
  pen.font = FACE.replace(/\d+px/, '32px');
  pen.textBaseline = 'middle';
  pen.fillText(letter, 4, 24);
  const seen = pen.getImageData(0, 0, 48, 48).data.join('');
  looks.set(letter, seen);
  return seen;
}

/** False when some letter shows as the browser's sign for a missing one, or as nothing at all. */
export function canDraw(text: string): boolean {
  const letters = [...text.normalize('NFC')].filter(letter => !/[\s\p{M}\p{Cf}]/u.test(letter));
  return letters.length > 0 && letters.every(letter => !/[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u.test(letter) && look(letter) !== look(MISSING));
}
