import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { joined } from '../../i18n/joined.ts';
import css from './Notes.module.css';
import type { NotesSession, Writer } from './notes-session.ts';
import { placeIn, TextBinding } from './text-binding.ts';

interface NoteFieldProps {
  session: NotesSession;
  itemId: string | null;
  label: ReactNode;
  /** Others who write in this text now. */
  writers: readonly Writer[];
  readOnly: boolean;
}

/** One text of the notes: a plain field, in which others' words come in around the caret and their carets stand. */
export function NoteField({ session, itemId, label, writers, readOnly }: NoteFieldProps) {
  const say = useMessages('minutes');
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const binding = useRef<TextBinding | null>(null);
  const [shown, setShown] = useState('');
  const [can, setCan] = useState({ undo: false, redo: false });
  useEffect(() => {
    const bound = new TextBinding(session.text(itemId), field.current!, setShown);
    const told = () => setCan({ undo: bound.undo.canUndo(), redo: bound.undo.canRedo() });
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) bound.undo.on(event, told);
    binding.current = bound;
    return () => bound.leave();
  }, [session, itemId]);
  const show = () => {
    if (binding.current && document.activeElement === field.current) session.showCaret({ itemId, ...binding.current.caret() });
  };
  const back = (way: 'undo' | 'redo') => {
    binding.current?.undo[way]();
    field.current?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !(key === 'z' || key === 'y')) return;
    event.preventDefault();
    back(key === 'y' || event.shiftKey ? 'redo' : 'undo');
  };
  const names = [...new Set(writers.map(({ name }) => name))];
  return (
    <div className={css['note']}>
      <div className={css['noteHead']}>
        <label htmlFor={id} className={css['noteLabel']}>{label}</label>
        {!readOnly && (can.undo || can.redo) && (
          <span className={css['undo']}>
            <button type="button" disabled={!can.undo} onClick={() => back('undo')}>{say('notes.undo')}</button>
            <button type="button" disabled={!can.redo} onClick={() => back('redo')}>{say('notes.redo')}</button>
          </span>
        )}
      </div>
      {names.length > 0 && <p className={css['here']} id={`${id}-here`}>{say('notes.here', { names: joined(names), count: names.length })}</p>}
      <div className={css['page']}>
        <Carets text={shown} writers={writers} placeOf={(position) => placeIn(session.text(itemId), position)} />
        <textarea
          ref={field} id={id} className={css['field']} readOnly={readOnly} spellCheck rows={2} aria-describedby={names.length > 0 ? `${id}-here` : undefined}
          onInput={() => { binding.current?.typed(); show(); }} onKeyDown={keys} onSelect={show} onFocus={show}
          onCompositionStart={() => session.hold(true)} onCompositionEnd={() => { binding.current?.typed(); session.hold(false); }}
          onBlur={() => { session.hold(false); session.showCaret(null); }}
          onBeforeInput={(event) => {
            // The browser's own way back knows nothing of what others typed in between.
            const { inputType } = event.nativeEvent as InputEvent;
            if (inputType === 'historyUndo' || inputType === 'historyRedo') {
              event.preventDefault();
              back(inputType === 'historyUndo' ? 'undo' : 'redo');
            }
          }}
        />
      </div>
    </div>
  );
}

/** The same text once more, unseen, under the field: it makes the field as high as its text, and bears the carets. */
function Carets({ text, writers, placeOf }: { text: string; writers: readonly Writer[]; placeOf: (position: Uint8Array) => number | null }) {
  const carets = writers
    .map(({ device, name, head }) => ({ device, name, at: head && placeOf(head) }))
    .filter((caret): caret is { device: string; name: string; at: number } => caret.at !== null)
    .toSorted((a, b) => a.at - b.at);
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { device, name, at } of carets) {
    parts.push(text.slice(from, at), <span key={device} className={css['caret']}><span className={css['flag']}>{name}</span></span>);
    from = at;
  }
  // A last line that is empty would have no height.
  return <div aria-hidden="true" className={css['mirror']}>{parts}{text.slice(from)}{'\u200B'}</div>;
}
