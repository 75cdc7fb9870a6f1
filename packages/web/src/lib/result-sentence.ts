import type { Say } from '../i18n/use-messages.ts';
import type { ThresholdBase } from '../gql/graphql.ts';

/** A question that was announced, as far as its arithmetic goes. */
export interface Counted {
  readonly way: 'CONSENT' | 'ROLL_CALL';
  readonly explained?: {
    readonly adopted: boolean;
    readonly ayes: number;
    readonly noes: number;
    readonly abstentions: number;
    readonly recused: number;
    readonly needed: number;
    readonly of: ThresholdBase;
    readonly denominator: number;
  } | null;
}

/** What came of it: "Adopted: 4 ayes of 7 votes cast, 4 needed; 2 abstentions do not count." */
export function resultSentence({ way, explained }: Counted, say: Say<'sitting'>): string {
  if (!explained) return way === 'CONSENT' ? say('room.result.CONSENT') : say('room.result.NONE');
  const { abstentions, adopted, ayes, denominator, needed, noes, of, recused } = explained;
  const rest = [
    abstentions > 0 ? (of === 'CAST' ? say('room.result.abstentions.CAST', { count: abstentions }) : say('room.result.abstentions.OTHER', { count: abstentions })) : '',
    recused > 0 ? say('room.result.recused', { count: recused }) : '',
  ].filter(Boolean);
  const head = say(`room.result.${of}`, { adopted: adopted ? 'yes' : 'no', ayes, denominator, needed });
  const tie = !adopted && of === 'CAST' && noes === ayes && ayes > 0 ? [say('room.result.tie')] : [];
  return `${[head, ...tie, ...rest].join('; ')}.`;
}
