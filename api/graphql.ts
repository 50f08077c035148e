/** The GraphQL endpoint: one schema, hardened, with errors that leak nothing. */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import type { Context } from './context.ts'
import { createCostPlugin } from './cost/cost-plugin.ts'
import { documentLimits } from './cost/document-limits.ts'
import { GRAPHQL_LIMITS } from './cost/graphql-limits.ts'
import { type OnInternalError, maskError } from './mask-error.ts'
import { executableSchema } from './schema.ts'

export function createGraphql(
  onError: OnInternalError,
  costLimit: number = GRAPHQL_LIMITS.cost,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema: executableSchema(),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      createCostPlugin(costLimit),
      statementsPlugin,
      legacyStatusPlugin,
    ],
    // Only callers with a token get as far as the schema.
    introspection: true,
    persistedQueries: false,
    // Parsing and validating take 0.4 ms; what was kept of documents would be memory that callers fill.
    documentStore: null,
    includeStacktraceInErrorResponses: false,
    // Each bounds work that happens before a resolver runs; none has a bound by default.
    parseOptions: { maxTokens: GRAPHQL_LIMITS.tokens },
    validationRules: [documentLimits],
    // A header that a form of another site cannot send. With a token in it no cookie speaks.
    csrfPrevention: {
      requestHeaders: ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name'],
    },
    formatError: (formatted, error) => ({ ...formatted, ...maskError(error, onError) }),
    // Signals are handled by the process, which drains everything it has.
    stopOnTerminationSignals: false,
  })
}

/** `extensions.sightline`: up to when the answer is whole, and what it cost, statement by statement. */
const statementsPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, contextValue }) => {
        // How many rows a statement gave is a figure too, and the public gets none that is not on its page.
        const isReader = contextValue.caller?.grant?.reader !== undefined
        if (response.body.kind === 'single' && !isReader) {
          const statements = contextValue.statements.map(({ name, rows, ms, source = 'rows' }) => ({
            name,
            source,
            rows,
            ms: Math.round(ms * 100) / 100,
          }))
          response.body.singleResult.extensions = {
            ...response.body.singleResult.extensions,
            sightline: { watermark: contextValue.watermark, statements },
          }
        }
        return Promise.resolve()
      },
    }),
}

/**
 * Whoever takes application/json alone may not look at the status of a GraphQL answer: by GraphQL over HTTP it is 200
 * there, also for a document that does not parse. A request that is no GraphQL at all keeps its 400.
 */
const legacyStatusPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response, errors }) => {
        const isLegacy = !(request.http?.headers.get('accept') ?? '').includes('graphql-response+json')
        const isGraphql = errors?.every(({ extensions }) => extensions['code'] !== 'BAD_REQUEST') ?? true
        if (isLegacy && isGraphql && response.http.status === 400) response.http.status = 200
        return Promise.resolve()
      },
    }),
}
