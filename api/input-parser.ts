/** Input that does not come as a variable of a question, checked as if it did. */
import { type GraphQLInputType, coerceInputValue } from 'graphql'
import { executableSchema } from './schema.ts'

/** Takes JSON as the input type of this name, or throws what is wrong with it and where. */
export function createInputParser(typeName: string): (value: unknown) => unknown {
  const type = executableSchema().getType(typeName) as GraphQLInputType
  return (value) =>
    coerceInputValue(value, type, (path, _, { message }) => {
      throw new Error(path.length === 0 ? message : `at ${path.join('.')}: ${message}`)
    })
}
