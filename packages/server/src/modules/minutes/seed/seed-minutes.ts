import { school } from '../../../platform/database/database.ts';
import type { Demonstration, House } from '../../../platform/room.ts';
import { viewerFacts } from '../../people/index.ts';
import { circulateMinutes } from '../application/circulate-minutes.ts';
import { minutesById } from '../application/minutes-record.ts';

/** The minutes of the meeting that was held are with the members, and their approval is on the next draft agenda. */
export async function seedMinutes(house: House, { schoolId, environmentId, people }: Demonstration): Promise<void> {
  const secretary = await viewerFacts(house, { schoolId, personId: people['clerk'] ?? '' });
  const em = house.db.under(school(schoolId));
  const [held] = await em.execute<{ id: string }[]>(`select id from meeting where environment_id = ? and state = 'ADJOURNED' order by starts_at desc limit 1`, [environmentId]);
  if (secretary === null || held === undefined) return;
  const version = (await minutesById(em, [held.id])).get(held.id)?.version ?? 1;
  const answer = await circulateMinutes(house, secretary, { id: held.id, version }, []);
  if (answer.answer !== 'CHANGED') throw new Error(`the demonstration's minutes were refused: ${JSON.stringify(answer)}`);
}
