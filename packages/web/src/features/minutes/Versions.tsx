import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { MinutesVersionsDocument } from '../../gql/graphql.ts';
import { LocalText, pickText } from '../../i18n/LocalText.tsx';
import { useLocale } from '../../i18n/locale-store.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Page.tsx';
import { Changed } from './Changed.tsx';
import css from './Minutes.module.css';
import { changesBetween, hashOf, type Minutes, type MinutesMeeting, type Version } from './minutes.ts';
import { SkeletonLines } from './SkeletonLines.tsx';

/** Every frozen version, what it changed, and the fingerprint by which anybody can tell that nothing in it was touched since. */
export default function Versions({ meeting, minutes }: { meeting: MinutesMeeting; minutes: Minutes }) {
  const say = useMessages('minutes');
  const result = useQuery(MinutesVersionsDocument, { variables: { id: minutes.id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result} waiting={<SkeletonLines />}>
      {({ minutes: read }) => (
        <>
          <p className={css['note']}>{say('proof.what')}</p>
          <ol className={css['versions']} reversed>
            {(read?.versions ?? []).map((version, at, all) => ({ version, before: all[at - 1] ?? null })).toReversed()
              .map(({ version, before }) => <VersionLine key={version.number} meetingId={meeting.id} timeZone={meeting.environment.timeZone} version={version} before={before} />)}
          </ol>
        </>
      )}
    </Loaded>
  );
}

function VersionLine({ meetingId, timeZone, version, before }: { meetingId: string; timeZone: string; version: Version; before: Version | null }) {
  const say = useMessages('minutes');
  const locale = useLocale();
  const dates = useDates(timeZone);
  const [checked, check] = useState<'MATCHES' | 'DIFFERS' | null>(null);
  const { number, state, hash, decidedAt, change, blocks } = version;
  const changes = before ? changesBetween(before.blocks, blocks, (block) => pickText(block.text, locale)?.locale ?? locale) : [];
  return (
    <li value={number}>
      <p><strong>{say('version.name', { number })}</strong> · {say(`minutes.state.${state}`)} · {dates.dayTime(decidedAt)}</p>
      {change.length > 0 && <p className={css['quote']}><LocalText of={change} /></p>}
      {before && (
        <details className={css['fold']}>
          <summary>{say('version.changes', { count: changes.length })}</summary>
          {changes.length === 0 ? <p>{say('version.same')}</p> : changes.map(({ id, pieces }) => <p key={id} className={css['quote']}><Changed pieces={pieces} /></p>)}
        </details>
      )}
      <p className={css['small']}>{say('proof.hash')} <code className={css['hash']}>{hash}</code></p>
      <Row><Button kind="quiet" onClick={() => void hashOf(meetingId, number, blocks).then((own) => check(own === hash ? 'MATCHES' : 'DIFFERS'))}>{say('proof.check')}</Button></Row>
      <p role="status" className={css['small']}>{checked && say(`proof.${checked}`)}</p>
    </li>
  );
}
