import {
  type DocumentNode, type GraphQLField, type GraphQLSchema, type OperationDefinitionNode,
  GraphQLError, Kind, OperationTypeNode, getOperationAST, getVariableValues, isInputType, parse, specifiedRules, typeFromAST, validate,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import { getArgumentValues } from 'graphql/execution/values.js';
import type { RequestContext } from '../context.ts';
import { checkCost } from '../cost.ts';
import { coded } from '../errors.ts';
import { LIMITS, validationRules } from '../limits.ts';
import type { SharedSubscription } from '../shared.ts';
import { plainIds } from './ids.ts';

const MOST_REMEMBERED = 500;
/** Characters of variables past which a question is not remembered. */
const SHORT = 500;

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
  readonly #prepared = new Map<string, SubscribeOperation>();

  constructor(schema: GraphQLSchema, open: boolean) {
    this.#schema = schema;
    this.#rules = [...specifiedRules, ...validationRules(open)];
  }

  /** The same object for the same question: a crowd that comes back asks it a thousand times. @throws what {@link Operations.#prepare} throws */
  prepare(text: string, operationName: string | undefined, given: Readonly<Record<string, unknown>>): SubscribeOperation {
    const variables = JSON.stringify(given);
    const asked = `${operationName ?? ''}\n${variables}\n${text}`;
    const known = this.#prepared.get(asked);
    if (known) return known;
    const prepared = this.#prepare(text, operationName, given);
    if (variables.length <= SHORT) remember(this.#prepared, asked, prepared);
    return prepared;
  }

  /** @throws GraphQLError, or {@link DocumentFaults}, that may be shown once masked. */
  #prepare(text: string, operationName: string | undefined, asked: Readonly<Record<string, unknown>>): SubscribeOperation {
    const { document, errors } = this.#parse(text);
    if (errors.length > 0) throw new DocumentFaults(errors);
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new GraphQLError('The document holds no such operation.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION) throw coded('BAD_INPUT', { rule: 'SUBSCRIPTIONS_ONLY' });
    checkCost(this.#schema, document, operation, asked);
    const variables = this.#coerce(operation, asked);
    const { node, field } = this.#rootField(document, operation, variables);
    const given = getArgumentValues(field, node, variables);
    return {
      document,
      operationName,
      variables,
      field,
      // Ids that stand in the document itself are plain too: by them the hub finds its topics.
      args: Object.fromEntries(field.args.flatMap(({ name, type }) => (name in given ? [[name, plainIds(type, given[name])]] : []))),
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
    remember(this.#parsed, text, parsed);
    return parsed;
  }

  #coerce(operation: OperationDefinitionNode, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const { coerced, errors } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
    if (errors) throw new DocumentFaults(errors.map((error) => withCode(error, 'BAD_USER_INPUT')));
    return Object.fromEntries((operation.variableDefinitions ?? []).flatMap(({ variable, type: node }) => {
      const name = variable.name.value;
      const type = typeFromAST(this.#schema, node);
      return name in coerced ? [[name, isInputType(type) ? plainIds(type, coerced[name]) : coerced[name]]] : [];
    }));
  }

  /**
   * The field that execution will choose, by execution's own rules. Validation counts the fields without knowing the
   * variables, and a field that a directive leaves out must not vouch for the one that runs.
   */
  #rootField(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>) {
    const root = this.#schema.getSubscriptionType();
    const fragments = Object.fromEntries(document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : []));
    const chosen = root ? [...collectFields(this.#schema, fragments, variables, root, operation.selectionSet).values()] : [];
    const node = chosen[0]?.[0];
    const field = node && root?.getFields()[node.name.value];
    if (chosen.length !== 1 || !field) throw coded('BAD_INPUT', { rule: 'SUBSCRIPTIONS_ONLY' });
    return { node, field };
  }
}

/** The oldest makes room for the newest. */
function remember<T>(map: Map<string, T>, key: string, value: T): void {
  if (map.size >= MOST_REMEMBERED) map.delete(map.keys().next().value!);
  map.set(key, value);
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

function sorted(variables: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1));
}
