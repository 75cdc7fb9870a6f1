import { useMessages } from '../../../i18n/use-messages.ts';
import css from '../ResultView.module.css';
import type { Ballot } from '../CastForm.tsx';

type Result = NonNullable<Ballot['result']>;

/** How many votes came on printed ballots, where some were given out and it may be told. */
export function Ways({ result }: { result: Result }) {
  const say = useMessages('result');
  const core = useMessages();
  const parts = result.constituencies.filter(({ printed, withheld }) => printed !== 0 && !withheld);
  if (parts.length === 0) return null;
  const line = (group: string, { printed, ballots }: Pick<Result, 'printed' | 'ballots'>) => (printed === null
    ? say('result.printedFew', { group })
    : say('result.printed', { group, printed, others: (ballots ?? 0) - printed }));
  return (
    <div>
      <h3 className={css['h3']}>{say('result.ways')}</h3>
      <ul className={css['signed']}>
        {parts.map((part) => <li key={part.constituency}>{line(core(`constituency.${part.constituency}`), part)}</li>)}
        {parts.length > 1 && result.printed !== null && <li>{line(say('result.all'), result)}</li>}
      </ul>
    </div>
  );
}
