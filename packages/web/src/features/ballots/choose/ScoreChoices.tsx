import { useMessages } from '../../../i18n/use-messages.ts';
import { AbstainChoice } from './AbstainChoice.tsx';
import { ChoiceFrame } from './ChoiceFrame.tsx';
import { grade } from './chosen.ts';
import type { ChooseProps } from './choose-props.ts';
import css from './Choose.module.css';

/** A row of native radio buttons for each option, 0 to the highest score. */
export function ScoreChoices({ id, question, labels, chosen, onChange, error }: ChooseProps) {
  const say = useMessages('vote');
  const scores = Array.from({ length: question.maxChoices + 1 }, (_, score) => score);
  return (
    <ChoiceFrame id={id} error={error} hint={say('choose.score.hint', { most: question.maxChoices })}>
      <div className={css['list']}>
        {question.options.map((kind, position) => kind !== 'ABSTAIN' && (
          <fieldset key={position} className={css['card']}>
            <legend className={css['cardName']}>{labels[position]}</legend>
            <div className={css['scores']}>
              {scores.map((score) => (
                <label key={score} className={css['score']}>
                  <input
                    id={position === 0 && score === 0 ? id : undefined} type="radio" name={`${id}-${position}`} value={score} className={css['radio']}
                    checked={chosen.grades[position] === score} onChange={() => onChange(grade(chosen, position, score))}
                  />
                  <span>{score}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <AbstainChoice question={question} labels={labels} chosen={chosen} onChange={onChange} />
    </ChoiceFrame>
  );
}
