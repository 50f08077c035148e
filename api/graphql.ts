/** The GraphQL endpoint: one schema, hardened, with errors that leak nothing. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { packagePath } from '../prisma/package-path.ts'
import { accessResolvers } from './access/access.resolvers.ts'
import type { Context } from './context.ts'
import { sqlState } from './db/database.ts'
import { funnelsResolvers } from './funnels/funnels.resolvers.ts'
import { savedFunnelsResolvers } from './funnels/saved-funnels.resolvers.ts'
import { pathsResolvers } from './paths/paths.resolvers.ts'
import { ERROR_CODES } from './problem.ts'
import { retentionResolvers } from './retention/retention.resolvers.ts'
import { scalars } from './scalars.ts'
import { segmentResolvers } from './segment/segment.resolvers.ts'
import { sessionsResolvers } from './sessions/sessions.resolvers.ts'
import { timelineResolvers } from './sessions/timeline.resolvers.ts'
import { sitesResolvers } from './sites/sites.resolvers.ts'
import { vitalsResolvers } from './vitals/vitals.resolvers.ts'

const RESOLVERS = [
  scalars,
  accessResolvers,
  sitesResolvers,
  segmentResolvers,
  vitalsResolvers,
  sessionsResolvers,
  timelineResolvers,
  funnelsResolvers,
  savedFunnelsResolvers,
  retentionResolvers,
  pathsResolvers,
]

/** Codes that graphql-js and Apollo set for mistakes of whoever asks; their messages hold nothing of ours. */
const CLIENT_CODES = new Set([
  ...Object.keys(ERROR_CODES),
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])

const QUERY_CANCELED = '57014'

export function createGraphql(onError: (error: unknown, id: string) => void): ApolloServer<Context> {
  return new ApolloServer<Context>({
    typeDefs: readFileSync(packagePath('api/schema.graphql'), 'utf8'),
    resolvers: RESOLVERS,
    plugins: [ApolloServerPluginLandingPageDisabled(), statementsPlugin],
    // Only callers with a token get as far as the schema.
    introspection: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    // Each bounds work that happens before a resolver runs; none has a bound by default.
    parseOptions: { maxTokens: 2000 },
    maxRecursiveSelections: 10_000,
    formatError: (formatted, error) => maskError(formatted, error, onError),
    // Signals are handled by the process, which drains everything it has.
    stopOnTerminationSignals: false,
  })
}

function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  onError: (error: unknown, id: string) => void,
): GraphQLFormattedError {
  const code = formatted.extensions?.['code']
  if (typeof code === 'string' && CLIENT_CODES.has(code)) return formatted
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error
  const { locations, path } = formatted
  const place = { ...(locations === undefined ? {} : { locations }), ...(path === undefined ? {} : { path }) }
  if (sqlState(original) === QUERY_CANCELED)
    return { message: ERROR_CODES.TIMEOUT, ...place, extensions: { code: 'TIMEOUT' } }
  const id = randomUUID()
  onError(original, id)
  return {
    message: `Something broke on our side, logged as ${id}`,
    ...place,
    extensions: { code: 'INTERNAL', id },
  }
}

/** `extensions.sightline`: what the answer cost, statement by statement. */
const statementsPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, contextValue }) => {
        if (response.body.kind === 'single') {
          const statements = contextValue.statements.map(({ name, rows, ms }) => ({
            name,
            rows,
            ms: Math.round(ms * 100) / 100,
          }))
          response.body.singleResult.extensions = {
            ...response.body.singleResult.extensions,
            sightline: { statements },
          }
        }
        return Promise.resolve()
      },
    }),
}
