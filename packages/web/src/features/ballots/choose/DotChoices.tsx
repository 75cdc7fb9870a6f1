import { useMessages } from '../../../i18n/use-messages.ts';
import { announce } from '../../../ui/announce.tsx';
import { AbstainChoice } from './AbstainChoice.tsx';
import { ChoiceFrame } from './ChoiceFrame.tsx';
import { dotsLeft, grade } from './chosen.ts';
import type { ChooseProps } from './choose-props.ts';
import css from './Choose.module.css';

/** One dot more, one dot less; how many are left stays in sight. */
export function DotChoices({ id, question, labels, names, chosen, onChange, error }: ChooseProps) {
  const say = useMessages('vote');
  const left = dotsLeft(question, chosen);
  const step = (position: number, by: -1 | 1) => {
    const dots = (chosen.grades[position] ?? 0) + by;
    if (dots < 0 || (by > 0 && left === 0)) return announce(say('choose.dots.left', { left }));
    const next = grade(chosen, position, dots);
    announce(say('choose.dots.said', { name: names[position] ?? '', dots, left: dotsLeft(question, next) }));
    onChange(next);
  };
  return (
    <ChoiceFrame id={id} error={error} hint={say('choose.dots.hint', { most: question.maxChoices })}>
      <p className={css['left']}>{say('choose.dots.left', { left })}</p>
      <ul className={css['list']}>
        {question.options.map((kind, position) => {
          const name = names[position] ?? '';
          const dots = chosen.grades[position] ?? 0;
          return kind !== 'ABSTAIN' && (
            <li key={position} className={css['dotRow']}>
              <span className={css['name']}>{labels[position]}</span>
              <span className={css['moves']}>
                <button type="button" className={css['step']} aria-disabled={dots === 0 || undefined} aria-label={say('choose.dots.less', { name, dots })} onClick={() => step(position, -1)}>−</button>
                <span className={css['dots']} aria-hidden="true">{dots}</span>
                <button id={position === 0 ? id : undefined} type="button" className={css['step']} aria-disabled={left === 0 || undefined} aria-label={say('choose.dots.more', { name, dots })} onClick={() => step(position, 1)}>+</button>
              </span>
            </li>
          );
        })}
      </ul>
      <AbstainChoice question={question} labels={labels} chosen={chosen} onChange={onChange} />
    </ChoiceFrame>
  );
}
