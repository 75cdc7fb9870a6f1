import css from './Progress.module.css';

/** Long work with its counts in words. Without `total` it only shows that something moves. */
export function Progress({ label, done, total }: { label: string; done?: number; total?: number | null }) {
  const known = done !== undefined && total != null && total > 0;
  return (
    <div className={css['box']}>
      <span className={css['label']}>{label}</span>
      <progress className={css['bar']} aria-label={label} {...(known ? { value: done, max: total } : {})} />
    </div>
  );
}
