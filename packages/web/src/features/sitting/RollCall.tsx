import type { VoteChoice } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import css from './Room.module.css';
import { draftVotes } from './overlay.ts';
import { useRoom } from './room-context.ts';
import { isHere, memberOf, type Question } from './sitting.ts';
import { useNames } from './words.ts';

export const VOTE_MARKS = { AYE: '✓', NO: '✕', ABSTAIN: '–', RECUSED: '⊘', ABSENT: '·' } as const;
const SPOKEN: readonly VoteChoice[] = ['AYE', 'NO', 'ABSTAIN', 'RECUSED'];

/** Every member's vote by name, filling as they answer. Whoever runs the sitting enters what is said aloud. */
export function RollCall({ question }: { question: Question }) {
  const say = useMessages('sitting');
  const { sitting, runs, acts, act } = useRoom();
  const { name } = useNames();
  const drafts = draftVotes(sitting, question.id, acts);
  const enters = runs && question.state === 'OPEN';
  return (
    <ul className={css['roll']} aria-label={say('room.rollCall')}>
      {question.lines.map(({ memberId, vote }) => {
        const draft = drafts.find((each) => each.memberId === memberId);
        const shown = draft?.choice ?? vote;
        const member = memberOf(sitting, memberId);
        const absent = question.state === 'OPEN' && member != null && !isHere(member);
        return (
          <li key={memberId} data-vote={shown ?? 'NONE'}>
            <span className={css['rollName']}>{name(memberId)}</span>
            <span className={css['rollVote']}>
              {shown && <span aria-hidden="true">{VOTE_MARKS[shown]} </span>}
              {shown ? say(`room.said.${shown}`) : say(absent ? 'room.said.ABSENT' : 'room.said.none')}
              {draft && acts.some(({ key, state }) => key === draft.key && state === 'WAITING') && <em className={css['small']}> · {say('room.waits')}</em>}
            </span>
            {enters && (
              <span className={css['rollActs']} role="group" aria-label={say('room.enter', { name: name(memberId) })}>
                {SPOKEN.map((choice) => (
                  <button
                    key={choice} type="button" className={css['rollButton']} aria-pressed={shown === choice} disabled={absent || !sitting.quorum.met}
                    aria-label={say('room.enter.vote', { name: name(memberId), vote: say(`room.vote.${choice}`) })} title={say(`room.vote.${choice}`)}
                    onClick={() => act('castVote', { questionId: question.id, choice, memberId })}
                  >
                    {VOTE_MARKS[choice]}
                  </button>
                ))}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
