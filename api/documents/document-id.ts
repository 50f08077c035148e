/** The name of a document: the SHA-256 of its text without what GraphQL ignores, so that formatting does not rename it. */
import { createHash } from 'node:crypto'
import { type DocumentNode, print, stripIgnoredCharacters } from 'graphql'

export type RegisteredDocument = { id: string; text: string }

/** The text that is registered, and its id by the appendix on persisted documents of GraphQL over HTTP. */
export function registeredDocument(document: DocumentNode): RegisteredDocument {
  const text = stripIgnoredCharacters(print(document))
  return { id: `sha256:${createHash('sha256').update(text).digest('hex')}`, text }
}
