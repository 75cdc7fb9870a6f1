import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { RevokeSlipDocument } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { useAct } from '../../shell/use-act.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Link } from '../../ui/Link.tsx';
import { Section, Stack } from '../../ui/Page.tsx';
import css from './People.module.css';
import type { PersonRecord } from './person-record.ts';

type Slip = PersonRecord['slips'][number];

/** The letters a person was given: which still open the door, and how to stop one. */
export function PersonSlips({ person, manages, timeZone }: { person: PersonRecord; manages: boolean; timeZone: string }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const dates = useDates(timeZone);
  const [asked, ask] = useState<Slip | null>(null);
  const [revoke] = useMutation(RevokeSlipDocument);
  const act = useAct((id: string) => revoke({ variables: { id } }), staff('slip.revoked'));
  const close = () => { ask(null); act.forget(); };
  const state = (slip: Slip) => (slip.usable ? 'usable' : slip.revokedAt ? 'stopped' : 'expired');
  return (
    <Section title={staff('slip.title')} action={manages && <Link className={buttonClass('secondary')} href={`/slips?person=${person.id}`}>{staff('slip.makeNew')}</Link>}>
      <p className={css['note']}>{staff('slip.explain')}</p>
      {person.slips.length === 0 && <p>{staff('slip.none')}</p>}
      <ul>
        {person.slips.map(slip => (
          <li key={slip.id} className={css['line']}>
            <span className={css['grow']}>
              <span className={css['tags']}><strong>{staff('slip.made', { day: dates.day(slip.madeAt) })}</strong><Badge kind={slip.usable ? 'live' : 'plain'}>{staff(`slip.${state(slip)}`)}</Badge></span>
              <span className={css['note']}>{staff('slip.expires', { day: dates.day(slip.expiresAt) })} · {slip.lastUsedAt ? staff('slip.lastUsed', { day: dates.day(slip.lastUsedAt) }) : staff('slip.neverUsed')}</span>
            </span>
            {manages && slip.usable && <Button kind="secondary" onClick={() => ask(slip)}>{staff('slip.stop')}</Button>}
          </li>
        ))}
      </ul>
      <Dialog
        open={asked !== null} title={staff('slip.stopAsk', { name: person.displayName })} onClose={close} closeLabel={say('cancel')}
        actions={<Button kind="danger" busy={act.busy} onClick={() => asked && void act.run(asked.id).then(done => done && close())}>{staff('slip.stop')}</Button>}
      >
        <Stack><p>{staff('slip.stopExplain')}</p><FaultNotice fault={act.fault} /></Stack>
      </Dialog>
    </Section>
  );
}
