import { useEffect, useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { FilePicker } from '../../ui/FilePicker.tsx';
import css from './Papers.module.css';
import { scaledPhoto } from './scale-photo.ts';

/** A picture taken now or before, made small before anything is sent, and shown. */
export function PhotoField({ photo, onPhoto }: { photo: File | null; onPhoto: (photo: File | null) => void }) {
  const say = useMessages('papers');
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const [handy] = useState(() => matchMedia('(pointer: coarse)').matches);
  useEffect(() => {
    if (photo === null) return setShown(null);
    const url = URL.createObjectURL(photo);
    setShown(url);
    return () => URL.revokeObjectURL(url);
  }, [photo]);
  const pick = async ([file]: readonly File[]) => {
    if (!file) return;
    setBusy(true);
    onPhoto(await scaledPhoto(file));
    setBusy(false);
  };
  if (photo !== null) {
    return (
      <div className={css['shot']}>
        {shown && <img src={shown} alt={say('papers.photo.chosen')} className={css['photo']} onError={() => setShown(null)} />}
        {!shown && <p>{photo.name}</p>}
        <Button kind="secondary" onClick={() => onPhoto(null)}>{say('papers.photo.remove')}</Button>
      </div>
    );
  }
  return (
    <>
      {handy && <FilePicker label={say('papers.photo.take')} accept="image/*" capture="environment" disabled={busy} onPick={(files) => void pick(files)} />}
      <FilePicker label={say(handy ? 'papers.photo.choose' : 'papers.photo.add')} hint={say('papers.photo.hint')} accept="image/*" disabled={busy} onPick={(files) => void pick(files)} />
      {busy && <p role="status">{say('papers.photo.making')}</p>}
    </>
  );
}
