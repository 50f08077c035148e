import type { GraphQLSchema } from 'graphql'
import { createGraphql } from '../api/graphql.ts'

/** The schema as the server runs it, with its resolvers. */
export async function executableSchema(): Promise<GraphQLSchema> {
  const graphql = createGraphql((error) => {
    throw error
  })
  return new Promise((resolve, reject) => {
    graphql.addPlugin({
      serverWillStart: ({ schema }) => {
        resolve(schema)
        return Promise.resolve()
      },
    })
    graphql.start().catch(reject)
  })
}
