import { useMessages } from '../../i18n/use-messages.ts';
import { Sheets } from './Sheet.tsx';
import css from './Sheets.module.css';
import { type ElectionShown, noon } from './view.ts';

/** The notice of the election, as it is posted at the school (rule 5: online alone is not enough). */
export function NoticeSheet({ election }: { election: ElectionShown }) {
  const title = useMessages('elections')('notice.title');
  const { noticedAt, orientationAt, nominationsFrom, nominationsUntil, opensAt, closesAt, termStarts, termEnds } = election;
  return (
    <Sheets election={election} title={title}>
      {({ say, core, dates, text }) => {
        const span = (from: string, until: string) => say('date.span', { from: dates.dayTime(from), until: dates.dayTime(until) });
        const rows: readonly (readonly [string, string])[] = [
          [say('date.orientation'), `${dates.dayTime(orientationAt)}. ${text(election.place)}`],
          [say('date.nominations'), span(nominationsFrom, nominationsUntil)],
          [say('date.voting'), span(opensAt, closesAt)],
          [say('date.term'), say('date.span', { from: dates.day(noon(termStarts)), until: dates.day(noon(termEnds)) })],
        ];
        return (
          <>
            <p className={css['small']}>{say('notice.title')}</p>
            <h2>{text(election.title)}</h2>
            <p>{say('notice.body', { environment: election.environment.name, body: text(election.body) })}</p>
            {election.description.length > 0 && <p className={css['statement']}>{text(election.description)}</p>}
            <h3>{say('seats')}</h3>
            <ul className={css['lines']}>
              {election.constituencies.map(({ constituency, seats, method }) => (
                <li key={constituency}><strong>{say('candidates.of', { group: core(`constituency.${constituency}`), seats })}</strong><br />{say(`method.${method}`)}</li>
              ))}
            </ul>
            <h3>{say('dates')}</h3>
            <ul className={css['lines']}>{rows.map(([what, when]) => <li key={what}><strong>{what}</strong><br />{when}</li>)}</ul>
            <h3>{say('notice.who')}</h3>
            <p>{say('notice.whoText')} {say('notice.how')}</p>
            <p className={css['small']}>{noticedAt && say('notice.posted', { when: dates.dayTime(noticedAt) })} {say('notice.law', { days: election.noticeDays })}</p>
            <p className={css['sign']}>{say('notice.sign')}</p>
          </>
        );
      }}
    </Sheets>
  );
}
