import { useMessages } from '../i18n/use-messages.ts';
import type { NamedStudent } from '../lib/student-names.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Row } from '../ui/Page.tsx';

/** Tells who writes, before everybody reads it, which students they name, with the seat to write instead (EC 49073.2). */
export function NamesNotice({ named, typed, busy = false, onReplace, onKeep }: { named: readonly NamedStudent[]; typed: (named: NamedStudent) => string; busy?: boolean; onReplace: (named: readonly NamedStudent[]) => void; onKeep: () => void }) {
  const say = useMessages('names');
  // Of words that nobody said a language of, the page's own is likelier than any.
  const labelled = named.map((each) => {
    const number = /\d+$/.exec(each.label)?.[0];
    return each.locale !== '' ? each : { ...each, label: number ? say('names.seat', { number }) : say('names.student') };
  });
  const lines = [...new Set(labelled.map((each) => say('names.one', { name: typed(each), label: each.label })))];
  return (
    <Notice kind="warn" live="assertive" title={say('names.title', { count: lines.length })}>
      <p>{say('names.why')}</p>
      {lines.map((line) => <p key={line}>{line}</p>)}
      <Row>
        <Button busy={busy} onClick={() => onReplace(labelled)}>{say('names.replace')}</Button>
        <Button kind="secondary" busy={busy} onClick={onKeep}>{say('names.keep')}</Button>
      </Row>
      <p>{say('names.kept')}</p>
    </Notice>
  );
}
