import { FileFault } from './file-fault.ts';

/**
 * The quoted texts that end a BLT file: one a line, or several. `\"` and `""` are a quote inside, `\\` a backslash, `#`
 * outside quotes begins a comment.
 */
export function quotedTexts(lines: readonly string[], from: number): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = [];
  for (let n = from; n < lines.length; n += 1) {
    const line = lines[n]!;
    let at = 0;
    while (at < line.length && line[at] !== '#') {
      if (/\s/.test(line[at]!)) {
        at += 1;
        continue;
      }
      if (line[at] !== '"') throw new FileFault(n + 1, 'after the papers come names in quotes, nothing else');
      const { text, end } = quoted(line, at, n + 1);
      found.push({ text, line: n + 1 });
      at = end;
    }
  }
  return found;
}

function quoted(line: string, open: number, number: number): { text: string; end: number } {
  let text = '';
  for (let at = open + 1; at < line.length; at += 1) {
    const [here, next] = [line[at]!, line[at + 1]];
    if (here === '\\' && (next === '"' || next === '\\')) {
      text += next;
      at += 1;
    } else if (here !== '"') {
      text += here;
    } else if (next === '"') {
      text += here;
      at += 1;
    } else if (next === undefined || /[\s#]/.test(next)) {
      return { text, end: at + 1 };
    } else {
      throw new FileFault(number, 'something follows a closing quote');
    }
  }
  throw new FileFault(number, 'a quote is opened and never closed');
}
