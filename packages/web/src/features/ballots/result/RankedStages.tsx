import { useMemo, useState } from 'react';
import { useMessages } from '../../../i18n/use-messages.ts';
import { announce } from '../../../ui/announce.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Stack } from '../../../ui/Page.tsx';
import { Steps } from '../../../ui/Steps.tsx';
import { type Column, Table } from '../../../ui/Table.tsx';
import { TransferChart, type TransferRow } from '../../../ui/TransferChart.tsx';
import type { Ballot } from '../CastForm.tsx';
import { OptionLabel, useOptionLabel } from '../option-label.tsx';
import css from '../ResultView.module.css';
import type { Count, Ranked } from './counted.ts';
import { useStageWords, useVotes } from './stage-words.ts';
import { type Holding, mostHeld, type StageView, viewsOf } from './stages.ts';

/** How rankings became seats: a drawing to step through, a sentence for each stage, and every number behind them. */
export default function RankedStages({ ballot, ranked, lots }: { ballot: Ballot; ranked: Ranked; lots: Count['lots'] }) {
  const say = useMessages('result');
  const label = useOptionLabel();
  const optionOf = (id: string) => ballot.options.find((option) => option.id === id);
  const words = useStageWords((id) => label(optionOf(id)));
  const steps = useMemo(() => viewsOf(ranked, ballot.options), [ranked, ballot.options]);
  const [current, setCurrent] = useState(0);
  const [all, setAll] = useState(false);
  const shown = Math.min(current, steps.length - 1);
  const step = steps[shown];
  if (!step) return null;
  const said = steps.map((each) => words(each, ranked, lots));
  const { ballots, quota, seats } = ranked;
  const place = (step: number) => say('ranked.place', { number: step + 1, count: steps.length });
  return (
    <Stack gap={4}>
      <h3 className={css['h3']}>{say('ranked.title')}</h3>
      <p>{seats === 1 ? say('ranked.why.one', { ballots, quota }) : say('ranked.why.many', { ballots, quota, seats })}</p>
      <Steps
        label={say('ranked.title')} count={steps.length} current={shown} said={said}
        words={{ previous: say('ranked.previous'), next: say('ranked.next'), place: place(shown) }}
        onChange={(step) => { setCurrent(step); announce(`${place(step)}. ${said[step]}`); }}
      >
        <StageChart step={step} steps={steps} quota={quota} optionOf={optionOf} />
      </Steps>
      {steps.some(({ stage }) => stage.kind === 'SURPLUS') && <p className={css['numbers']}>{say('ranked.part')}</p>}
      <div className={css['print']}><Button kind="secondary" aria-expanded={all} onClick={() => setAll(!all)}>{say(all ? 'ranked.hideAll' : 'ranked.all')}</Button></div>
      <div className={all ? css['stages'] : css['printed']}>
        {steps.map((each, at) => (
          <section key={at} className={css['stage']} aria-label={place(at)}>
            <h4>{place(at)}</h4>
            <p>{said[at]}</p>
            <Numbers step={each} number={at + 1} optionOf={optionOf} />
          </section>
        ))}
      </div>
    </Stack>
  );
}

function StageChart({ step, steps, quota, optionOf }: { step: StageView; steps: readonly StageView[]; quota: number; optionOf: OptionOf }) {
  const say = useMessages('result');
  const { short } = useVotes();
  return <TransferChart most={mostHeld(steps, quota)} goal={{ value: quota, label: say('ranked.goal', { quota: short(quota) }) }} rows={useRows(step, steps, optionOf)} />;
}

type OptionOf = (id: string) => Ballot['options'][number] | undefined;

function useRows({ stage, holdings, lost }: StageView, steps: readonly StageView[], optionOf: OptionOf): TransferRow[] {
  const say = useMessages('result');
  const { short, change } = useVotes();
  const first = stage.stage === 0;
  const atLast = new Map(steps.at(-1)?.holdings.map(({ id, state }) => [id, state]));
  const markOf = (id: string, state: Holding['state']): TransferRow['mark'] => {
    const end = atLast.get(id);
    return end === undefined || end === 'RUNNING' ? undefined : { text: say(end === 'IN' ? 'ranked.in' : 'ranked.out'), kind: end === 'IN' ? 'in' : 'out', later: state === 'RUNNING' };
  };
  const rows = holdings.map(({ id, before, after, state }): TransferRow => {
    const option = optionOf(id);
    return {
      key: id, label: option && <OptionLabel option={option} />, after, text: short(after), gone: state === 'OUT',
      before: first ? after : before,
      change: first || after === before ? undefined : change(after - before),
      part: stage.moved?.id === id ? 'from' : !first && after > before ? 'to' : undefined,
      mark: markOf(id, state),
    };
  });
  // Room is kept for them from the first stage on, so that no row comes in between.
  if (!steps.some((each) => each.lost.after > 0)) return rows;
  const more = lost.after > lost.before;
  return [...rows, { key: '-', label: say('ranked.noMore'), ...lost, text: short(lost.after), gone: true, change: more ? change(lost.after - lost.before) : undefined, part: more ? 'to' : undefined }];
}

type NumbersRow = Pick<Holding, 'id' | 'before' | 'after'> & Partial<Holding>;

function Numbers({ step: { stage, holdings, lost }, number, optionOf }: { step: StageView; number: number; optionOf: OptionOf }) {
  const say = useMessages('result');
  const { exact } = useVotes();
  const name = ({ id, state, news }: NumbersRow) => {
    const option = optionOf(id);
    if (!option) return say('ranked.noMore');
    return <><OptionLabel option={option} />{news && state !== 'RUNNING' && ` (${say(state === 'IN' ? 'ranked.in' : 'ranked.out')})`}</>;
  };
  const change = ({ before, after }: NumbersRow) => (after === before ? '–' : (after > before ? '+' : '−') + exact(Math.abs(after - before)));
  const columns: Column<NumbersRow>[] = [
    { key: 'name', head: say('result.option'), cell: name },
    ...(stage.stage === 0 ? [] : [
      { key: 'before', head: say('ranked.before'), number: true, cell: (row: NumbersRow) => exact(row.before) },
      { key: 'change', head: say('ranked.change'), number: true, cell: change },
    ]),
    { key: 'after', head: say(stage.stage === 0 ? 'ranked.votes' : 'ranked.after'), number: true, cell: (row) => exact(row.after) },
  ];
  // Who went out at an earlier stage has nothing more to say.
  const rows: NumbersRow[] = [...holdings.filter(({ state, news }) => state !== 'OUT' || news), { id: '', ...lost }];
  return <Table hideCaption caption={say('ranked.tableOf', { number })} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
