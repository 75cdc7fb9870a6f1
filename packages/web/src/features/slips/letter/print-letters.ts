import { drawTexts } from './draw-texts.ts';
import type { FromWorker, LetterJob, ToWorker } from './letter-job.ts';

export interface Letters {
  readonly pdf: Blob;
  /** Letters, by printed number, whose name this computer has no letters for: to be written by hand. */
  readonly byHand: readonly number[];
}

/** Makes the letters in a worker, so that the page stays alive; the signal stops it at once. */
export function printLetters(job: LetterJob, onProgress: (done: number, total: number) => void, signal: AbortSignal): Promise<Letters> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./letter-worker.ts', import.meta.url), { type: 'module' });
    const tell = (message: ToWorker) => worker.postMessage(message);
    const end = (settle: () => void) => {
      worker.terminate();
      signal.removeEventListener('abort', stopped);
      settle();
    };
    const stopped = () => end(() => reject(signal.reason as Error));
    signal.addEventListener('abort', stopped);
    worker.addEventListener('error', event => end(() => reject(new Error(event.message || 'the letters could not be made'))));
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'progress') onProgress(data.done, data.total);
      else if (data.kind === 'draw') void drawTexts(data.texts).then(pictures => tell({ kind: 'pictures', pictures }));
      else if (data.kind === 'done') end(() => resolve({ pdf: data.pdf, byHand: data.byHand }));
      else end(() => reject(new Error(data.message)));
    });
    if (signal.aborted) stopped();
    else tell({ kind: 'start', job });
  });
}
