import { Checkbox } from '../../../ui/Choices.tsx';
import { pick } from './chosen.ts';
import type { ChooseProps } from './choose-props.ts';

/** The abstention, where one is offered: it stands alone, apart from what it would undo. */
export function AbstainChoice({ question, labels, chosen, onChange }: Pick<ChooseProps, 'question' | 'labels' | 'chosen' | 'onChange'>) {
  const position = question.options.indexOf('ABSTAIN');
  if (position < 0) return null;
  return <Checkbox label={labels[position]} checked={chosen.picked.includes(position)} onChange={(on) => onChange(pick(question, chosen, position, on))} />;
}
