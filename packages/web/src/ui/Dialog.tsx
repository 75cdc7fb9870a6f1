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

/**
 * The browser gives the focus back when a dialog is closed, but not when it is taken off the page, as those are that
 * exist only while they are open: whoever uses keys alone would begin at the top again.
 */
function giveBack(before: Element | null): void {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (!lost || !(before instanceof HTMLElement) || before === document.body) return;
  before.focus({ preventScroll: true });
  // What was pressed is gone with what it did: where the page begins is better than nowhere.
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

/** The browser's own modal dialog: it keeps the focus, answers Escape, and hides the page from screen readers. */
export function Dialog({ open, title, onClose, closeLabel, children, actions }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!open) {
      if (dialog?.open) dialog.close();
      return;
    }
    const before = document.activeElement;
    if (!dialog?.open) dialog?.showModal();
    return () => giveBack(before);
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
