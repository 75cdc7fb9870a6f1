import { useState } from 'react';
import type { Role } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import css from './Office.module.css';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useChangeBallot } from './use-change-ballot.ts';

interface CertifyingProps {
  id: string;
  version: number;
  signed: readonly { role: Role; certifiedAt: string; person: { id: string; displayName: string } }[];
  /** Who is looking. */
  viewerId: string;
  mayCertify: boolean;
  timeZone: string;
  onChanged: () => void;
}

/** Signatures a result needs, of different people. */
const NEEDED = 2;

/** Who has signed the result, who may, and what is still missing. */
export function Certifying({ id, version, signed, viewerId, mayCertify, timeZone, onChanged }: CertifyingProps) {
  const say = useMessages();
  const staff = useMessages('staff');
  const dates = useDates(timeZone);
  const [asking, ask] = useState(false);
  const change = useChangeBallot(id, onChanged);
  const mine = signed.some(({ person }) => person.id === viewerId);
  const end = () => { ask(false); change.forget(); };
  const certify = () => void change.run([{ act: 'CERTIFY' }], version, staff('office.done.CERTIFY')).then(done => done && end());
  return (
    <Section title={staff('office.certifyTitle')}>
      <Stack gap={4}>
        <p>{staff('office.certifyExplain')}</p>
        <ol className={css['signatures']}>
          {Array.from({ length: NEEDED }, (_, at) => {
            const signature = signed[at];
            return (
              <li key={at}>
                <span className={css['number']}>{at + 1}.</span>
                {signature ? <><strong>{signature.person.displayName}</strong><span>{say(`role.${signature.role}`)}</span><span className={css['note']}>{dates.dayTime(signature.certifiedAt)}</span></> : <span className={css['note']}>{staff('office.unsigned')}</span>}
              </li>
            );
          })}
        </ol>
        {mine && <Notice>{staff('office.signedMine')}</Notice>}
        {mayCertify && !mine && <Row><Button onClick={() => ask(true)}>{staff('office.certify')}</Button></Row>}
        <Dialog open={asking} title={staff('office.certifyAsk')} onClose={end} closeLabel={say('cancel')} actions={<Button busy={change.busy} onClick={certify}>{staff('office.certify')}</Button>}>
          <Stack gap={3}>
            <TroubleNotice trouble={change.trouble} />
            <p>{staff(signed.length === 0 ? 'office.certifyFirst' : 'office.certifyLast')}</p>
          </Stack>
        </Dialog>
      </Stack>
    </Section>
  );
}
