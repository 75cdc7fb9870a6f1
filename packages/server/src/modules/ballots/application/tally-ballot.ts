import { randomBytes } from 'node:crypto';
import { type Count, type Pile, type Pool, count } from '@plenary/count';
import { school, teller } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { type Constituency, questionOf } from '../domain/ballot.ts';
import { after } from '../domain/ballot-states.ts';
import { type BallotRecord, ballotsById, lockBallot } from './ballot-record.ts';
import { recordChange } from './record-change.ts';
import { sealSecret, settleSecret } from './secret/settle-secret.ts';

/**
 * Counts a closed ballot and keeps the whole count. Runs right after the close, and again from the clockwork if a
 * crash came between; it is written once, and nothing of it but a lot could come out otherwise.
 * @throws when box and roll disagree: such a ballot must be looked at by people, not counted.
 */
export async function tallyBallot(house: House, schoolId: string, id: string): Promise<void> {
  const [closed] = await ballotsById(house.db.under(school(schoolId)), [id]);
  if (closed === undefined || after(closed.state, 'TALLY') === null) return;
  if (closed.secrecy === 'SECRET') await sealSecret(house, closed.id);
  // What two people read off the printed ballots comes first.
  if (closed.awaitsPaper) return;
  const { result, seed } = closed.secrecy === 'SECRET'
    ? await settleSecret(house, closed)
    : await settleConfidential(house, closed);
  await house.db.transaction(school(schoolId), async (em) => {
    const ballot = await lockBallot(em, id);
    if (ballot === null || after(ballot.state, 'TALLY') === null) return;
    await em.execute(
      `update ballot set state = 'TALLIED', tallied_at = clock_timestamp(), result = ?::jsonb, seed = ?, version = version + 1 where id = ?`,
      [JSON.stringify(result), Buffer.from(seed), ballot.id]);
    await recordChange(house, em, { ballot, kind: 'ballot.tallied', actorId: null, detail: { outcome: result.outcome } });
  });
}

/** Ties go by a seed drawn once nobody can vote any more; it says nothing of the papers, and is kept with the count. */
async function settleConfidential(house: House, ballot: BallotRecord): Promise<{ result: Count<Constituency>; seed: Uint8Array }> {
  const seed = randomBytes(32);
  return { result: count(questionOf(ballot), ballot.combine, await emptyBox(house, ballot), { seed: seed.toString('hex') }), seed };
}

/** The papers, piled by the database under the teller's hand: no single paper ever leaves it. */
async function emptyBox({ db }: House, ballot: BallotRecord): Promise<Pool<Constituency>[]> {
  const piles = await db.under(teller(ballot.schoolId)).execute<{ constituency: Constituency; choices: string; papers: number }[]>(
    `select constituency, array_to_json(choices)::text as choices, count(*)::int as papers
     from box.cast_ballot where ballot_id = ? group by 1, choices`, [ballot.id]);
  const inBox = Map.groupBy(piles, ({ constituency }) => constituency);
  return ballot.constituencies.map(({ constituency, quorum, majority, rollSize, voted }) => {
    const own = (inBox.get(constituency) ?? []).map(({ choices, papers }): Pile => ({ choices: JSON.parse(choices) as number[], papers }));
    const papers = own.reduce((sum, pile) => sum + pile.papers, 0);
    // `voted` was counted from the roll when the ballot closed.
    if (papers !== voted) throw new Error('the box and the roll of a ballot disagree');
    return { constituency, roll: rollSize ?? 0, quorum, majority, piles: own };
  });
}
