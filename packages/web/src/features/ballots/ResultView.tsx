import { joined } from '../../i18n/joined.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { dated } from '../../i18n/locales.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { BarChart } from '../../ui/BarChart.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Page.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import type { Ballot } from './CastForm.tsx';
import { OptionLabel, useOptionLabel } from './option-label.tsx';
import css from './ResultView.module.css';
import { type Rule, RuleLine } from './RuleLine.tsx';
import { useVerdict } from './verdict.ts';

type Result = NonNullable<Ballot['result']>;
type Option = Ballot['options'][number];

/** The result as people tell it: the sentence, then the drawing, then the numbers, then every rule and who signed. */
export default function ResultView({ ballot, result }: { ballot: Ballot; result: Result }) {
  const say = useMessages();
  const verdict = useVerdict();
  return (
    <Card marked as="section" aria-labelledby="result">
      <Stack gap={5}>
        <div>
          <h2 id="result" className={css['over']}>{say('result.title')}</h2>
          <p className={css['sentence']}>{verdict(ballot, result)}</p>
        </div>
        {result.tallies.length > 0 && <Chart ballot={ballot} result={result} />}
        {(result.withheld || result.constituencies.some(({ withheld }) => withheld)) && <Notice title={say('result.withheld.title')}><p>{say('result.withheld')}</p></Notice>}
        {result.tallies.length > 0 && <Numbers ballot={ballot} result={result} />}
        {result.rules.length > 0 && (
          <div>
            <h3 className={css['h3']}>{say('result.rules')}</h3>
            <ul className={css['rules']}>{result.rules.filter(isAsked).map((rule, index) => <RuleLine key={index} rule={rule} ballot={ballot} />)}</ul>
            <NoQuorum result={result} />
          </div>
        )}
        <Signed ballot={ballot} />
        <div className={css['print']}><Button kind="secondary" onClick={() => window.print()}>{say('result.print')}</Button></div>
      </Stack>
    </Card>
  );
}

/** A quorum that nobody asked for was not met either. */
const isAsked = (rule: Rule) => !(rule.__typename === 'QuorumExplanation' && rule.quorumKind === 'NONE');

function NoQuorum({ result: { rules } }: { result: Result }) {
  const say = useMessages();
  const quorums = rules.filter((rule) => rule.__typename === 'QuorumExplanation');
  const without = quorums.filter((rule) => !isAsked(rule)).map(({ constituency }) => say(`among.${constituency}`));
  if (without.length === 0) return null;
  return <p className={css['none']}>{without.length === quorums.length ? say('rule.noQuorum') : say('rule.noQuorumOf', { groups: joined(without) })}</p>;
}

const votesFor = (tallies: Result['tallies'], option: Option) => tallies.find((tally) => tally.option.id === option.id)?.votes ?? 0;

function Chart({ ballot, result }: { ballot: Ballot; result: Result }) {
  const say = useMessages();
  const label = useOptionLabel();
  const share = useShare();
  const cast = result.ballots ?? 0;
  const options = ballot.options.map((option) => ({ option, votes: votesFor(result.tallies, option) }));
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

interface NumbersRow {
  key: string;
  name: React.ReactNode;
  option: Option | null;
}

/** One row per option, one column per constituency whose numbers may be shown. */
function Numbers({ ballot, result }: { ballot: Ballot; result: Result }) {
  const say = useMessages();
  const shown = result.constituencies.filter(({ withheld }) => !withheld);
  const rows: NumbersRow[] = [
    ...ballot.options.map((option) => ({ key: option.id, name: <OptionLabel option={option} />, option })),
    { key: 'ballots', name: say('result.ballots'), option: null },
  ];
  const columns: Column<NumbersRow>[] = [
    { key: 'option', head: say('result.option'), cell: ({ name }) => name },
    ...(shown.length > 1 || result.constituencies.length > shown.length
      ? shown.map((part): Column<NumbersRow> => ({
          key: part.constituency, head: say(`constituency.${part.constituency}`), number: true,
          cell: ({ option }) => (option ? votesFor(part.tallies, option) : say('result.ofRoll', { ballots: part.ballots ?? 0, roll: part.roll })),
        }))
      : []),
    { key: 'all', head: say('result.all'), number: true, cell: ({ option }) => (option ? votesFor(result.tallies, option) : (result.ballots ?? '–')) },
  ];
  return <Table caption={say('result.numbers')} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}

function Signed({ ballot: { certifications, certifiedAt, environment, state } }: { ballot: Ballot }) {
  const say = useMessages();
  const dates = useDates(environment.timeZone);
  if (state !== 'CERTIFIED' && certifications.length === 0) return null;
  return (
    <div>
      <h3 className={css['h3']}>{say(state === 'CERTIFIED' ? 'result.certified' : 'result.certifiedByOne')}</h3>
      {certifiedAt && certifications.length === 0 && <p>{say('result.certifiedAt', { when: dates.dayTime(certifiedAt) })}</p>}
      <ul className={css['signed']}>{certifications.map(({ person, role, certifiedAt: at }) => <li key={person.id}>{say('result.signature', { name: person.displayName, role: say(`role.${role}`), when: dates.dayTime(at) })}</li>)}</ul>
    </div>
  );
}

function useShare(): (part: number, whole: number) => string {
  const format = new Intl.NumberFormat(dated(useLocale()), { style: 'percent', maximumFractionDigits: 0 });
  return (part, whole) => format.format(whole ? part / whole : 0);
}
