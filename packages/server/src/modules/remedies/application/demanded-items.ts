import type { AgendaSource } from '../../meetings/index.ts';
import { demandedWords } from '../domain/agenda-words.ts';
import { isOpen } from '../domain/demand.ts';
import { worded } from '../domain/wording.ts';
import { DEMANDED, demandsWhere } from './demand-record.ts';

/** Demands that wait for the body's next agenda; there they come first, and the public is heard before anything is done (rule 27). */
export const demandedItems: AgendaSource = {
  async itemsOf(em, bodyId) {
    const waiting = await demandsWhere(em, `d.body_id = ? and d.state = 'RECEIVED' order by d.received_at, d.id`, [bodyId]);
    return waiting.filter(({ state }) => isOpen(state)).map((demand) => {
      const { title, description, rationale } = demandedWords({ ...demand, item: demand.itemTitle });
      return {
        origin: { kind: DEMANDED, id: demand.id }, position: 'FIRST' as const, lineage: [...demand.lineage, demand.itemId],
        wording: { title: worded(title), description: worded(description), rationale: worded(rationale), intent: 'ACTION' as const, minutesPlanned: null, presenter: null },
      };
    });
  },
};
