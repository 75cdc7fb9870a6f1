import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { limitIn } from './paper-words.ts';
import { fileFault, FOUND } from './upload-file.ts';

/** Why a file was not taken: what it is, what is allowed, and how to make it fit. */
export function FileFault({ fault, name }: { fault: unknown; name: string }) {
  const say = useMessages('papers');
  const locale = useLocale();
  const about = fileFault(fault);
  if (about === null) return <FaultNotice fault={fault} />;
  const { rule, found, allowed, most } = about;
  const known = FOUND.find((each) => each === found);
  const endings = new Intl.ListFormat(locale, { type: 'disjunction' }).format(allowed.map((ending) => `.${ending}`));
  return (
    <Notice kind="danger" live="assertive" title={say('papers.fault', { name })}>
      {rule === 'KIND' && <p>{known ? say(`papers.found.${known}`) : say('papers.found.ALLOWED_ELSEWHERE', { kind: found })} {say('papers.allowed', { endings })}</p>}
      {rule === 'ENDING' && <p>{say('papers.fault.ENDING', { kind: found })}</p>}
      {rule === 'TOO_LARGE' && <p>{say('papers.fault.TOO_LARGE', { most: limitIn(locale, most) })}</p>}
      {rule === 'EMPTY' && <p>{say('papers.fault.EMPTY')}</p>}
      {rule === 'DAMAGED' && <p>{say('papers.fault.DAMAGED')}</p>}
    </Notice>
  );
}
