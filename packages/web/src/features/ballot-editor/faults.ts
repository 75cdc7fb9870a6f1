import type { Say } from '../../i18n/use-messages.ts';
import { type Draft, type Step, stepOf } from './draft.ts';

export interface Fault {
  readonly field: string;
  readonly code: string;
}

const CODES = ['REQUIRED', 'TOO_LONG', 'TOO_FEW', 'TOO_MANY', 'REPEATED', 'BAD_LOCALE', 'NOT_FOR_METHOD', 'OUT_OF_RANGE', 'OVER_BUDGET', 'IMPOSSIBLE', 'MUST_BE_ALIKE', 'PARENT_TWICE', 'NOT_AFTER_OPENING'] as const;
const FIELDS = ['question', 'description', 'options', 'maxChoices', 'seats', 'budgetTotal', 'secrecy', 'bylaw', 'combine', 'constituencies', 'opensAt', 'closesAt'] as const;

export interface ShownFault {
  readonly id: string;
  readonly step: Step;
  readonly field: string;
  readonly text: string;
}

/** Each fault in words, with the place in the form that it is about. */
export function shownFaults(faults: readonly Fault[], draft: Draft, staff: Say<'staff'>, group: (name: Draft['constituencies'][number]['constituency']) => string): ShownFault[] {
  return faults.map(({ field, code }) => {
    const [root = '', number, part] = field.split('.');
    const words = CODES.find(each => each === code);
    const why = words ? staff(`editor.fault.${words}`) : code;
    const known = FIELDS.find(each => each === root);
    const constituency = root === 'constituencies' && number !== undefined ? draft.constituencies[Number(number)]?.constituency : undefined;
    const what = root === 'options' && number !== undefined ? staff(part === 'cost' ? 'editor.costOf' : 'editor.optionNumber', { number: Number(number) + 1 })
      : root === 'maxChoices' && draft.method === 'DOTS' ? staff('editor.field.dots')
      : constituency ? staff(part === 'quorum' ? 'editor.quorumOf' : 'editor.majorityOf', { group: group(constituency) })
      : known ? staff(`editor.field.${known}`) : field;
    return { id: idOf(root, number, part, draft), step: stepOf(field), field, text: staff('editor.faultLine', { what, why }) };
  });
}

function idOf(root: string, number: string | undefined, part: string | undefined, draft: Draft): string {
  if (root === 'options') return `ballot-${part === 'cost' ? 'cost' : 'option'}-${draft.options[Number(number ?? 0)]?.key ?? ''}`;
  if (root === 'constituencies' && number !== undefined) return `ballot-${part}-${draft.constituencies[Number(number)]?.constituency ?? ''}`;
  return `ballot-${root}`;
}
