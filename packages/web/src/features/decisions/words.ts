import type { ActionShownFragment } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';

export type Action = Omit<ActionShownFragment, ' $fragmentName'>;

/** A day of the calendar, as the moment that falls on it in every time zone of the country. */
export const noon = (day: string): string => `${day}T20:00:00Z`;

/** A member of a sitting by their seat. */
export function useSeatWords(): (member: Pick<NonNullable<Action['ownerMember']>, 'seat' | 'constituency' | 'number'>) => string {
  const say = useMessages('sitting');
  const pick = usePickText();
  return ({ constituency, number, seat }) => pick(seat) || say(`room.seat.${constituency}`, { number });
}

/** Who is to do it: by name where the viewer may read it, else by the seat they sat on. */
export function useOwnerWords(): (action: Action) => string {
  const own = useMessages('decisions');
  const seat = useSeatWords();
  return ({ ownerIsViewer, ownerMember, ownerName }) => {
    if (ownerIsViewer) return own('actions.you');
    if (ownerName) return ownerName;
    return ownerMember ? seat(ownerMember) : own('actions.student');
  };
}

/** Where it stands in time: "Due Friday, December 4", "Overdue: it was due on Friday, December 4", "Done on Friday, December 4". */
export function useStandingWords(timeZone: string): (action: Action) => string {
  const say = useMessages('decisions');
  const dates = useDates(timeZone);
  return ({ doneAt, due, overdue, state }) => {
    if (state !== 'OPEN') return say(`actions.${state}`, { day: doneAt ? dates.day(doneAt) : '' });
    if (!due) return say('actions.noDay');
    return say(overdue ? 'actions.overdue' : 'actions.due', { day: dates.day(noon(due)) });
  };
}
