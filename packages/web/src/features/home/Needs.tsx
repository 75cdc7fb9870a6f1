import type { HomeQuery } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Stack } from '../../ui/Page.tsx';
import css from './Needs.module.css';

type Need = NonNullable<HomeQuery['viewer']>['needs'][number];

/** Where each need is met. */
function place({ kind, targetId, dueAt }: Need): string {
  switch (kind) {
    case 'CAST_BALLOT':
      return `/b/${targetId}`;
    case 'CERTIFY_BALLOT':
    case 'OPEN_BALLOT':
      return `/ballots/${targetId}`;
    case 'CORRECT_DRAFT':
      return `/ballots/${targetId}/edit`;
    case 'IMPORT_ROSTER':
      return '/import';
    case 'MAKE_SLIPS':
      return '/slips';
    case 'RESPOND_TO_PROPOSAL':
    case 'FACILITATE_ROUND':
      return `/rounds/${targetId}`;
    case 'NOMINATE':
    case 'ANSWER_NOMINATION':
    case 'WRITE_STATEMENT':
    case 'POST_NOTICE':
    case 'TRANSLATE_STATEMENTS':
    case 'OPEN_ELECTION':
    case 'CERTIFY_ELECTION':
    case 'DECIDE_CHALLENGE':
      return `/elections/${targetId}`;
    case 'POST_AGENDA':
      return `/meetings/${targetId}/edit`;
    case 'PROVE_POSTING':
    case 'END_MEETING':
    case 'ANSWER_MEETING':
    case 'ANSWER_DEMAND':
      return `/meetings/${targetId}`;
    case 'MEETING_TODAY':
      return `/meetings/${targetId}${isPast(dueAt) ? '/room' : ''}`;
    case 'CORRECT_MINUTES':
    case 'CIRCULATE_MINUTES':
      return `/meetings/${targetId}/minutes`;
    case 'RESPONSE_OWED':
      return `/recommendations/${targetId}`;
    case 'DO_ACTION':
      return '/actions';
  }
}

const isPast = (at: string | null | undefined): boolean => at != null && Date.parse(at) < Date.now();

/** What still waits when its day is over. */
const OVERDUE: readonly Need['kind'][] = ['DO_ACTION', 'RESPONSE_OWED', 'ANSWER_DEMAND'];

/** How what has a time says it: meetings begin, a ballot closes, the rest is due. */
function timeWords({ kind, dueAt }: Need): 'need.begins' | 'need.began' | 'need.due' | 'need.overdue' {
  const past = isPast(dueAt);
  if (kind === 'MEETING_TODAY' || kind === 'ANSWER_MEETING') return past ? 'need.began' : 'need.begins';
  return past && OVERDUE.includes(kind) ? 'need.overdue' : 'need.due';
}

/** What waits for this person, the most urgent first, each with one verb. */
export function Needs({ needs, timeZone }: { needs: readonly Need[]; timeZone: string }) {
  const core = useMessages();
  const say = useMessages('home');
  const dates = useDates(timeZone);
  if (needs.length === 0) return <EmptyState title={say('needs.none')}>{say('needs.noneWhy')}</EmptyState>;
  return (
    <Stack as="ul" gap={3}>
        {needs.map((need, index) => (
          <Card as="li" key={need.id} marked={index === 0} className={css['need']}>
            <div className={css['what']}>
              <p className={css['kind']}>{say(`need.${need.kind}`)}</p>
              {need.title.length > 0 && <h2 className={css['title']}><LocalText of={need.title} /></h2>}
              {need.dueAt && <p className={css['due']} title={dates.dayTime(need.dueAt)}>{need.kind === 'CAST_BALLOT' ? core('ballot.closes', { when: dates.fromNow(need.dueAt) }) : say(timeWords(need), { when: dates.fromNow(need.dueAt) })}</p>}
            </div>
            <Link href={place(need)} className={buttonClass(index === 0 ? 'primary' : 'secondary')}>{say(need.kind === 'MEETING_TODAY' && isPast(need.dueAt) ? 'need.MEETING_TODAY.room' : `need.${need.kind}.verb`)}</Link>
          </Card>
        ))}
      </Stack>
  );
}
