import { school } from '../../../platform/database/database.ts';
import type { Demonstration, House } from '../../../platform/room.ts';
import { viewerFacts } from '../../people/index.ts';
import { type SuggestionAnswer, suggest, translateSuggestion } from '../application/suggest.ts';

const WORDS = 'En las juntas de la noche no tengo con quién dejar a mis niños. Me gustaría que hubiera un salón con alguien que los cuide y les ayude con la tarea.';
const TRANSLATED = 'At evening meetings I have nobody to leave my children with. I would like a room with somebody who looks after them and helps them with homework.';

/**
 * What a parent said in their own language to the committee that advises, and what its secretary made of it in
 * the other; its next draft agenda has both. What the committee itself recommended comes with the meeting that was held.
 */
export async function seedRemedies(house: House, { schoolId, environmentId, people }: Demonstration): Promise<void> {
  const parent = await viewerFacts(house, { schoolId, personId: people['parent (Spanish)'] ?? '' });
  const [committee] = await house.db.under(school(schoolId)).execute<{ id: string }[]>(`select id from governing_body where environment_id = ? and kind = 'ELAC' limit 1`, [environmentId]);
  if (parent === null || committee === undefined) return;
  const secretary = await viewerFacts(house, { schoolId, personId: people['clerk'] ?? '' });
  const id = done(await suggest(house, parent, committee.id, { locale: 'es', text: WORDS }));
  if (secretary !== null) done(await translateSuggestion(house, secretary, { id, version: 1 }, { locale: 'en', text: TRANSLATED }));
}

function done(answer: SuggestionAnswer): string {
  if (answer.answer !== 'CHANGED') throw new Error(`the demonstration's suggestion was refused: ${JSON.stringify(answer)}`);
  return answer.suggestionId;
}
