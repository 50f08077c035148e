/** One question over HTTP: by the id of its document, and by its text where the server does not know the id. */
import { resultOf } from './answer.ts'
import { QueryError } from './query-error.ts'

export type Endpoint = {
  /** Where the API answers: https://rum.example/graphql. */
  url: string
  /** An API token (`sl_…`). Without one the session cookie of the same origin speaks. */
  token?: string | null | undefined
  /** Another fetch, for example one that goes through a proxy. */
  fetch?: typeof globalThis.fetch | undefined
}

export type Question = {
  document: { toString(): string; id?: string | undefined }
  variables: unknown
  signal?: AbortSignal | undefined
}

type DocumentPart = { documentId: string } | { query: string }

const RESULT_TYPES = 'application/graphql-response+json, application/json;q=0.9'
const STREAM_TYPE = 'text/event-stream'

/** The data of the answer. Throws a QueryError, or what the signal was aborted with. */
export function askQuery(endpoint: Endpoint, question: Question): Promise<unknown> {
  return byIdOrText(question, async (part) => {
    const response = await post(endpoint, { ...question, part, accept: RESULT_TYPES })
    return readResult(endpoint, question, response)
  })
}

/** The stream of a subscription's events. */
export function openStream(endpoint: Endpoint, question: Question): Promise<Response> {
  return byIdOrText(question, async (part) => {
    const response = await post(endpoint, { ...question, part, accept: STREAM_TYPE })
    if (response.headers.get('content-type')?.startsWith(STREAM_TYPE) === true) return response
    await readResult(endpoint, question, response)
    throw new QueryError('BAD_ANSWER', `${endpoint.url} answered once instead of with a stream of events`)
  })
}

/** A server older than this document does not know its id, and can answer its text all the same. */
async function byIdOrText<T>({ document }: Question, ask: (part: DocumentPart) => Promise<T>): Promise<T> {
  if (document.id !== undefined) {
    try {
      return await ask({ documentId: document.id })
    } catch (error) {
      if (!(error instanceof QueryError) || error.code !== 'DOCUMENT_UNKNOWN') throw error
    }
  }
  return ask({ query: document.toString() })
}

type Request = Question & { part: DocumentPart; accept: string }

function post(endpoint: Endpoint, { part, variables, accept, signal }: Request): Promise<Response> {
  const { url, token, fetch = globalThis.fetch } = endpoint
  const speaksByToken = token !== undefined && token !== null
  return reached(endpoint, signal, () =>
    fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept,
        ...(speaksByToken ? { authorization: `Bearer ${token}` } : {}),
      },
      credentials: speaksByToken ? 'omit' : 'same-origin',
      body: JSON.stringify({ ...part, variables: variables ?? {} }),
      signal: signal ?? null,
    }),
  )
}

async function readResult(endpoint: Endpoint, { signal }: Question, response: Response): Promise<unknown> {
  return resultOf(await reached(endpoint, signal, () => response.text()), response.status)
}

async function reached<T>(
  { url }: Endpoint,
  signal: AbortSignal | undefined,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    if (signal?.aborted === true) throw cause
    throw new QueryError('UNREACHABLE', `no answer from ${url}`, { cause })
  }
}
