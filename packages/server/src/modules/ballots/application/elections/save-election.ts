import type { Statements } from '../../../../platform/database/database.ts';
import type { WordedElection } from '../../domain/elections/election-wording.ts';

interface Owner { readonly id: string; readonly schoolId: string }

const JSON_COLUMNS = ['title', 'description', 'body', 'place'] as const;
const PLAIN_COLUMNS = {
  body_id: 'bodyId', body_kind: 'bodyKind', student_seats: 'studentSeats', notice_at: 'noticeAt', orientation_at: 'orientationAt', nominations_from: 'nominationsFrom',
  nominations_until: 'nominationsUntil', opens_at: 'opensAt', closes_at: 'closesAt', term_starts: 'termStarts', term_ends: 'termEnds',
  notice_days: 'noticeDays', orientation_days: 'orientationDays', challenge_days: 'challengeDays', statement_words: 'statementWords',
  acclamation: 'acclamation', employees: 'employees',
} as const satisfies Record<string, keyof WordedElection>;

/** Columns an election's wording decides, with the place of each value and the values. */
export function electionColumns(worded: WordedElection): { readonly names: string[]; readonly places: string[]; readonly values: unknown[] } {
  return {
    names: [...JSON_COLUMNS, ...Object.keys(PLAIN_COLUMNS)],
    places: [...JSON_COLUMNS.map(() => '?::jsonb'), ...Object.keys(PLAIN_COLUMNS).map(() => '?')],
    values: [...JSON_COLUMNS.map((each) => JSON.stringify(worded[each])), ...Object.values(PLAIN_COLUMNS).map((each) => worded[each])],
  };
}

/** The seats as worded, in place of what there was. */
export async function saveSeatsUp(em: Statements, { id, schoolId }: Owner, { constituencies }: WordedElection): Promise<void> {
  await em.execute('delete from election_constituency where election_id = ?', [id]);
  for (const { constituency, seats, otherSeats, method, seatName, communityStands } of constituencies) {
    await em.execute(
      `insert into election_constituency (election_id, school_id, constituency, seats, other_seats, method, seat_name, community_stands)
       values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)`,
      [id, schoolId, constituency, seats, otherSeats, method, JSON.stringify(seatName), communityStands]);
  }
}
