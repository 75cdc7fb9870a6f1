import { useConnection } from '../apollo/connection.ts';
import { useMessages } from '../i18n/use-messages.ts';
import css from './Shell.module.css';

/**
 * Lies over the foot of the window rather than pushing the page down: losing the network must not move what one is about
 * to press, nor hide the heading that says where one is.
 */
export function ConnectionBanner() {
  const say = useMessages();
  const connection = useConnection();
  return (
    <div role="status" className={css['connection']}>
      {connection !== 'ONLINE' && <p className={css['lost']}>{say(`connection.${connection}`)}</p>}
    </div>
  );
}
