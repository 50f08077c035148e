/** Reads documents from .graphql files and holds them against a schema. Mistakes are told as compilers tell them. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  Source,
  concatAST,
  parse,
  separateOperations,
  validate,
} from 'graphql'

/** What a person wrote that cannot be, each mistake on a line of its own. */
export class DocumentMistakes extends Error {}

/** An operation with the fragments that it uses and no others. */
export type Operation = { name: string; kind: 'query' | 'mutation' | 'subscription'; document: DocumentNode }

/** The .graphql files that the paths name: files, and folders with everything below them. */
export function documentFiles(paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => {
    if (!existsSync(path)) throw new DocumentMistakes(`${path}: there is no such file or folder`)
    if (!statSync(path).isDirectory()) return [path]
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => join(path, name))
  })
  if (files.length === 0) throw new DocumentMistakes(`${paths.join(', ')}: there is no .graphql file`)
  return [...new Set(files)].sort()
}

/** Mistakes name the files as they are seen from the folder. */
export function readDocuments(files: readonly string[], folder = '.'): Source[] {
  return files.map((file) => new Source(readFileSync(file, 'utf8'), relative(folder, file)))
}

/** The operations of the sources by name. Throws DocumentMistakes, all at once. */
export function readOperations(schema: GraphQLSchema, sources: readonly Source[]): Operation[] {
  const document = concatAST(collect(sources, (source) => parse(source)))
  const mistakes = [...anonymousOperations(document), ...validate(schema, document)]
  if (mistakes.length > 0) throw new DocumentMistakes(mistakes.map(describe).join('\n'))
  const separate = separateOperations(document)
  return document.definitions
    .flatMap((definition) => {
      const name = definition.kind === Kind.OPERATION_DEFINITION ? definition.name?.value : undefined
      if (definition.kind !== Kind.OPERATION_DEFINITION || name === undefined) return []
      return [{ name, kind: definition.operation, document: separate[name] ?? document }]
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function collect<From, To>(items: readonly From[], read: (item: From) => To): To[] {
  const mistakes: string[] = []
  const found = items.flatMap((item) => {
    try {
      return [read(item)]
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      mistakes.push(describe(error))
      return []
    }
  })
  if (mistakes.length > 0) throw new DocumentMistakes(mistakes.join('\n'))
  return found
}

function anonymousOperations(document: DocumentNode): GraphQLError[] {
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name === undefined)
    .map(
      (node) =>
        new GraphQLError('The operation has no name: what is generated is named after it', { nodes: node }),
    )
}

/** queries/pages.graphql:5:7 Cannot query field "vews" on type "Segment". */
function describe({ message, source, nodes, locations }: GraphQLError): string {
  const file = source?.name ?? nodes?.[0]?.loc?.source.name ?? ''
  const [place] = locations ?? []
  return place === undefined ? message : `${file}:${place.line}:${place.column} ${message}`
}
