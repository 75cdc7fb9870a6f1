import { useMessages } from '../../i18n/use-messages.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Proposal } from './proposal.ts';

/** Who reads the names, said before anybody answers, and never left out. */
export function OpenNames({ proposal: { inside, publicRecord } }: { proposal: Pick<Proposal, 'inside' | 'publicRecord'> }) {
  const say = useMessages('rounds');
  if (!inside) return <Notice title={say('rounds.outside.title')}><p>{say('rounds.outside')}</p></Notice>;
  return (
    <Notice kind={publicRecord ? 'warn' : 'info'} title={say('rounds.openNames.title')}>
      <p>{say('rounds.openNames.team')}</p>
      {publicRecord && <p>{say('rounds.openNames.public')}</p>}
    </Notice>
  );
}
