import type { MeetingLaw, Office } from '../../gql/graphql.ts';
import { joined } from '../../i18n/joined.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CONSTITUENCIES, LEAST_NOTICE, noon, OFFICES } from './body.ts';
import { CompositionLines } from './Composition.tsx';
import type { Fault, Trouble } from './use-body-act.ts';

/** Least and most of each number of the bylaws, and of seats to add. */
export const RANGES = {
  termMonths: [1, 60], officerTermMonths: [1, 60], noticeHours: [0, 2160], specialNoticeHours: [0, 2160], electionNoticeDays: [3, 90], orientationDays: [3, 90],
  commentSeconds: [30, 900], quorum: [1, 1000], number: [1, 50],
} as const;
const PLAIN = ['REQUIRED', 'TOO_LONG', 'REPEATED', 'IMPOSSIBLE', 'BAD_DATE', 'NOT_AFTER_START', 'NOT_YET', 'NOT_UNDER_BROWN'] as const;
const FIELDS = [
  'name', 'remit', 'meetingLaw', 'quorum', 'threshold', 'removal', 'termMonths', 'officerTermMonths', 'staggered', 'employees', 'offices', 'officersBySecretBallot', 'noticeHours',
  'specialNoticeHours', 'electionNoticeDays', 'orientationDays', 'commentSeconds', 'adoptedOn', 'effectiveFrom', 'note', 'reason', 'starts', 'ends', 'from', 'number',
] as const;

/** What is wrong with a field, by which law where one says so, and what to write instead. */
export function useFaultWords(law: MeetingLaw): (fault: Fault) => string {
  const say = useMessages('bodies');
  return ({ field: path, code }) => {
    // A path may begin with the argument's name, and end within a field.
    const known = FIELDS.find((each) => path.split('.').includes(each)) ?? 'name';
    const field = say(`bodies.field.${known}`);
    // Of the law itself: what the bylaws say stands against it.
    if (known === 'meetingLaw' && (code === 'NOTICE_TOO_SHORT' || code === 'NOT_UNDER_BROWN')) return say(`bodies.fault.meetingLaw.${code}`, { field });
    if (code === 'NOTICE_TOO_SHORT' && law !== 'PRIVATE' && (known === 'noticeHours' || known === 'specialNoticeHours')) {
      return say(`bodies.fault.NOTICE_TOO_SHORT.${law}`, { field, least: LEAST_NOTICE[law][known] });
    }
    if (code === 'OUT_OF_RANGE' && known in RANGES) {
      const [least, most] = RANGES[known as keyof typeof RANGES];
      return say('bodies.fault.OUT_OF_RANGE', { field, least, most });
    }
    const plain = PLAIN.find((each) => each === code);
    return say(`bodies.fault.${plain ?? 'OTHER'}`, { field });
  };
}

/** Why it did not happen, by which law or bylaw, and what to do next. */
export function TroubleNotice({ trouble, law }: { trouble: Trouble | null; law: MeetingLaw }) {
  const say = useMessages('bodies');
  const faultWords = useFaultWords(law);
  if (!trouble) return null;
  if (trouble.kind === 'FAILED') return <FaultNotice fault={trouble.fault} />;
  if (trouble.kind === 'STALE') return <Notice kind="warn" live="assertive" title={say('bodies.stale.title')}><p>{say('bodies.stale.how')}</p></Notice>;
  if (trouble.kind === 'FAULTY') return <Notice kind="danger" live="assertive" title={say('bodies.faulty')}>{trouble.faults.map((fault) => <p key={fault.field + fault.code}>{faultWords(fault)}.</p>)}</Notice>;
  return <Refusal trouble={trouble} />;
}

function Refusal({ trouble: { reason, about, body } }: { trouble: Extract<Trouble, { kind: 'REFUSED' }> }) {
  const core = useMessages();
  const say = useMessages('bodies');
  const dates = useDates(body.environment.timeZone);
  const offices = joined(OFFICES.filter((each: Office) => about.includes(each)).map((each) => say(`bodies.office.${each}`)));
  const group = joined(CONSTITUENCIES.filter((each) => about.includes(each)).map((each) => core(`constituency.${each}`)));
  const words = (title: string, how: string) => <Notice kind="danger" live="assertive" title={title}><p>{how}</p></Notice>;
  switch (reason) {
    case 'COMPOSITION':
      return (
        <Notice kind="danger" live="assertive" title={say('bodies.refused.COMPOSITION')}>
          <CompositionLines lines={body.composition.filter(({ rule }) => about.includes(rule))} />
          <p>{say('bodies.refused.COMPOSITION.how')}</p>
        </Notice>
      );
    case 'VACANT_SEATS':
      return words(say('bodies.refused.VACANT_SEATS', { count: Number(about[0] ?? 1) }), say('bodies.refused.VACANT_SEATS.how'));
    case 'EMPLOYED':
      return words(say('bodies.refused.EMPLOYED'), say(about.includes('DISTRICT') ? 'bodies.refused.EMPLOYED.DISTRICT' : 'bodies.refused.EMPLOYED.SCHOOL'));
    case 'HOLDS_OFFICE':
      return words(say('bodies.refused.HOLDS_OFFICE', { office: offices }), say('bodies.refused.HOLDS_OFFICE.how'));
    case 'SUCCEEDED_BEFORE':
      return words(say('bodies.refused.SUCCEEDED_BEFORE', { when: dates.day(noon(about[0] ?? '')) }), say('bodies.refused.SUCCEEDED_BEFORE.how'));
    case 'NO_SUCH_OFFICE':
      return words(say('bodies.refused.NO_SUCH_OFFICE'), say('bodies.refused.NO_SUCH_OFFICE.how', { offices }));
    case 'NOT_OF_CONSTITUENCY':
      return words(say('bodies.refused.NOT_OF_CONSTITUENCY', { group }), say('bodies.refused.NOT_OF_CONSTITUENCY.how'));
    case 'SEAT_ELECTED':
      return words(say('bodies.refused.SEAT_ELECTED', { group }), say('bodies.refused.SEAT_ELECTED.how'));
    default:
      return words(say(`bodies.refused.${reason}`), say(`bodies.refused.${reason}.how`));
  }
}
