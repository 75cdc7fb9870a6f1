import { useMessages } from '../../../i18n/use-messages.ts';
import { Choices } from '../../../ui/Choices.tsx';
import { costOf, pick } from './chosen.ts';
import type { ChooseProps } from './choose-props.ts';
import css from './Choose.module.css';
import { useMoney } from '../../../i18n/use-money.ts';

/** Projects with what they cost, and beside them what there is to spend. */
export function BudgetChoices({ id, question, labels, chosen, onChange, error }: ChooseProps) {
  const core = useMessages();
  const say = useMessages('vote');
  const money = useMoney();
  const total = question.budget?.total ?? 0;
  const sum = costOf(question, chosen);
  const projects = question.options.filter((kind) => kind !== 'ABSTAIN').length;
  const change = (values: readonly string[]) => {
    const now = values.map(Number);
    const added = now.find((position) => !chosen.picked.includes(position));
    const gone = chosen.picked.find((position) => !now.includes(position));
    onChange(added === undefined ? pick(question, chosen, gone ?? 0, false) : pick(question, chosen, added, true));
  };
  return (
    <div className={css['list']}>
      <Choices
        id={id} several legend={core('cast.legend')} error={error}
        hint={question.maxChoices < projects ? say('choose.budget.upTo', { total: money(total), most: question.maxChoices }) : say('choose.budget.hint', { total: money(total) })}
        choices={question.options.map((kind, position) => ({
          value: String(position), label: labels[position], hint: kind === 'ABSTAIN' ? undefined : say('choose.budget.cost', { money: money(question.budget?.costs[position] ?? 0) }),
        }))}
        value={chosen.picked.map(String)} onChange={change}
      />
      <p className={css['left']} role="status">{say('choose.budget.sum', { sum: money(sum), total: money(total) })} {sum > total && say('choose.budget.over')}</p>
    </div>
  );
}
