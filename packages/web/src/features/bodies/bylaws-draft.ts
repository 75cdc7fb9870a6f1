import type { BylawsInput } from '../../gql/graphql.ts';
import type { Rules } from './body.ts';
import { whole } from './texts.ts';

/** Fields of the form that hold a number as it is written. */
export const NUMBERS = ['termMonths', 'officerTermMonths', 'noticeHours', 'specialNoticeHours', 'electionNoticeDays', 'orientationDays', 'commentSeconds'] as const;
export type NumberField = (typeof NUMBERS)[number];

export interface BylawsDraft extends Omit<Rules, NumberField | 'quorum' | '__typename'> {
  readonly numbers: Readonly<Record<NumberField, string>>;
  readonly quorum: { readonly kind: Rules['quorum']['kind']; readonly numerator: string; readonly denominator: string; readonly count: string };
}

export const draftOf = ({ quorum, ...rules }: Rules): BylawsDraft => ({
  ...rules,
  numbers: Object.fromEntries(NUMBERS.map((each) => [each, String(rules[each])])) as Record<NumberField, string>,
  quorum: { kind: quorum.kind, numerator: String(quorum.numerator ?? 2), denominator: String(quorum.denominator ?? 3), count: String(quorum.count ?? 7) },
});

export const inputOf = ({ numbers, quorum: { kind, numerator, denominator, count }, ...draft }: BylawsDraft): BylawsInput => ({
  threshold: draft.threshold, removal: draft.removal, staggered: draft.staggered, proxies: draft.proxies, absentee: draft.absentee, consensusFirst: draft.consensusFirst, minutesDraftsPublic: draft.minutesDraftsPublic,
  offices: [...draft.offices], officersBySecretBallot: draft.officersBySecretBallot, employees: draft.employees,
  ...(Object.fromEntries(NUMBERS.map((each) => [each, whole(numbers[each])])) as Record<NumberField, number>),
  quorum: { kind, ...(kind === 'SHARE' ? { numerator: whole(numerator), denominator: whole(denominator) } : kind === 'COUNT' ? { count: whole(count) } : {}) },
});
