import { create } from 'fontkit';

export type Weight = 400 | 700;
/** Brings a font file by its name, for example `noto-sans-greek-400`. */
export type LoadFont = (name: string) => Promise<Uint8Array>;

interface FontFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly has: (codePoint: number) => boolean;
}

/** A family in one weight; it comes in several files, each for other letters. */
type Face = readonly FontFile[];
export type Typefaces = Readonly<Record<Weight, readonly Face[]>>;

export interface Run {
  readonly font: string;
  readonly text: string;
}

/** Always there. */
const FIRST = ['atkinson-hyperlegible-latin', 'atkinson-hyperlegible-latin-ext'];
/**
 * Fetched for the letters that `FIRST` lacks. Scripts that are written from the right, or whose letters join and move, are
 * not among them: this writer sets one letter after the other, and the browser's own printing does it right.
 */
const MORE: readonly { readonly letters: RegExp; readonly files: readonly string[] }[] = [
  { letters: /[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u, files: ['noto-sans-latin', 'noto-sans-latin-ext', 'noto-sans-vietnamese'] },
  { letters: /\p{Script=Cyrillic}/u, files: ['noto-sans-cyrillic', 'noto-sans-cyrillic-ext'] },
  { letters: /\p{Script=Greek}/u, files: ['noto-sans-greek'] },
  { letters: /\p{Script=Armenian}/u, files: ['noto-sans-armenian-armenian'] },
  { letters: /\p{Script=Hangul}/u, files: ['noto-sans-kr-korean'] },
];

export const FONT_NAMES: readonly string[] = [FIRST, ...MORE.map(({ files }) => files)].flat().flatMap((file) => [`${file}-400`, `${file}-700`]);

/** What is never drawn: marks of direction, joiners, control characters. */
const UNSEEN = /[\p{Cf}\p{Cc}]/gu;

/** A text as it is drawn: composed letters, one kind of blank, line breaks kept. */
export const drawn = (text: string): string => text.normalize('NFC').replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[^\S\n\u00A0\u202F]+/g, ' ').split('\n').map((line) => line.replace(UNSEEN, '')).join('\n');

/** The fonts that write all of these texts, or the letters that none of them has. */
export async function openTypefaces(texts: readonly string[], load: LoadFont): Promise<{ readonly typefaces: Typefaces } | { readonly uncovered: readonly string[] }> {
  const letters = new Set(texts.flatMap((text) => [...drawn(text).replace(/\s/g, ' ')]));
  const first = await openFace(FIRST, load);
  const lacking = without([...letters], first[400]);
  const more = await Promise.all(MORE.filter((each) => lacking.some((letter) => each.letters.test(letter))).map(({ files }) => openFace(files, load)));
  const uncovered = without(lacking, more.flatMap((face) => face[400]));
  if (uncovered.length > 0) return { uncovered };
  const faces = [first, ...more];
  return { typefaces: { 400: faces.map((face) => face[400]), 700: faces.map((face) => face[700]) } };
}

const without = (letters: readonly string[], files: Face): string[] => letters.filter((letter) => !files.some((file) => file.has(letter.codePointAt(0)!)));

async function openFace(files: readonly string[], load: LoadFont): Promise<Record<Weight, Face>> {
  const open = (weight: Weight) => Promise.all(files.map(async (file): Promise<FontFile> => {
    const name = `${file}-${weight}`;
    const bytes = await load(name);
    const font = create(bytes as Buffer);
    return { name, bytes, has: (code) => 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(code) };
  }));
  const [regular, bold] = await Promise.all([open(400), open(700)]);
  return { 400: regular, 700: bold };
}

/** Splits a word where font files meet. A family that has all of its letters writes the whole word, so that no word is of two looks. */
export function toRuns(word: string, faces: readonly Face[]): Run[] {
  const letters = [...word];
  const whole = faces.find((face) => without(letters, face).length === 0);
  const files = whole ?? faces.flat();
  const runs: { font: string; text: string }[] = [];
  for (const letter of letters) {
    const { name } = files.find((file) => file.has(letter.codePointAt(0)!)) ?? files[0]!;
    const last = runs.at(-1);
    if (last?.font === name) last.text += letter;
    else runs.push({ font: name, text: letter });
  }
  return runs;
}
