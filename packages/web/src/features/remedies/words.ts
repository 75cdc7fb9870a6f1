import type { RemedyRefusalReason } from '../../gql/graphql.ts';
import type { Say } from '../../i18n/use-messages.ts';

/** A day of the calendar as a moment that is that day on every wall of the Americas. */
export const noon = (date: string): string => `${date}T18:00:00.000Z`;

/** What is said instead of a form for a demand. */
export function closedWords(say: Say<'remedies'>, reason: RemedyRefusalReason): string {
  const known = (['NO_REMEDY', 'WRONG_STATE', 'DEMAND_TOO_LATE'] as const).find((each) => each === reason);
  return say(`remedies.closed.${known ?? 'other'}`);
}

const PLAIN = ['SETTLED', 'NOT_ADVISORY', 'BODY_CLOSED', 'NO_SUCH_MOTION', 'MOTION_OR_CHAIR', 'ORIGINAL_LANGUAGE', 'NO_SUCH_ITEM'] as const;

/** Why it cannot be, and what can be done instead. */
export function refusalWords(say: Say<'remedies'>, reason: RemedyRefusalReason, about: string): string {
  if (reason === 'TOO_MANY') return say('remedies.refused.TOO_MANY', { about });
  const known = PLAIN.find((each) => each === reason);
  return known ? say(`remedies.refused.${known}`) : closedWords(say, reason);
}

/** 128 bits as 22 characters of base64url. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export const isSecret = (text: string): boolean => /^[\w-]{22}$/.test(text);
