import css from './Skeleton.module.css';

/** Keeps the place of what is on its way, without jumping when it comes. Waits a moment before it shows. */
export function Skeleton({ label, lines = 4 }: { label: string; lines?: number }) {
  return (
    <div className={css['skeleton']} role="status">
      <span className={css['label']}>{label}</span>
      {Array.from({ length: lines }, (_, index) => <span key={index} aria-hidden="true" className={css['line']} />)}
    </div>
  );
}
