import { type ReactNode, useState } from 'react';
import type { PrintedDocument } from '../lib/pdf/blocks.ts';
import { Button, type ButtonProps } from './Button.tsx';
import { Notice } from './Notice.tsx';

interface PdfButtonProps {
  children: ReactNode;
  kind?: ButtonProps['kind'];
  /** Without its ending. */
  fileName: string;
  make: () => PrintedDocument;
  words: {
    readonly busy: string;
    /** Without a connection, for example: title and what to do. */
    readonly failed: readonly [string, string];
    /** For letters that no font here has: the browser's own printing is the way. */
    readonly uncovered: (letters: string) => readonly [string, string];
  };
}

/** Makes a tagged PDF in this browser and keeps it among the downloads; its writer and fonts are loaded at the press. */
export function PdfButton({ children, kind = 'secondary', fileName, make, words }: PdfButtonProps) {
  const [busy, work] = useState(false);
  const [trouble, tell] = useState<readonly [string, string] | null>(null);
  const press = async () => {
    work(true);
    tell(null);
    try {
      const { makePdf } = await import('../lib/pdf/make-pdf.ts');
      const made = await makePdf(make());
      if ('uncovered' in made) tell(words.uncovered(made.uncovered.slice(0, 12).join(' ')));
      else keep(made.pdf, `${fileName}.pdf`);
    } catch {
      tell(words.failed);
    }
    work(false);
  };
  return (
    <>
      <Button kind={kind} busy={busy} onClick={() => void press()}>{busy ? words.busy : children}</Button>
      {trouble && <Notice kind="warn" live="polite" title={trouble[0]}><p>{trouble[1]}</p></Notice>}
    </>
  );
}

function keep(pdf: Blob, name: string): void {
  const href = URL.createObjectURL(pdf);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // Some browsers read the address only after the press has ended.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
