import { GraphQLScalarType, Kind } from 'graphql';
import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';

const text = (value: unknown): string => {
  if (typeof value !== 'string' || value.length > 1024) throw new TypeError('A cursor is a string this server gave out.');
  return value;
};

export const CursorScalar = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: 'A position in an ordered stream or list. Opaque: store it and send it back unchanged.',
  serialize: text,
  parseValue: text,
  parseLiteral: (node) => text(node.kind === Kind.STRING ? node.value : undefined),
});

@InterfaceType('Node', { description: 'Anything with an id of its own that stays the same for as long as it exists.', autoRegisterImplementations: false })
export abstract class NodeType {
  @Field(() => ID, { description: 'Stable and opaque.' })
  id!: string;
}

@ObjectType('PageInfo', { simpleResolvers: true, description: 'Where a page of a list lies in it (Relay cursor connections).' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'More follow after `endCursor`.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'The page was asked for with `after`.' })
  hasPreviousPage!: boolean;

  @Field(() => CursorScalar, { nullable: true, description: 'Of the first edge; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => CursorScalar, { nullable: true, description: 'Of the last edge, to be sent as `after`; null on an empty page.' })
  endCursor!: string | null;
}
