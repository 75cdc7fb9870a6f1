import css from './BarChart.module.css';

export interface Bar {
  key: string;
  label: string;
  value: number;
  /** The value in words, beside the bar. */
  text: string;
  /** Stands out: the winner. */
  strong?: boolean;
}

/**
 * Horizontal bars. The words carry everything: the drawing is hidden from screen readers, which get the
 * sentence before and the table behind it from the page.
 */
export function BarChart({ bars, most }: { bars: readonly Bar[]; most?: number }) {
  const top = Math.max(1, most ?? Math.max(0, ...bars.map((bar) => bar.value)));
  return (
    <div className={css['chart']} aria-hidden="true">
      {bars.map((bar) => (
        <div key={bar.key} className={css['row']}>
          <span className={css['label']}>{bar.label}</span>
          <span className={css['text']}>{bar.text}</span>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" className={css['svg']}>
            <rect width="100" height="4" className={css['track']} />
            <rect width={(100 * bar.value) / top} height="4" className={bar.strong ? css['strong'] : css['bar']} />
          </svg>
        </div>
      ))}
    </div>
  );
}
