import { useMessages } from '../../i18n/use-messages.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { Piece } from './minutes.ts';

/** What was taken out and what was put in, told by lines, by shape and in words. */
export function Changed({ pieces }: { pieces: readonly Piece[] }) {
  const say = useMessages('minutes');
  return pieces.map(({ kind, text }, at) => {
    if (kind === 'SAME') return <span key={at}>{text}</span>;
    const Tag = kind === 'GONE' ? 'del' : 'ins';
    return <Tag key={at}><VisuallyHidden>{say(`changed.${kind}`)} </VisuallyHidden>{text}</Tag>;
  });
}
