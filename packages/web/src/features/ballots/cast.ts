import type { ApolloClient } from '@apollo/client';
import { faultCode } from '../../apollo/faults.ts';
import type { SecretCast } from '../../lib/secret/cast-secret.ts';
import { CastBallotDocument, type CastBallotMutation } from '../../gql/graphql.ts';

export type CastAnswer = CastBallotMutation['castBallot'];
/** What became of a vote, whichever way it went. */
export type Cast = { readonly kind: 'CONFIDENTIAL'; readonly answer: CastAnswer } | ({ readonly kind: 'SECRET' } & SecretCast);

const slot = (ballotId: string) => `plenary.cast.${ballotId}`;

/**
 * The key that makes one press one vote, however often the phone has to send it. It outlives a reload, in this tab
 * alone and without the choice, until the server has answered.
 */
export function keyOf(ballotId: string): string {
  try {
    const kept = sessionStorage.getItem(slot(ballotId));
    if (kept) return kept;
    const made = newKey();
    sessionStorage.setItem(slot(ballotId), made);
    return made;
  } catch {
    return newKey();
  }
}

function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function forgetKey(ballotId: string): void {
  try {
    sessionStorage.removeItem(slot(ballotId));
  } catch {
    // There was none.
  }
}

interface Sending {
  ballotId: string;
  optionIds: string[];
  /** For scores and dots. */
  scores?: { optionId: string; score: number }[] | undefined;
  signal: AbortSignal;
  /** Called when a try was not answered and another will follow. */
  waiting: () => void;
}

/** Sends the vote, again and again with the same key, until the server answers one way or the other. */
export async function castUntilAnswered(client: ApolloClient, { ballotId, optionIds, scores, signal, waiting }: Sending): Promise<CastAnswer> {
  const input = { ballotId, optionIds, scores: scores ?? null, key: keyOf(ballotId) };
  for (let tries = 0; ; tries++) {
    try {
      const { data } = await client.mutate({ mutation: CastBallotDocument, variables: { input } });
      const answer = data?.castBallot;
      if (!answer) throw new Error('no answer');
      if (answer.__typename === 'BallotRefused' && answer.reason === 'BUSY') throw new Busy();
      forgetKey(ballotId);
      return answer;
    } catch (fault) {
      const again = fault instanceof Busy || ['UNREACHABLE', 'BUSY', 'THROTTLED'].includes(faultCode(fault));
      if (!again || signal.aborted) throw fault;
      waiting();
      await pause(Math.min(15_000, 1000 * 2 ** tries) * (0.5 + Math.random() / 2), signal);
    }
  }
}

class Busy extends Error {}

/** Waits, but no longer than until the phone says that it is online again. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    globalThis.addEventListener?.('online', done);
    signal.addEventListener('abort', stop);
    function clear(): void {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', done);
      signal.removeEventListener('abort', stop);
    }
    function done(): void {
      clear();
      resolve();
    }
    function stop(): void {
      clear();
      reject(signal.reason);
    }
  });
}
