import type { PrintedDocument } from './blocks.ts';
import type { FromPdfWorker } from './pdf-worker.ts';

export type MadePdf = { readonly pdf: Blob } | { readonly uncovered: readonly string[] };

/**
 * Makes a tagged PDF of a document in a worker, so that the page stays alive; or names the letters that no font here has,
 * for which the browser's own printing is the way. The document never leaves the browser.
 * @throws Error when the worker or a font does not come, as without a connection.
 */
export function makePdf(document: PrintedDocument): Promise<MadePdf> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
    const end = (settle: () => void) => {
      worker.terminate();
      settle();
    };
    worker.addEventListener('error', (event) => end(() => reject(new Error(event.message || 'the document could not be made'))));
    worker.addEventListener('message', ({ data }: MessageEvent<FromPdfWorker>) => end(() => {
      if (data.kind === 'done') resolve({ pdf: data.pdf });
      else if (data.kind === 'uncovered') resolve({ uncovered: data.letters });
      else reject(new Error(data.message));
    }));
    worker.postMessage(document);
  });
}
