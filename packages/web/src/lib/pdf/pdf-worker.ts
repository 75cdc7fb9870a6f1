import type { PrintedDocument } from './blocks.ts';
import { fetchFont } from './font-files.ts';
import { writePdf } from './write-pdf.ts';

export type FromPdfWorker =
  | { readonly kind: 'done'; readonly pdf: Blob }
  | { readonly kind: 'uncovered'; readonly letters: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string };

const tell = (message: FromPdfWorker) => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<PrintedDocument>) => {
  void writePdf(data, fetchFont).then(
    (written) => tell('chunks' in written ? { kind: 'done', pdf: new Blob([...written.chunks], { type: 'application/pdf' }) } : { kind: 'uncovered', letters: written.uncovered }),
    (fault: unknown) => tell({ kind: 'failed', message: fault instanceof Error ? fault.message : String(fault) }),
  );
});
