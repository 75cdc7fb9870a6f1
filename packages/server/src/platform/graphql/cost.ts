import {
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLSchema,
  type OperationDefinitionNode, type SelectionSetNode, type ValueNode,
  Kind, getNamedType, getNullableType, isCompositeType, isInterfaceType, isListType, isObjectType,
} from 'graphql';
import { coded } from './errors.ts';

/** Fields an answer may hold, reckoned before anything is read. */
export const MOST_COST = 50_000;
/** Entries of one page of a list. */
export const MOST_ITEMS = 100;
/** Reckoned length of a list that has no `first`. */
const USUAL_LIST = 4;

type Variables = Readonly<Record<string, unknown>>;

/** What operations cost in which no page's length comes from a variable; those are reckoned once, as they are parsed once. */
const fixed = new WeakMap<OperationDefinitionNode, number>();

/**
 * Cost of an operation: each field counts one, times the lengths of the lists around it. `first` is read from
 * the variables too, which a validation rule cannot see.
 * @throws TOO_COMPLEX past {@link MOST_COST}; BAD_INPUT with `field: "first"` outside 1 to {@link MOST_ITEMS}.
 */
export function checkCost(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): void {
  if ((fixed.get(operation) ?? reckon(schema, document, operation, variables)) > MOST_COST) throw coded('TOO_COMPLEX', { rule: 'COST' });
}

function reckon(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const walk = new Walk(schema, document, { ...defaults(operation), ...variables });
  const cost = walk.cost(operation.selectionSet, root, false);
  if (!walk.readVariables) fixed.set(operation, cost);
  return cost;
}

class Walk {
  readVariables = false;
  readonly #schema: GraphQLSchema;
  readonly #variables: Variables;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** A fragment spread in many places is reckoned once. */
  readonly #known = new Map<string, number>();

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Variables) {
    this.#schema = schema;
    this.#variables = variables;
    this.#fragments = new Map(document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : []));
  }

  cost(selections: SelectionSetNode, parent: GraphQLCompositeType, paged: boolean): number {
    let sum = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) sum += this.#field(selection, parent, paged);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) sum += this.#fragment(selection.name.value, paged);
      else sum += this.cost(selection.selectionSet, this.#type(selection.typeCondition?.name.value) ?? parent, paged);
    }
    return sum;
  }

  #fragment(name: string, paged: boolean): number {
    const known = this.#known.get(`${name} ${paged}`);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const type = this.#type(fragment?.typeCondition.name.value);
    const cost = fragment && type ? this.cost(fragment.selectionSet, type, paged) : 0;
    this.#known.set(`${name} ${paged}`, cost);
    return cost;
  }

  #field(node: FieldNode, parent: GraphQLCompositeType, paged: boolean): number {
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!definition) return 1;
    const first = definition.args.find(({ name }) => name === 'first');
    const items = first === undefined ? undefined : this.#items(node, first.defaultValue);
    if (!node.selectionSet) return 1;
    const type = getNamedType(definition.type);
    if (!isCompositeType(type)) return 1;
    const list = isListType(getNullableType(definition.type));
    // The edges of a page are as many as its `first`, which has been counted.
    const times = items ?? (list && !paged ? USUAL_LIST : 1);
    return 1 + times * this.cost(node.selectionSet, type, items !== undefined && !list);
  }

  #items(node: FieldNode, fallback: unknown): number {
    const given = node.arguments?.find(({ name }) => name.value === 'first');
    const items = given ? this.#value(given.value) ?? fallback : fallback;
    if (typeof items !== 'number') return USUAL_LIST;
    if (items > MOST_ITEMS || items < 1) throw coded('BAD_INPUT', { field: 'first', rule: items < 1 ? 'MIN_1' : `MAX_${MOST_ITEMS}` });
    return items;
  }

  #value(node: ValueNode): unknown {
    if (node.kind === Kind.VARIABLE) {
      this.readVariables = true;
      return this.#variables[node.name.value];
    }
    return node.kind === Kind.INT ? Number(node.value) : undefined;
  }

  #type(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.#schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

function defaults(operation: OperationDefinitionNode): Variables {
  return Object.fromEntries((operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : []));
}
