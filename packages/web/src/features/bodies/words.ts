import { joined } from '../../i18n/joined.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Body, Bylaws, Rules, Seat } from './body.ts';

/** A seat by its name and number. */
export function useSeatWords(): (seat: Pick<Seat, 'seatName' | 'constituency' | 'number'>) => string {
  const core = useMessages();
  const say = useMessages('bodies');
  const pick = usePickText();
  return ({ seatName, constituency, number }) => say('bodies.seat.name', { seat: pick(seatName) || core(`constituency.${constituency}`), number });
}

/** Who holds a seat, or why nobody does; a student whose name the reader may not know is a number. */
export function useHolderWords(): (seat: Seat) => string {
  const say = useMessages('bodies');
  return ({ vacant, vacancy, name, number }) => {
    if (vacant) return vacancy ? say('bodies.seat.vacant', { why: say(`bodies.vacancy.${vacancy}`) }) : say('bodies.seat.vacantOnly');
    return name ?? say('bodies.seat.student', { number });
  };
}

/** Who holds an office; a student whose name the reader may not know is the number of their seat. */
export function useOfficerWords(): (officer: Pick<Body['officers'][number], 'name' | 'seat'>) => string {
  const say = useMessages('bodies');
  return ({ name, seat }) => name ?? (seat ? say('bodies.seat.student', { number: seat.number }) : say('bodies.aStudent'));
}

/** How many must be there, as the bylaws say it. */
function useQuorumRule(): (quorum: Rules['quorum']) => string {
  const say = useMessages('bodies');
  return ({ kind, count, numerator, denominator }) => {
    if (kind === 'COUNT') return say('bodies.rule.quorum.COUNT', { count: count ?? 1 });
    return kind === 'SHARE' ? say('bodies.rule.quorum.SHARE', { numerator: numerator ?? 1, denominator: denominator ?? 1 }) : say('bodies.rule.quorum.MAJORITY');
  };
}

/** The law a body meets under, with the hours of its own bylaws. */
export function useLawWords(): (body: Pick<Body, 'meetingLaw'> & { bylaws: Bylaws }) => string {
  const say = useMessages('bodies');
  return ({ meetingLaw, bylaws: { rules: { noticeHours, specialNoticeHours } } }) => say(`bodies.law.${meetingLaw}.sentence`, { hours: noticeHours, special: specialNoticeHours, same: noticeHours === specialNoticeHours ? 'yes' : 'no' });
}

export const RULE_GROUPS = ['votes', 'terms', 'notice', 'meetings'] as const;

/** Bylaws as sentences, in groups. */
export function useBylawsWords(): (rules: Rules) => Record<(typeof RULE_GROUPS)[number], string[]> {
  const say = useMessages('bodies');
  const quorum = useQuorumRule();
  return (rules) => ({
    votes: [
      quorum(rules.quorum), say('bodies.rule.threshold', { when: say(`bodies.threshold.${rules.threshold}`) }), say('bodies.rule.removal', { when: say(`bodies.threshold.${rules.removal}`) }),
      say(`bodies.rule.proxies.${rules.proxies ? 'yes' : 'no'}`), say(`bodies.rule.absentee.${rules.absentee ? 'yes' : 'no'}`),
    ],
    terms: [
      say(rules.staggered ? 'bodies.rule.termStaggered' : 'bodies.rule.term', { months: rules.termMonths }), say(`bodies.rule.employees.${rules.employees}`),
      say('bodies.rule.offices', { offices: joined(rules.offices.map((each) => say(`bodies.office.${each}`))) }), say('bodies.rule.officerTerm', { months: rules.officerTermMonths }),
      say(`bodies.rule.officersBySecretBallot.${rules.officersBySecretBallot ? 'yes' : 'no'}`),
    ],
    notice: [
      say('bodies.rule.notice', { hours: rules.noticeHours }), say('bodies.rule.specialNotice', { hours: rules.specialNoticeHours }),
      say('bodies.rule.electionNotice', { days: rules.electionNoticeDays }), say('bodies.rule.orientation', { days: rules.orientationDays }),
    ],
    meetings: [
      rules.commentSeconds % 60 === 0 ? say('bodies.rule.commentMinutes', { minutes: rules.commentSeconds / 60 }) : say('bodies.rule.comment', { seconds: rules.commentSeconds }),
      ...(rules.consensusFirst ? [say('bodies.rule.consensus')] : []),
      say(rules.minutesDraftsPublic ? 'bodies.rule.minutesDrafts' : 'bodies.rule.minutesApproved'),
    ],
  });
}
