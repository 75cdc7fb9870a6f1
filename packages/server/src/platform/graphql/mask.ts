import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { type ErrorAbout, coded, isErrorCode } from './errors.ts';

/** Faults of the request itself, in the words of GraphQL and its HTTP form; they name fields, not data. */
const PROTOCOL_CODES = new Set([
  'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST', 'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * What of an error may leave the house, the same on every transport: coded errors with their few named
 * properties, faults of the document without the values in it, and for all else only that it happened.
 */
export function mask(error: unknown, requestId?: string): GraphQLFormattedError {
  const graphqlError = error instanceof GraphQLError ? error : undefined;
  const place = placeOf(graphqlError);
  const about = inputFault(graphqlError);
  if (about) return { ...coded('BAD_INPUT', about).toJSON(), ...place };
  const code = codeOf(graphqlError);
  if (graphqlError && isErrorCode(code) && code !== 'INTERNAL') {
    const { field, rule, retryAfter } = { ...original(graphqlError).extensions, ...graphqlError.extensions } as ErrorAbout;
    return { ...coded(code, defined({ field, rule, retryAfter })).toJSON(), ...place };
  }
  if (graphqlError && typeof code === 'string' && PROTOCOL_CODES.has(code)) {
    return { message: withoutValues(graphqlError.message), ...place, extensions: { code } };
  }
  const internal = coded('INTERNAL').toJSON();
  return { ...internal, ...place, extensions: { ...internal.extensions, ...(requestId === undefined ? {} : { requestId }) } };
}

/** True when the fault is ours and belongs in the log. */
export function isUnexpected(error: unknown): boolean {
  return mask(error).extensions?.['code'] === 'INTERNAL';
}

/** What went wrong behind a GraphQLError that only says where. */
export function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? error.originalError ?? error : error;
}

/** Our own code first: Apollo puts its own in front of what a validation rule reported. */
function codeOf(error: GraphQLError | undefined): unknown {
  if (error === undefined) return undefined;
  const own = original(error).extensions['code'];
  return isErrorCode(own) ? own : error.extensions['code'];
}

function original(error: GraphQLError): GraphQLError {
  return error.originalError instanceof GraphQLError ? error.originalError : error;
}

function placeOf(error: GraphQLError | undefined): Pick<GraphQLFormattedError, 'path' | 'locations'> {
  const { path, locations } = error?.toJSON() ?? {};
  return defined({ path, locations });
}

function inputFault(error: GraphQLError | undefined): ErrorAbout | undefined {
  if (error === undefined) return undefined;
  const thrown = error.originalError ?? error;
  if (thrown instanceof ArgumentValidationError) {
    return firstFault(thrown.extensions['validationErrors'] as readonly ClassFault[]);
  }
  // GraphQL's own coercion: `Variable "$input" got invalid value "…" at "input.slug"; …`. Only the place is kept.
  if (error.extensions['code'] === 'BAD_USER_INPUT') {
    const [, variable = ''] = /^(?:Variable "\$|Argument ")(\w+)/.exec(error.message) ?? [];
    const [, path] = / at "([\w.[\]]+)"(?:;|$)/.exec(error.message) ?? [];
    // Relative to the argument, as class-validator names it too.
    return { field: path?.replace(/^\w+\./, '') ?? variable, rule: 'TYPE' };
  }
  return undefined;
}

interface ClassFault {
  readonly property: string;
  readonly constraints?: Readonly<Record<string, string>>;
  readonly children?: readonly ClassFault[];
}

function firstFault(faults: readonly ClassFault[], under = ''): ErrorAbout {
  const [fault] = faults;
  if (!fault) return { rule: 'INVALID' };
  const field = under + fault.property;
  const [constraint] = Object.keys(fault.constraints ?? {});
  if (constraint === undefined && fault.children?.length) return firstFault(fault.children, `${field}.`);
  return { field, rule: (constraint ?? 'invalid').replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase() };
}

function withoutValues(message: string): string {
  return message.replace(/(, found |value: |got invalid value |Unexpected (?:Name|String|Int|Float|BlockString) ).*$/s, '$1…');
}

function defined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
