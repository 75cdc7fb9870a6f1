import { randomUUID } from 'node:crypto';
import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { decideNominate, nominationsOpen } from '../../domain/elections/nominating.ts';
import { maySeeElection } from '../../domain/elections/policy.ts';
import type { ElectionRefusal } from '../../domain/elections/refusal.ts';
import { type ChangingElection, changeElection } from './change-election.ts';
import { givenText } from './given-text.ts';
import { spendName } from './nominate-throttle.ts';
import { recordElection } from './record-election.ts';
import { peopleNamed, standingIn } from './standing-in-election.ts';

/** Longest name that is looked for. */
const LONGEST_NAME = 200;

/**
 * Nominates oneself (`name` null), or another member of one's own constituency by full name, who then answers.
 * @throws BAD_INPUT for an empty or endless name; THROTTLED for too many names.
 */
export async function nominate(house: House, viewer: ViewerFacts, electionId: string, name: string | null) {
  const wanted = name === null ? null : givenText(name, 'name', LONGEST_NAME);
  if (wanted !== null) await spendName(viewer.personId);
  return changeElection(house, viewer, { id: electionId, version: null }, maySeeElection, async (changing) => {
    const { em, election, now } = changing;
    const nominator = await standingIn(em, election, viewer.personId);
    // Before any name is looked for: who may not nominate learns nothing about who is here.
    const open = nominationsOpen(election, now);
    if (!open.ok) return open.refusal;
    if (nominator.constituency === null) return { reason: 'NOT_A_MEMBER', about: election.constituencies.map((each) => each.constituency) };
    const found = wanted === null ? { personId: viewer.personId } : await theOneNamed(changing, wanted);
    if ('reason' in found) return found;
    const nominee = found.personId === viewer.personId ? nominator : await standingIn(em, election, found.personId);
    const standing = election.nominations.find(({ personId }) => personId === found.personId) ?? null;
    const decision = decideNominate(election, nominator, nominee, standing, now);
    // A name of another constituency is as unknown here as one nobody bears.
    if (!decision.ok) return decision.refusal.reason === 'OTHER_CONSTITUENCY' ? { reason: 'NOMINEE_UNKNOWN', about: decision.refusal.about } : decision.refusal;
    const { constituency, state, employed } = decision;
    await em.execute(
      `insert into nomination (id, school_id, election_id, constituency, person_id, nominated_by, state, employed, answered_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, case when ? = 'ACCEPTED' then clock_timestamp() end)
       on conflict (election_id, person_id) do update set constituency = excluded.constituency, state = excluded.state,
         nominated_by = excluded.nominated_by, employed = excluded.employed, answered_at = excluded.answered_at`,
      [randomUUID(), election.schoolId, election.id, constituency, found.personId, viewer.personId, state, employed, state]);
    await em.execute('update election set version = version + 1 where id = ?', [election.id]);
    await recordElection(house, em, { election, kind: 'election.nominated', actorId: viewer.personId, detail: { constituency, self: state === 'ACCEPTED' } });
    return null;
  });
}

async function theOneNamed({ em, election }: ChangingElection, name: string): Promise<{ readonly personId: string } | ElectionRefusal> {
  const [first, ...others] = await peopleNamed(em, election.environmentId, name);
  if (first === undefined) return { reason: 'NOMINEE_UNKNOWN', about: [] };
  return others.length > 0 ? { reason: 'NOMINEE_AMBIGUOUS', about: [] } : { personId: first };
}
