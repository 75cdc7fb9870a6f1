import type { RecountReport } from '@plenary/count/recount';
import type { FromRecount, RecountJob } from './recount-job.ts';

/** Recounts in a worker, so that the page stays alive; the signal stops it at once. */
export function recount(job: RecountJob, onVotes: (votes: number) => void, signal: AbortSignal): Promise<RecountReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./recount-worker.ts', import.meta.url), { type: 'module' });
    const end = (settle: () => void) => {
      worker.terminate();
      signal.removeEventListener('abort', stopped);
      settle();
    };
    const stopped = () => end(() => reject(signal.reason as Error));
    signal.addEventListener('abort', stopped);
    worker.addEventListener('error', () => end(() => reject(new Error('the recount broke off'))));
    worker.addEventListener('message', ({ data }: MessageEvent<FromRecount>) => {
      if (data.kind === 'progress') onVotes(data.votes);
      else if (data.kind === 'done') end(() => resolve(data.report));
      else end(() => reject(new Error('the votes could not be read')));
    });
    if (signal.aborted) stopped();
    else worker.postMessage(job);
  });
}
