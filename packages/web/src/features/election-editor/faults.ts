import type { Dates } from '../../i18n/use-dates.ts';
import type { Say } from '../../i18n/use-messages.ts';
import type { Form } from './form.ts';

export interface ShownFault {
  readonly id: string;
  readonly field: string;
  readonly text: string;
}

/** As the server names it. */
interface Sent {
  readonly field: string;
  readonly code: string;
  readonly earliest: string | null;
}

/** The place in the form that a field of the input stands for. */
export const idOf = (field: string): string => `election-${field.replaceAll('.', '-')}`;

/** Each fault in words, with the rule and the first date that would do. */
export function shownFaults(faults: readonly Sent[], form: Form, say: Say<'elections'>, dates: Dates, group: (name: Form['constituencies'][number]['constituency']) => string): ShownFault[] {
  const message = say as (key: string, args?: object) => string;
  return faults.map(({ field, code, earliest }) => {
    const [root = '', number, part] = field.split('.');
    const constituency = number === undefined ? undefined : form.constituencies[Number(number)]?.constituency;
    const what = root === 'constituencies'
      ? constituency && part ? message('edit.of', { what: message(part === 'seats' || part === 'otherSeats' || part === 'method' || part === 'communityStands' ? `edit.${part}` : 'edit.field.seatName'), group: group(constituency) }) : message('edit.groups')
      : message(`edit.field.${root}`);
    const why = message(`fault.${code}`, { when: earliest ? dates.dayTime(earliest) : '' }).trim();
    return { id: idOf(field), field, text: message('edit.faultLine', { what, why }) };
  });
}
