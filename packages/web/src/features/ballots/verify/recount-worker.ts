import type { FromRecount, RecountJob } from './recount-job.ts';
import { runRecount } from './run-recount.ts';

const tell = (message: FromRecount) => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<RecountJob>) => {
  void runRecount(data, (votes) => tell({ kind: 'progress', votes })).then((report) => tell({ kind: 'done', report }), () => tell({ kind: 'failed' }));
});
