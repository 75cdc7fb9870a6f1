import type { Count, Pile } from '@plenary/count';
import { readDefinition, resultFor } from '@plenary/count/recount';
import { decodeChoices, seedOf } from '@plenary/count/secret';
import { type Scope, school } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { type Constituency, questionOf } from '../../domain/ballot.ts';
import type { BallotRecord } from '../ballot-record.ts';
import { agreedPilesOf } from '../printed/entries-reader.ts';
import { logsOf } from './published-logs.ts';

/** The count of what lies published, with what two people entered from paper; ties go by a seed that nobody chose. */
export async function countPublished(
  { db }: Pick<House, 'db'>, scope: Scope, ballot: BallotRecord,
): Promise<{ readonly counted: Count<Constituency>; readonly seed: Uint8Array }> {
  const own = db.under(school(ballot.schoolId));
  const [row] = await own.execute<{ definition: string }[]>('select definition from ballot where id = ?', [ballot.id]);
  const read = readDefinition(row!.definition);
  if (!('definition' in read)) throw new Error(`the ${read.field} of a definition cannot be read`);
  const stored = await db.under(scope).execute<{ constituency: string; choices: string; papers: number }[]>(
    `select constituency, encode(choices, 'hex') as choices, count(*)::int as papers
     from box.published where ballot_id = ? and choices is not null group by 1, choices`, [ballot.id]);
  const question = questionOf(ballot);
  const digital = Map.groupBy(stored, ({ constituency }) => constituency);
  const [paper, logOf] = [await agreedPilesOf(own, ballot), await logsOf(db.under(scope), ballot.id)];
  const pools = ballot.constituencies.map(({ constituency, rollSize }) => ({
    constituency, roll: rollSize ?? 0,
    piles: [
      ...(digital.get(constituency) ?? []).map(({ choices, papers }): Pile => {
        const decoded = decodeChoices(question, Buffer.from(choices, 'hex'));
        if (!decoded.ok) throw new Error('the box holds a vote that is no answer');
        return { choices: decoded.choices, papers };
      }),
      ...(paper.get(constituency) ?? []),
    ],
  }));
  const seed = seedOf(pools.map(({ constituency }) => logOf(constituency).root));
  return { counted: resultFor(read.definition, pools, seed) as Count<Constituency>, seed };
}
