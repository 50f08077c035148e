/**
 * What is made from operations: the typed documents of the client, the manifest of those that the endpoint knows by their
 * id, and the ids for the widgets. The operations of the widgets are the templates marked GraphQL in their sources.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { type DocumentNode, Source, buildASTSchema } from 'graphql'
import { registeredDocument } from './api/documents/document-id.ts'
import type { GeneratedFile } from './generate.ts'
import { documentFiles, readDocuments, readOperations } from './sdk/client/codegen/documents.ts'
import { typedModule } from './sdk/client/codegen/typed-module.ts'

const CLIENT_DOCUMENTS = 'sdk/client/documents'

export async function documentModules(
  schemaDocument: DocumentNode,
  noteOf: (source: string) => string,
): Promise<GeneratedFile[]> {
  const schema = buildASTSchema(schemaDocument)
  const client = readOperations(schema, readDocuments(documentFiles([CLIENT_DOCUMENTS])))
  const sources = widgetDocuments()
  const isOfConsole = ({ name }: Source) => name.startsWith('widgets/console/')
  const widgets = readOperations(
    schema,
    sources.filter((source) => !isOfConsole(source)),
  )
  const ofConsole = readOperations(schema, sources.filter(isOfConsole))
  const registered = [...client, ...widgets, ...ofConsole].map(({ document }) => registeredDocument(document))
  const manifest = Object.fromEntries(registered.map(({ id, text }) => [id, text]))
  const idsOf = (operations: typeof widgets) => {
    const lines = operations.map(({ name, document }) => `  ${name}: '${registeredDocument(document).id}',\n`)
    return `{\n${lines.join('')}}\n`
  }
  const note = noteOf('the operations of the widgets')
  return [
    {
      path: 'sdk/client/documents.generated.ts',
      content: await typedModule({
        schema,
        operations: client,
        note: noteOf('documents/*.graphql'),
        importFrom: './typed-document.ts',
        idOf: (document) => registeredDocument(document).id,
      }),
    },
    {
      path: 'api/documents/documents.generated.json',
      content: `${JSON.stringify(manifest, null, 2)}\n`,
    },
    {
      path: 'widgets/data/document-ids.generated.ts',
      content: `/* ${note} */\nexport const DOCUMENT_IDS: Readonly<Record<string, string>> = ${idsOf(widgets)}`,
    },
    {
      // Apart, so that an element in somebody's page does not bring them.
      path: 'widgets/console/document-ids.generated.ts',
      content: `/* ${note} */\nexport const CONSOLE_DOCUMENT_IDS: Readonly<Record<string, string>> = ${idsOf(ofConsole)}`,
    },
  ]
}

const MARKED_TEMPLATE = /\/\* GraphQL \*\/ `([^`]*)`/g

function widgetDocuments(): Source[] {
  const files = readdirSync('widgets', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.query.ts'),
  )
  return files.sort().flatMap((file) => {
    const path = `widgets/${file}`
    const texts = [...readFileSync(path, 'utf8').matchAll(MARKED_TEMPLATE)].map(([, text = '']) => text)
    if (texts.length === 0) throw new Error(`${path}: there is no template that is marked /* GraphQL */`)
    if (texts.some((text) => text.includes('${')))
      throw new Error(`${path}: a registered operation is one text: write what is interpolated into it`)
    return texts.map((text) => new Source(text, path))
  })
}
