import { useEffect, useRef, useState } from 'react';
import { uploadFile } from './upload-file.ts';

/** A photo that is sent before what it belongs to; once it is on the server it is not sent again. */
export function usePhoto(meetingId: string) {
  const [photo, setPhoto] = useState<File | null>(null);
  const [sent, setSent] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const kept = useRef<{ readonly photo: File; readonly id: string } | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  /** Resolves with its id, null without a photo, undefined when it could not be sent. */
  async function send(): Promise<string | null | undefined> {
    if (photo === null) return null;
    if (kept.current?.photo === photo) return kept.current.id;
    const abort = (stop.current = new AbortController());
    setFault(null);
    setSent({ done: 0, total: photo.size });
    try {
      const id = await uploadFile(meetingId, 'photo', photo, (done, total) => setSent({ done, total }), abort.signal);
      kept.current = { photo, id };
      return id;
    } catch (failed) {
      if (!abort.signal.aborted) setFault(failed);
      return undefined;
    } finally {
      setSent(null);
    }
  }

  return { photo, setPhoto: (next: File | null) => { setFault(null); setPhoto(next); }, sent, fault, send };
}
