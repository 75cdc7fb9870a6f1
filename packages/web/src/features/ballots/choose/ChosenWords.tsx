import { isBudget, isGraded, isRanked, type Question } from '@plenary/count';
import type { ReactNode } from 'react';
import css from '../CastForm.module.css';
import { choicesOf, type Chosen } from './chosen.ts';
import { useMoney } from '../../../i18n/use-money.ts';

/** What is about to be cast, in words: every option named, in the voter's order, with its number or its cost. */
export function ChosenWords({ question, chosen, labels }: { question: Question; chosen: Chosen; labels: readonly ReactNode[] }) {
  const money = useMoney();
  const choices = choicesOf(question, chosen);
  if (isGraded(question.method) && chosen.picked.length === 0) {
    const rows = choices.flatMap((value, position) => (question.options[position] === 'ABSTAIN' || (question.method === 'DOTS' && value === 0) ? [] : [{ value, position }]));
    return <ul className={css['chosen']}>{rows.map(({ value, position }) => <li key={position} className={css['graded']}><span>{labels[position]}</span><strong>{value}</strong></li>)}</ul>;
  }
  const positions = isGraded(question.method) ? chosen.picked : choices;
  const List = isRanked(question.method) ? 'ol' : 'ul';
  return (
    <List className={`${css['chosen']} ${isRanked(question.method) ? css['ranked'] : ''}`}>
      {positions.map((position) => (
        <li key={position}>
          {labels[position]}
          {isBudget(question.method) && question.options[position] !== 'ABSTAIN' && <span className={css['cost']}>{money(question.budget?.costs[position] ?? 0)}</span>}
        </li>
      ))}
    </List>
  );
}
