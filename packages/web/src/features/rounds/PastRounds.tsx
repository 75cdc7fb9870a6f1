import { LocalText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { Section } from '../../ui/Page.tsx';
import { Answers } from './Answers.tsx';
import type { Proposal, Round } from './proposal.ts';
import css from './Rounds.module.css';
import { RoundRules } from './RoundRules.tsx';
import { Comments } from './Talk.tsx';
import { TextChange } from './TextChange.tsx';
import { useVoice } from './words.ts';

/** The rounds before this one, the newest first: words, answers, talk, and how each closed. */
export function PastRounds({ proposal }: { proposal: Proposal }) {
  const say = useMessages('rounds');
  const past = proposal.rounds.filter(({ number }) => number < proposal.round).toReversed();
  if (past.length === 0) return null;
  return (
    <Section title={say('rounds.round.earlier')}>
      <div className={css['earlier']}>{past.map((round) => <PastRound key={round.number} proposal={proposal} round={round} />)}</div>
    </Section>
  );
}

function PastRound({ proposal, round }: { proposal: Proposal; round: Round }) {
  const say = useMessages('rounds');
  const before = proposal.rounds.find(({ number }) => number === round.number - 1);
  return (
    <article className={css['part']}>
      <h3 className={css['h3']}>{say('rounds.round.title', { number: round.number })}</h3>
      <RoundEnd round={round} />
      <p className={`${css['body']} ${css['small']}`}><strong><LocalText of={round.title} /></strong>{'\n'}<LocalText of={round.body} /></p>
      {before && <TextChange before={before} after={round} />}
      <RoundRules rules={round.rules} />
      <Answers round={round} participants={proposal.participants} waiting={false} />
      {round.comments.length > 0 && <Comments round={round} />}
    </article>
  );
}

/** How a round closed, and what whoever closed it noted; `bare`: the note alone. */
export function RoundEnd({ round: { outcome, note, closedBy }, bare = false }: { round: Round; bare?: boolean }) {
  const say = useMessages('rounds');
  const voice = useVoice();
  if (!outcome || (bare && !note)) return null;
  return <p>{!bare && say(`rounds.outcome.${outcome}`)} {note && closedBy && say('rounds.outcome.note', { note, name: voice(closedBy) })}</p>;
}
