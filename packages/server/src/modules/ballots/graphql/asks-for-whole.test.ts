import { type FieldNode, type GraphQLResolveInfo, type OperationDefinitionNode, Kind, parse } from 'graphql';
import { expect, it } from 'vitest';
import { asksForWhole } from './asks-for-whole.ts';

function info(selections: string, fragments = ''): GraphQLResolveInfo {
  const { definitions } = parse(`{ ballots ${selections} } ${fragments}`);
  const operation = definitions[0] as OperationDefinitionNode;
  return {
    fieldNodes: operation.selectionSet.selections as readonly FieldNode[],
    fragments: Object.fromEntries(definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : []))),
  } as unknown as GraphQLResolveInfo;
}

it.each([
  ['{ edges { cursor node { id state question { text } closesAt __typename } } pageInfo { hasNextPage } }', false],
  ['{ edges { node { id environment { name description } } } }', false],
  ['{ edges { node { id options { id } } } }', true],
  ['{ edges { node { ... on Ballot { named: result { outcome } } } } }', true],
  ['{ edges { cursor } edges { node { ... { ... { turnout { voted } } } } } }', true],
  ['{ pageInfo { endCursor } }', false],
])('looks at what is asked of the nodes: %s', (selections, whole) => {
  expect(asksForWhole(info(selections))).toBe(whole);
});

it('looks into fragments, and fragments in them', () => {
  const more = (field: string) => `fragment Card on Ballot { id ...More } fragment More on Ballot { ${field} }`;
  expect(asksForWhole(info('{ edges { node { ...Card } } }', more('description { text }')))).toBe(true);
  expect(asksForWhole(info('{ edges { node { ...Card } } }', more('version')))).toBe(false);
});

it('looks at every place where the connection is asked for', () => {
  const [one, other] = [info('{ pageInfo { endCursor } }'), info('{ edges { node { description { text } } } }')];
  expect(asksForWhole({ ...one, fieldNodes: [...one.fieldNodes, ...other.fieldNodes] })).toBe(true);
});
