import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { type ChallengeDecision, type Constituency, DecideChallengeDocument, FileChallengeDocument } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Select } from '../../ui/Field.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import css from './Elections.module.css';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useElectionAct } from './use-election-act.ts';
import type { ElectionShown } from './view.ts';

type Challenge = ElectionShown['challenges'][number];
interface ChallengesProps { election: ElectionShown; onChanged: () => void }

/** What was filed and decided, and the ways to file and to decide. */
export function Challenges({ election, onChanged }: ChallengesProps) {
  const say = useMessages('elections');
  if (election.challenges.length === 0 && !election.viewerCan.challenge) return null;
  return (
    <Section title={say('challenge.title')}>
      <Stack gap={4}>
        {election.challenges.length === 0 && <p className={css['note']}>{say('challenge.none')}</p>}
        <Stack as="ul" gap={3}>{election.challenges.map((each) => <ChallengeCard key={each.id} challenge={each} election={election} onChanged={onChanged} />)}</Stack>
        {election.viewerCan.challenge && <FileForm election={election} onChanged={onChanged} />}
      </Stack>
    </Section>
  );
}

function ChallengeCard({ challenge, election, onChanged }: { challenge: Challenge } & ChallengesProps) {
  const core = useMessages();
  const say = useMessages('elections');
  const { timeZone } = election.environment;
  const dates = useDates(timeZone);
  const { id, constituency, filedAt, grounds, decided, decision, reason, viewerDecides } = challenge;
  const [asked, ask] = useState<ChallengeDecision | null>(null);
  const act = useElectionAct(onChanged);
  const [decide] = useMutation(DecideChallengeDocument);
  const group = constituency ? core(`constituency.${constituency}`) : say('challenge.all');
  const send = (given: string) => {
    if (asked) void act.run(async () => (await decide({ variables: { id, decision: asked, reason: given } })).data?.decideChallenge, say('challenge.decideDone')).then((done) => done && ask(null));
  };
  return (
    <Card as="li" className={css['candidate']}>
      <p>{say('challenge.filed', { when: dates.dayTime(filedAt), group })}</p>
      {grounds && <div><strong>{say('challenge.grounds')}</strong><p className={css['statement']}>{grounds}</p></div>}
      <p><strong>{decided && decision ? say(`challenge.${decision}`) : decision ? say('challenge.proposed', { decision: say(`challenge.${decision}`) }) : say('challenge.waits')}</strong></p>
      {reason && <div><strong>{say('challenge.reason')}</strong><p className={css['statement']}>{reason}</p></div>}
      {viewerDecides && <Row><Button kind="secondary" onClick={() => ask('DISMISSED')}>{say('challenge.dismiss')}</Button><Button kind="danger" onClick={() => ask('SET_ASIDE')}>{say('challenge.setAside')}</Button></Row>}
      <ReasonDialog
        open={asked !== null} title={say(asked === 'SET_ASIDE' ? 'challenge.setAside' : 'challenge.dismiss')} explain={say(`challenge.${asked ?? 'DISMISSED'}`)} label={say('challenge.decideReason')}
        verb={say(asked === 'SET_ASIDE' ? 'challenge.setAside' : 'challenge.dismiss')} kind={asked === 'SET_ASIDE' ? 'danger' : 'primary'} most={2000} act={act} timeZone={timeZone} onClose={() => ask(null)} onSend={send}
      />
    </Card>
  );
}

function FileForm({ election, onChanged }: ChallengesProps) {
  const core = useMessages();
  const say = useMessages('elections');
  const [open, show] = useState(false);
  const [about, choose] = useState<Constituency | ''>('');
  const act = useElectionAct(onChanged);
  const [file] = useMutation(FileChallengeDocument);
  const send = (grounds: string) => void act.run(
    async () => (await file({ variables: { id: election.id, constituency: about || null, grounds } })).data?.fileChallenge, say('challenge.fileDone')).then((done) => done && show(false));
  return (
    <>
      <Row><Button kind="secondary" onClick={() => show(true)}>{say('challenge.file')}</Button></Row>
      <ReasonDialog open={open} title={say('challenge.file')} explain={say('challenge.fileExplain')} label={say('challenge.grounds')} verb={say('challenge.fileVerb')} kind="primary" most={4000} act={act} timeZone={election.environment.timeZone} onClose={() => show(false)} onSend={send}>
        <Select label={say('challenge.about')} value={about} onChange={(event) => choose(event.target.value as Constituency | '')}>
          <option value="">{say('challenge.all')}</option>
          {election.constituencies.map(({ constituency }) => <option key={constituency} value={constituency}>{core(`constituency.${constituency}`)}</option>)}
        </Select>
      </ReasonDialog>
    </>
  );
}
