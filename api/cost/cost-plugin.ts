/** Computes the cost of every operation before it runs, refuses what is over the limit, and tells it in the answer. */
import type { ApolloServerPlugin } from '@apollo/server'
import { isObjectType } from 'graphql'
import type { Context } from '../context.ts'
import { grouped, userError } from '../problem.ts'
import { operationCost } from './operation-cost.ts'

export const createCostPlugin = (limit: number): ApolloServerPlugin<Context> => ({
  requestDidStart: () => {
    let cost: number | null = null
    return Promise.resolve({
      didResolveOperation: ({ schema, document, operation, request, contextValue }) => {
        // The executor tells which name it did not find.
        if (operation === undefined) return Promise.resolve()
        if (!isObjectType(schema.getRootType(operation.operation)))
          throw userError(`the schema has no ${operation.operation}s`, 'OPERATION_RESOLUTION_FAILURE')
        const variables = request.variables ?? {}
        cost = operationCost({ schema, document, operation, variables, now: contextValue.now }).cost
        if (cost > limit) throw tooDear(cost, limit)
        return Promise.resolve()
      },
      willSendResponse: ({ response: { body } }) => {
        if (cost !== null && body.kind === 'single') {
          const extensions = { ...body.singleResult.extensions, cost: { cost, limit } }
          body.singleResult.extensions = extensions
        }
        return Promise.resolve()
      },
    })
  },
})

function tooDear(cost: number, limit: number) {
  return userError(
    `the question would cost ${grouped(cost)} points, the limit is ${grouped(limit)}: ` +
      'ask for fewer parts, buckets or days, or in several requests; `explainCost` tells what costs how much',
    'COST_EXCEEDED',
  )
}
