export interface Piece {
  readonly kind: 'SAME' | 'ADDED' | 'REMOVED';
  readonly text: string;
}

/** Words and the spaces after them, so that what is joined again is the text. */
const words = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/**
 * What became of a text, word by word: the longest common run of words stays, the rest was added or removed. Texts of
 * proposals are at most 4,000 characters, so the plain table is quick enough.
 */
export function diff(before: string, after: string): Piece[] {
  const [old, now] = [words(before), words(after)];
  const same = (i: number, j: number) => old[i]!.trim() === now[j]!.trim();
  // common[i][j]: words in common from there on.
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      common[i]![j] = same(i, j) ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  const pieces: { kind: Piece['kind']; text: string }[] = [];
  const put = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && same(i, j)) {
      put('SAME', now[j]!);
      i += 1;
      j += 1;
    } else if (i < old.length && (j === now.length || common[i + 1]![j]! >= common[i]![j + 1]!)) put('REMOVED', old[i++]!);
    else put('ADDED', now[j++]!);
  }
  // The last word of one text has no space after it, and must not stick to what follows of the other.
  return pieces.map((piece, at) => (at < pieces.length - 1 && !/\s$/.test(piece.text) ? { ...piece, text: `${piece.text} ` } : piece));
}
