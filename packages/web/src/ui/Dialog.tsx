import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button.tsx';
import css from './Dialog.module.css';

interface DialogProps {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  closeLabel: string;
  children: ReactNode;
  /** Buttons that answer the question; the way out stands beside them. */
  actions?: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus, answers Escape, and hides the page from screen readers. */
export function Dialog({ open, title, onClose, closeLabel, children, actions }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog ref={box} aria-labelledby={id} className={css['dialog']} onClose={onClose} onCancel={onClose}>
      {open && (
        <div className={css['body']}>
          <h2 id={id} className={css['title']}>{title}</h2>
          {children}
          <div className={css['actions']}>
            {actions}
            <Button kind="quiet" onClick={onClose}>{closeLabel}</Button>
          </div>
        </div>
      )}
    </dialog>
  );
}
