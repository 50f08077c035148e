/** What a question would cost, told without running it. */
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from 'graphql'
import { userError } from '../problem.ts'
import { documentErrors, tokensError } from './document-limits.ts'
import { GRAPHQL_LIMITS } from './graphql-limits.ts'
import { measureDocument } from './measure-document.ts'
import { operationCost } from './operation-cost.ts'

export type Explained = {
  schema: GraphQLSchema
  query: string
  variables: unknown
  now: number
}

export function explainCost({ schema, query, variables, now }: Explained) {
  const document = parseWithin(query)
  const [mistake] = [...documentErrors(measureDocument(document)), ...validate(schema, document)]
  if (mistake !== undefined) throw refused(mistake)
  const operation = getOperationAST(document)
  if (operation === null || operation === undefined)
    throw userError('`query` must hold exactly one operation', 'OPERATION_RESOLUTION_FAILURE')
  if (!isRecord(variables ?? {}))
    throw userError('`variables` must be an object: { "range": { "last": "P7D" } }')
  const given = isRecord(variables) ? variables : {}
  const { cost, parts } = operationCost({ schema, document, operation, variables: given, now })
  return {
    cost,
    limit: GRAPHQL_LIMITS.cost,
    parts: parts.map((part) => ({ ...part, cost: part.points + part.statements })),
  }
}

function parseWithin(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: GRAPHQL_LIMITS.tokens })
  } catch (error) {
    throw tokensError(error) ?? userError(`\`query\`: ${(error as Error).message}`, 'GRAPHQL_PARSE_FAILED')
  }
}

/** The mistake of the explained document, without its places: they would be taken for places in the one that asks. */
function refused({ message, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(`\`query\`: ${message}`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', ...extensions },
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
