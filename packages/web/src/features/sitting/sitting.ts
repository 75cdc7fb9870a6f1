import type { RoomNamesQuery, RoomQuery } from '../../gql/graphql.ts';

export type RoomMeeting = NonNullable<RoomQuery['meeting']>;
export type Sitting = NonNullable<RoomMeeting['sitting']>;
export type Member = Sitting['members'][number];
export type Item = Sitting['items'][number];
export type Speaker = Sitting['speakers'][number];
export type Motion = Sitting['motions'][number];
export type Amendment = Motion['amendments'][number];
export type Question = NonNullable<Motion['question']>;
export type RollCallLine = Question['lines'][number];
export type Refusal = Motion['blockers'][number];
type NamedMeeting = NonNullable<RoomNamesQuery['meeting']>;
type Named = NonNullable<NamedMeeting['sitting']>;
export type ActionItem = Named['actionItems'][number];

/** What only the viewer's own query brings, and no shared message: names, and whose an entry is. */
export interface Names {
  readonly members: ReadonlyMap<string, string>;
  readonly speakers: ReadonlyMap<string, { readonly name: string | null; readonly mine: boolean }>;
  readonly recorder: string | null;
  readonly actions: readonly ActionItem[];
  /** Earlier minutes that an item is about, by the item. */
  readonly minutes: ReadonlyMap<string, NonNullable<Named['items'][number]['minutes']>>;
  /** The viewer may read the minutes of this meeting. */
  readonly readsMinutes: boolean;
}

export const NO_NAMES: Names = { members: new Map(), speakers: new Map(), recorder: null, actions: [], minutes: new Map(), readsMinutes: false };

export function namesOf(meeting: NamedMeeting | null | undefined): Names {
  const sitting = meeting?.sitting;
  if (!sitting) return NO_NAMES;
  return {
    members: new Map(sitting.members.flatMap(({ id, name }) => (name ? [[id, name] as const] : []))),
    speakers: new Map(sitting.speakers.map(({ id, name, mine }) => [id, { name: name ?? null, mine }])),
    recorder: sitting.recorderName ?? null,
    actions: sitting.actionItems,
    minutes: new Map(sitting.items.flatMap(({ id, minutes }) => (minutes ? [[id, minutes] as const] : []))),
    readsMinutes: meeting.minutes?.viewerCan.read ?? false,
  };
}

export const isHere = ({ presence }: Pick<Member, 'presence'>): boolean => presence === 'IN_ROOM' || presence === 'REMOTE';

export const memberOf = (sitting: Sitting, id: string | null | undefined): Member | null => sitting.members.find((member) => member.id === id) ?? null;

export const meOf = (sitting: Sitting): Member | null => memberOf(sitting, sitting.me?.id);

export const itemOf = (sitting: Sitting, id: string | null | undefined): Item | null => sitting.items.find((item) => item.id === id) ?? null;

export const currentItem = (sitting: Sitting): Item | null => itemOf(sitting, sitting.currentItemId);

/** The first one that is still open after the one now before the body; its parts come before what follows it. */
export function nextItem({ items, currentItemId }: Sitting): Item | null {
  const at = items.findIndex(({ id }) => id === currentItemId);
  return items.slice(at + 1).find(({ outcome }) => outcome === 'OPEN') ?? items.find(({ id, outcome }) => outcome === 'OPEN' && id !== currentItemId) ?? null;
}

const LIVE: readonly Motion['state'][] = ['MOVED', 'SECONDED', 'OPEN', 'VOTING'];
export const isLive = ({ state }: Pick<Motion, 'state'>): boolean => LIVE.includes(state);

/** Motions before the body: the one whose question is open first, then the latest. */
export const liveMotions = ({ motions }: Sitting): Motion[] =>
  motions.filter(isLive).toSorted((a, b) => Number(isAsked(b)) - Number(isAsked(a)) || b.number - a.number);

export const pastMotions = ({ motions }: Sitting): Motion[] => motions.filter((motion) => !isLive(motion)).toReversed();

const isAsked = (motion: Motion): boolean => questionsOf(motion).some(({ question }) => question.state === 'OPEN');

export interface Asked {
  readonly motion: Motion;
  readonly amendment: Amendment | null;
  readonly question: Question;
}

const questionsOf = (motion: Motion): Asked[] => [
  ...motion.amendments.flatMap((amendment) => (amendment.question ? [{ motion, amendment, question: amendment.question }] : [])),
  ...(motion.question ? [{ motion, amendment: null, question: motion.question }] : []),
];

const asked = ({ motions }: Sitting): Asked[] => motions.flatMap(questionsOf);

/** There is one at most. */
export const openQuestion = (sitting: Sitting): Asked | null => asked(sitting).find(({ question }) => question.state === 'OPEN') ?? null;

/** The result announced last. */
export const lastResult = (sitting: Sitting): Asked | null =>
  asked(sitting).filter(({ question }) => question.state === 'ANNOUNCED' && question.closedAt != null)
    .toSorted((a, b) => Date.parse(b.question.closedAt!) - Date.parse(a.question.closedAt!))[0] ?? null;

export const pendingAmendment = ({ amendments }: Motion): Amendment | null => amendments.find(({ state }) => state === 'MOVED' || state === 'SECONDED') ?? null;

export interface Tally { readonly ayes: number; readonly noes: number; readonly abstentions: number; readonly recused: number }

export function tallyOf(lines: readonly RollCallLine[]): Tally {
  const of = (vote: RollCallLine['vote']) => lines.filter((line) => line.vote === vote).length;
  return { ayes: of('AYE'), noes: of('NO'), abstentions: of('ABSTAIN'), recused: of('RECUSED') };
}

/** Who may move, second and vote now. */
export const canMove = (member: Pick<Member, 'presence' | 'votes'> | null): boolean => member !== null && member.votes && isHere(member);

/** Why a member cannot vote now; null when nothing keeps them. */
export type VoteBar = 'NOT_ASKED' | 'NOT_HERE' | 'NO_QUORUM';

export function voteBar(sitting: Sitting, me: Member | null): VoteBar | null {
  const open = openQuestion(sitting);
  if (!open || !me?.votes || open.question.way !== 'ROLL_CALL') return 'NOT_ASKED';
  if (!isHere(me)) return 'NOT_HERE';
  return sitting.quorum.met ? null : 'NO_QUORUM';
}

export const ENDED: readonly Sitting['state'][] = ['ADJOURNED', 'NO_QUORUM', 'CANCELLED'];
export const isOver = ({ state }: Pick<Sitting, 'state'>): boolean => ENDED.includes(state);
