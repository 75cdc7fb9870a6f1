import { createHash, randomBytes } from 'node:crypto';
import { databaseNow } from '../../../../platform/database/database-now.ts';
import { school } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { type ViewerFacts, eligibleFor } from '../../../people/index.ts';
import { drawOrder } from '../../domain/elections/drawing.ts';
import { type OpeningFacts, decideOpenElection, wayOf } from '../../domain/elections/opening.ts';
import type { ElectionRefusal } from '../../domain/elections/refusal.ts';
import { type ChangingElection, type ElectionAt, changeElection } from './change-election.ts';
import { type ElectionRecord, candidatesOf, lockElection } from './election-record.ts';
import { makeElectionBallot } from './make-election-ballot.ts';
import { recordElection } from './record-election.ts';

/** Opens the voting by hand, where the house was held from doing so at its time. */
export const openElection = (house: House, viewer: ViewerFacts, at: ElectionAt) =>
  changeElection(house, viewer, at, ({ drafts }) => drafts, (changing) => open(house, changing, viewer.personId));

/** The clockwork's hand. What may not open is tried again when something of the election changes, not every second. */
export const openDueElection = (house: House, schoolId: string, id: string): Promise<void> =>
  house.db.transaction(school(schoolId), async (em) => {
    const election = await lockElection(em, id);
    const now = await databaseNow(em);
    if (election?.state !== 'NOMINATING' || election.opensAt > now) return;
    const refusal = await open(house, { em, election, now }, null);
    if (refusal === null) return;
    await em.execute('update election set held = ?::jsonb, held_at_version = version + 1, version = version + 1 where id = ?', [JSON.stringify(refusal), id]);
    await recordElection(house, em, { election, kind: 'election.held', actorId: null, detail: { ...refusal } });
  });

/** Draws the order of the candidates, once, and puts one ballot to each constituency that votes; the ballots' own clockwork opens them. */
async function open(house: House, { em, election, now }: ChangingElection, actorId: string | null): Promise<ElectionRefusal | null> {
  const around = await openingFacts(em, election);
  const decision = decideOpenElection(election, around, now);
  if (!decision.ok) return decision.refusal;
  const seed = randomBytes(32).toString('hex');
  for (const up of election.constituencies) {
    const way = wayOf(election, up.constituency, around);
    await em.execute('update election_constituency set way = ? where election_id = ? and constituency = ?', [way, election.id, up.constituency]);
    const standing = candidatesOf(election, up.constituency);
    const order = drawOrder(standing.map(({ id }) => id), seed, sha256).map((id) => standing.find((each) => each.id === id)!);
    for (const [position, { id }] of order.entries()) await em.execute('update nomination set position = ? where id = ?', [position, id]);
    if (way === 'VOTE') await makeElectionBallot(house, em, election, up, order);
  }
  await em.execute(
    `update election set state = 'OPEN', opened_at = ?, order_seed = decode(?, 'hex'), held = null, version = version + 1 where id = ?`,
    [now, seed, election.id]);
  await recordElection(house, em, { election, kind: 'election.opened', actorId });
  return null;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function openingFacts(em: ChangingElection['em'], election: ElectionRecord): Promise<OpeningFacts> {
  const roll = await eligibleFor(em, election.environmentId, election.constituencies.map(({ constituency }) => constituency));
  const eligible = Map.groupBy(roll, ({ constituency }) => constituency);
  return {
    requiredLocales: election.requiredLocales, timeZone: election.timeZone,
    eligible: new Map([...eligible].map(([constituency, people]) => [constituency, people.length])),
    candidates: election.nominations.filter(({ state }) => state === 'ACCEPTED'),
  };
}
