import { randomUUID } from 'node:crypto';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { allowsAct, refusedIn } from '../domain/minutes-states.ts';
import { clean, translationFaults } from '../domain/minutes-wording.ts';
import { textOfItem } from '../domain/notes.ts';
import { type MinutesRefusalReason, refuseMinutes } from '../domain/refusal.ts';
import { type MinutesAt, changeMinutes, grownMinutes } from './change-minutes.ts';
import { notesTexts } from './notes/read-notes.ts';

export interface NotesTranslation {
  /** Null: the general notes. */
  readonly itemId: string | null;
  readonly language: string;
  /** Empty: without a translation again. */
  readonly text: string;
}

const no = (reason: MinutesRefusalReason, about: readonly string[] = []) => ({ refusals: [refuseMinutes(reason, about).refusal] });

/** Notes of an item in another language, by hand, beside the one they were written in. */
export const translateNotes = (house: House, viewer: ViewerFacts, at: MinutesAt, { itemId, language, text }: NotesTranslation) =>
  changeMinutes(house, viewer, at, 'minutes.notes-translated', ({ runs }) => runs, async ({ em, minutes, sitting }) => {
    if (!allowsAct(minutes.state, 'EDIT')) return no(refusedIn(minutes.state), [minutes.state]);
    const faults = translationFaults(text, language);
    if (faults.length > 0) return { faults };
    const written = await notesTexts(em, sitting.id);
    if (!written.has(textOfItem(itemId))) return no('NO_SUCH_NOTES');
    if (language === (minutes.notesLocale ?? 'en')) return no('SAME_LANGUAGE', [language]);
    const said = clean(text).trim();
    await em.execute(`delete from minutes_note_translation where meeting_id = ? and item_id is not distinct from ?::uuid and locale = ?`, [sitting.id, itemId, language]);
    if (said !== '') {
      await em.execute('insert into minutes_note_translation (id, school_id, meeting_id, item_id, locale, text, translated_by) values (?, ?, ?, ?, ?, ?, ?)',
        [randomUUID(), sitting.schoolId, sitting.id, itemId, language, said, viewer.personId]);
    }
    await grownMinutes(em, sitting.id);
    return { done: { itemId, language } };
  });
