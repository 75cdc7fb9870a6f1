import type { Constituency } from '../ballot.ts';
import type { SeatWay } from './election.ts';
import { electionAllows, type ElectionState } from './election-states.ts';

/** Why a seat is vacant: nobody stood; the votes filled fewer seats, or had no quorum; a tie; the result was set aside; its holder left. */
export type Vacancy = 'NO_CANDIDATE' | 'NOT_FILLED' | 'TIED' | 'SET_ASIDE' | 'LEFT';

export interface Filling {
  readonly constituency: Constituency;
  readonly seats: number;
  readonly way: SeatWay;
  readonly setAside: boolean;
  /** Who won, best first: by the count, or all who stood where there was no vote. */
  readonly winners: readonly string[];
  readonly tied: boolean;
}

export type SeatTaken =
  | { readonly constituency: Constituency; readonly number: number; readonly personId: string; readonly basis: 'ELECTED' | 'ACCLAIMED' }
  | { readonly constituency: Constituency; readonly number: number; readonly personId: null; readonly vacancy: Vacancy };

/** Winners take their seats when the window for challenges has passed and none is open. */
export const maySeat = (
  { state, challengeUntil, seatedAt }: { readonly state: ElectionState; readonly challengeUntil: Date | null; readonly seatedAt: Date | null }, now: Date,
): boolean => electionAllows(state, 'SEAT') && seatedAt === null && challengeUntil !== null && now >= challengeUntil;

/** Every seat that was up, each taken or declared vacant with the reason. */
export const seatsTaken = (fillings: readonly Filling[]): SeatTaken[] => fillings.flatMap((filling) => {
  const { constituency, seats, way } = filling;
  const winners = filling.setAside ? [] : filling.winners.slice(0, seats);
  return Array.from({ length: seats }, (_, at): SeatTaken => {
    const personId = winners[at];
    return personId === undefined
      ? { constituency, number: at + 1, personId: null, vacancy: vacancyOf(filling) }
      : { constituency, number: at + 1, personId, basis: way === 'ACCLAIMED' ? 'ACCLAIMED' : 'ELECTED' };
  });
});

function vacancyOf({ setAside, way, tied, winners }: Filling): Vacancy {
  if (setAside) return 'SET_ASIDE';
  if (way === 'VACANT') return 'NO_CANDIDATE';
  return tied && winners.length === 0 ? 'TIED' : 'NOT_FILLED';
}
