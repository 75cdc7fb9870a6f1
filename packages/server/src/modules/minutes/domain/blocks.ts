/** Text by BCP 47 tag. */
export type Texts = Readonly<Record<string, string>>;

export const MINUTES_BLOCK_KINDS = ['HEADING', 'FACT', 'ATTENDANCE', 'QUORUM', 'COMMENT', 'NOTES', 'MOTION', 'VOTE', 'DECISION', 'ACTION', 'ADJOURNMENT'] as const;
export type MinutesBlockKind = (typeof MINUTES_BLOCK_KINDS)[number];

/** One of a list below a block, for example a member and how they voted. */
export interface MinutesLine {
  readonly text: Texts;
  readonly detail: Texts;
}

/** A passage of minutes; its id says what it is about and stays the same from version to version. */
export interface MinutesBlock {
  readonly id: string;
  readonly kind: MinutesBlockKind;
  readonly itemId: string | null;
  readonly motionId: string | null;
  /** Of a heading: 1 is the whole. Of others 0. */
  readonly level: number;
  readonly text: Texts;
  readonly lines: readonly MinutesLine[];
}

/** Words somebody chose, as against those of a template: only there can a name stand that nobody put there as one. */
export interface FreeSpan {
  readonly locale: string;
  readonly start: number;
  readonly end: number;
}

export interface AssembledBlock extends MinutesBlock { readonly free: readonly FreeSpan[] }

/** The text in a language, or in one that is near it, or in any. */
export function inLanguage(texts: Texts, locale: string): string {
  const base = (tag: string) => tag.toLowerCase().split('-')[0];
  const near = Object.keys(texts).sort().find((tag) => base(tag) === base(locale));
  return texts[locale] ?? (near === undefined ? undefined : texts[near]) ?? texts['en'] ?? texts[Object.keys(texts).sort()[0] ?? ''] ?? '';
}

/** Everything a block says in one language, part by part: its text, then each line. */
export const partsOf = ({ text, lines }: MinutesBlock, locale: string): string[] =>
  [text[locale] ?? '', ...lines.flatMap(({ text: said, detail }) => [said[locale] ?? '', detail[locale] ?? ''])];

/** Between parts, where no passage reaches across. */
export const EDGE = '\u0001';

export const wordsOf = (block: MinutesBlock, locale: string): string => partsOf(block, locale).join(EDGE);

/** The block with one passage, which is in it once, as it should read. */
export function withPassage(block: MinutesBlock, locale: string, before: string, after: string): MinutesBlock {
  const fix = (texts: Texts): Texts => (texts[locale]?.includes(before) ? { ...texts, [locale]: texts[locale].replace(before, () => after) } : texts);
  return { ...block, text: fix(block.text), lines: block.lines.map(({ text, detail }) => ({ text: fix(text), detail: fix(detail) })) };
}

/** What minutes read like as plain text in a language, for searching. */
export const plainText = (blocks: readonly MinutesBlock[], locale: string): string =>
  blocks.map(({ text, lines }) => [inLanguage(text, locale), ...lines.map((line) => [inLanguage(line.text, locale), inLanguage(line.detail, locale)].filter(Boolean).join(': '))].filter(Boolean).join('\n'))
    .filter(Boolean).join('\n');
