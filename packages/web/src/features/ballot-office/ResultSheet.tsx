import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { OfficeBallot } from './BallotOffice.tsx';
import css from './Office.module.css';

/** On paper only: whose result this is, and when people voted. */
export function ResultSheetHead({ ballot }: { ballot: OfficeBallot }) {
  const staff = useMessages('staff');
  const dates = useDates(ballot.environment.timeZone);
  const { school, name } = ballot.environment;
  return (
    <div className={css['sheet']}>
      <p><strong>{staff('sheet.title')}</strong> · {school.name} · {name}</p>
      <p>
        {ballot.openedAt && <>{staff('sheet.opened', { when: dates.dayTime(ballot.openedAt) })} </>}
        {ballot.closedAt && staff('sheet.closed', { when: dates.dayTime(ballot.closedAt) })}
      </p>
      {ballot.state !== 'CERTIFIED' && <p><strong>{staff('sheet.notCertified')}</strong></p>}
    </div>
  );
}

/** On paper only: room for two hands. */
export function ResultSheetFoot({ ballot }: { ballot: OfficeBallot }) {
  const staff = useMessages('staff');
  return (
    <div className={css['sheet']}>
      <div className={css['sign']}>
        {[0, 1].map(at => <div key={at}>{ballot.certifications[at]?.person.displayName ?? staff('sheet.name')}</div>)}
      </div>
    </div>
  );
}
