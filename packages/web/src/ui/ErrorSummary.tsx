import { useEffect, useRef } from 'react';
import css from './Notice.module.css';

/** What is wrong with a form, each fault linking to its field; takes the focus when it appears. */
export function ErrorSummary({ title, faults }: { title: string; faults: readonly { id: string; text: string }[] }) {
  const box = useRef<HTMLDivElement>(null);
  const shown = faults.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (!shown) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className={`${css['notice']} ${css['danger']}`}>
      <h2 className={css['title']}>{title}</h2>
      <ul className={css['list']}>
        {faults.map((fault) => (
          <li key={fault.id + fault.text}>
            <a
              href={`#${fault.id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fault.id)?.focus();
              }}
            >
              {fault.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
