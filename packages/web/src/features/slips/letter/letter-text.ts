/** One file of a typeface: a weight comes in several, each for other letters. */
export interface FontCoverage {
  readonly name: string;
  readonly has: (codePoint: number) => boolean;
}

export interface Run {
  readonly font: string;
  readonly text: string;
}

/** Splits a text into runs that one font file covers; null when some letter is in none of them. */
export function toRuns(text: string, fonts: readonly FontCoverage[]): Run[] | null {
  const runs: { font: string; text: string }[] = [];
  for (const letter of text.normalize('NFC')) {
    const code = letter.codePointAt(0)!;
    const last = runs.at(-1);
    if (last && fonts.find(font => font.name === last.font)?.has(code)) {
      last.text += letter;
      continue;
    }
    const font = fonts.find(each => each.has(code));
    if (!font) return null;
    runs.push({ font: font.name, text: letter });
  }
  return runs;
}
