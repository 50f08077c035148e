/** Batches that nobody has acknowledged, for the life of the page. */
export type Outbox = {
  put: (id: string, body: string) => void
  get: (id: string) => string | undefined
  remove: (id: string) => void
  ids: () => string[]
  clear: () => void
}

export function createOutbox(): Outbox {
  const batches = new Map<string, string>()
  return {
    put: (id, body) => void batches.set(id, body),
    get: (id) => batches.get(id),
    remove: (id) => void batches.delete(id),
    ids: () => [...batches.keys()],
    clear: () => batches.clear(),
  }
}
