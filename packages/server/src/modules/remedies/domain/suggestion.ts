/** WAITING for an agenda, on one, recommended by the body, and answered by the body it was recommended to. */
export const SUGGESTION_STATES = ['WAITING', 'ON_AGENDA', 'RECOMMENDED', 'ANSWERED'] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

export function standingOfSuggestion({ recommended, answered, onAgenda }: { readonly recommended: boolean; readonly answered: boolean; readonly onAgenda: boolean }): SuggestionState {
  if (answered) return 'ANSWERED';
  if (recommended) return 'RECOMMENDED';
  return onAgenda ? 'ON_AGENDA' : 'WAITING';
}

/** Suggestions of one person that one body has not recommended yet: enough for anybody, and no agenda is flooded. */
export const MOST_WAITING = 5;

/** What the viewer is to a suggestion. */
export interface SuggestionLooker {
  /** Prepares the advisory body's meetings. */
  readonly prepares: boolean;
  readonly mine: boolean;
  /** Of the environment's own people. */
  readonly member: boolean;
}

/** Before a body recommends it, it is read by who made it and who puts it on the agenda, from whose notice on everybody reads it there. */
export const maySeeSuggestion = ({ prepares, mine }: SuggestionLooker, recommended: boolean): boolean => prepares || mine || recommended;

export const maySeeAuthor = ({ prepares, mine }: SuggestionLooker): boolean => prepares || mine;
