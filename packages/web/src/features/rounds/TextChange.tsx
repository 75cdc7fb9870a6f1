import { Fragment } from 'react';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { diff, type Piece } from './diff.ts';
import type { Round } from './proposal.ts';
import css from './Rounds.module.css';

/** How the words of a round differ from those of the one before; told by underline and strike, and aloud in words. */
export function TextChange({ before, after }: { before: Round; after: Round }) {
  const say = useMessages('rounds');
  const pick = usePickText();
  const parts = (['title', 'body'] as const).map((part) => ({ part, pieces: diff(pick(before[part]), pick(after[part])) }));
  const changed = parts.filter(({ pieces }) => pieces.some(({ kind }) => kind !== 'SAME'));
  if (changed.length === 0) return <p className={css['note']}>{say('rounds.round.unchanged', { number: before.number })}</p>;
  return (
    <div className={css['part']}>
      <p className={css['note']}>{say('rounds.round.changedFrom', { number: before.number })}</p>
      {changed.map(({ part, pieces }) => <p key={part} className={css['changes']}>{pieces.map((piece, at) => <Fragment key={at}><Changed piece={piece} /></Fragment>)}</p>)}
    </div>
  );
}

function Changed({ piece: { kind, text } }: { piece: Piece }) {
  const say = useMessages('rounds');
  if (kind === 'SAME') return text;
  const aloud = <VisuallyHidden>{say(kind === 'ADDED' ? 'rounds.round.added' : 'rounds.round.removed')}</VisuallyHidden>;
  return kind === 'ADDED' ? <>{aloud}<ins>{text}</ins></> : <>{aloud}<del>{text}</del></>;
}
