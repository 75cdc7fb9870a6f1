import {
  type DocumentNode, type FieldNode, type GraphQLField, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode,
  GraphQLError, Kind, OperationTypeNode, getOperationAST, getVariableValues, parse, specifiedRules, validate,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import type { RequestContext } from '../context.ts';
import { checkCost } from '../cost.ts';
import { coded } from '../errors.ts';
import { LIMITS, validationRules } from '../limits.ts';
import type { SharedSubscription } from '../shared.ts';

const MOST_REMEMBERED = 500;

/** A subscription someone asked for, checked and coerced, with all that decides who may share its execution. */
export interface SubscribeOperation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
  readonly field: GraphQLField<unknown, RequestContext>;
  readonly args: Record<string, unknown>;
  readonly shared: SharedSubscription<Record<string, unknown>>;
  /** Equal for equal questions: the document's text, the operation's name and the coerced variables. */
  readonly question: string;
}

interface Parsed {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
}

/** Parses and validates each text once, by the same rules as over HTTP. */
export class Operations {
  readonly #schema: GraphQLSchema;
  readonly #rules: Parameters<typeof validate>[2];
  readonly #parsed = new Map<string, Parsed>();

  constructor(schema: GraphQLSchema, open: boolean) {
    this.#schema = schema;
    this.#rules = [...specifiedRules, ...validationRules(open)];
  }

  /** @throws GraphQLError, or an array of them, that may be shown once masked. */
  prepare(text: string, operationName: string | undefined, given: Readonly<Record<string, unknown>>): SubscribeOperation {
    const { document, errors } = this.#parse(text);
    if (errors.length > 0) throw new DocumentFaults(errors);
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new GraphQLError('The document holds no such operation.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION) throw coded('BAD_INPUT', { rule: 'SUBSCRIPTIONS_ONLY' });
    checkCost(this.#schema, document, operation, given);
    const variables = this.#coerce(operation, given);
    const { node, field } = this.#rootField(document, operation);
    return {
      document,
      operationName,
      variables,
      field,
      args: getArgumentValues(field, node, variables),
      shared: field.extensions['shared'] as SharedSubscription<Record<string, unknown>>,
      question: JSON.stringify([text, operationName ?? null, sorted(variables)]),
    };
  }

  #parse(text: string): Parsed {
    const known = this.#parsed.get(text);
    if (known) return known;
    let parsed: Parsed;
    try {
      const document = parse(text, { maxTokens: LIMITS.tokens });
      const faults = validate(this.#schema, document, this.#rules);
      parsed = { document, errors: faults.map((fault) => withCode(fault, 'GRAPHQL_VALIDATION_FAILED')) };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      throw withCode(error, 'GRAPHQL_PARSE_FAILED');
    }
    if (this.#parsed.size >= MOST_REMEMBERED) this.#parsed.delete(this.#parsed.keys().next().value!);
    this.#parsed.set(text, parsed);
    return parsed;
  }

  #coerce(operation: OperationDefinitionNode, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const { coerced, errors } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
    if (errors) throw new DocumentFaults(errors.map((error) => withCode(error, 'BAD_USER_INPUT')));
    return coerced;
  }

  #rootField(document: DocumentNode, operation: OperationDefinitionNode) {
    const node = firstField(document, operation.selectionSet);
    const field = node && this.#schema.getSubscriptionType()?.getFields()[node.name.value];
    if (!field) throw coded('BAD_INPUT', { rule: 'SUBSCRIPTIONS_ONLY' });
    return { node, field };
  }
}

/** Several faults of one document, as GraphQL reports them: together. */
export class DocumentFaults extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('The document has faults.');
  }
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  if (error.extensions['code'] !== undefined) return error;
  return new GraphQLError(error.message, {
    nodes: error.nodes, source: error.source, positions: error.positions, extensions: { ...error.extensions, code },
  });
}

/** Validation has made sure that there is one root field, wherever fragments have put it. */
function firstField(document: DocumentNode, selections: SelectionSetNode): FieldNode | undefined {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) return selection;
    const inner = selection.kind === Kind.INLINE_FRAGMENT
      ? selection.selectionSet
      : document.definitions.find((each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value);
    const set = inner && 'selectionSet' in inner ? inner.selectionSet : inner;
    const found = set && firstField(document, set as SelectionSetNode);
    if (found) return found;
  }
  return undefined;
}

function sorted(variables: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1));
}
