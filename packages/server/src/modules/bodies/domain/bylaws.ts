import { type BodyKind, type MeetingLaw, OFFICES, type Office } from './body.ts';

/** How many must be present: more than half of those who hold a voting seat, a share of them, or a fixed count (rule 10). */
export type BodyQuorum =
  | { readonly kind: 'MAJORITY' }
  | { readonly kind: 'SHARE'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'COUNT'; readonly count: number };

/** What a motion needs unless it says more (rule 11; Robert's Rules). */
export const THRESHOLDS = [
  'MAJORITY_OF_CAST', 'TWO_THIRDS_OF_CAST', 'MAJORITY_OF_PRESENT', 'MAJORITY_OF_MEMBERS', 'TWO_THIRDS_OF_MEMBERS', 'UNANIMOUS_OF_PRESENT',
] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** Whom parents may not choose for their seats: whoever works at the school, or anywhere in the district (rule 16). */
export const EMPLOYEE_BARS = ['NONE', 'SCHOOL', 'DISTRICT'] as const;
export type EmployeeBar = (typeof EMPLOYEE_BARS)[number];

export interface BylawsRules {
  readonly quorum: BodyQuorum;
  readonly threshold: Threshold;
  /** To remove a member: by custom two thirds of all members. */
  readonly removal: Threshold;
  readonly termMonths: number;
  /** Half the seats are filled each year. */
  readonly staggered: boolean;
  /** Elapsed hours between a posted notice and the meeting; a special meeting's apart. */
  readonly noticeHours: number;
  readonly specialNoticeHours: number;
  /** Days of notice before an election, and before its orientation (rule 18). */
  readonly electionNoticeDays: number;
  readonly orientationDays: number;
  /** Voting through another, or without being there (rule 23). */
  readonly proxies: boolean;
  readonly absentee: boolean;
  /** Agreement is sought before a vote is taken (LAUSD–UTLA contract, Art. XXVII). */
  readonly consensusFirst: boolean;
  readonly offices: readonly Office[];
  readonly officerTermMonths: number;
  /** Officers may be chosen by secret ballot; never under the Brown Act (rule 9). */
  readonly officersBySecretBallot: boolean;
  readonly employees: EmployeeBar;
  /** Seconds a speaker from the public has; doubled when translated (rule 7). */
  readonly commentSeconds: number;
  /** Minutes are read by everybody as a draft once they were sent to the members, else from their approval on (domain.md S25). Bylaws written before there was a choice have none: false. */
  readonly minutesDraftsPublic: boolean;
}

/** Shortest notice the law lets a body give, in elapsed hours (EC 35147; Gov. Code 54954.2, 54956; rule 1). */
export function leastNotice(law: MeetingLaw): { readonly regular: number; readonly special: number } {
  if (law === 'PRIVATE') return { regular: 0, special: 0 };
  return { regular: 72, special: law === 'BROWN' ? 24 : 72 };
}

/** Bylaws to begin with; each body changes them by its own vote. */
export function usualBylaws(kind: BodyKind, law: MeetingLaw): BylawsRules {
  return {
    quorum: { kind: 'MAJORITY' }, threshold: 'MAJORITY_OF_CAST', removal: 'TWO_THIRDS_OF_MEMBERS',
    termMonths: kind === 'LSLC' || kind === 'PLE_TEAM' || kind === 'PTA' ? 12 : 24, staggered: kind === 'SSC' || kind === 'ELAC',
    noticeHours: 72, specialNoticeHours: law === 'PRIVATE' ? 24 : leastNotice(law).special,
    electionNoticeDays: 10, orientationDays: 5, proxies: false, absentee: false, consensusFirst: kind === 'LSLC',
    offices: kind === 'PTA' ? ['CHAIR', 'VICE_CHAIR', 'SECRETARY', 'TREASURER'] : ['CHAIR', 'VICE_CHAIR', 'SECRETARY'],
    officerTermMonths: 12, officersBySecretBallot: false, employees: kind === 'PTA' || kind === 'OTHER' ? 'NONE' : 'SCHOOL', commentSeconds: 120,
    minutesDraftsPublic: false,
  };
}

export type BylawsFaultCode = 'OUT_OF_RANGE' | 'IMPOSSIBLE' | 'REPEATED' | 'REQUIRED' | 'NOTICE_TOO_SHORT' | 'NOT_UNDER_BROWN';
export interface BylawsFault { readonly field: string; readonly code: BylawsFaultCode }

const RANGES = {
  termMonths: [1, 60], officerTermMonths: [1, 60], noticeHours: [0, 2160], specialNoticeHours: [0, 2160], electionNoticeDays: [3, 90],
  orientationDays: [3, 90], commentSeconds: [30, 900],
} as const satisfies Partial<Record<keyof BylawsRules, readonly [number, number]>>;

/** Everything wrong with bylaws at once. Never below what the body's law asks. */
export function bylawsFaults(rules: BylawsRules, law: MeetingLaw): BylawsFault[] {
  const faults: BylawsFault[] = [];
  const add = (field: string, code: BylawsFaultCode | false) => { if (code) faults.push({ field, code }); };
  add('quorum', quorumFault(rules.quorum));
  for (const [field, [least, most]] of Object.entries(RANGES)) {
    const value = rules[field as keyof typeof RANGES];
    add(field, !(Number.isSafeInteger(value) && value >= least && value <= most) && 'OUT_OF_RANGE');
  }
  const least = leastNotice(law);
  add('noticeHours', rules.noticeHours < least.regular && 'NOTICE_TOO_SHORT');
  add('specialNoticeHours', rules.specialNoticeHours < least.special && 'NOTICE_TOO_SHORT');
  add('offices', rules.offices.length === 0 && 'REQUIRED');
  add('offices', (new Set(rules.offices).size !== rules.offices.length || rules.offices.some((office) => !OFFICES.includes(office))) && 'REPEATED');
  add('officersBySecretBallot', rules.officersBySecretBallot && law === 'BROWN' && 'NOT_UNDER_BROWN');
  return faults;
}

function quorumFault(quorum: BodyQuorum): BylawsFaultCode | false {
  if (quorum.kind === 'COUNT') return !(Number.isSafeInteger(quorum.count) && quorum.count >= 1 && quorum.count <= 1000) && 'OUT_OF_RANGE';
  if (quorum.kind === 'MAJORITY') return false;
  const { numerator, denominator } = quorum;
  if (![numerator, denominator].every((part) => Number.isSafeInteger(part) && part >= 1 && part <= 1000)) return 'OUT_OF_RANGE';
  return numerator > denominator && 'IMPOSSIBLE';
}

/** Members who must be present: more than half, the share rounded up, or the count. */
export function quorumNeeded(quorum: BodyQuorum, members: number): number {
  if (quorum.kind === 'COUNT') return quorum.count;
  if (quorum.kind === 'MAJORITY') return Math.floor(members / 2) + 1;
  return Math.ceil((members * quorum.numerator) / quorum.denominator);
}
