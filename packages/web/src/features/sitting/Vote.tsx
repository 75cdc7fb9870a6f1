import { useId, useState } from 'react';
import type { VoteChoice } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useConnection } from '../../apollo/connection.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './Room.module.css';
import { draftVotes } from './overlay.ts';
import { useRoom } from './room-context.ts';
import { openQuestion, voteBar } from './sitting.ts';

export const CHOICES: readonly VoteChoice[] = ['AYE', 'NO', 'ABSTAIN'];

/** Casts the viewer's own vote; nothing happens while something keeps them from voting. */
export function useCast(): { cast: (choice: VoteChoice) => void; bar: ReturnType<typeof voteBar> } {
  const { sitting, me, act } = useRoom();
  const open = openQuestion(sitting);
  const bar = voteBar(sitting, me);
  return { bar, cast: (choice) => { if (!bar && open) act('castVote', { questionId: open.question.id, choice, memberId: null }); } };
}

/** The viewer's own vote on the question that is open: large enough to be pressed without looking twice. */
export function Vote() {
  const say = useMessages('sitting');
  const core = useMessages();
  const { sitting, me, acts, act, remove } = useRoom();
  const { cast, bar } = useCast();
  const offline = useConnection() !== 'ONLINE';
  const [recusing, recuse] = useState(false);
  const why = useId();
  const open = openQuestion(sitting);
  if (!open || !me) return null;
  const { question } = open;
  if (question.way === 'CONSENT') {
    const objected = acts.some((each) => each.name === 'object' && each.state !== 'REFUSED' && each.variables['questionId'] === question.id);
    return (
      <div className={css['vote']}>
        <p>{say('room.consent.how')}</p>
        <Button kind="danger" disabled={bar === 'NOT_HERE' || objected} onClick={() => act('object', { questionId: question.id, memberId: null })}>{say(objected ? 'room.consent.objected' : 'room.consent.object')}</Button>
      </div>
    );
  }
  const line = question.lines.find(({ memberId }) => memberId === me.id);
  if (!line) return null;
  const draft = draftVotes(sitting, question.id, acts).find(({ memberId }) => memberId === me.id);
  const chosen = draft?.choice ?? (line.vote === 'ABSENT' ? null : line.vote);
  const waiting = draft && acts.some(({ key, state }) => key === draft.key && state === 'WAITING');
  return (
    <div className={css['vote']}>
      <div className={css['voteButtons']} role="group" aria-label={say('room.vote')}>
        {CHOICES.map((choice) => (
          <button key={choice} type="button" className={css['voteButton']} data-choice={choice} aria-pressed={chosen === choice} disabled={bar !== null} aria-describedby={why} onClick={() => cast(choice)}>
            <span aria-hidden="true" className={css['voteMark']}>{chosen === choice ? '●' : '○'}</span>{say(`room.vote.${choice}`)}
          </button>
        ))}
        <button type="button" className={`${css['voteButton']} ${css['recuse']}`} aria-pressed={chosen === 'RECUSED'} disabled={bar !== null} onClick={() => recuse(true)}>{say('room.vote.RECUSED')}</button>
      </div>
      <p id={why} className={css['voteWhy']}>
        {bar && bar !== 'NOT_ASKED' ? say(`room.vote.bar.${bar}`)
          : waiting && offline ? say('room.vote.draft')
            : chosen ? say('room.vote.yours', { choice: say(`room.vote.${chosen}`) }) : say('room.vote.open')}
        {waiting && offline && <Button kind="quiet" onClick={() => remove(draft.key)}>{say('room.takeBack')}</Button>}
      </p>
      <Dialog
        open={recusing} title={say('room.recuse.title')} closeLabel={core('cancel')} onClose={() => recuse(false)}
        actions={<Button kind="danger" onClick={() => { cast('RECUSED'); recuse(false); }}>{say('room.recuse.verb')}</Button>}
      >
        <p>{say('room.recuse.why')}</p>
      </Dialog>
    </div>
  );
}
