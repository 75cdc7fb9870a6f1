import type { ReactNode } from 'react';
import css from './TransferChart.module.css';

export interface TransferRow {
  key: string;
  label: ReactNode;
  /** Held before this step and after it. */
  before: number;
  after: number;
  /** What it holds now, in words. */
  text: string;
  /** What it gained or gave, in words. */
  change?: string | undefined;
  /** Where what moves comes from, and where it goes. */
  part?: 'from' | 'to' | undefined;
  /** What becomes of it; one that comes at a later step takes its room already, so that no row grows. */
  mark?: { text: string; kind: 'in' | 'out'; later: boolean } | undefined;
  /** No longer takes part. */
  gone?: boolean;
}

interface TransferChartProps {
  rows: readonly TransferRow[];
  /** What a full bar stands for. */
  most: number;
  /** A line to reach, named in words above. */
  goal?: { value: number; label: string } | undefined;
}

/**
 * Bars from which something moves to others, one step at a time. Rows keep their places from step to step, so that
 * only what moves moves. Words carry everything: screen readers get the sentence before and the table behind it from the page.
 */
export function TransferChart({ rows, most, goal }: TransferChartProps) {
  const moving = rows.flatMap(({ part }, at) => (part ? [at] : []));
  const [first, last] = [Math.min(...moving), Math.max(...moving)];
  const moves = rows.some(({ part }) => part === 'from') && moving.length > 1;
  return (
    <div className={css['chart']} aria-hidden="true">
      {goal && <p className={css['goal']}><span className={css['goalMark']} />{goal.label}</p>}
      {rows.map((row, at) => (
        <div key={row.key} className={`${css['row']} ${row.gone ? css['gone'] : ''}`}>
          <span className={css['way']}>
            {moves && at > first && at <= last && <span className={css['above']} />}
            {moves && at >= first && at < last && <span className={css['below']} />}
            {moves && row.part && <span className={css[row.part]} />}
          </span>
          <span className={css['label']}>
            {row.label}
            {row.mark && <span className={`${css['mark']} ${css[row.mark.later ? 'later' : row.mark.kind]}`}>{row.mark.text}</span>}
          </span>
          <span className={css['text']}>{row.text}<span className={css['change']}>{row.change}</span></span>
          <Bar row={row} most={most} goal={goal?.value} />
        </div>
      ))}
    </div>
  );
}

/** What was there and stays, what has come, and the outline of what has gone. */
function Bar({ row: { before, after, gone }, most, goal }: { row: TransferRow; most: number; goal: number | undefined }) {
  const share = (value: number) => `${(100 * Math.min(value, most)) / most}%`;
  const [kept, gained, lost] = [Math.min(before, after), Math.max(0, after - before), Math.max(0, before - after)];
  return (
    <svg className={css['svg']} preserveAspectRatio="none">
      <rect className={css['track']} width="100%" height="100%" />
      <rect className={css['lost']} height="100%" style={{ x: share(kept), width: share(lost) }} />
      <rect className={gone ? css['rest'] : css['kept']} height="100%" style={{ width: share(kept) }} />
      <rect className={css['gained']} height="100%" style={{ x: share(kept), width: share(gained) }} />
      {goal !== undefined && goal <= most && <rect className={css['goalLine']} height="100%" width="3" style={{ x: `calc(${share(goal)} - 1.5px)` }} />}
    </svg>
  );
}
