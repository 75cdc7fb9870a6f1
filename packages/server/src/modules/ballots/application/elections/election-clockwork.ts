import { gate } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { type Clockwork, runClockwork, workThroughDue } from '../clockwork.ts';
import { CLOCKWORK } from '../record-change.ts';
import { followBallots } from './follow-ballots.ts';
import { beginNominations, noticeDueElection } from './notice-election.ts';
import { openDueElection } from './open-election.ts';
import { ELECTION_CLOCKWORK } from './record-election.ts';
import { seatWinners } from './seat-winners.ts';

interface Due {
  readonly id: string;
  readonly schoolId: string;
  readonly state: keyof typeof ACTS;
  /** By the database's clock; 0 or less is due. */
  readonly inMs: number;
}

/** A notice may be early, never late: one that is planned for the last lawful moment must not miss it by a blink. */
const NOTICE_AHEAD = `interval '30 seconds'`;

/** When each election that is under way is next to be looked after; those that wait for people are left out. */
const DUE = `
  select id, "schoolId", state, ceil(extract(epoch from (at - clock_timestamp())) * 1000)::float8 as "inMs"
  from (
    select e.id, e.school_id as "schoolId", e.state, case e.state
      when 'SCHEDULED' then e.notice_at - ${NOTICE_AHEAD}
      when 'NOTICED' then e.nominations_from
      when 'NOMINATING' then case when e.held_at_version is distinct from e.version then e.opens_at end
      when 'OPEN' then case when not exists (
        select from ballot b where b.election_id = e.id and b.state in ('DRAFT', 'SCHEDULED', 'OPEN')) then clock_timestamp() end
      when 'CLOSED' then case when not exists (
        select from ballot b where b.election_id = e.id and b.state = 'CLOSED') then clock_timestamp() end
      when 'CERTIFIED' then e.challenge_until
    end as at
    from election e
    where e.state in ('SCHEDULED', 'NOTICED', 'NOMINATING', 'OPEN', 'CLOSED') or (e.state = 'CERTIFIED' and e.seated_at is null)
  ) x
  where at is not null
  order by 4 limit 100`;

const ACTS = {
  SCHEDULED: noticeDueElection, NOTICED: beginNominations, NOMINATING: openDueElection, OPEN: followBallots, CLOSED: followBallots, CERTIFIED: seatWinners,
} as const;

const clockwork: Clockwork<Due> = {
  name: 'elections',
  // Ballots too: when the last of an election's ballots is closed or counted, the election follows.
  topics: [ELECTION_CLOCKWORK, CLOCKWORK],
  due: ({ db }) => db.under(gate).execute<Due[]>(DUE),
  act: (house, { id, schoolId, state }) => ACTS[state](house, schoolId, id),
};

/** Posts notices, begins nominations, opens votes, follows ballots and seats winners when their time has come. */
export const runElectionClockwork = (house: House): Promise<() => Promise<void>> => runClockwork(house, clockwork);

/** Does what is due and answers how long until the next deadline, in milliseconds. */
export const workThroughElections = (house: House): Promise<number> => workThroughDue(house, clockwork);
