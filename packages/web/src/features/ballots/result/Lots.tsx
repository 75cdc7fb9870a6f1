import { headline } from '../../../i18n/joined.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import type { Ballot } from '../CastForm.tsx';
import { useOptionLabel } from '../option-label.tsx';
import css from '../ResultView.module.css';
import type { Count } from './counted.ts';

/** Ties that no vote could break: what was drawn, and from what, so that anybody can draw again. */
export function Lots({ ballot, lots }: { ballot: Ballot; lots: Count['lots'] }) {
  const say = useMessages('result');
  const core = useMessages();
  const label = useOptionLabel();
  if (lots.length === 0) return null;
  const names = (of: readonly { readonly id: string }[]) => headline(of.map(({ id }) => label(ballot.options.find((option) => option.id === id))), core);
  const seed = lots.find((lot) => lot.seed !== null)?.seed;
  return (
    <div>
      <h3 className={css['h3']}>{say('lots.title')}</h3>
      <ul className={css['said']}>
        {lots.map(({ purpose, stage, tied, drawn }, at) => (
          <li key={at}>
            {drawn.length === 0 ? say('lots.none', { tied: names(tied) })
              : purpose === 'SEAT' ? say('lots.SEAT', { tied: names(tied), drawn: names(drawn) })
              : say(`lots.${purpose}`, { number: (stage ?? 0) + 1, tied: names(tied), drawn: names(drawn) })}
          </li>
        ))}
      </ul>
      {seed && <p>{say('lots.seed')} <code className={css['seed']}>{seed}</code></p>}
    </div>
  );
}
