import { namedIn, nameTyped, withSeats } from '../../lib/student-names.ts';
import { NamesNotice } from '../../shell/NamesNotice.tsx';
import { type Texts, textsIn, textsOf } from './LanguageAreas.tsx';
import type { Trouble } from './use-remedy-act.ts';

const namedBy = (trouble: Trouble | null) => (trouble?.kind === 'FAULTY' ? namedIn(trouble.faults) : []);

/** What was told of names holds until the words are changed. */
export const tellsNames = (trouble: Trouble | null): boolean => namedBy(trouble).length > 0;

/** Which students an answer names, and its words again: with their seats, or as they are. */
export function NamesTold({ trouble, texts, onAgain }: { trouble: Trouble | null; texts: Texts; onAgain: (texts: Texts, keepNames: boolean) => void }) {
  const named = namedBy(trouble);
  const field = named[0]?.field;
  if (field === undefined) return null;
  const said = textsIn(texts);
  return (
    <NamesNotice
      named={named} typed={(each) => nameTyped({ [field]: said }, each)}
      onReplace={(labelled) => onAgain(textsOf(withSeats({ [field]: said }, labelled)[field] as typeof said), false)} onKeep={() => onAgain(texts, true)}
    />
  );
}
