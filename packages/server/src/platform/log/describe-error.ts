/** Errors whose message repeats what they were given: a statement with its values, a document, a body. */
const ECHOES = new Set(['GraphQLError', 'SyntaxError', 'ZodError', 'CsvError']);

/**
 * What a log may keep of an error. Database drivers write the failed statement with its values into the
 * message and into properties, so of those only the SQLSTATE and the names of constraint and table remain.
 */
export function describeError(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { type: typeof thrown };
  const chain = causes(thrown);
  const database = chain.find(({ code }) => typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code));
  const echoes = database !== undefined || chain.some(({ name }) => ECHOES.has(name ?? ''));
  return {
    type: thrown.name,
    ...(echoes ? {} : { message: thrown.message }),
    code: database?.code ?? (thrown as Described).code,
    constraint: database?.constraint,
    table: database?.table,
    stack: frames(thrown),
    ...(thrown.cause instanceof Error && database === undefined ? { cause: describeError(thrown.cause) } : {}),
  };
}

interface Described { name?: string; code?: unknown; constraint?: unknown; table?: unknown; cause?: unknown }

function causes(error: Error): Described[] {
  const chain: Described[] = [];
  for (let e: Described | undefined = error as Described; e && chain.length < 10; e = e.cause as Described | undefined) chain.push(e);
  return chain;
}

/** Where, without the message that opens a stack. */
function frames({ stack = '' }: Error): string {
  return stack.split('\n').filter((line) => /^\s+at /.test(line)).join('\n');
}
