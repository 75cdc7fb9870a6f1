import { gate } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { type Clockwork, runClockwork, workThroughDue } from './clockwork.ts';
import { closeDueBallot } from './close-ballot.ts';
import { openDueBallot } from './open-ballot.ts';
import { CLOCKWORK } from './record-change.ts';
import { tallyBallot } from './tally-ballot.ts';

interface Due {
  readonly id: string;
  readonly schoolId: string;
  readonly state: 'SCHEDULED' | 'OPEN' | 'CLOSED';
  /** By the database's clock; 0 or less is due. */
  readonly inMs: number;
}

const clockwork: Clockwork<Due> = {
  name: 'ballots',
  topics: [CLOCKWORK],
  due: ({ db }) => db.under(gate).execute<Due[]>(
    `select id, school_id as "schoolId", state,
       case state when 'CLOSED' then 0
         else ceil(extract(epoch from (case state when 'SCHEDULED' then opens_at else closes_at end) - clock_timestamp()) * 1000)::float8
       end as "inMs"
     from ballot
     where state = 'OPEN' or (state = 'CLOSED' and not awaits_paper) or (state = 'SCHEDULED' and opens_at is not null)
     order by 4 limit 100`),
  act,
};

async function act(house: House, { id, schoolId, state }: Due): Promise<void> {
  if (state === 'SCHEDULED') return openDueBallot(house, schoolId, id);
  if (state === 'OPEN') await closeDueBallot(house, schoolId, id);
  await tallyBallot(house, schoolId, id);
}

/**
 * Opens, closes and counts ballots when their time has come, by the database's clock. Several servers may run it: each
 * act takes the ballot's lock and looks again, so the second finds it done.
 */
export const runBallotClockwork = (house: House): Promise<() => Promise<void>> => runClockwork(house, clockwork);

/** Does what is due and answers how long until the next deadline, in milliseconds. */
export const workThrough = (house: House): Promise<number> => workThroughDue(house, clockwork);
