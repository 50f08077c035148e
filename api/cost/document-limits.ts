/** Documents that are too large, refused while they are validated: each limit with its figure, its bound and its code. */
import { GraphQLError, type ValidationRule } from 'graphql'
import { type ErrorCode, grouped, userError } from '../problem.ts'
import { GRAPHQL_LIMITS } from './graphql-limits.ts'
import { type DocumentSize, countTokens, measureDocument } from './measure-document.ts'

const RULES: { of: keyof DocumentSize; code: ErrorCode; words: string }[] = [
  { of: 'selections', code: 'SELECTIONS_EXCEEDED', words: 'fields with its fragments unfolded' },
  { of: 'depth', code: 'DEPTH_EXCEEDED', words: 'levels of fields' },
  { of: 'introspectionDepth', code: 'DEPTH_EXCEEDED', words: 'levels of introspection' },
  { of: 'aliases', code: 'ALIASES_EXCEEDED', words: 'aliases' },
  { of: 'directives', code: 'DIRECTIVES_EXCEEDED', words: 'directives' },
]

/** What of the document is over its limit. */
export function documentErrors(size: DocumentSize): GraphQLError[] {
  return RULES.filter(({ of }) => size[of] > GRAPHQL_LIMITS[of]).map(({ of, code, words }) =>
    userError(`the document has ${grouped(size[of])} ${words}: ${grouped(GRAPHQL_LIMITS[of])} at most`, code),
  )
}

export const documentLimits: ValidationRule = (context) => ({
  Document: (document) =>
    documentErrors(measureDocument(document)).forEach((error) => context.reportError(error)),
})

/** The parser stops at its limit of tokens with a syntax error: the same with our code and how many there are. */
export function tokensError(error: unknown): GraphQLError | null {
  if (!(error instanceof GraphQLError) || error.source === undefined) return null
  const tokens = countTokens(error.source)
  if (tokens <= GRAPHQL_LIMITS.tokens) return null
  return userError(
    `the document has ${grouped(tokens)} tokens: ${grouped(GRAPHQL_LIMITS.tokens)} at most`,
    'TOKENS_EXCEEDED',
  )
}
