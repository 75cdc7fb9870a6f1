import { useQuery } from '@apollo/client/react';
import { lazy, type ReactNode, Suspense } from 'react';
import { BallotCountDocument } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { dated } from '../../i18n/locales.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { BarChart } from '../../ui/BarChart.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Page.tsx';
import type { Ballot } from './CastForm.tsx';
import { useOptionLabel } from './option-label.tsx';
import css from './ResultView.module.css';
import { type Count, isBudget, isGraded, isRanked } from './result/counted.ts';
import { Lots } from './result/Lots.tsx';
import { Margins } from './result/Margins.tsx';
import { Numbers } from './result/Numbers.tsx';
import { Rules } from './result/Rules.tsx';
import { Ways } from './result/Ways.tsx';
import { useVerdict } from './verdict.ts';

const RankedStages = lazy(() => import('./result/RankedStages.tsx'));
const BudgetList = lazy(() => import('./result/BudgetList.tsx'));
const GradedChart = lazy(() => import('./result/GradedChart.tsx'));

export type Result = NonNullable<Ballot['result']>;

/** The result as people tell it: the sentence, then the drawing, then the numbers, then every rule and who signed. */
export default function ResultView({ ballot, result }: { ballot: Ballot; result: Result }) {
  const say = useMessages('result');
  const verdict = useVerdict();
  const { data, error } = useQuery(BallotCountDocument, { variables: { id: ballot.id } });
  const count = data?.ballot?.result ?? null;
  return (
    <Card marked as="section" aria-labelledby="result">
      <Stack gap={5}>
        <div>
          <h2 id="result" className={css['over']}>{say('result.title')}</h2>
          <p className={css['sentence']}>{verdict(ballot, result, count?.lots ?? [])}</p>
        </div>
        <Drawing ballot={ballot} result={result} count={count} failed={error !== undefined} />
        {count && <Lots ballot={ballot} lots={count.lots} />}
        {(result.withheld || result.constituencies.some(({ withheld }) => withheld)) && <Notice title={say('result.withheld.title')}><p>{say('result.withheld')}</p></Notice>}
        {result.tallies.length > 0 && <Numbers ballot={ballot} result={result} count={count} />}
        <Ways result={result} />
        {result.rules.length > 0 && <Rules ballot={ballot} result={result} />}
        {count && <Margins ballot={ballot} margins={count.margins} />}
        <Signed ballot={ballot} />
        <div className={css['print']}><Button kind="secondary" onClick={() => window.print()}>{say('result.print')}</Button></div>
      </Stack>
    </Card>
  );
}

/** What is drawn is the method's; most comes only to pages that show it. */
function Drawing({ ballot, result, count, failed }: { ballot: Ballot; result: Result; count: Count | null; failed: boolean }): ReactNode {
  const say = useMessages('result');
  const waiting = <p className={css['waiting']} aria-busy="true">{say('result.loading')}</p>;
  const { method } = ballot;
  // Without the details, the votes for each option (of rankings, the first choices) still tell something.
  if ((!isRanked(method) && !isBudget(method) && !isGraded(method)) || (failed && count === null)) return result.tallies.length > 0 && <Chart ballot={ballot} result={result} />;
  if (count === null) return waiting;
  const drawn = count.ranked ? <RankedStages ballot={ballot} ranked={count.ranked} lots={count.lots} />
    : count.budget ? <BudgetList ballot={ballot} budget={count.budget} ballots={result.ballots} />
    : count.tallies.length > 0 && isGraded(method) && <GradedChart ballot={ballot} tallies={count.tallies} ballots={result.ballots ?? 0} chosen={result.chosen} />;
  return <Suspense fallback={waiting}>{drawn}</Suspense>;
}

const votesFor = (tallies: Result['tallies'], id: string) => tallies.find((tally) => tally.option.id === id)?.votes ?? 0;

function Chart({ ballot, result }: { ballot: Ballot; result: Result }) {
  const say = useMessages('result');
  const label = useOptionLabel();
  const share = useShare();
  const cast = result.ballots ?? 0;
  const options = ballot.options.map((option) => ({ option, votes: votesFor(result.tallies, option.id) }));
  if (ballot.method !== 'YES_NO') options.sort((a, b) => b.votes - a.votes);
  return (
    <BarChart
      most={cast}
      bars={options.map(({ option, votes }) => ({
        key: option.id, label: label(option), value: votes, text: say('result.votes', { votes, share: share(votes, cast) }),
        strong: option.kind === 'YES' || result.chosen.some(({ id }) => id === option.id),
      }))}
    />
  );
}

function Signed({ ballot: { certifications, certifiedAt, environment, state } }: { ballot: Ballot }) {
  const say = useMessages('result');
  const core = useMessages();
  const dates = useDates(environment.timeZone);
  if (state !== 'CERTIFIED' && certifications.length === 0) return null;
  return (
    <div>
      <h3 className={css['h3']}>{say(state === 'CERTIFIED' ? 'result.certified' : 'result.certifiedByOne')}</h3>
      {certifiedAt && certifications.length === 0 && <p>{say('result.certifiedAt', { when: dates.dayTime(certifiedAt) })}</p>}
      <ul className={css['signed']}>{certifications.map(({ person, role, certifiedAt: at }) => <li key={person.id}>{say('result.signature', { name: person.displayName, role: core(`role.${role}`), when: dates.dayTime(at) })}</li>)}</ul>
    </div>
  );
}

function useShare(): (part: number, whole: number) => string {
  const format = new Intl.NumberFormat(dated(useLocale()), { style: 'percent', maximumFractionDigits: 0 });
  return (part, whole) => format.format(whole ? part / whole : 0);
}
