import { useState } from 'react';
import { CommentOnProposalDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import type { Proposal, Round } from './proposal.ts';
import css from './Rounds.module.css';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useProposalAct } from './use-proposal-act.ts';
import { useVoice } from './words.ts';

const KINDS = ['QUESTION', 'REACTION'] as const;

/** The short talk of a round, and the way to say something. */
export function Talk({ proposal, round, onChanged }: { proposal: Proposal; round: Round; onChanged: () => void }) {
  const say = useMessages('rounds');
  const mayComment = proposal.viewerCan.comment;
  if (!mayComment && round.comments.length === 0) return null;
  return (
    <Section title={say('rounds.talk.title')}>
      {round.comments.length > 0 ? <Comments round={round} /> : <p className={css['note']}>{say('rounds.talk.none')}</p>}
      {mayComment && <CommentForm id={proposal.id} round={round.number} onChanged={onChanged} />}
    </Section>
  );
}

export function Comments({ round }: { round: Round }) {
  const say = useMessages('rounds');
  const voice = useVoice();
  return (
    <ul className={css['answers']}>
      {round.comments.map(({ id, kind, body, by }) => (
        <li key={id} className={css['answer']}>
          <p className={css['note']}>{say('rounds.talk.line', { kind: say(`rounds.talk.${kind}`), name: voice(by) })}</p>
          <p className={css['said']}>{body}</p>
        </li>
      ))}
    </ul>
  );
}

function CommentForm({ id, round, onChanged }: { id: string; round: number; onChanged: () => void }) {
  const say = useMessages('rounds');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('QUESTION');
  const [body, setBody] = useState('');
  const [tried, setTried] = useState(false);
  const act = useProposalAct(onChanged);
  const empty = body.trim() === '';
  const submit = async () => {
    setTried(empty);
    if (empty) return;
    if (await act.run(CommentOnProposalDocument, { input: { proposalId: id, round, kind, body } }, say('rounds.talk.done'))) setBody('');
  };
  return (
    <form noValidate className={css['screen']} onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <Stack gap={3}>
        <TroubleNotice trouble={act.trouble} />
        <Choices legend={say('rounds.talk.kind')} value={[kind]} onChange={([next]) => setKind(next === 'REACTION' ? 'REACTION' : 'QUESTION')} choices={KINDS.map((each) => ({ value: each, label: say(`rounds.talk.${each}`) }))} />
        <TextArea
          label={say('rounds.talk.body')} hint={say('rounds.talk.hint')} error={tried && empty ? say('rounds.talk.empty') : undefined} rows={2} maxLength={500}
          value={body} onChange={(event) => setBody(event.target.value)}
        />
        <Row><Button type="submit" kind="secondary" busy={act.busy}>{say('rounds.talk.verb')}</Button></Row>
      </Stack>
    </form>
  );
}
