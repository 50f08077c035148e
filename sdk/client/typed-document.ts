/**
 * The text of an operation, with the types of its answer and its variables: those of `npm run client`, and any other
 * that follows the convention of TypedDocumentString. `__apiType` is never there at run time.
 */
export type TypedDocument<Answer, Variables> = {
  toString(): string
  /** The name under which a server that was built with this document knows it: `sha256:…`. */
  id?: string | undefined
  __apiType?: (variables: Variables) => Answer
}

/** An operation with the types that were made for it. The types are a promise of whoever writes them. */
export function typedDocument<Answer, Variables>(
  text: string,
  id?: string,
): TypedDocument<Answer, Variables> {
  return Object.freeze({ id, toString: () => text })
}
