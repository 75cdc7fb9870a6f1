import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { NoSchemaIntrospectionCustomRule, type ValidationContext, type ValidationRule } from 'graphql';
import { coded } from './errors.ts';

/** How much one document may ask, on either transport; see cost.ts for MOST_COST and MOST_ITEMS. */
export const LIMITS = {
  tokens: 2000,
  depth: 14,
  aliases: 15,
  directives: 20,
  /** Bytes of an HTTP request's body, and of a socket's message. */
  bodyBytes: 256 * 1024,
  messageBytes: 16 * 1024,
  subscriptionsPerSocket: 20,
  /** Messages and pings: so many at once, then so many a second. A page that opens says two dozen. */
  messagesPerSocket: { burst: 200, perSecond: 10 },
  /** A whole school may sit behind one address. */
  socketsPerAddress: 2000,
} as const;

/** Reported like any fault of a document (400 with a code), instead of thrown, which would be a 500. */
const reported = (rule: string) => ({
  exposeLimits: false,
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null) => { context?.reportError(coded('TOO_COMPLEX', { rule })); }],
});

/** Rules beside GraphQL's own; introspection only where any document is welcome. */
export function validationRules(open: boolean): ValidationRule[] {
  return [
    maxDepthRule({ n: LIMITS.depth, ...reported('DEPTH') }) as unknown as ValidationRule,
    maxAliasesRule({ n: LIMITS.aliases, ...reported('ALIASES') }) as unknown as ValidationRule,
    maxDirectivesRule({ n: LIMITS.directives, ...reported('DIRECTIVES') }) as unknown as ValidationRule,
    ...(open ? [] : [NoSchemaIntrospectionCustomRule]),
  ];
}
