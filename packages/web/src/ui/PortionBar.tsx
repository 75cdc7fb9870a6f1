import css from './PortionBar.module.css';

/** One part of a whole, where it begins: under one another they add up. Words beside it carry the numbers. */
export function PortionBar({ whole, from, size }: { whole: number; from: number; size: number }) {
  const share = (value: number) => `${(100 * value) / Math.max(1, whole)}%`;
  return (
    <svg className={css['svg']} aria-hidden="true">
      <rect width="100%" height="100%" className={css['track']} />
      <rect x="0" width={share(from)} height="100%" className={css['before']} />
      <rect x={share(from)} width={share(size)} height="100%" className={css['part']} />
    </svg>
  );
}
