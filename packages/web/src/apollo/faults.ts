import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** The catalogue of docs/api.md, and what can go wrong before the server is reached. */
export const FAULT_CODES = ['UNREACHABLE', 'UNAUTHENTICATED', 'NOT_FOUND', 'BAD_INPUT', 'THROTTLED', 'BUSY', 'UNKNOWN_DOCUMENT', 'TOO_COMPLEX', 'INTERNAL'] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** A fault of the way to the server, not of GraphQL. */
export class ServerFault extends Error {
  constructor(readonly code: FaultCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'ServerFault';
  }
}

/** The one code behind whatever was thrown; words for each are `fault.<code>` in the catalogs. */
export function faultCode(error: unknown): FaultCode {
  if (error instanceof ServerFault) return error.code;
  if (CombinedGraphQLErrors.is(error)) {
    const code = error.errors[0]?.extensions?.['code'];
    return FAULT_CODES.find((known) => known === code) ?? 'INTERNAL';
  }
  return 'INTERNAL';
}

/** Field of the input a BAD_INPUT error is about, if it names one. */
export function faultField(error: unknown): string | null {
  const field = CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions?.['field'] : null;
  return typeof field === 'string' ? field : null;
}
