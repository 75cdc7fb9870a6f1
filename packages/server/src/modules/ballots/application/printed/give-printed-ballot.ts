import { registry, school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import { type ViewerFacts, isUuid } from '../../../people/index.ts';
import { type LineFacts, decideGive, decideTakeBack } from '../../domain/printed/giving.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type BallotRecord, ballotsById } from '../ballot-record.ts';
import { hallOf } from '../ballot-hall.ts';
import { lookerAt } from '../looker.ts';
import { recordChange } from '../record-change.ts';

export interface Printed { readonly ballotId: string; readonly personId: string }

/** Null when it is done. @throws NOT_FOUND when the viewer is not of the ballot's committee, or it is not secret. */
export const givePrintedBallot = (house: House, viewer: ViewerFacts, printed: Printed): Promise<Refusal | null> =>
  mark(house, viewer, printed, true);

/** The reverse, while voting is open. */
export const takeBackPrintedBallot = (house: House, viewer: ViewerFacts, printed: Printed): Promise<Refusal | null> =>
  mark(house, viewer, printed, false);

async function mark(house: House, viewer: ViewerFacts, { ballotId, personId }: Printed, given: boolean): Promise<Refusal | null> {
  const ballot = await secretBallotOf(house, viewer, ballotId);
  if (!isUuid(personId)) throw coded('NOT_FOUND');
  const line = await house.db.transaction(registry(viewer.schoolId), async (em) => {
    await em.execute('select id from ballot where id = ? for share', [ballot.id]);
    await em.execute('select person_id from registry.paper where ballot_id = ? and person_id = ? for update', [ballot.id, personId]);
    const [found] = await em.execute<LineFacts[]>(
      `select b.state, clock_timestamp() >= b.closes_at as past, p.person_id is not null as "onRoll",
         coalesce(p.issued, false) as issued, coalesce(p.on_paper, false) as "onPaper"
       from ballot b left join registry.paper p on p.ballot_id = b.id and p.person_id = ? where b.id = ?`, [personId, ballot.id]);
    if ((given ? decideGive : decideTakeBack)(found!).ok) {
      await em.execute('update registry.paper set on_paper = ? where ballot_id = ? and person_id = ?', [given, ballot.id, personId]);
    }
    return found!;
  });
  const decision = (given ? decideGive : decideTakeBack)(line);
  if (!decision.ok) return decision.refusal;
  if (line.onPaper !== given) {
    await house.db.transaction(school(viewer.schoolId), (em) => recordChange(house, em, {
      ballot, kind: given ? 'ballot.printed-given' : 'ballot.printed-taken-back', actorId: viewer.personId, detail: { personId }, unannounced: true,
    }));
    hallOf(house).turnout.changed(viewer.schoolId, ballot.id);
  }
  return null;
}

/** @throws NOT_FOUND unless it is a secret ballot and the viewer sits on its committee. */
export async function secretBallotOf({ db }: House, viewer: ViewerFacts, id: string): Promise<BallotRecord> {
  const [ballot] = isUuid(id) ? await ballotsById(db.under(school(viewer.schoolId)), [id]) : [];
  if (ballot === undefined || ballot.secrecy !== 'SECRET' || !lookerAt(viewer, ballot).committee) throw coded('NOT_FOUND');
  return ballot;
}
