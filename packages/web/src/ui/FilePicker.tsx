import { type ReactNode, useState } from 'react';
import { Field } from './Field.tsx';
import css from './FilePicker.module.css';

interface FilePickerProps {
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  accept?: string;
  multiple?: boolean;
  /** On a phone: open the camera instead. */
  capture?: 'environment';
  onPick: (files: File[]) => void;
  disabled?: boolean;
}

/** The browser's own file field, made a large place that files can also be dropped on. */
export function FilePicker({ onPick, accept, multiple, capture, disabled, ...field }: FilePickerProps) {
  const [over, setOver] = useState(false);
  return (
    <Field {...field}>
      {(ties) => (
        <input
          {...ties} type="file" accept={accept} multiple={multiple} capture={capture} disabled={disabled}
          className={`${css['picker']} ${over ? css['over'] : ''}`}
          onDragEnter={() => setOver(true)} onDragLeave={() => setOver(false)} onDrop={() => setOver(false)}
          onChange={(event) => onPick([...(event.target.files ?? [])])}
        />
      )}
    </Field>
  );
}
