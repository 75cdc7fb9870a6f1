import { useMessages } from '../../i18n/use-messages.ts';
import type { Round } from './proposal.ts';
import css from './Rounds.module.css';

/** The rules of a round one by one: what each needs, what is reached, met or not. */
export function RoundRules({ rules }: { rules: Round['rules'] }) {
  const result = useMessages('result');
  const say = useMessages('rounds');
  return (
    <ul className={css['rules']}>
      {rules.map(({ rule, needed, reached, met }) => (
        <li key={rule} className={css['rule']}>
          <span className={`${css['mark']} ${met ? css['met'] : css['missed']}`}>{result(met ? 'rule.met' : 'rule.missed')}</span>
          <span><span className={css['what']}>{say(`rounds.rule.${rule}`)}.</span> <span className={css['note']}>{numbers(say, rule, needed, reached)}</span></span>
        </li>
      ))}
    </ul>
  );
}

function numbers(say: ReturnType<typeof useMessages<'rounds'>>, rule: Round['rules'][number]['rule'], needed: number, reached: number): string {
  switch (rule) {
    case 'QUORUM':
      return say('rounds.rule.QUORUM.numbers', { needed, reached });
    case 'ALL_HEARD':
      return say('rounds.rule.ALL_HEARD.numbers', { needed, reached });
    case 'NO_OBJECTION':
      return say('rounds.rule.NO_OBJECTION.numbers', { reached });
    case 'ALL_THREE_OR_MORE':
      return say('rounds.rule.ALL_THREE_OR_MORE.numbers', { needed, reached });
  }
}
