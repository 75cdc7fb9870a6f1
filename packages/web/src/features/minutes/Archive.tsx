import { useQuery } from '@apollo/client/react';
import { type ReactNode, useEffect, useState } from 'react';
import { MinutesArchiveDocument, type MinutesArchiveQuery } from '../../gql/graphql.ts';
import { LocalText, usePickText } from '../../i18n/LocalText.tsx';
import { useLocale } from '../../i18n/locale-store.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Stack } from '../../ui/Page.tsx';
import { ShowMore } from '../../ui/ShowMore.tsx';
import css from './Minutes.module.css';

export interface ArchiveChoice {
  readonly text: string;
  readonly bodyId: string;
  /** Four digits, or empty for all. */
  readonly year: string;
}

/** Long enough that a word is typed, short enough that it seems at once. */
const TYPING_MS = 250;
const LONGEST_TEXT = 200;
const FIRST_YEAR = 2020;

type Found = MinutesArchiveQuery['minutesArchive']['edges'][number]['node'];

/** Approved minutes for everybody: by words in them as one types, by body and by year. */
export function Archive({ environmentId, choice, onChoice }: { environmentId: string; choice: ArchiveChoice; onChoice: (choice: ArchiveChoice) => void }) {
  const core = useMessages();
  const say = useMessages('minutes');
  const locale = useLocale();
  const pick = usePickText();
  const asked = useSettled(choice);
  const result = useQuery(MinutesArchiveDocument, {
    variables: {
      environmentId, bodyId: asked.bodyId || null, text: asked.text.trim().slice(0, LONGEST_TEXT), language: locale,
      from: asked.year ? `${asked.year}-01-01` : null, to: asked.year ? `${asked.year}-12-31` : null, after: null,
    },
    fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true,
  });
  const known = result.data ?? result.previousData;
  const count = result.data?.minutesArchive.edges.length;
  const narrowed = asked.text.trim() !== '' || asked.bodyId !== '' || asked.year !== '';
  // Nothing is there to be searched; nobody loses the field they are typing in.
  const empty = count === 0 && !result.loading && !narrowed && choice.text === '';
  useEffect(() => {
    if (count !== undefined && narrowed) announce(say('archive.found', { count }));
  }, [count, narrowed, say, asked]);
  const more = (after: string | null) => void result.fetchMore({
    variables: { after },
    updateQuery: (before, { fetchMoreResult: next }) => ({ ...next, minutesArchive: { ...next.minutesArchive, edges: [...before.minutesArchive.edges, ...next.minutesArchive.edges] } }),
  }).catch(() => {});
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, back) => String(thisYear - back));
  return (
    <Page title={say('archive.title')} lead={say('archive.lead')} over={known?.environment && <Link href={`/e/${known.environment.slug}`}>{known.environment.name}</Link>}>
      <Stack gap={5}>
        {!empty && (
          <search className={css['filters']}>
            <TextField type="search" label={say('archive.search')} maxLength={LONGEST_TEXT} value={choice.text} onChange={(event) => onChoice({ ...choice, text: event.target.value })} />
            <Select label={say('archive.body')} value={choice.bodyId} onChange={(event) => onChoice({ ...choice, bodyId: event.target.value })}>
              <option value="">{say('archive.allBodies')}</option>
              {(known?.environment?.bodies ?? []).map(({ id, name }) => <option key={id} value={id}>{pick(name)}</option>)}
            </Select>
            <Select label={say('archive.year')} value={choice.year} onChange={(event) => onChoice({ ...choice, year: event.target.value })}>
              <option value="">{say('archive.allYears')}</option>
              {years.map((year) => <option key={year} value={year}>{year}</option>)}
            </Select>
          </search>
        )}
        <Loaded part result={{ ...result, data: known }}>
          {({ minutesArchive: { edges, pageInfo } }) => (edges.length === 0
            ? (
              <EmptyState title={say(narrowed ? 'archive.nothing' : 'archive.empty')} action={narrowed
                ? <Button kind="secondary" onClick={() => onChoice({ text: '', bodyId: '', year: '' })}>{say('archive.clear')}</Button>
                : known?.environment && <Link href={`/e/${known.environment.slug}`} className={buttonClass('secondary')}>{say('archive.toCome')}</Link>}>
                {say(narrowed ? 'archive.nothing.how' : 'archive.empty.how')}
              </EmptyState>
            )
            : (
              <Stack gap={4}>
                <Stack as="ul" gap={3}>{edges.map(({ node }) => <FoundMinutes key={node.minutes.id} found={node} />)}</Stack>
                <ShowMore label={core('showMore')} busy={result.loading} shown={pageInfo.hasNextPage} onPress={() => more(pageInfo.endCursor ?? null)} />
              </Stack>
            ))}
        </Loaded>
      </Stack>
    </Page>
  );
}

function FoundMinutes({ found: { heldOn, language, title, snippet, minutes, body } }: { found: Found }) {
  const say = useMessages('minutes');
  const locale = useLocale();
  // A day of the calendar, whatever the zone it is read in.
  const dates = useDates('UTC');
  const lang = language === locale ? undefined : language;
  return (
    <Card as="li" className={css['card']}>
      <p className={css['small']}><LocalText of={body.name} /> · <time dateTime={heldOn}>{dates.day(`${heldOn}T12:00:00Z`)}</time></p>
      <h2 className={css['name']}><Link href={`/meetings/${minutes.id}/minutes`}><span lang={lang}>{title}</span></Link></h2>
      {snippet.text !== '' && <p lang={lang} className={css['snippet']}><Snippet snippet={snippet} /></p>}
      {minutes.state !== 'APPROVED' && <p className={css['small']}>{say(`minutes.state.${minutes.state}`)}</p>}
    </Card>
  );
}

function Snippet({ snippet: { text, matches } }: { snippet: Found['snippet'] }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end } of matches) {
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return [...parts, text.slice(from)];
}

/** What is asked for once somebody has stopped typing for a moment. */
function useSettled(choice: ArchiveChoice): ArchiveChoice {
  const [settled, settle] = useState(choice);
  useEffect(() => {
    const timer = setTimeout(() => settle(choice), TYPING_MS);
    return () => clearTimeout(timer);
  }, [choice]);
  return settled;
}
