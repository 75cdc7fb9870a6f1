import { useEffect, useRef } from 'react';
import { useMessages } from '../../../i18n/use-messages.ts';
import { announce } from '../../../ui/announce.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { AbstainChoice } from './AbstainChoice.tsx';
import { ChoiceFrame } from './ChoiceFrame.tsx';
import { move, pick } from './chosen.ts';
import type { ChooseProps } from './choose-props.ts';
import css from './Choose.module.css';

/** Options in the ballot's order, each pressed to take the next number; below, the voter's own order, to move about in. */
export function RankChoices({ id, question, labels, names, chosen, onChange, error }: ChooseProps) {
  const say = useMessages('vote');
  const most = question.maxChoices;
  const ranked = chosen.picked.filter((position) => question.options[position] !== 'ABSTAIN');
  const full = ranked.length >= most;
  const list = useRef<HTMLOListElement>(null);
  const kept = useRef<HTMLElement | null>(null);
  // A row that moves down is taken out and put back, and loses the focus on the way.
  useEffect(() => {
    kept.current?.focus();
    kept.current = null;
  }, [chosen]);

  const toggle = (position: number) => {
    const rank = ranked.indexOf(position);
    const name = names[position] ?? '';
    if (rank < 0 && full) return announce(say('choose.rank.full'));
    announce(rank < 0 ? say('choose.rank.said', { name, rank: ranked.length + 1 }) : say('choose.rank.removed', { name }));
    onChange(pick(question, chosen, position, rank < 0));
  };
  const shift = (position: number, by: -1 | 1, button: HTMLElement) => {
    const next = move(chosen, position, by);
    if (next === chosen) return;
    kept.current = button;
    announce(say('choose.rank.said', { name: names[position] ?? '', rank: next.picked.indexOf(position) + 1 }));
    onChange(next);
  };
  const remove = (position: number) => {
    const at = ranked.indexOf(position);
    const rows = [...(list.current?.children ?? [])];
    const next = rows[at + 1] ?? rows[at - 1];
    kept.current = next?.querySelector<HTMLElement>('button:last-of-type') ?? document.getElementById(`${id}-${position}`);
    toggle(position);
  };
  return (
    <ChoiceFrame id={id} error={error} hint={most < question.options.filter((kind) => kind !== 'ABSTAIN').length ? say('choose.rank.upTo', { most }) : say('choose.rank.hint')}>
      <ul className={css['list']}>
        {question.options.map((kind, position) => {
          const rank = ranked.indexOf(position);
          return kind !== 'ABSTAIN' && (
            <li key={position}>
              <button
                id={position === 0 ? id : `${id}-${position}`} type="button" aria-pressed={rank >= 0} aria-disabled={(rank < 0 && full) || undefined}
                className={css['option']} onClick={() => toggle(position)}
              >
                <span aria-hidden="true" className={css['rank']}>{rank >= 0 ? rank + 1 : ''}</span>
                <span className={css['name']}>{labels[position]}{rank >= 0 && <VisuallyHidden>, {say('choose.rank.number', { rank: rank + 1 })}</VisuallyHidden>}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {full && <p className={css['hint']}>{say('choose.rank.full')}</p>}
      <AbstainChoice question={question} labels={labels} chosen={chosen} onChange={onChange} />
      {ranked.length > 0 && (
        <div className={css['order']}>
          <h2 className={css['orderTitle']}>{say('choose.rank.yours')}</h2>
          <ol ref={list} className={css['rows']}>
            {ranked.map((position, at) => {
              const name = names[position] ?? '';
              return (
                <li key={position} className={css['row']}>
                  <span className={css['place']}><span aria-hidden="true" className={css['small']}>{at + 1}</span> <span>{labels[position]}</span></span>
                  <span className={css['moves']}>
                    <button type="button" className={css['step']} aria-disabled={at === 0 || undefined} aria-label={say('choose.rank.up', { name })} onClick={(event) => shift(position, -1, event.currentTarget)}>↑</button>
                    <button type="button" className={css['step']} aria-disabled={at === ranked.length - 1 || undefined} aria-label={say('choose.rank.down', { name })} onClick={(event) => shift(position, 1, event.currentTarget)}>↓</button>
                    <button type="button" className={css['step']} aria-label={say('choose.rank.remove', { name })} onClick={() => remove(position)}>✕</button>
                  </span>
                </li>
              );
            })}
          </ol>
        </div>
      )}
    </ChoiceFrame>
  );
}
