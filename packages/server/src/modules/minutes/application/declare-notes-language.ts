import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { allowsAct, refusedIn } from '../domain/minutes-states.ts';
import { languageFaults } from '../domain/minutes-wording.ts';
import { refuseMinutes } from '../domain/refusal.ts';
import { type MinutesAt, changeMinutes } from './change-minutes.ts';

/** Whoever wrote first may read the pages in another language than they wrote in; a student's seat label is in that of the notes. */
export const declareNotesLanguage = (house: House, viewer: ViewerFacts, at: MinutesAt, language: string) =>
  changeMinutes(house, viewer, at, 'minutes.notes-language', ({ runs }) => runs, async ({ em, minutes }) => {
    if (!allowsAct(minutes.state, 'EDIT')) return { refusals: [refuseMinutes(refusedIn(minutes.state), [minutes.state]).refusal] };
    const faults = languageFaults(language);
    if (faults.length > 0) return { faults };
    await em.execute('update minutes set notes_locale = ?, version = version + 1, updated_at = clock_timestamp() where meeting_id = ?', [language, minutes.meetingId]);
    return { done: { language } };
  });
