import type { Statements } from '../../../platform/database/database.ts';
import { saidPublicly, studentsNamed, textsSaid } from '../../meetings/index.ts';
import type { WordedText, WordingFault } from '../domain/wording.ts';
import type { RecommendationRecord } from './recommendation-record.ts';
import type { SuggestionRecord } from './suggestion-record.ts';

/** Recommendations and their answers as everybody reads them, students by their seats (EC 49073.2). */
export const recommendationsSaid = (em: Statements, recommendations: readonly RecommendationRecord[]): Promise<readonly RecommendationRecord[]> =>
  saidPublicly(em, recommendations, ({ meetingId }) => meetingId, (each, say) => ({
    ...each, title: textsSaid(each.title, say), text: textsSaid(each.text, say), rationale: textsSaid(each.rationale, say), response: textsSaid(each.response, say),
    motions: each.motions.map((motion) => ({ ...motion, text: textsSaid(motion.text, say) })),
  }));

/** Suggestions likewise: the original is kept, for who made it and who prepares the meeting. */
export const suggestionsSaid = <T extends Pick<SuggestionRecord, 'locale' | 'words' | 'translations'>>(em: Statements, suggestions: readonly T[]): Promise<readonly T[]> =>
  saidPublicly(em, suggestions, () => null, (each, say) => ({ ...each, words: say(each.words, each.locale), translations: textsSaid(each.translations, say) }));

/** Whoever names a student in an answer is told before everybody reads it, with what may stand there instead. */
export async function namesUntold(em: Statements, field: string, texts: readonly WordedText[], keepNames: boolean): Promise<WordingFault[]> {
  if (keepNames) return [];
  const named = await studentsNamed(em, texts.map(({ text }) => text), (nth) => texts[nth]!.locale, { members: [] });
  const about = named.flatMap((found, nth) => found.map(({ start, end, label }) => `${texts[nth]!.locale}:${start}:${end}:${label}`));
  return about.length === 0 ? [] : [{ field, itemId: null, code: 'STUDENT_NAMED', about }];
}
