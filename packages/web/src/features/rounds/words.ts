import { createContext, use } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { type Answer, FISTS, type Voice } from './proposal.ts';

/** Whether the reader is told which words are their own: while a round is open, and not in a record that is printed and handed on. */
export const MarkYou = createContext(true);

/** By name where the reader may know it, by seat where not. */
export function useVoice(): (voice: Voice) => string {
  const say = useMessages('rounds');
  const mark = use(MarkYou);
  return ({ name, constituency, seat, you }) => {
    const called = name ?? (constituency && seat ? say(`rounds.seat.${constituency}`, { seat }) : say('rounds.seat.none'));
    return you && mark ? say('rounds.you', { name: called }) : called;
  };
}

/** What somebody answered, in words. */
export function useAnswerWords(): (answer: Pick<Answer, 'fist' | 'consent'>) => string {
  const say = useMessages('rounds');
  return ({ fist, consent }) => {
    if (consent) return say(`rounds.consent.${consent}`);
    const value = FISTS.find((each) => each === String(fist)) ?? '0';
    return say(`rounds.fist.${value}`);
  };
}
