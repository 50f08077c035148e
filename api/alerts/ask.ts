/**
 * Asks the schema in this process, as somebody who may read one site and nothing else: a rule sees what a token with
 * READ on its site would see, and is held to the same limits.
 */
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  execute,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { createContext } from '../context.ts'
import { documentLimits } from '../cost/document-limits.ts'
import { GRAPHQL_LIMITS } from '../cost/graphql-limits.ts'
import { operationCost } from '../cost/operation-cost.ts'
import type { Database } from '../db/database.ts'
import type { Control } from '../db/prisma.ts'
import { type OnInternalError, maskError } from '../mask-error.ts'
import { userError } from '../problem.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import type { Question } from './reading.ts'

export type Asker = {
  schema: GraphQLSchema
  control: Control
  db: Database
  /** Hears of what broke on our side, with the number under which the message names it. */
  onError: OnInternalError
}

/** The answer's data as JSON, or why there is none. */
export type Answered = { data: object } | { problem: string }

export async function ask(
  { schema, control, db, onError }: Asker,
  site: SiteRow,
  { question, at, acceptedUntil }: { question: Question; at: number; acceptedUntil: number | null },
): Promise<Answered> {
  try {
    const { document, variables } = prepare(schema, question, at)
    const caller = {
      tokenId: 0,
      name: 'alert rule',
      scopes: ['READ' as const],
      siteIds: [site.id],
      expiresAt: null,
    }
    const contextValue = createContext({
      caller,
      control,
      db,
      now: at,
      watermark: acceptedUntil === null ? null : new Date(acceptedUntil),
    })
    const { data, errors } = await execute({ schema, document, variableValues: variables, contextValue })
    const [first] = errors ?? []
    if (first !== undefined)
      return { problem: first.path === undefined ? first.message : maskError(first, onError).message }
    // What GraphQL answers has no prototypes and is read as JSON by everybody else too.
    return { data: JSON.parse(JSON.stringify(data ?? {})) as object }
  } catch (error) {
    if (error instanceof GraphQLError) return { problem: error.message }
    throw error
  }
}

/** Parsed, validated, priced. Throws the GraphQLError that tells what is wrong. */
export function prepare(
  schema: GraphQLSchema,
  { query, variables }: Question,
  now: number,
): { document: DocumentNode; variables: Question['variables'] } {
  const document = parse(query, { maxTokens: GRAPHQL_LIMITS.tokens })
  const [invalid] = validate(schema, document, [...specifiedRules, documentLimits], { maxErrors: 1 })
  if (invalid !== undefined) throw invalid
  const operation = getOperationAST(document)
  if (operation?.operation !== OperationTypeNode.QUERY)
    throw userError('`query` must hold exactly one operation, and that must be a query')
  const declared = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value))
  const used = Object.fromEntries(Object.entries(variables).filter(([name]) => declared.has(name)))
  const { cost } = operationCost({ schema, document, operation, variables: used, now })
  if (cost > GRAPHQL_LIMITS.cost)
    throw userError(
      `the query would cost ${cost} points, the limit is ${GRAPHQL_LIMITS.cost}`,
      'COST_EXCEEDED',
    )
  return { document, variables: used }
}
