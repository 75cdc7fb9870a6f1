import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from './context.ts';
import { checkCost } from './cost.ts';
import { coded } from './errors.ts';
import { LIMITS, validationRules } from './limits.ts';
import { causeOf, isUnexpected, mask } from './mask.ts';

export async function startApollo(schema: GraphQLSchema, open: boolean, log: Logger): Promise<ApolloServer<RequestContext>> {
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: open,
    hideSchemaDetailsFromClientErrors: !open,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: validationRules(open),
    formatError: (_formatted, error) => mask(error),
    logger: quiet(log),
    plugins: [
      // Its visit of every field doubled the price of a list (docs/adr).
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      limits,
      faults(log),
    ],
  });
  await apollo.start();
  return apollo;
}

const limits: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        try {
          if (operation?.operation === 'subscription') throw coded('BAD_INPUT', { rule: 'SOCKET_ONLY' });
          if (operation) checkCost(schema, document, operation, request.variables ?? {});
        } catch (error) {
          if (error instanceof GraphQLError) throw asBadRequest(error);
          throw error;
        }
      },
    };
  },
};

function asBadRequest(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 400 } } });
}

/** Logs what was masked, without a value, and tells the client under which number it is in the log. */
function faults(log: Logger): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ errors, response, contextValue, operationName }) {
          const unexpected = errors?.filter(isUnexpected) ?? [];
          if (unexpected.length === 0 || response.body.kind !== 'single') return;
          const { requestId } = contextValue;
          for (const error of unexpected) {
            log.error({ requestId, operation: operationName, path: error.path?.join('.'), err: causeOf(error) }, 'a request failed');
          }
          response.body.singleResult.errors = errors?.map((error) => mask(error, requestId));
        },
      };
    },
  };
}

/** Apollo's own words may quote a request; only that something was said is kept. */
function quiet(log: Logger) {
  const say = (level: 'debug' | 'info' | 'warn' | 'error') => () => { log[level]('apollo'); };
  return { debug: () => {}, info: () => {}, warn: say('warn'), error: say('error') };
}
