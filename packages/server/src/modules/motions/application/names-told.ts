import type { Statements } from '../../../platform/database/database.ts';
import { type SittingRecord, studentsNamed } from '../../meetings/index.ts';
import type { WordingFault } from '../domain/motion-wording.ts';

/** Words of one field; `locale` is null where nobody notes in which language they are. */
export interface TypedWords {
  readonly field: string;
  readonly locale: string | null;
  readonly text: string;
}

/** Who writes, and whether they were told which students they name, and keep the names in the copy of the body. */
export interface Writer {
  readonly locale: string;
  readonly keepNames: boolean;
}

/** Everybody reads what is moved and assigned: whoever names a student in it is told before, with what may stand there instead (EC 49073.2). */
export async function namesUntold(em: Statements, sitting: Pick<SittingRecord, 'members'>, { locale, keepNames }: Writer, words: readonly (TypedWords | null)[]): Promise<WordingFault[]> {
  if (keepNames) return [];
  const typed = words.filter((each) => each !== null);
  const named = await studentsNamed(em, typed.map(({ text }) => text), (nth) => typed[nth]!.locale ?? locale, sitting);
  const found = typed.flatMap(({ field, locale: tag }, nth) => named[nth]!.map(({ start, end, label }) => ({ field, about: `${tag ?? ''}:${start}:${end}:${label}` })));
  return [...Map.groupBy(found, ({ field }) => field)].map(([field, all]) => ({ field, itemId: null, code: 'STUDENT_NAMED', about: all.map(({ about }) => about) }));
}

export const wordsIn = (field: string, texts: readonly { readonly locale: string; readonly text: string }[]): TypedWords[] => texts.map((each) => ({ field, ...each }));
export const said = (field: string, text: string | null): TypedWords | null => (text === null ? null : { field, locale: null, text });
