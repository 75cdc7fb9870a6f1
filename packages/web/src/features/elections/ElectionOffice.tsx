import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { CertifyElectionDocument, NoticeElectionDocument, OpenElectionDocument, WithdrawElectionDocument } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { useViewer } from '../../shell/use-viewer.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import { ElectionTroubleNotice, useRefusalWords } from './ElectionTroubleNotice.tsx';
import css from './Elections.module.css';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useElectionAct } from './use-election-act.ts';
import type { ElectionShown } from './view.ts';

interface OfficeProps { election: ElectionShown; onChanged: () => void }

/** What the committee has to do with an election now, and what it should know before. */
export default function ElectionOffice({ election, onChanged }: OfficeProps) {
  const say = useMessages('elections');
  const words = useRefusalWords(election.environment.timeZone);
  const locale = useLocale();
  const { viewerCan: can, missingLocales, held, state, composition } = election;
  const anything = can.edit || can.notice || can.withdraw || can.certify || state === 'TALLIED' || (composition.length > 0 && state !== 'CERTIFIED');
  if (!anything) return null;
  return (
    <Card as="section" aria-labelledby="office">
      <Stack gap={4}>
        <h2 id="office">{say('office.title')}</h2>
        {held && <Notice kind="warn" title={say('office.held')}><p>{words(held.reason, held.about)}</p></Notice>}
        {missingLocales.length > 0 && <Notice kind="warn" title={say('office.missing', { languages: missingLocales.map((each) => languageName(each, locale)).join(', ') })}><p>{say('office.missingWhy')}</p></Notice>}
        {composition.length > 0 && <Composition election={election} />}
        {state === 'TALLIED' && <Certifying election={election} onChanged={onChanged} />}
        <Acts election={election} onChanged={onChanged} />
      </Stack>
    </Card>
  );
}

function Composition({ election: { composition } }: { election: ElectionShown }) {
  const say = useMessages('elections');
  return (
    <div>
      <h3>{say('office.composition')}</h3>
      <ul className={css['lines']}>
        {composition.map(({ rule, found, needed, met }) => (
          <li key={rule} className={css['line']}>
            <Badge kind={met ? 'done' : 'warn'}>{say(met ? 'office.met' : 'office.missed')}</Badge>
            <span>{say(`composition.${rule}`, { found, needed })}</span>
          </li>
        ))}
      </ul>
      <p className={css['small']}>{say('office.compositionNote')}</p>
    </div>
  );
}

function Acts({ election, onChanged }: OfficeProps) {
  const core = useMessages();
  const say = useMessages('elections');
  const dates = useDates(election.environment.timeZone);
  const { id, version, viewerCan: can, noticeAt, state, held, opensAt, environment: { timeZone } } = election;
  const [asked, ask] = useState<'NOTICE' | 'WITHDRAW' | null>(null);
  const act = useElectionAct(onChanged);
  const [notice] = useMutation(NoticeElectionDocument);
  const [open] = useMutation(OpenElectionDocument);
  const [withdraw] = useMutation(WithdrawElectionDocument);
  const variables = { id, version };
  const close = () => { ask(null); act.forget(); };
  const post = () => void act.run(async () => (await notice({ variables })).data?.noticeElection, say('office.noticeDone')).then((done) => done && ask(null));
  const openNow = () => void act.run(async () => (await open({ variables })).data?.openElection, say('office.openDone'));
  const takeBack = (reason: string) => void act.run(async () => (await withdraw({ variables: { ...variables, reason } })).data?.withdrawElection, say('office.withdrawDone')).then((done) => done && ask(null));
  return (
    <>
      {asked === null && <ElectionTroubleNotice trouble={act.trouble} timeZone={timeZone} />}
      {can.notice && noticeAt && <p>{say('office.noticeAt', { when: dates.dayTime(noticeAt) })}</p>}
      <Row>
        {can.notice && <Button onClick={() => ask('NOTICE')}>{say('office.notice')}</Button>}
        {can.open && held && Date.parse(opensAt) <= Date.now() && <Button busy={act.busy} onClick={openNow}>{say('office.open')}</Button>}
        {can.edit && <Link href={`/elections/${id}/edit`} className={buttonClass('secondary')}>{say('office.edit')}</Link>}
        {can.withdraw && <Button kind="quiet" onClick={() => ask('WITHDRAW')}>{say('office.withdraw')}</Button>}
      </Row>
      <Dialog open={asked === 'NOTICE'} title={say('office.noticeAsk')} onClose={close} closeLabel={core('cancel')} actions={<Button busy={act.busy} onClick={post}>{say('office.notice')}</Button>}>
        <Stack gap={3}>
          <ElectionTroubleNotice trouble={act.trouble} timeZone={timeZone} />
          <p>{say('office.noticeExplain')}</p>
        </Stack>
      </Dialog>
      {state !== 'WITHDRAWN' && <ReasonDialog open={asked === 'WITHDRAW'} title={say('office.withdrawAsk')} explain={say('office.withdrawExplain')} label={say('office.withdrawReason')} verb={say('office.withdraw')} most={500} act={act} timeZone={timeZone} onClose={() => ask(null)} onSend={takeBack} />}
    </>
  );
}

/** Signatures a result needs, of different people. */
const NEEDED = 2;

function Certifying({ election, onChanged }: OfficeProps) {
  const core = useMessages();
  const say = useMessages('elections');
  const viewer = useViewer();
  const dates = useDates(election.environment.timeZone);
  const [asking, ask] = useState(false);
  const act = useElectionAct(onChanged);
  const [certify] = useMutation(CertifyElectionDocument);
  const { id, version, certifications: signed } = election;
  const mine = signed.some(({ person }) => person.id === viewer?.person.id);
  const close = () => { ask(false); act.forget(); };
  const sign = () => void act.run(async () => (await certify({ variables: { id, version } })).data?.certifyElection, say('office.certifyDone')).then((done) => done && ask(false));
  return (
    <div>
      <h3>{say('office.certifyTitle')}</h3>
      <Stack gap={3}>
        <p>{say('office.certifyExplain')}</p>
        <ol className={css['signatures']}>
          {Array.from({ length: NEEDED }, (_, at) => {
            const signature = signed[at];
            return <li key={at}>{signature ? <><strong>{signature.person.displayName}</strong><span>{core(`role.${signature.role}`)}</span><span className={css['small']}>{dates.dayTime(signature.certifiedAt)}</span></> : <span className={css['small']}>{say('office.unsigned')}</span>}</li>;
          })}
        </ol>
        {mine && <Notice>{say('office.signedMine')}</Notice>}
        {election.viewerCan.certify && !mine && <Row><Button onClick={() => ask(true)}>{say('office.certify')}</Button></Row>}
        <Dialog open={asking} title={say('office.certifyAsk')} onClose={close} closeLabel={core('cancel')} actions={<Button busy={act.busy} onClick={sign}>{say('office.certify')}</Button>}>
          <Stack gap={3}>
            <ElectionTroubleNotice trouble={act.trouble} timeZone={election.environment.timeZone} />
            <p>{say('office.certifyExplain')}</p>
          </Stack>
        </Dialog>
      </Stack>
    </div>
  );
}
