import { type GraphQLInputType, GraphQLID, isInputObjectType, isListType, isNonNullType } from 'graphql';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * `value`, already coerced to `type`, with every id in it as the database writes it. A UUID means the same in small and
 * in capital letters (RFC 9562, section 4); spelled as it came, each spelling would be another topic and another channel.
 */
export function plainIds(type: GraphQLInputType, value: unknown): unknown {
  if (isNonNullType(type)) return plainIds(type.ofType, value);
  if (value === null || value === undefined) return value;
  if (isListType(type)) return Array.isArray(value) ? value.map((each) => plainIds(type.ofType, each)) : value;
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fields[name] ? plainIds(fields[name].type, each) : each]));
  }
  return type === GraphQLID && typeof value === 'string' && UUID.test(value) ? value.toLowerCase() : value;
}
