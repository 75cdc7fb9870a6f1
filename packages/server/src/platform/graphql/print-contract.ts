import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

/** The contract as text, in one order whatever the order of declarations; what schema/schema.graphql holds. */
export function printContract(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
