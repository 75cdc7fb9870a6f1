import { useMessages } from '../../i18n/use-messages.ts';
import { FilePicker } from '../../ui/FilePicker.tsx';

/** Whole folders can be chosen on computers; phones, which cannot, do not see this. */
export function FolderPicker({ onPick }: { onPick: (files: File[]) => void }) {
  const staff = useMessages('staff');
  if (!('webkitdirectory' in HTMLInputElement.prototype) || matchMedia('(pointer: coarse)').matches) return null;
  return (
    <div
      // React knows no such attribute; the field is reached through the element around it.
      ref={box => box?.querySelector('input')?.setAttribute('webkitdirectory', '')}
    >
      <FilePicker label={staff('import.folder')} hint={staff('import.folderHint')} multiple onPick={onPick} />
    </div>
  );
}
