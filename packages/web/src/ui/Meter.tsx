import css from './Meter.module.css';

interface MeterProps {
  label: string;
  /** The same in words, always shown. */
  text: string;
  value: number | null;
  max: number;
  /** A line to reach, as a quorum. */
  goal?: number | undefined;
}

/** How much of a whole, with the line it must reach. A withheld value (null) draws no bar. */
export function Meter({ label, text, value, max, goal }: MeterProps) {
  const whole = Math.max(1, max);
  return (
    <div className={css['meter']}>
      <span className={css['label']}>{label}</span>
      <span className={css['text']}>{text}</span>
      <div
        className={css['track']}
        {...(value === null ? { 'aria-hidden': true } : { role: 'meter', 'aria-label': label, 'aria-valuemin': 0, 'aria-valuemax': max, 'aria-valuenow': Math.min(value, max), 'aria-valuetext': text })}
      >
        <div className={css['bar']} style={{ inlineSize: `${(100 * Math.min(value ?? 0, whole)) / whole}%` }} />
        {goal !== undefined && <div className={css['goal']} style={{ insetInlineStart: `${(100 * Math.min(goal, whole)) / whole}%` }} />}
      </div>
    </div>
  );
}
