import { useMessages } from '../../../i18n/use-messages.ts';
import { useMoney } from '../../../i18n/use-money.ts';
import type { Ballot } from '../CastForm.tsx';
import { useOptionLabel } from '../option-label.tsx';
import css from '../ResultView.module.css';
import { type Count, unitOf } from './counted.ts';
import { useVotes } from './stage-words.ts';

type Margin = Count['margins'][number];

/** How close it was, a sentence each. */
export function Margins({ ballot, margins }: { ballot: Ballot; margins: readonly Margin[] }) {
  const say = useMessages('result');
  const words = useMarginWords(ballot);
  if (margins.length === 0) return null;
  return (
    <div>
      <h3 className={css['h3']}>{say('margin.title')}</h3>
      <ul className={css['said']}>{margins.map((margin, at) => <li key={at}>{words(margin)}</li>)}</ul>
    </div>
  );
}

function useMarginWords(ballot: Ballot): (margin: Margin) => string {
  const say = useMessages('result');
  const core = useMessages();
  const label = useOptionLabel();
  const money = useMoney();
  const { short } = useVotes();
  const name = ({ id }: { id: string }) => core('quoted', { name: label(ballot.options.find((option) => option.id === id)) });
  const what = say(unitOf(ballot.method));
  return (margin) => {
    switch (margin.__typename) {
      case 'QuorumMargin': return say(margin.met ? 'margin.quorumMet' : 'margin.quorumMissed', { group: core(`constituency.${margin.quorumOf}`), people: margin.people });
      case 'MajorityMargin': {
        const group = margin.majorityOf ? core(`constituency.${margin.majorityOf}`) : say('rule.everyone');
        return say(margin.met ? 'margin.majorityMet' : 'margin.majorityMissed', { group, voters: margin.voters });
      }
      case 'LeadMargin': return margin.ahead > 0 ? say('margin.lead', { ahead: short(margin.ahead), what }) : say('margin.leadNone', { what });
      case 'SeatMargin': return say(`margin.seat.${margin.by}`, { name: name(margin.option), number: margin.stage + 1, votes: short(Number(margin.seatVotes)) });
      case 'ExclusionMargin': {
        const about = { number: margin.stage + 1, name: name(margin.option), next: name(margin.next) };
        return Number(margin.behind) > 0 ? say('margin.exclusion', { ...about, votes: short(Number(margin.behind)) }) : say('margin.exclusionTie', about);
      }
      case 'ProjectMargin': return margin.lacking === null
        ? say('margin.projectOther', { name: name(margin.option) })
        : say('margin.project', { name: name(margin.option), lacking: money(Math.ceil(Number(margin.lacking) * 100) / 100) });
    }
  };
}
