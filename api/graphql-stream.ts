/**
 * Subscriptions over server-sent events, by the protocol of graphql-sse with a connection for each. A subscription is
 * held to the same limits as every other document before its stream begins; what is wrong with it is answered like any
 * error, not in the stream.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { createHandler } from 'graphql-sse/lib/use/fastify'
import type { Context } from './context.ts'
import { documentLimits } from './cost/document-limits.ts'
import { GRAPHQL_LIMITS } from './cost/graphql-limits.ts'
import { operationCost } from './cost/operation-cost.ts'
import { type OnInternalError, maskError } from './mask-error.ts'
import { userError } from './problem.ts'
import { executableSchema } from './schema.ts'
import { createTurns } from './turns.ts'

type Opened = { key: number | string; context: (signal: AbortSignal) => Promise<Context> }

export function wantsStream({ headers }: FastifyRequest): boolean {
  return (headers.accept ?? '').includes('text/event-stream')
}

export function createStream(onError: OnInternalError) {
  const schema = executableSchema()
  const turns = createTurns({ atOnce: GRAPHQL_LIMITS.streamsAtOnce, waiting: 0, waitMs: 0 })

  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    { key, context }: Opened,
  ): Promise<FastifyReply> => {
    const contextValue = await context(untilClosed(reply))
    const subscription = prepare(schema, paramsOf(request), contextValue.now)
    const done = await turns.take(key, untilClosed(reply))
    if (done === null)
      throw userError(
        `this token has ${GRAPHQL_LIMITS.streamsAtOnce} subscriptions open: close one first`,
        'RATE_LIMITED',
      )
    reply.raw.once('close', done)
    const handler = createHandler({
      schema,
      onSubscribe: () => ({ schema, contextValue, ...subscription }),
      onNext: (_, __, result) => masked(result as ExecutionResult, onError),
    })
    // What the handler writes goes past Fastify.
    reply.hijack()
    await handler(request, reply)
    return reply
  }
}

function untilClosed({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController()
  raw.once('close', () => controller.abort(userError('nobody listens any more', 'CANCELLED')))
  return controller.signal
}

type Params = { query: string; operationName: string | null; variables: Record<string, unknown> }
type Prepared = {
  document: DocumentNode
  operationName: string | null
  variableValues: Record<string, unknown>
}

/** Parses, validates and prices the subscription. Throws what is wrong with it. */
function prepare(schema: GraphQLSchema, { query, operationName, variables }: Params, now: number): Prepared {
  const document = parsed(query)
  const [invalid] = validate(schema, document, [...specifiedRules, documentLimits], { maxErrors: 1 })
  if (invalid !== undefined) throw withCode(invalid, 'GRAPHQL_VALIDATION_FAILED')
  const operation = getOperationAST(document, operationName)
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
    throw userError('a stream answers one subscription: send queries and mutations without it', 'BAD_REQUEST')
  checkCost({ schema, document, operation, variables, now })
  return { document, operationName, variableValues: variables }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: GRAPHQL_LIMITS.tokens })
  } catch (error) {
    throw error instanceof GraphQLError ? withCode(error, 'GRAPHQL_PARSE_FAILED') : error
  }
}

function checkCost(question: {
  schema: GraphQLSchema
  document: DocumentNode
  operation: OperationDefinitionNode
  variables: Record<string, unknown>
  now: number
}): void {
  const { cost } = operationCost(question)
  if (cost > GRAPHQL_LIMITS.cost)
    throw userError(
      `the subscription would cost ${cost} points, the limit is ${GRAPHQL_LIMITS.cost}`,
      'COST_EXCEEDED',
    )
}

/** An error of graphql-js with the code that Apollo gives it, unless it has one of ours. */
function withCode(error: GraphQLError, code: string): GraphQLError {
  if (error.extensions['code'] !== undefined) return error
  const { source, positions, message } = error
  return new GraphQLError(message, {
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code, http: { status: 400 } },
  })
}

function paramsOf(request: FastifyRequest): Params {
  const given = (request.method === 'GET' ? request.query : request.body) as Record<string, unknown> | null
  const { query, operationName = null, variables = null } = given ?? {}
  if (typeof query !== 'string')
    throw userError('`query` is missing: the text of a subscription', 'BAD_REQUEST')
  if (operationName !== null && typeof operationName !== 'string')
    throw userError('`operationName` is no text', 'BAD_REQUEST')
  return { query, operationName, variables: variablesOf(variables) }
}

/** An object in a body, JSON in an address. */
function variablesOf(given: unknown): Record<string, unknown> {
  if (given === null) return {}
  try {
    const variables: unknown = typeof given === 'string' ? JSON.parse(given) : given
    if (typeof variables === 'object' && variables !== null && !Array.isArray(variables))
      return variables as Record<string, unknown>
  } catch {
    // Told below.
  }
  throw userError('`variables` is no JSON object', 'BAD_REQUEST')
}

function masked(result: ExecutionResult, onError: OnInternalError): ExecutionResult {
  if (result.errors === undefined) return result
  return {
    ...result,
    errors: result.errors.map((error) => {
      const { message, extensions } = maskError(error, onError)
      return new GraphQLError(message, {
        extensions,
        ...(error.path === undefined ? {} : { path: error.path }),
      })
    }),
  }
}
