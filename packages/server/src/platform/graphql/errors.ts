import { GraphQLError } from 'graphql';

/** The coded errors a client may meet; the catalogue with words is docs/api.md. Anything else is INTERNAL, masked. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'NOT_FOUND'
  | 'BAD_INPUT'
  | 'THROTTLED'
  | 'BUSY'
  | 'UNKNOWN_DOCUMENT'
  | 'TOO_COMPLEX'
  | 'INTERNAL';

/** What an error may say besides its code; never an input's value. */
export interface ErrorAbout {
  /** Path of the faulty input, for example `input.slug`. */
  readonly field?: string;
  /** Rule it breaks, in capitals. */
  readonly rule?: string;
  /** Seconds to wait, for THROTTLED. */
  readonly retryAfter?: number;
}

/**
 * An error with a code and, for BAD_INPUT, the faulty field and the rule it breaks; never an input's value.
 * Missing and forbidden are one answer, NOT_FOUND, so that nobody can probe for what exists.
 */
export function coded(code: ErrorCode, about: ErrorAbout = {}): GraphQLError {
  return new GraphQLError(MESSAGES[code], { extensions: { code, ...about } });
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(MESSAGES, code);
}

const MESSAGES: Record<ErrorCode, string> = {
  UNAUTHENTICATED: 'Sign in first.',
  NOT_FOUND: 'There is no such thing, or it is not yours to see.',
  BAD_INPUT: 'The input breaks a rule.',
  THROTTLED: 'Too many tries; wait a little.',
  BUSY: 'The server is busy; the same request may be sent again.',
  UNKNOWN_DOCUMENT: 'This server answers only the documents of its own pages.',
  TOO_COMPLEX: 'The document asks for too much at once.',
  INTERNAL: 'Something went wrong on the server; nothing was half done.',
};
