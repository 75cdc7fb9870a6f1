import type { BodyKind, Constituency, EditedElectionFragment, ElectionInput, ElectionMethod, ElectionSurroundingsQuery, EmployeeRule } from '../../gql/graphql.ts';
import { instant, type WallTime, wallTime } from '../../lib/zoned.ts';

export type Texts = Readonly<Record<string, string>>;
export type Around = NonNullable<ElectionSurroundingsQuery['environment']>;
export type Body = Around['bodies'][number];

export const GROUPS = ['PARENT', 'EL_PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'COMMUNITY'] as const satisfies readonly Constituency[];

export interface FormSeats {
  readonly constituency: Constituency;
  readonly seats: number;
  readonly otherSeats: number;
  readonly method: ElectionMethod;
  readonly seatName: Texts;
  readonly communityStands: boolean;
}

export const TIMES = ['noticeAt', 'orientationAt', 'nominationsFrom', 'nominationsUntil', 'opensAt', 'closesAt'] as const;
export type TimeField = (typeof TIMES)[number];
export const NUMBERS = ['noticeDays', 'orientationDays', 'challengeDays', 'statementWords'] as const;

/** An election as it stands in the form. */
export interface Form extends Readonly<Record<TimeField, WallTime>>, Readonly<Record<(typeof NUMBERS)[number], number>> {
  readonly title: Texts;
  /** Null: a body by its name alone. */
  readonly bodyId: string | null;
  readonly body: Texts;
  readonly description: Texts;
  readonly place: Texts;
  readonly bodyKind: BodyKind;
  readonly studentSeats: boolean;
  readonly constituencies: readonly FormSeats[];
  readonly noticeHow: 'AT' | 'BY_HAND';
  readonly termStarts: string;
  readonly termEnds: string;
  readonly acclamation: boolean;
  readonly employees: EmployeeRule;
}

/** A method fits one seat or several; another number of seats brings the other kind. */
export const fitMethod = (method: ElectionMethod, seats: number): ElectionMethod => {
  if (seats > 1) return method === 'APPROVAL' || method === 'SCOTTISH_STV' ? method : 'SCOTTISH_STV';
  return method === 'CHOOSE_ONE' || method === 'INSTANT_RUNOFF' ? method : 'INSTANT_RUNOFF';
};

export const newSeats = (constituency: Constituency, seatName: Texts): FormSeats =>
  ({ constituency, seats: 1, otherSeats: 0, method: 'INSTANT_RUNOFF', seatName, communityStands: false });

export function newForm({ electionDates: dates, timeZone }: Around): Form {
  const times = Object.fromEntries(TIMES.map((each) => [each, wallTime(dates[each], timeZone)])) as Record<TimeField, WallTime>;
  return {
    ...times, title: {}, bodyId: null, body: {}, description: {}, place: {}, bodyKind: 'SSC', studentSeats: false, constituencies: [], noticeHow: 'AT',
    termStarts: dates.termStarts, termEnds: dates.termEnds, noticeDays: 10, orientationDays: 5, challengeDays: 5, statementWords: 100,
    acclamation: false, employees: 'EXCLUDED',
  };
}

/** Those that seats can be filled of. */
export const openBodies = ({ bodies }: Around): readonly Body[] => bodies.filter(({ closedAt }) => closedAt === null);

/** Seats that a constituency elects and nobody holds once the term begins. */
export const seatsUp = ({ seats }: Body, termStarts: string) =>
  seats.filter(({ way, chosenBy, constituency, vacant, ends }) => way === 'ELECTED' && chosenBy === constituency && (vacant || ends < termStarts));

/** What the form says once a body is chosen: its seats that are up, and the days and rules of its bylaws. */
export function ofBody(body: Body, termStarts: string): Partial<Form> {
  const up = seatsUp(body, termStarts);
  const { electionNoticeDays, orientationDays, employees } = body.bylaws.rules;
  return {
    bodyId: body.id, body: texts(body.name), bodyKind: body.kind, studentSeats: body.studentSeats,
    constituencies: GROUPS.flatMap((constituency) => {
      const own = up.filter((seat) => seat.constituency === constituency);
      const [first] = own;
      if (!first) return [];
      const voting = body.seats.filter((seat) => seat.votes && seat.constituency === constituency && !own.includes(seat));
      return [{ ...newSeats(constituency, texts(first.seatName)), seats: own.length, otherSeats: voting.length, method: fitMethod('INSTANT_RUNOFF', own.length) }];
    }),
    noticeDays: electionNoticeDays, orientationDays, employees: employees === 'NONE' ? 'WARNED' : 'EXCLUDED',
  };
}

const texts = (list: readonly { locale: string; text: string }[]): Texts => Object.fromEntries(list.map(({ locale, text }) => [locale, text]));

export function formOf(election: EditedElectionFragment, around: Around): Form {
  const start = newForm(around);
  const times = Object.fromEntries(TIMES.map((each) => [each, election[each] ? wallTime(election[each], around.timeZone) : start[each]])) as Record<TimeField, WallTime>;
  return {
    ...start, ...times, title: texts(election.title), bodyId: openBodies(around).find(({ id }) => id === election.governingBody?.id)?.id ?? null, body: texts(election.body), description: texts(election.description), place: texts(election.place),
    bodyKind: election.bodyKind, studentSeats: election.studentSeats, noticeHow: election.noticeAt ? 'AT' : 'BY_HAND',
    constituencies: election.constituencies.map((each) => ({
      constituency: each.constituency, seats: each.seats, otherSeats: each.otherSeats, method: each.method, communityStands: each.communityStands, seatName: texts(each.seatName),
    })),
    termStarts: election.termStarts, termEnds: election.termEnds, noticeDays: election.noticeDays, orientationDays: election.orientationDays,
    challengeDays: election.challengeDays, statementWords: election.statementWords, acclamation: election.acclamation, employees: election.employees,
  };
}

const list = (of: Texts) => Object.entries(of).filter(([, text]) => text.trim() !== '').map(([locale, text]) => ({ locale, text: text.trim() }));

/** What the server is sent; null names the field that is no time yet. */
export function toInput(form: Form, { id, timeZone }: Around): { input: ElectionInput } | { missing: TimeField } {
  const at = Object.fromEntries(TIMES.map((each) => [each, instant(form[each], timeZone)])) as Record<TimeField, string | null>;
  const missing = TIMES.find((each) => at[each] === null && (each !== 'noticeAt' || form.noticeHow === 'AT'));
  if (missing) return { missing };
  const { noticeAt, orientationAt, nominationsFrom, nominationsUntil, opensAt, closesAt } = at;
  return {
    input: {
      environmentId: id, title: list(form.title), bodyId: form.bodyId, body: list(form.body), description: list(form.description), place: list(form.place), bodyKind: form.bodyKind, studentSeats: form.studentSeats,
      constituencies: form.constituencies.map(({ seatName, ...each }) => ({ ...each, seatName: list(seatName) })),
      noticeAt: form.noticeHow === 'AT' ? noticeAt : null, orientationAt: orientationAt!, nominationsFrom: nominationsFrom!, nominationsUntil: nominationsUntil!, opensAt: opensAt!, closesAt: closesAt!,
      termStarts: form.termStarts, termEnds: form.termEnds, noticeDays: form.noticeDays, orientationDays: form.orientationDays, challengeDays: form.challengeDays,
      statementWords: form.statementWords, acclamation: form.acclamation, employees: form.employees,
    },
  };
}
