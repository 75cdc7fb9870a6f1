import { useMessages } from '../../i18n/use-messages.ts';
import { Link } from '../../ui/Link.tsx';
import css from './Bodies.module.css';

/** From an environment's bodies to what all of them wrote down, and what they owe each other. */
export function PublicWays({ environmentId }: { environmentId: string }) {
  const say = useMessages('bodies');
  return (
    <p className={css['files']}>
      <Link href={`/minutes?e=${environmentId}`}>{say('bodies.minutes')}</Link>
      <Link href={`/recommendations?e=${environmentId}`}>{say('bodies.recommendations')}</Link>
    </p>
  );
}
