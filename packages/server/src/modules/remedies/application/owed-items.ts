import { bodiesById } from '../../bodies/index.ts';
import type { AgendaSource, SourcedItem } from '../../meetings/index.ts';
import { type ItemWords, recommendedWords, suggestedWords } from '../domain/agenda-words.ts';
import { worded } from '../domain/wording.ts';
import { recommendationsSaid, suggestionsSaid } from './public-words.ts';
import { RECOMMENDED, recommendationsWhere } from './recommendation-record.ts';
import { SUGGESTED, suggestionsWhere } from './suggestion-record.ts';

/** Recommendations that wait for the deciding body's next agenda. */
export const recommendedItems: AgendaSource = {
  async itemsOf(em, bodyId) {
    const waiting = await recommendationsWhere(em, 'r.to_body_id = ? and r.given_on is null order by r.made_at, r.id', [bodyId]);
    const names = new Map((await bodiesById(em, [...new Set(waiting.map(({ fromBodyId }) => fromBodyId))])).map(({ id, name }) => [id, name]));
    return (await recommendationsSaid(em, waiting)).map((each) => item(RECOMMENDED, each.id, recommendedWords({ ...each, body: names.get(each.fromBodyId) ?? {} })));
  },
};

/** Suggestions that wait for the advisory body's next agenda, where it may act on them. */
export const suggestedItems: AgendaSource = {
  async itemsOf(em, bodyId) {
    const waiting = await suggestionsWhere(em, 's.body_id = ? and not exists (select from recommendation r where r.suggestion_id = s.id) order by s.made_at, s.id', [bodyId]);
    return (await suggestionsSaid(em, waiting)).map((each) => item(SUGGESTED, each.id, suggestedWords(each)));
  },
};

const item = (kind: string, id: string, { title, description, rationale }: ItemWords): SourcedItem => ({
  origin: { kind, id }, position: 'LAST',
  wording: { title: worded(title), description: worded(description), rationale: worded(rationale), intent: 'ACTION', minutesPlanned: null, presenter: null },
});
