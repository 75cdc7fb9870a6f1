import { type FieldNode, type FragmentDefinitionNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** What a ballot's outline answers; every other field needs the whole. */
const OUTLINED = new Set([
  '__typename', 'id', 'state', 'version', 'question', 'method', 'maxChoices', 'seats', 'budgetTotal', 'binding', 'bylaw', 'combine',
  'opensAt', 'closesAt', 'openedAt', 'closedAt', 'certifiedAt', 'environment', 'participation', 'election',
]);

type Fragments = GraphQLResolveInfo['fragments'];

/** Documents are parsed once and used for long, so that each place in one is looked through once. */
const known = new WeakMap<FieldNode, boolean>();

/**
 * Whether a connection's nodes are asked for more than outlines. Saves a second statement and nothing else: a
 * ballot read as an outline is completed when a field needs it. @skip and @include are not weighed.
 */
export function asksForWhole({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  return fieldNodes.some((node) => {
    let whole = known.get(node);
    if (whole === undefined) known.set(node, whole = nodes(node, fragments).some((each) => !OUTLINED.has(each.name.value)));
    return whole;
  });
}

/** Fields selected of `edges { node { … } }`. */
const nodes = (connection: FieldNode, fragments: Fragments): FieldNode[] =>
  below(below([connection], 'edges', fragments), 'node', fragments).flatMap((node) => fields(node.selectionSet, fragments));

const below = (parents: readonly FieldNode[], name: string, fragments: Fragments): FieldNode[] =>
  parents.flatMap((parent) => fields(parent.selectionSet, fragments)).filter((field) => field.name.value === name);

function fields(selections: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] {
  return selections?.selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each];
    const inner: FragmentDefinitionNode | typeof each | undefined = each.kind === Kind.FRAGMENT_SPREAD ? fragments[each.name.value] : each;
    return fields(inner?.selectionSet, fragments);
  }) ?? [];
}
