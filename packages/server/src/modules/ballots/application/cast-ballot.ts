import { hash } from 'node:crypto';
import type { SessionFacts } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { isUuid } from '../../people/index.ts';
import { isAnnounced, isFrozen } from '../domain/ballot-states.ts';
import { type Answer, paperOf } from '../domain/paper.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { BallotHall } from './ballot-hall.ts';

export interface Vote extends Answer {
  readonly ballotId: string;
  /** 32 to 64 hexadecimal digits, made anew by the page for each press. */
  readonly key: string;
}

export type CastBallotAnswer =
  | { readonly ok: true; readonly again: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

const KEY = /^[0-9a-f]{32,64}$/i;

/**
 * One vote, on the hottest path of the house: nothing here asks the database per request except the batched
 * statement. Five beats still: the definition (remembered), the session's school as policy, the choices' rule, and
 * under the ballot's lock the window, the roll and the box. No audit or outbox row: one per vote would tell who when.
 * @throws BAD_INPUT for a malformed key; NOT_FOUND when there is no such ballot for this person.
 */
export async function castBallot(hall: BallotHall, session: SessionFacts, { ballotId, key, ...answer }: Vote): Promise<CastBallotAnswer> {
  if (!KEY.test(key)) throw coded('BAD_INPUT', { field: 'key', rule: '32 to 64 hexadecimal digits' });
  const id = ballotId.toLowerCase();
  const definition = isUuid(id) ? await hall.definitions.of(session.schoolId, id) : null;
  if (definition === null || !isAnnounced(definition.state)) throw coded('NOT_FOUND');
  if (!isFrozen(definition.state)) return refuse('NOT_OPEN');
  // A signed-in request would tie the voter to the vote.
  if (definition.secrecy === 'SECRET') return refuse('SECRET');

  const paper = paperOf(definition.question, definition.positions, answer);
  if (!paper.ok) return refuse('INVALID_CHOICE', [paper.about]);

  const keyHash = hash('sha256', key.toLowerCase());
  const written = await hall.writer.put({ schoolId: session.schoolId, ballotId: id }, {
    personId: session.personId, keyHash, choices: paper.choices,
  });
  if (written === 'NOT_FOUND') throw coded('NOT_FOUND');
  if (written !== 'CAST' && written !== 'AGAIN') return refuse(written);
  if (written === 'CAST') hall.turnout.changed(session.schoolId, id);
  return { ok: true, again: written === 'AGAIN' };
}
