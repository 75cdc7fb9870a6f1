/** A file's text: UTF-8, with or without a byte order mark. A byte that is no UTF-8 can only be in a name, and shows as �. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

/** Lines, however they end. The empty one after the last line end is not a line. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

const WHOLE = /^\d{1,16}$/;

/** A whole number, or null for anything else, however much it looks like one to JavaScript. */
export function wholeNumber(text: string): number | null {
  if (!WHOLE.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}
