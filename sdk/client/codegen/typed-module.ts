/** A TypeScript module with a typed document for each operation, and the types of its answer and its variables. */
import { codegen } from '@graphql-codegen/core'
import * as typescriptOperations from '@graphql-codegen/typescript-operations'
import { type DocumentNode, type GraphQLSchema, Kind, parse, print, printSchema } from 'graphql'
import type { Operation } from './documents.ts'

export type ModuleOptions = {
  schema: GraphQLSchema
  operations: readonly Operation[]
  /** Its first line, which says where it comes from. */
  note: string
  /** Where `typedDocument` comes from. */
  importFrom: string
  /** The id under which a server knows the document; left out where it knows none. */
  idOf?: (document: DocumentNode) => string
}

/** What the API sends for its scalars. A scalar that is not here fails, rather than to become `any`. */
const WIRE_TYPES = { DateTime: 'string', Duration: 'string', JSON: 'unknown', ID: 'string' }

export async function typedModule(options: ModuleOptions): Promise<string> {
  const { schema, operations, note, importFrom, idOf } = options
  // Operations share the fragments that they use.
  const definitions = new Set(operations.flatMap(({ document }) => document.definitions))
  const types = await codegen({
    filename: 'documents.generated.ts',
    schema: parse(printSchema(schema)),
    documents: [{ document: { kind: Kind.DOCUMENT, definitions: [...definitions] }, location: importFrom }],
    pluginMap: { typescriptOperations },
    plugins: [{ typescriptOperations: {} }],
    config: {
      enumsAsTypes: true,
      // What is asked for is there, and nothing else.
      skipTypename: true,
      strictScalars: true,
      scalars: WIRE_TYPES,
    },
    skipDocumentsValidation: true,
  })
  const constants = operations.map((operation) => {
    const id = idOf === undefined ? '' : `, '${idOf(operation.document)}'`
    const { name } = operation
    const type = `${name}${operation.kind.charAt(0).toUpperCase()}${operation.kind.slice(1)}`
    return `export const ${name} = typedDocument<${type}, ${type}Variables>(${templateOf(operation.document)}${id})`
  })
  return [
    `/* ${note} */\n/* eslint-disable */`,
    `import { typedDocument } from '${importFrom}'`,
    types.trim(),
    `${constants.join('\n\n')}\n`,
  ].join('\n\n')
}

function templateOf(document: DocumentNode): string {
  return `\`${print(document).replaceAll(/[\\`]|\$\{/g, '\\$&')}\``
}
