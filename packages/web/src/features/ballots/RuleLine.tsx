import { useMessages } from '../../i18n/use-messages.ts';
import type { Ballot } from './CastForm.tsx';
import { headline } from '../../i18n/joined.ts';
import { useOptionLabel } from './option-label.tsx';
import css from './ResultView.module.css';
import { isGraded, unitOf } from './result/counted.ts';

export type Rule = NonNullable<Ballot['result']>['rules'][number];

/** One adoption rule: what it asks, how much that was here, what was reached, and whether it was met. */
export function RuleLine({ rule, ballot }: { rule: Rule; ballot: Ballot }) {
  const say = useMessages('result');
  const { what, numbers } = useRuleWords()(rule, ballot);
  return (
    <li className={css['rule']}>
      <span className={`${css['mark']} ${rule.met ? css['met'] : css['missed']}`}>{say(rule.met ? 'rule.met' : 'rule.missed')}</span>
      <span>
        <span className={css['what']}>{what}</span> <span className={css['numbers']}>{numbers}</span>
      </span>
    </li>
  );
}

function useRuleWords(): (rule: Rule, ballot: Ballot) => { what: string; numbers: string } {
  const say = useMessages('result');
  const core = useMessages();
  const label = useOptionLabel();
  const group = (name: Ballot['constituencies'][number]['constituency'] | null) => (name ? core(`constituency.${name}`) : say('rule.everyone'));
  return (rule, ballot) => {
    switch (rule.__typename) {
      case 'QuorumExplanation': {
        const roll = ballot.turnout.constituencies.find(({ constituency }) => constituency === rule.constituency)?.roll ?? 0;
        return {
          what: say('rule.quorum', { group: group(rule.constituency) }),
          numbers: rule.reached === null ? say('rule.hidden') : say('rule.quorumNumbers', { needed: rule.needed, roll, reached: rule.reached }),
        };
      }
      case 'MajorityExplanation': {
        const { shareNumerator: n, shareDenominator: d, atLeast } = rule;
        const share = n === 1 && d === 2 && !atLeast ? say('share.half') : say(atLeast ? 'share.atLeast' : 'share.moreThan', { share: `${n}/${d}` });
        return {
          what: say(`rule.majority.${rule.base}`, { group: group(rule.majorityOf), share }),
          numbers: rule.neededVotes === null || rule.reachedVotes === null
            ? say('rule.hidden')
            : say('rule.majorityNumbers', { needed: rule.neededVotes, of: rule.of ?? 0, reached: rule.reachedVotes }),
        };
      }
      case 'PluralityExplanation': {
        const names = rule.leading.map(({ id }) => label(ballot.options.find((option) => option.id === id)));
        const unit = say(unitOf(ballot.method));
        if (rule.seats > 1 || isGraded(ballot.method)) {
          return {
            what: say('rule.seats', { seats: rule.seats, what: unit }),
            numbers: rule.votes === null ? say('rule.hidden') : say('rule.seatsNumbers', { names: headline(names, core), what: unit, votes: rule.votes, next: rule.runnerUpVotes ?? 0 }),
          };
        }
        return {
          what: say('rule.plurality'),
          numbers: rule.votes === null ? say('rule.hidden') : say('rule.pluralityNumbers', { names: headline(names, core), count: names.length, votes: rule.votes, next: rule.runnerUpVotes ?? 0 }),
        };
      }
    }
  };
}
