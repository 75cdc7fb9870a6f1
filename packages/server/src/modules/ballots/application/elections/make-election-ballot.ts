import { randomUUID } from 'node:crypto';
import type { Statements } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import type { Secrecy, Texts } from '../../domain/ballot.ts';
import { candidateLabel } from '../../domain/elections/candidate-name.ts';
import { ballotTerms } from '../../domain/elections/opening.ts';
import { recordChange } from '../record-change.ts';
import type { ConstituencySeats, ElectionRecord, NominationRecord } from './election-record.ts';

/** Nobody can find out how anybody voted for members, not even who runs the server. */
const SECRECY: Secrecy = 'SECRET';

/**
 * The ballot of one constituency: its candidates in the order drawn, scheduled to open at once. From here on it is a
 * ballot as any other, to be voted on, counted and read on the same pages.
 */
export async function makeElectionBallot(
  house: House, em: Statements, election: ElectionRecord, up: ConstituencySeats, candidates: readonly NominationRecord[],
): Promise<void> {
  const { schoolId, environmentId, requiredLocales } = election;
  const terms = ballotTerms(up, candidates.length);
  const id = randomUUID();
  const [row] = await em.execute<{ created_by: string }[]>('select created_by from election where id = ?', [election.id]);
  await em.execute(
    `insert into ballot (id, school_id, environment_id, election_id, state, question, description, method, secrecy, max_choices, seats, binding,
       combine, opens_at, closes_at, created_by)
     values (?, ?, ?, ?, 'SCHEDULED', ?::jsonb, ?::jsonb, ?, ?, ?, ?, 'ELECTS', 'TOGETHER', clock_timestamp(), ?, ?)`,
    [id, schoolId, environmentId, election.id, JSON.stringify(questionOf(election, up)), JSON.stringify(election.description), terms.method,
      SECRECY, terms.maxChoices, terms.seats, election.closesAt, row!.created_by]);
  const option = (optionId: string, position: number, kind: 'CHOICE' | 'ABSTAIN', label: Texts) => em.execute(
    'insert into ballot_option (id, school_id, ballot_id, position, kind, label) values (?, ?, ?, ?, ?, ?::jsonb)',
    [optionId, schoolId, id, position, kind, JSON.stringify(label)]);
  for (const [position, { id: nominationId, name }] of candidates.entries()) {
    const optionId = randomUUID();
    await option(optionId, position, 'CHOICE', candidateLabel({ constituency: up.constituency, name, number: position + 1 }, requiredLocales));
    await em.execute('update nomination set option_id = ? where id = ?', [optionId, nominationId]);
  }
  if (terms.allowAbstain) await option(randomUUID(), candidates.length, 'ABSTAIN', {});
  await em.execute(`insert into ballot_constituency (ballot_id, school_id, constituency, quorum) values (?, ?, ?, '{"kind":"NONE"}'::jsonb)`,
    [id, schoolId, up.constituency]);
  await recordChange(house, em, { ballot: { id, schoolId, environmentId }, kind: 'ballot.scheduled', actorId: null, detail: { electionId: election.id } });
}

/** "School Site Council 2027: Parent representative", in every language both are written in. */
function questionOf({ title }: ElectionRecord, { seatName }: ConstituencySeats): Texts {
  return Object.fromEntries(Object.entries(title).flatMap(([locale, text]) => (seatName[locale] === undefined ? [] : [[locale, `${text}: ${seatName[locale]}`]])));
}
