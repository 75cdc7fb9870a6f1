import type { Statements } from '../../../platform/database/database.ts';
import { isUuid, uniformName } from '../../people/index.ts';
import { type SuggestionState, standingOfSuggestion } from '../domain/suggestion.ts';
import type { Texts } from '../domain/wording.ts';

export interface SuggestionRecord {
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  readonly bodyId: string;
  readonly personId: string;
  readonly name: string;
  /** BCP 47 tag of the language it was made in. */
  readonly locale: string;
  readonly words: string;
  readonly translations: Texts;
  readonly suggestedOn: string;
  readonly version: number;
  /** The meeting whose agenda has it, or had it last. */
  readonly agendaMeetingId: string | null;
  readonly recommendationId: string | null;
  readonly requiredLocales: readonly string[];
  readonly state: SuggestionState;
}

interface Stored extends Omit<SuggestionRecord, 'state' | 'name'> {
  readonly answered: boolean;
  readonly givenName: string | null;
  readonly familyName: string | null;
}

/** The kind of origin under which a suggestion comes on an agenda. */
export const SUGGESTED = 'SUGGESTION';

const WHOLE = `json_build_object('id', s.id, 'schoolId', s.school_id, 'environmentId', s.environment_id, 'bodyId', s.body_id, 'personId', s.person_id, 'givenName', i.given_name, 'familyName', i.family_name,
  'locale', s.locale, 'words', s.words, 'suggestedOn', s.suggested_on, 'version', s.version, 'requiredLocales', to_json(e.required_locales),
  'translations', (select coalesce(json_object_agg(t.locale, t.words), '{}') from suggestion_translation t where t.suggestion_id = s.id),
  'agendaMeetingId', (select a.meeting_id from agenda_item o join agenda_item a on a.id = o.id or o.id = any(a.lineage) join meeting m on m.id = a.meeting_id
    where o.school_id = s.school_id and o.origin_kind = '${SUGGESTED}' and o.origin_id = s.id and a.state <> 'WITHDRAWN' and m.state <> 'CANCELLED' order by m.created_at desc limit 1),
  'recommendationId', (select r.id from recommendation r where r.suggestion_id = s.id order by r.made_at desc limit 1),
  'answered', exists (select from recommendation r where r.suggestion_id = s.id and r.given_on is not null))`;

/** Suggestions for which `condition` holds of `s`, in its order; under the school's scope. */
export async function suggestionsWhere(em: Statements, condition: string, params: readonly unknown[]): Promise<SuggestionRecord[]> {
  const [row] = await em.execute<{ found: string | null }[]>(
    `select json_agg(x.whole)::text as found from (select ${WHOLE} as whole from suggestion s
       join learning_environment e on e.id = s.environment_id left join person_pii i on i.person_id = s.person_id where ${condition}) x`, params);
  const stored = row!.found === null ? [] : JSON.parse(row!.found) as Stored[];
  return stored.map(({ answered, givenName, familyName, ...rest }) => ({
    ...rest, name: uniformName(givenName, familyName),
    state: standingOfSuggestion({ answered, recommended: rest.recommendationId !== null, onAgenda: rest.agendaMeetingId !== null }),
  }));
}

/** The suggestion, held against every other act on it until the transaction ends; null when the school has none. */
export async function lockSuggestion(em: Statements, id: string): Promise<SuggestionRecord | null> {
  if (!isUuid(id)) return null;
  await em.execute('select id from suggestion where id = ? for update', [id]);
  const [suggestion] = await suggestionsWhere(em, 's.id = ?', [id]);
  return suggestion ?? null;
}
