import { randomUUID } from 'node:crypto';
import { school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { bodiesById, recordBody } from '../../bodies/index.ts';
import { describeSourced, fillNextAgenda, meetingLookerAt } from '../../meetings/index.ts';
import { type ViewerFacts, isMember, isUuid } from '../../people/index.ts';
import { suggestedWords } from '../domain/agenda-words.ts';
import { type RemedyRefusal, remedyRefusal } from '../domain/refusal.ts';
import { MOST_WAITING } from '../domain/suggestion.ts';
import { LONGEST, type WordedText, type WordingFault, clean, saidFaults } from '../domain/wording.ts';
import { suggestionsSaid } from './public-words.ts';
import { SUGGESTED, lockSuggestion } from './suggestion-record.ts';

export type SuggestionAnswer =
  | { readonly answer: 'CHANGED' | 'STALE'; readonly schoolId: string; readonly suggestionId: string }
  | { readonly answer: 'REFUSED'; readonly refusal: RemedyRefusal }
  | { readonly answer: 'FAULTY'; readonly faults: readonly WordingFault[] };

const refused = (refusal: RemedyRefusal): SuggestionAnswer => ({ answer: 'REFUSED', refusal });

/**
 * Somebody of the environment puts something before an advisory body, in their own words and language (EC 48985); it
 * comes on the body's next agenda by itself (J7).
 * @throws NOT_FOUND when there is no such body, or the viewer is none of its environment's people.
 */
export function suggest(house: House, viewer: ViewerFacts, bodyId: string, { locale, text }: WordedText): Promise<SuggestionAnswer> {
  return house.db.transaction(school(viewer.schoolId), async (em): Promise<SuggestionAnswer> => {
    const [body] = isUuid(bodyId) ? await bodiesById(em, [bodyId]) : [];
    if (body === undefined || !isMember(viewer, body.environmentId)) throw coded('NOT_FOUND');
    if (body.closedAt !== null) return refused(remedyRefusal('BODY_CLOSED'));
    if (body.authority !== 'ADVISORY') return refused(remedyRefusal('NOT_ADVISORY'));
    const faults = saidFaults('input.text', text, LONGEST.words);
    if (faults.length > 0) return { answer: 'FAULTY', faults };
    // One after another, so that a person's are counted whole.
    await em.execute('select id from person where id = ? for update', [viewer.personId]);
    const [{ waiting }] = await em.execute<[{ waiting: number }]>(
      `select count(*)::int as waiting from suggestion s where s.body_id = ? and s.person_id = ? and not exists (select from recommendation r where r.suggestion_id = s.id)`, [body.id, viewer.personId]);
    if (waiting >= MOST_WAITING) return refused(remedyRefusal('TOO_MANY', null, [MOST_WAITING]));
    const id = randomUUID();
    await em.execute(
      'insert into suggestion (id, school_id, environment_id, body_id, person_id, locale, words, suggested_on) values (?, ?, ?, ?, ?, ?, ?, ?::date)',
      [id, body.schoolId, body.environmentId, body.id, viewer.personId, locale, clean(text), body.today]);
    await fillNextAgenda(house, em, body.id, viewer.personId);
    await recordBody(house, em, { body, kind: 'suggestion.made', actorId: viewer.personId, detail: { suggestionId: id } });
    return { answer: 'CHANGED', schoolId: body.schoolId, suggestionId: id };
  });
}

/**
 * Puts a suggestion into another language, beside the original, which stays; a draft that has it says it in that language too.
 * @throws NOT_FOUND when there is no such suggestion, or the viewer does not prepare its body's meetings.
 */
export function translateSuggestion(house: House, viewer: ViewerFacts, { id, version }: { readonly id: string; readonly version: number }, { locale, text }: WordedText): Promise<SuggestionAnswer> {
  return house.db.transaction(school(viewer.schoolId), async (em): Promise<SuggestionAnswer> => {
    const suggestion = await lockSuggestion(em, id);
    const [body] = suggestion === null ? [] : await bodiesById(em, [suggestion.bodyId]);
    if (suggestion === null || body === undefined || !meetingLookerAt(viewer, body).prepares) throw coded('NOT_FOUND');
    const at = { schoolId: suggestion.schoolId, suggestionId: suggestion.id };
    if (suggestion.version !== version) return { answer: 'STALE', ...at };
    if (locale === suggestion.locale) return refused(remedyRefusal('ORIGINAL_LANGUAGE'));
    const faults = saidFaults('input.text', text, LONGEST.words);
    if (faults.length > 0) return { answer: 'FAULTY', faults };
    await em.execute(
      `insert into suggestion_translation (suggestion_id, locale, school_id, words, translated_by) values (?, ?, ?, ?, ?)
       on conflict (suggestion_id, locale) do update set words = excluded.words, translated_by = excluded.translated_by, translated_at = clock_timestamp()`,
      [suggestion.id, locale, suggestion.schoolId, clean(text), viewer.personId]);
    await em.execute('update suggestion set version = version + 1 where id = ?', [suggestion.id]);
    // On an agenda students are seats.
    const [before, said] = await suggestionsSaid(em, [suggestion, { ...suggestion, translations: { ...suggestion.translations, [locale]: clean(text) } }]);
    const [was, is] = [before!, said!].map((each) => suggestedWords(each).title);
    await describeSourced(house, em, { kind: SUGGESTED, id: suggestion.id }, { description: { [locale]: said!.translations[locale]! }, title: { was: was!, is: is! } }, viewer.personId);
    await recordBody(house, em, { body, kind: 'suggestion.translated', actorId: viewer.personId, detail: { suggestionId: suggestion.id, locale } });
    return { answer: 'CHANGED', ...at };
  });
}
