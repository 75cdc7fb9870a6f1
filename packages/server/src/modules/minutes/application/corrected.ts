import { type MinutesBlock, withPassage, wordsOf } from '../domain/blocks.ts';
import { fits } from '../domain/correcting.ts';
import { type NamesKnown, withoutStudents } from '../domain/names.ts';
import type { CorrectionRecord } from './correction-record.ts';
import type { VersionRecord } from './version-record.ts';

export interface Copies {
  readonly blocks: readonly MinutesBlock[];
  readonly publicBlocks: readonly MinutesBlock[];
}

/** A version with the corrections that were accepted made in the text itself, in both of its copies. */
export function withCorrections({ blocks, publicBlocks }: Pick<VersionRecord, 'blocks' | 'publicBlocks'>, accepted: readonly CorrectionRecord[], known: NamesKnown): Copies {
  return accepted.reduce<Copies>((so, { blockId, language, before, after }) => {
    const of = (copy: readonly MinutesBlock[]) => copy.find(({ id }) => id === blockId);
    const [own, shown] = [of(so.blocks), of(so.publicBlocks)];
    if (own === undefined || shown === undefined) return so;
    const corrected = withPassage(own, language, before, after);
    const text = corrected.text[language] ?? '';
    // Where the copies differ, a student is named in one: the other is made from it again.
    const same = own.text[language] === shown.text[language];
    const publicly = same ? withPassage(shown, language, before, withoutStudents(after, language, known))
      : { ...shown, text: { ...shown.text, [language]: withoutStudents(text, language, known) } };
    const put = (copy: readonly MinutesBlock[], block: MinutesBlock) => copy.map((each) => (each.id === blockId ? block : each));
    return { blocks: put(so.blocks, corrected), publicBlocks: put(so.publicBlocks, publicly) };
  }, { blocks, publicBlocks });
}

/** Whether a correction names what stands there, once. */
export function isPassage(blocks: readonly MinutesBlock[], { blockId, language, before }: Pick<CorrectionRecord, 'blockId' | 'language' | 'before'>): boolean {
  const block = blocks.find(({ id }) => id === blockId);
  return block !== undefined && fits(wordsOf(block, language), before).ok;
}
