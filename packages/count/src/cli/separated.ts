import { FileFault } from './file-fault.ts';

/** One record of a file with separated values, and the line it begins in. */
export interface SeparatedRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Splits a text into records. A field that begins with `"` ends with the next single one, and may hold separators, line
 * ends and `""` for a quote (RFC 4180); a quote further inside a field is a character like others. Empty lines are no records.
 * @throws {FileFault} when a quote is never closed.
 */
export function separated(text: string, separator: string): SeparatedRecord[] {
  const records: SeparatedRecord[] = [];
  const plain = new RegExp(`[${separator}\\r\\n]`, 'g');
  let fields: string[] = [];
  let [at, line, began] = [0, 1, 1];
  while (at <= text.length) {
    let field = '';
    if (text[at] === '"') {
      const opened = line;
      at += 1;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0) throw new FileFault(opened, 'a quote is opened and never closed');
        const part = text.slice(at, close);
        line += part.split(/\r\n|\n|\r/).length - 1;
        field += part;
        at = close + 1;
        if (text[at] !== '"') break;
        field += '"';
        at += 1;
      }
    }
    plain.lastIndex = at;
    const end = plain.exec(text)?.index ?? text.length;
    fields.push(field + text.slice(at, end));
    at = end + 1;
    if (text[end] === separator) continue;
    if (fields.length > 1 || fields[0]!.trim() !== '') records.push({ line: began, fields });
    fields = [];
    if (text[end] === '\r' && text[end + 1] === '\n') at += 1;
    line += 1;
    began = line;
  }
  return records;
}
