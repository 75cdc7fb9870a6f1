import { useState } from 'react';
import { OpenNextRoundDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import type { Proposal, Round } from './proposal.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useProposalAct } from './use-proposal-act.ts';
import { inputOf, textsOf, type Words, WordsFields } from './WordsFields.tsx';

/** The words of the next round, begun with those of this one. */
export function NextRoundForm({ proposal, round, onChanged, onClose }: { proposal: Proposal; round: Round; onChanged: () => void; onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('rounds');
  const [words, setWords] = useState<Words>(() => ({ title: textsOf(proposal.title), body: textsOf(proposal.body) }));
  const [note, setNote] = useState('');
  const act = useProposalAct(onChanged);
  const locales = [...new Set([...Object.keys(words.title), ...Object.keys(words.body), ...proposal.owedLocales])];
  const objected = proposal.kind === 'CONSENT' && round.responses.some((each) => each.mustBeHeard);
  const submit = async () => {
    const input = { title: inputOf(words.title), body: inputOf(words.body), note: note.trim() || null };
    if (await act.run(OpenNextRoundDocument, { id: proposal.id, version: proposal.version, input }, say('rounds.lead.done.NEXT'))) onClose();
  };
  return (
    <Section title={say('rounds.lead.next')}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <Stack gap={4}>
          <p>{say('rounds.lead.nextWhy')}</p>
          {objected && <Notice kind="warn">{say('rounds.lead.nextAmend')}</Notice>}
          <TroubleNotice trouble={act.trouble} />
          <WordsFields id="next" words={words} locales={locales} onChange={setWords} />
          <TextArea label={say('rounds.lead.noteOptional')} hint={say('rounds.lead.noteHint')} rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
          <Row><Button type="submit" busy={act.busy}>{say('rounds.lead.next')}</Button><Button kind="quiet" onClick={onClose}>{core('cancel')}</Button></Row>
        </Stack>
      </form>
    </Section>
  );
}
