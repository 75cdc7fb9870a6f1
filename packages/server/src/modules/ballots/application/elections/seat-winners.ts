import { databaseNow } from '../../../../platform/database/database-now.ts';
import { school } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { takeSeats } from '../../../bodies/index.ts';
import { type Filling, maySeat, seatsTaken } from '../../domain/elections/seating.ts';
import { dateOf } from '../../domain/elections/wall-days.ts';
import { ballotsById } from '../ballot-record.ts';
import type { ChangingElection } from './change-election.ts';
import { type ConstituencySeats, candidatesOf, lockElection } from './election-record.ts';
import { recordElection } from './record-election.ts';

/** The clockwork's hand: once the window for challenges has passed and none is open, winners take their seats. */
export const seatWinners = (house: House, schoolId: string, id: string): Promise<void> =>
  house.db.transaction(school(schoolId), async (em) => {
    const election = await lockElection(em, id);
    const now = await databaseNow(em);
    if (election === null || !maySeat(election, now)) return;
    const fillings: Filling[] = [];
    for (const up of election.constituencies) fillings.push(await fillingOf({ em, election, now }, up));
    const taken = seatsTaken(fillings);
    await takeSeats(house, em, election, taken, dateOf(now, election.timeZone));
    await em.execute('update election set seated_at = ?, version = version + 1 where id = ?', [now, id]);
    await recordElection(house, em, {
      election, kind: 'election.seated', actorId: null,
      detail: { taken: taken.filter(({ personId }) => personId !== null).length, vacant: taken.filter(({ personId }) => personId === null).length },
    });
  });

async function fillingOf({ em, election }: ChangingElection, up: ConstituencySeats): Promise<Filling> {
  const { constituency, seats, setAside, ballotId } = up;
  const way = up.way ?? 'VACANT';
  const standing = candidatesOf(election, constituency);
  const filling = { constituency, seats, way, setAside, tied: false };
  if (way !== 'VOTE') return { ...filling, winners: standing.map(({ personId }) => personId) };
  const [ballot] = ballotId === null ? [] : await ballotsById(em, [ballotId]);
  const result = ballot?.state === 'CERTIFIED' ? ballot.result : null;
  if (ballot === undefined || result === null || result.outcome === 'NO_QUORUM') return { ...filling, winners: [] };
  const winners = result.chosen.flatMap((position) => {
    const optionId = ballot.options[position]?.id;
    return standing.filter((each) => each.optionId === optionId).map(({ personId }) => personId);
  });
  return { ...filling, winners, tied: result.outcome === 'TIED' };
}
