import type { ReactNode } from 'react';
import { useDates } from '../i18n/use-dates.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Notice } from '../ui/Notice.tsx';
import css from './Copied.module.css';

/** Where the reader is: it was read here, not where the body meets. */
const zoneHere = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A page, with what says that it is a copy, and of when, where it is one. */
export const Copied = ({ at, children }: { at: number | null; children: ReactNode }) => <>{at !== null && <CopyNotice at={at} />}{children}</>;

/** Its words are among those that every device keeps. */
function CopyNotice({ at }: { at: number }) {
  const say = useMessages('home');
  const dates = useDates(zoneHere());
  return (
    <div className={css['copy']}>
      <Notice kind="warn" live="polite" title={say('copy.title', { when: dates.dayTime(new Date(at).toISOString()) })}><p>{say('copy.how')}</p></Notice>
    </div>
  );
}
