import type { ReactNode } from 'react';
import type { DemandShownFragment, DemandState } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Link } from '../../ui/Link.tsx';
import css from './Remedies.module.css';
import { noon } from './words.ts';

const MARK: Readonly<Record<DemandState, 'plain' | 'live' | 'done' | 'warn'>> = {
  RECEIVED: 'plain', ON_AGENDA: 'live', OVERDUE: 'warn', RECONSIDERED: 'done', CONFIRMED: 'done', ANSWERED: 'done', WITHDRAWN: 'plain',
};
export const isOpen = (state: DemandState): boolean => state === 'RECEIVED' || state === 'ON_AGENDA' || state === 'OVERDUE';

/** A demand with its clocks; its words where they may be read. */
export function DemandCard({ demand, timeZone, children }: { demand: DemandShownFragment; timeZone: string; children?: ReactNode }) {
  const say = useMessages('remedies');
  const dates = useDates(timeZone);
  const day = (date: string) => dates.day(noon(date));
  const { state, ground, itemTitle, demandedOn, answerBy, suitUntil, settledOn, agendaMeetingId, words, name, contact, answer, viewerCanAnswer } = demand;
  return (
    <div className={css['line']}>
      <p className={css['badges']}><Badge kind={MARK[state]}>{say(`remedies.demandState.${state}`)}</Badge><span className={css['name']}><LocalText of={itemTitle} /></span></p>
      <p>{say(`remedies.demand.ground.${ground}`)}</p>
      <p className={css['small']}>
        {say('remedies.demanded', { day: day(demandedOn) })}{settledOn && state !== 'WITHDRAWN' && <> · {say('remedies.settledOn', { day: day(settledOn) })}</>}
        {isOpen(state) && <> · {answerBy ? say('remedies.answerBy', { day: day(answerBy) }) : say('remedies.nextMeeting')}</>}
        {suitUntil && <> · {say('remedies.suitUntil', { day: day(suitUntil) })}</>}
      </p>
      {words && (
        <div className={css['quote']}>
          <p className={css['small']}>{name ? say('remedies.by', { name }) : say('remedies.anonymous')}</p>
          <p className={css['said']}>{words}</p>
          <p className={css['small']}>{contact ? say('remedies.contact', { contact }) : say('remedies.noContact')}</p>
        </div>
      )}
      {answer.length > 0 && <div className={css['quote']}><p className={css['small']}>{say('remedies.theAnswer')}</p><p className={css['said']}><LocalText of={answer} /></p></div>}
      {/* A draft is read by those who prepare it alone. */}
      {viewerCanAnswer && agendaMeetingId && <p><Link href={`/meetings/${agendaMeetingId}`}>{say('remedies.toAgenda')}</Link></p>}
      {children}
    </div>
  );
}
