import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import css from './Bodies.module.css';
import type { Body } from './body.ts';

/** What the law asks of the seats, line by line: met or not, in words and numbers. */
export function CompositionLines({ lines }: { lines: Body['composition'] }) {
  const say = useMessages('bodies');
  return (
    <ul className={css['checks']}>
      {lines.map(({ rule, found, needed, met }) => (
        <li key={rule} className={css['line']}>
          <span><Badge kind={met ? 'done' : 'warn'}>{say(met ? 'bodies.met' : 'bodies.missed')}</Badge></span>
          <span>{say(`bodies.rule.${rule}`, { found, needed })}</span>
        </li>
      ))}
    </ul>
  );
}
