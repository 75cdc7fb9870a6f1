import { isRanked } from '@plenary/count';
import { BudgetChoices } from './BudgetChoices.tsx';
import type { ChooseProps } from './choose-props.ts';
import { DotChoices } from './DotChoices.tsx';
import { RankChoices } from './RankChoices.tsx';
import { ScoreChoices } from './ScoreChoices.tsx';

/** The form of every method that needs more than ovals and boxes. */
export default function Choose(props: ChooseProps) {
  const { method } = props.question;
  if (isRanked(method)) return <RankChoices {...props} />;
  if (method === 'SCORE') return <ScoreChoices {...props} />;
  return method === 'DOTS' ? <DotChoices {...props} /> : <BudgetChoices {...props} />;
}
