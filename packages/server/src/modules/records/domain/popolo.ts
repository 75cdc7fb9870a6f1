/** Text by BCP 47 tag. */
export type Texts = Readonly<Record<string, string>>;

/** An object of a Popolo document (popoloproject.com/specs), or a part of one. */
export type PopoloObject = Readonly<Record<string, unknown>>;

/** What the keys of our own that Popolo has no place for begin with. */
export const OWN = 'plenary:';

/** How documents of this shape are marked; the number grows when a key changes its meaning. */
export const FORMAT = 'plenary-record/1';

/** Its lists, in the order in which they are written. */
export const SECTIONS = ['organizations', 'posts', 'persons', 'memberships', 'events', 'motions', 'vote_events', 'speeches'] as const;
export type Section = (typeof SECTIONS)[number];

/** An object without what is unknown; `own` are keys of ours. */
export function popolo(known: PopoloObject, own: PopoloObject = {}): PopoloObject {
  const all = [...Object.entries(known), ...Object.entries(own).map(([key, value]) => [OWN + key, value] as const)];
  return Object.fromEntries(all.filter(([, value]) => value !== null && value !== undefined));
}

/** The one text Popolo has room for: English where there is any, else that of the first tag in the alphabet. */
export const plain = (texts: Texts): string | null => texts['en'] ?? Object.entries(texts).toSorted(([a], [b]) => (a < b ? -1 : 1))[0]?.[1] ?? null;

/** All languages, where the one text does not say everything. */
export const inAll = (texts: Texts): Texts | null => (Object.keys(texts).every((tag) => tag === 'en') ? null : Object.fromEntries(Object.entries(texts).toSorted(([a], [b]) => (a < b ? -1 : 1))));

/** To the second, the most that dates of memberships and events may say in Popolo's schemas. */
export const seconds = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

/** Popolo's words for what a member said (popoloproject.com/specs/vote.html); a recused member takes no part. */
export const OPTIONS = { AYE: 'yes', NO: 'no', ABSTAIN: 'abstain', ABSENT: 'absent', RECUSED: 'not voting' } as const;
export type Vote = keyof typeof OPTIONS;

/** The vote an option is; null for an option of a body that votes in other ways. */
export const voteOf = (option: string): Vote | null => (Object.keys(OPTIONS) as Vote[]).find((vote) => OPTIONS[vote] === option.toLowerCase()) ?? null;

/** Groups of voters, as an organization each, by the end of its id. */
export const GROUPS: Readonly<Record<string, string>> = {
  ADMINISTRATOR: 'Administrators', TEACHER: 'Teachers', OTHER_STAFF: 'Other staff', PARENT: 'Parents', EL_PARENT: 'Parents of English learners', STUDENT: 'Students',
  COMMUNITY: 'Community members',
};
export const GROUP = 'constituency';

export const groupId = (bodyId: string, constituency: string): string => `${bodyId}/${constituency.toLowerCase()}`;

/** A day that has not come: a term without a known end. */
export const NO_END = '9999-12-31';
