import type { MinutesAnswerFragment, MinutesPageQuery, MinutesShownFragment, MinutesVersionsQuery } from '../../gql/graphql.ts';
import { changeOf } from './text-change.ts';

export type MinutesMeeting = NonNullable<MinutesPageQuery['meeting']>;
export type Minutes = MinutesShownFragment;
export type Block = Minutes['blocks'][number];
export type Line = Block['lines'][number];
export type Correction = Minutes['corrections'][number];
export type FoundName = Minutes['studentNamesFound'][number];
export type Gap = Minutes['gaps'][number];
export type Version = NonNullable<MinutesVersionsQuery['minutes']>['versions'][number];
export type Refused = Extract<MinutesAnswerFragment, { __typename: 'MinutesRefused' }>;

export const isApproved = ({ state }: Pick<Minutes, 'state'>): boolean => state !== 'DRAFT' && state !== 'CIRCULATED';

/** Where a name was found, said in one word. */
export const nameKey = ({ blockId, language, start, end, label }: FoundName): string => `${blockId} ${language} ${start} ${end} ${label}`;

/** What a block says in a language, part by part: its text, then each line. */
export const partsIn = ({ text, lines }: Pick<Block, 'text' | 'lines'>, language: string): string[] => {
  const of = (texts: Block['text']) => texts.find(({ locale }) => locale === language)?.text ?? '';
  return [of(text), ...lines.flatMap((line) => [of(line.text), of(line.detail)])];
};

/** The blocks as everybody will read them: each student by their seat. */
export function publicCopy(blocks: readonly Block[], found: readonly FoundName[]): Block[] {
  const byBlock = Map.groupBy(found, ({ blockId }) => blockId);
  return blocks.map((block) => ({
    ...block,
    text: block.text.map((said) => ({ ...said, text: labelled(said.text, (byBlock.get(block.id) ?? []).filter(({ language }) => language === said.locale)) })),
  }));
}

function labelled(text: string, names: readonly FoundName[]): string {
  return names.toSorted((a, b) => b.start - a.start).reduce((so, { start, end, label }) => so.slice(0, start) + label + so.slice(end), text);
}

export interface Passage {
  readonly before: string;
  readonly after: string;
}

/**
 * The passage that somebody changed, as whole words and as much of them as it takes to be in the block once: what they
 * edited is one part of it.
 * @returns null when it reads as before.
 */
export function passageOf(parts: readonly string[], before: string, after: string): Passage | null {
  const change = changeOf(before, after, null);
  if (!change) return null;
  let start = backToEdge(before, change.index);
  let end = onToEdge(before, change.index + change.remove);
  const once = (passage: string) => passage !== '' && parts.reduce((sum, part) => sum + timesIn(part, passage), 0) === 1;
  while (!once(before.slice(start, end)) && (start > 0 || end < before.length)) {
    end = end < before.length ? onToEdge(before, end + 1) : end;
    if (!once(before.slice(start, end)) && start > 0) start = backToEdge(before, start - 1);
  }
  return { before: before.slice(start, end), after: before.slice(start, change.index) + change.insert + before.slice(change.index + change.remove, end) };
}

function timesIn(text: string, passage: string): number {
  let count = 0;
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) count += 1;
  return count;
}

const isEdge = (text: string, at: number) => at <= 0 || at >= text.length || /\s/.test(text.charAt(at - 1)) !== /\s/.test(text.charAt(at));

function backToEdge(text: string, from: number): number {
  let at = from;
  while (!isEdge(text, at) || (at > 0 && /\s/.test(text.charAt(at)))) at -= 1;
  return Math.max(0, at);
}

function onToEdge(text: string, from: number): number {
  let at = from;
  while (!isEdge(text, at) || (at < text.length && /\s/.test(text.charAt(at - 1)))) at += 1;
  return Math.min(text.length, at);
}

const AROUND = 40;

/** What stands around a correction in the text as it reads now, so that one sees where it belongs. */
export function aroundOf(blocks: readonly Block[], { blockId, language, before, after, state }: Pick<Correction, 'blockId' | 'language' | 'before' | 'after' | 'state'>): { readonly head: string; readonly tail: string } {
  const block = blocks.find(({ id }) => id === blockId);
  const needle = state === 'ACCEPTED' ? after : before;
  const part = block && needle !== '' ? partsIn(block, language).find((each) => each.includes(needle)) : undefined;
  if (part === undefined) return { head: '', tail: '' };
  const at = part.indexOf(needle);
  const [from, to] = [Math.max(0, at - AROUND), at + needle.length + AROUND];
  return { head: (from > 0 ? '…' : '') + part.slice(from, at), tail: part.slice(at + needle.length, to) + (to < part.length ? '…' : '') };
}

export type Piece = { readonly kind: 'SAME' | 'GONE' | 'NEW'; readonly text: string };

const MOST_WORDS = 1500;

/** What became of a text, word by word: the longest words both have in common stay. */
export function wordsChanged(before: string, after: string): Piece[] {
  const cut = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];
  const [old, now] = [cut(before), cut(after)];
  // Beyond this the table of all pairs is too much for a phone: then it is told as one change.
  if (old.length > MOST_WORDS || now.length > MOST_WORDS) return joinedPieces([{ kind: 'GONE', text: before }, { kind: 'NEW', text: after }]);
  const longest = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) longest[i]![j] = old[i] === now[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      pieces.push({ kind: 'SAME', text: old[i]! });
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && longest[i + 1]![j]! >= longest[i]![j + 1]!)) {
      pieces.push({ kind: 'GONE', text: old[i]! });
      i += 1;
    } else {
      pieces.push({ kind: 'NEW', text: now[j]! });
      j += 1;
    }
  }
  return joinedPieces(pieces);
}

function joinedPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.kind === piece.kind) joined[joined.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else if (piece.text !== '') joined.push(piece);
  }
  return joined;
}

export interface BlockChange { readonly id: string; readonly pieces: readonly Piece[] }

/** Blocks that read differently in a later version, in its order. */
export function changesBetween(before: readonly Block[], after: readonly Block[], language: (block: Block) => string): BlockChange[] {
  const said = (block: Block | undefined, tag: string) => (block ? partsIn(block, tag).filter(Boolean).join('\n') : '');
  const old = new Map(before.map((block) => [block.id, block]));
  const kept = new Set(after.map(({ id }) => id));
  return [...after, ...before.filter(({ id }) => !kept.has(id))].flatMap((block) => {
    const tag = language(block);
    const [was, is] = [said(old.get(block.id), tag), kept.has(block.id) ? said(block, tag) : ''];
    return was === is ? [] : [{ id: block.id, pieces: wordsChanged(was, is) }];
  });
}

/**
 * SHA-256 in hex over what a version says, as docs/api.md tells how: JSON without spaces, keys in the order of their code
 * units. Anybody who has the text can do the same.
 */
export async function hashOf(meetingId: string, number: number, blocks: readonly Block[]): Promise<string> {
  const texts = (of: Block['text']) => Object.fromEntries(of.map(({ locale, text }) => [locale, text]));
  const plain = blocks.map(({ id, kind, itemId, motionId, level, text, lines }) => ({
    id, kind, itemId: itemId ?? null, motionId: motionId ?? null, level, text: texts(text), lines: lines.map((line) => ({ text: texts(line.text), detail: texts(line.detail) })),
  }));
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical({ meetingId, number, blocks: plain })));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
