import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import type { RequestContext } from './context.ts';
import { coded } from './errors.ts';

/** Who may reach a root field at all; what they may see there is the room's policy. */
export type Access = 'PUBLIC' | 'SIGNED_IN';

export interface RootFieldExtensions {
  readonly access: Access;
}

/** Anyone, signed in or not. */
export const Public = () => Extensions({ access: 'PUBLIC' satisfies Access });

/** Only a live session; otherwise the coded error UNAUTHENTICATED. On subscriptions: at subscribe and at each event. */
export const SignedIn = () => Extensions({ access: 'SIGNED_IN' satisfies Access });

type RootField = GraphQLField<unknown, RequestContext>;

export function accessOf(field: RootField): Access | undefined {
  const access: unknown = field.extensions['access'];
  return access === 'PUBLIC' || access === 'SIGNED_IN' ? access : undefined;
}

/**
 * Puts the door in front of every root field, once, when the schema is built: no middleware runs per field.
 * @throws when a root field does not say who may reach it, or a subscription is not @Shared.
 */
export function guardRootFields(schema: GraphQLSchema): GraphQLSchema {
  const faults: string[] = [];
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of fieldsOf(root)) {
      const name = `${root?.name}.${field.name}`;
      const access = accessOf(field);
      if (access === undefined) faults.push(`${name} carries neither @Public() nor @SignedIn()`);
      if (root === schema.getSubscriptionType()) {
        if (field.extensions['shared'] === undefined) faults.push(`${name} is not @Shared(...)`);
        field.subscribe = onlyOverTheSocket;
      } else if (access === 'SIGNED_IN') {
        guard(field);
      }
    }
  }
  if (faults.length > 0) throw new Error(`The schema has open doors:\n${faults.map((each) => `  ${each}`).join('\n')}`);
  return schema;
}

export function fieldsOf(type: GraphQLObjectType | null | undefined): RootField[] {
  return type ? Object.values(type.getFields()) : [];
}

function guard(field: RootField): void {
  const resolve = field.resolve;
  if (resolve === undefined) return;
  field.resolve = (source, args, context, info) => {
    if (context.session === null) throw coded('UNAUTHENTICATED');
    return resolve(source, args, context, info);
  };
}

// The hub executes subscriptions itself, once for many sockets; nothing else may start one.
function onlyOverTheSocket(): never {
  throw coded('BAD_INPUT', { rule: 'SOCKET_ONLY' });
}
