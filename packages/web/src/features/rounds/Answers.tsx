import { joined } from '../../i18n/joined.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { Proposal, Response, Round } from './proposal.ts';
import css from './Rounds.module.css';
import { useAnswerWords, useVoice } from './words.ts';

/** Who said what in a round; whoever must be heard stands first. */
export function Answers({ round, participants, waiting }: { round: Round; participants: Proposal['participants']; waiting: boolean }) {
  const say = useMessages('rounds');
  const voice = useVoice();
  const { responses } = round;
  const sorted = [...responses.filter((each) => each.mustBeHeard), ...responses.filter((each) => !each.mustBeHeard)];
  const key = ({ constituency, seat }: Proposal['participants'][number]) => `${constituency} ${seat}`;
  const there = new Set(responses.map(({ by }) => key(by)));
  const missing = participants.filter((each) => !there.has(key(each)));
  return (
    <div className={css['part']}>
      <p>{responses.length === 0 ? say('rounds.answers.none') : say('rounds.answers.count', { count: responses.length, of: participants.length })}</p>
      {waiting && missing.length > 0 && missing.length <= 20 && <p className={css['note']}>{say('rounds.answers.waiting', { names: joined(missing.map(voice)) })}</p>}
      {sorted.length > 0 && <ul className={css['answers']}>{sorted.map((response) => <AnswerLine key={response.id} response={response} />)}</ul>}
    </div>
  );
}

export function AnswerLine({ response: { by, answer, earlier, heard, mustBeHeard } }: { response: Response }) {
  const say = useMessages('rounds');
  const voice = useVoice();
  const words = useAnswerWords();
  return (
    <li className={`${css['answer']} ${mustBeHeard ? css['concern'] : ''}`}>
      <p className={css['who']}><span>{voice(by)}</span>{mustBeHeard && !heard && <Badge kind="warn">{say('rounds.answers.mustHear')}</Badge>}</p>
      <p>{words(answer)}</p>
      {answer.reason && <p className={css['said']}>{answer.reason}</p>}
      {earlier.map((each) => (
        <p key={each.at} className={css['note']}>
          {each.reason ? say('rounds.answers.beforeWhy', { answer: words(each), reason: each.reason }) : say('rounds.answers.before', { answer: words(each) })}
        </p>
      ))}
      {heard && <p className={css['heard']}>{say('rounds.answers.heard', { name: voice(heard.by), note: heard.note })}</p>}
    </li>
  );
}
