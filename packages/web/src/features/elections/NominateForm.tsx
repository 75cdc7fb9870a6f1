import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { NominateDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import { ElectionTroubleNotice } from './ElectionTroubleNotice.tsx';
import { useElectionAct } from './use-election-act.ts';
import type { ElectionShown } from './view.ts';

/** Oneself, or another of one's own group by full name: nobody is offered a list of their neighbors. */
export function NominateForm({ election, onChanged }: { election: ElectionShown; onChanged: () => void }) {
  const core = useMessages();
  const say = useMessages('elections');
  const own = election.constituencies.flatMap(({ nominations }) => nominations).find(({ mine, state }) => mine && (state === 'ACCEPTED' || state === 'PROPOSED'));
  const [who, choose] = useState<'SELF' | 'OTHER'>('SELF');
  const shown = own ? 'OTHER' : who;
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const act = useElectionAct(onChanged);
  const [nominate] = useMutation(NominateDocument);
  const missing = shown === 'OTHER' && name.trim() === '';
  const submit = () => {
    setTried(true);
    if (missing) return document.getElementById('nominee')?.focus();
    const variables = { electionId: election.id, name: shown === 'SELF' ? null : name.trim() };
    void act.run(async () => (await nominate({ variables })).data?.nominate, say(shown === 'SELF' ? 'nominate.doneSelf' : 'nominate.done')).then((done) => {
      if (!done) return;
      setName('');
      setTried(false);
    });
  };
  const group = election.viewerConstituency;
  return (
    <Section title={say('nominate.title')}>
      <Card as="form" onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Stack gap={4}>
          <ElectionTroubleNotice trouble={act.trouble} timeZone={election.environment.timeZone} />
          {group && <p>{say('nominate.group', { group: core(`constituency.${group}`) })}</p>}
          {!own && (
            <Choices
              legend={say('nominate.who')} value={[shown]} onChange={([value]) => value && choose(value as 'SELF' | 'OTHER')}
              choices={[{ value: 'SELF', label: say('nominate.self'), hint: say('nominate.selfHint') }, { value: 'OTHER', label: say('nominate.other'), hint: say('nominate.otherHint') }]}
            />
          )}
          {shown === 'OTHER' && (
            <TextField
              id="nominee" label={say('nominate.name')} hint={say('nominate.nameHint')} autoComplete="off" maxLength={200} value={name}
              error={tried && missing ? say('nominate.nameMissing') : undefined} onChange={(event) => setName(event.target.value)}
            />
          )}
          <Row><Button type="submit" busy={act.busy}>{say('nominate.verb')}</Button></Row>
        </Stack>
      </Card>
    </Section>
  );
}
