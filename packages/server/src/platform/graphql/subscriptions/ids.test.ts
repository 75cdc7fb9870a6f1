import { randomUUID } from 'node:crypto';
import { type GraphQLInputType, GraphQLID, GraphQLInputObjectType, GraphQLList, GraphQLNonNull, GraphQLString } from 'graphql';
import { expect, it } from 'vitest';
import { plainIds } from './ids.ts';

const Asked = new GraphQLInputObjectType({
  name: 'Asked',
  fields: { of: { type: new GraphQLNonNull(new GraphQLList(GraphQLID)) }, words: { type: GraphQLString } },
});

it('writes every UUID in small letters, however deep it lies, and touches nothing else', () => {
  const id = randomUUID();
  const loud = id.toUpperCase();
  const cases: [GraphQLInputType, unknown, unknown][] = [
    [GraphQLID, loud, id],
    [new GraphQLNonNull(GraphQLID), loud, id],
    [new GraphQLList(GraphQLID), [loud, null, 'Slug-A'], [id, null, 'Slug-A']],
    [Asked, { of: [loud], words: loud }, { of: [id], words: loud }],
    [GraphQLID, null, null],
    [GraphQLID, undefined, undefined],
    [GraphQLID, `${loud}0`, `${loud}0`],
    [GraphQLString, loud, loud],
  ];
  for (const [type, given, plain] of cases) expect(plainIds(type, given)).toEqual(plain);
});
