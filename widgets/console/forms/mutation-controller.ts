/**
 * One change that a form asks for.
 *
 *   idle ──run──▶ pending ──▶ done (the payload is the answer of `run`)
 *                    ├──▶ refused: `userErrors` say what to put right
 *                    └──▶ failed: `error`
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { postQuery, QueryError, type Connection } from '../../data/client.ts'

/** Something in the input that a person can put right. */
export interface UserError {
  path: string[]
  message: string
}

export class MutationController<Payload extends { userErrors: UserError[] }> implements ReactiveController {
  pending = false
  userErrors: readonly UserError[] = []
  error: QueryError | null = null

  readonly #host: ReactiveControllerHost & EventTarget
  readonly #mutation: string
  readonly #connection: () => Connection

  constructor(host: ReactiveControllerHost & EventTarget, mutation: string, connection: () => Connection) {
    this.#host = host
    this.#mutation = mutation
    this.#connection = connection
    host.addController(this)
  }

  hostConnected(): void {
    this.forget()
  }

  /** What went wrong the last time is no longer of interest. */
  forget(): void {
    this.userErrors = []
    this.error = null
    this.#host.requestUpdate()
  }

  /** The payload of the only field of the mutation; null if it was refused or failed. One at a time. */
  async run(variables: object): Promise<Payload | null> {
    if (this.pending) return null
    this.pending = true
    this.forget()
    try {
      const data = await postQuery<Record<string, Payload>>({
        query: this.#mutation,
        variables,
        connection: this.#connection(),
        signal: new AbortController().signal,
      })
      const [payload = null] = Object.values(data)
      this.userErrors = payload?.userErrors ?? []
      return this.userErrors.length === 0 ? payload : null
    } catch (error) {
      this.error = error instanceof QueryError ? error : new QueryError('BUG', String(error))
      if (this.error.code === 'UNAUTHENTICATED')
        this.#host.dispatchEvent(new CustomEvent('sight-unauthorized', { bubbles: true, composed: true }))
      return null
    } finally {
      this.pending = false
      this.#host.requestUpdate()
    }
  }
}
