import type {
  BodyAuthority, BodyKind, BodyShownFragment, BylawsShownFragment, Constituency, EmployeeBar, MeetingLaw, Office, SeatFilling, SittingBasis, Threshold,
} from '../../gql/graphql.ts';

export type Body = BodyShownFragment;
export type Seat = Body['seats'][number];
export type Officer = Body['officers'][number];
export type Bylaws = BylawsShownFragment;
export type Rules = Bylaws['rules'];

/** In the order in which a school speaks of them. */
export const KINDS: readonly BodyKind[] = ['SSC', 'ELAC', 'LSLC', 'PLE_TEAM', 'PAC', 'PTA', 'OTHER'];
export const LAWS: readonly MeetingLaw[] = ['GREENE', 'BROWN', 'PRIVATE'];
export const AUTHORITIES: readonly BodyAuthority[] = ['DECIDING', 'ADVISORY'];
export const OFFICES: readonly Office[] = ['CHAIR', 'VICE_CHAIR', 'SECRETARY', 'TREASURER', 'PARLIAMENTARIAN', 'DELEGATE'];
export const THRESHOLDS: readonly Threshold[] = ['MAJORITY_OF_CAST', 'TWO_THIRDS_OF_CAST', 'MAJORITY_OF_PRESENT', 'MAJORITY_OF_MEMBERS', 'TWO_THIRDS_OF_MEMBERS', 'UNANIMOUS_OF_PRESENT'];
export const BARS: readonly EmployeeBar[] = ['SCHOOL', 'DISTRICT', 'NONE'];
export const WAYS: readonly SeatFilling[] = ['ELECTED', 'APPOINTED', 'EX_OFFICIO'];
export const BASES: readonly SittingBasis[] = ['ELECTED', 'APPOINTED', 'EX_OFFICIO'];
/** Whoever runs the school, then who teaches, then families and students. */
export const CONSTITUENCIES: readonly Constituency[] = ['ADMINISTRATOR', 'TEACHER', 'OTHER_STAFF', 'PARENT', 'EL_PARENT', 'STUDENT', 'COMMUNITY'];

/** What a body of this kind usually is; its keepers may say otherwise. */
export const usual = (kind: BodyKind): { readonly meetingLaw: MeetingLaw; readonly authority: BodyAuthority } => ({
  meetingLaw: kind === 'PTA' || kind === 'OTHER' ? 'PRIVATE' : 'GREENE',
  authority: kind === 'ELAC' || kind === 'PAC' ? 'ADVISORY' : 'DECIDING',
});

/** Hours of notice that no bylaws may go below, by the law the body meets under. */
export const LEAST_NOTICE: Readonly<Record<MeetingLaw, { readonly noticeHours: number; readonly specialNoticeHours: number }>> = {
  GREENE: { noticeHours: 72, specialNoticeHours: 72 },
  BROWN: { noticeHours: 72, specialNoticeHours: 24 },
  PRIVATE: { noticeHours: 0, specialNoticeHours: 0 },
};

/** A day of the calendar as a moment that falls on it in every American zone. */
export const noon = (date: string): string => `${date}T18:00:00.000Z`;

/** Today where the body meets, `yyyy-mm-dd`. */
export const todayIn = (timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date());

/** The day before a day, `yyyy-mm-dd`. */
export const dayBefore = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

/** The last day of a term of so many months. */
export function termEnd(starts: string, months: number): string {
  const end = new Date(`${starts}T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + months);
  end.setUTCDate(end.getUTCDate() - 1);
  return end.toISOString().slice(0, 10);
}

export const vacantVoting = (seats: readonly { readonly vacant: boolean; readonly votes: boolean }[]): number => seats.filter(({ vacant, votes }) => vacant && votes).length;
