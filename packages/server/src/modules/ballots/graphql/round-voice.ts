import type { RequestContext } from '../../../platform/graphql/context.ts';
import { roundLookerOf } from '../application/rounds/proposal-reader.ts';
import type { ProposalRecord } from '../application/rounds/proposal-record.ts';
import type { Constituency } from '../domain/ballot.ts';
import { isInside } from '../domain/rounds/proposal-policy.ts';

/** Somebody who speaks, and whether whoever looks may hear a student's name. */
export interface Voice {
  readonly schoolId: string;
  readonly personId: string;
  readonly constituency: Constituency | null;
  readonly seat: number | null;
  readonly inside: boolean;
}

/** Turns people of a proposal into voices, for this viewer. */
export async function voicesFor(ctx: RequestContext, proposal: ProposalRecord): Promise<(personId: string) => Voice> {
  const inside = isInside(await roundLookerOf(ctx, proposal));
  const seats = new Map(proposal.participants.map((each) => [each.personId, each]));
  return (personId) => {
    const { constituency = null, seat = null } = seats.get(personId) ?? {};
    return { schoolId: proposal.schoolId, personId, constituency, seat, inside };
  };
}
