import { joined } from '../../../i18n/joined.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import type { Ballot } from '../CastForm.tsx';
import css from '../ResultView.module.css';
import { type Rule, RuleLine } from '../RuleLine.tsx';

type Result = NonNullable<Ballot['result']>;

/** Every rule that was asked: what it needed, what was reached, whether it was met. */
export function Rules({ ballot, result }: { ballot: Ballot; result: Result }) {
  const say = useMessages('result');
  return (
    <div>
      <h3 className={css['h3']}>{say('result.rules')}</h3>
      <ul className={css['rules']}>{result.rules.filter(isAsked).map((rule, index) => <RuleLine key={index} rule={rule} ballot={ballot} />)}</ul>
      <NoQuorum result={result} />
    </div>
  );
}

/** A quorum that nobody asked for was not met either. */
const isAsked = (rule: Rule) => !(rule.__typename === 'QuorumExplanation' && rule.quorumKind === 'NONE');

function NoQuorum({ result: { rules } }: { result: Result }) {
  const say = useMessages('result');
  const core = useMessages();
  const quorums = rules.filter((rule) => rule.__typename === 'QuorumExplanation');
  const without = quorums.filter((rule) => !isAsked(rule)).map(({ constituency }) => core(`among.${constituency}`));
  if (without.length === 0) return null;
  return <p className={css['none']}>{without.length === quorums.length ? say('rule.noQuorum') : say('rule.noQuorumOf', { groups: joined(without) })}</p>;
}
