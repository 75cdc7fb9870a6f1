import type { Presence, VoteChoice } from '../../gql/graphql.ts';
import type { QueuedAct } from './queue.ts';
import { isHere, type Sitting } from './sitting.ts';

/** A vote that the server does not have yet, by member, for one question. */
export interface DraftVote { readonly memberId: string; readonly choice: VoteChoice; readonly key: string }

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * The sitting as it will be once the acts kept here have been taken: arrivals, departures, the item before the body. A
 * quorum that would be there then is not claimed before the server says so; one that is gone is gone at once.
 */
export function withWaiting(sitting: Sitting, acts: readonly QueuedAct[]): Sitting {
  const waiting = acts.filter(({ state }) => state !== 'REFUSED');
  if (waiting.length === 0) return sitting;
  let { members, currentItemId, items, visitors } = sitting;
  for (const { name, variables } of waiting) {
    if (name === 'attend' || name === 'recordAttendance') {
      const who = name === 'attend' ? sitting.me?.id : variables['memberId'];
      const presence = variables['kind'] === 'LEFT' ? 'LEFT' : (variables['way'] as Presence | null) ?? 'IN_ROOM';
      members = members.map((member) => (member.id === who ? { ...member, presence } : member));
    } else if (name === 'takeUpItem') currentItemId = text(variables['itemId']);
    else if (name === 'closeItem') items = items.map((item) => (item.id === variables['itemId'] ? { ...item, outcome: variables['outcome'] as typeof item.outcome } : item));
    else if (name === 'countVisitors') visitors = Number(variables['visitors']);
  }
  const present = members.filter((member) => member.votes && isHere(member)).length;
  return { ...sitting, members, currentItemId, items, visitors, quorum: { ...sitting.quorum, present, met: sitting.quorum.met && present >= sitting.quorum.needed } };
}

/** Votes on one question that still wait, the last of each member. */
export function draftVotes(sitting: Sitting, questionId: string, acts: readonly QueuedAct[]): DraftVote[] {
  const drafts = new Map<string, DraftVote>();
  for (const { name, variables, state, key } of acts) {
    const memberId = text(variables['memberId']) ?? sitting.me?.id;
    if (name === 'castVote' && state !== 'REFUSED' && variables['questionId'] === questionId && memberId) {
      drafts.set(memberId, { memberId, choice: variables['choice'] as VoteChoice, key });
    }
  }
  return [...drafts.values()];
}

/** Acts that wait and name one thing, as a speaker or a motion, in any of their ids. */
export const waitingOn = (acts: readonly QueuedAct[], id: string): QueuedAct[] =>
  acts.filter(({ state, variables }) => state === 'WAITING' && Object.values(variables).some((value) => value === id));
