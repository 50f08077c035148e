/**
 * Keeps one GraphQL answer up to date for one element.
 *
 *   idle ──variables──▶ loading ──▶ ready ◀──▶ refreshing (the answer stays on the screen)
 *    └──far away──▶ waiting ──near──▲ └──▶ error ──retry──▶ loading
 *
 * An element that is further than a screen from what is seen waits with its question, and does not refresh. New variables abort the question under way; an answer that arrives after a newer question is dropped.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { postQuery, QueryError, type Connection, type Question } from './client.ts'
import { watchNearness, type Nearness, type WatchNearness } from './nearness.ts'

export interface QueryOptions<Variables> {
  query: string
  /** Null while there is nothing to ask. */
  variables: () => Variables | null
  connection: () => Connection
  /** 0 asks once. */
  refreshSeconds: () => number
  ask?: <Data>(question: Question) => Promise<Data>
  watch?: WatchNearness
  page?: Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>
}

export class QueryController<Data, Variables extends object> implements ReactiveController {
  /** The latest answer with the variables that it answers, which may be older than those asked for now. */
  answer: { data: Data; variables: Variables } | null = null
  error: QueryError | null = null
  /** Whether a question is under way; one that waits until it is near is not. */
  pending = false

  readonly #host: ReactiveControllerHost & Element
  readonly #options: QueryOptions<Variables>
  #key = ''
  #answeredKey = ''
  #abort: AbortController | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #timerSeconds = 0
  #askedAt = 0
  #nearness: Nearness | null = null
  #isWaiting = false

  constructor(host: ReactiveControllerHost & Element, options: QueryOptions<Variables>) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  hostConnected(): void {
    this.#page.addEventListener('visibilitychange', this.#onVisibility)
    this.#nearness = (this.#options.watch ?? watchNearness)(this.#host, this.#onNearness)
    this.#host.requestUpdate()
  }

  hostDisconnected(): void {
    this.#page.removeEventListener('visibilitychange', this.#onVisibility)
    this.#nearness?.stop()
    this.#abort?.abort()
    clearTimeout(this.#timer)
    this.#key = ''
    this.#isWaiting = false
    this.#timerSeconds = 0
    this.pending = false
  }

  hostUpdate(): void {
    const variables = this.#options.variables()
    const key = variables === null ? '' : JSON.stringify([variables, this.#options.connection()])
    if (key !== this.#key) {
      this.#key = key
      this.error = null
      this.#abort?.abort()
      this.#isWaiting = variables !== null && !this.#isNear
      this.pending = false
      if (variables !== null && !this.#isWaiting) void this.#run(variables)
    } else if (this.#isWaiting && this.#isNear) {
      if (variables !== null) void this.#run(variables)
    } else if (this.#options.refreshSeconds() !== this.#timerSeconds) {
      this.#schedule()
    }
  }

  /** Asks the same question again. */
  retry(): void {
    const variables = this.#options.variables()
    if (variables === null) return
    void this.#run(variables)
    this.#host.requestUpdate()
  }

  get #isNear() {
    return this.#nearness?.isNear ?? true
  }

  get #page() {
    return this.#options.page ?? document
  }

  async #run(variables: Variables): Promise<void> {
    this.#abort?.abort()
    const abort = new AbortController()
    this.#abort = abort
    this.#isWaiting = false
    this.pending = true
    this.#askedAt = Date.now()
    clearTimeout(this.#timer)
    try {
      const { query, connection, ask = postQuery } = this.#options
      const data = await ask<Data>({ query, variables, connection: connection(), signal: abort.signal })
      if (abort.signal.aborted) return
      this.answer = { data, variables }
      this.#answeredKey = this.#key
      this.error = null
    } catch (error) {
      if (abort.signal.aborted) return
      // An older answer may stay beside the error only if it answers the same question.
      if (this.#answeredKey !== this.#key) this.answer = null
      this.error = error instanceof QueryError ? error : new QueryError('BUG', String(error))
      if (this.error.code === 'UNAUTHENTICATED') this.#announceSignOut()
    }
    this.pending = false
    this.#schedule()
    this.#host.requestUpdate()
  }

  #announceSignOut(): void {
    this.#host.dispatchEvent(new CustomEvent('sight-unauthorized', { bubbles: true, composed: true }))
  }

  /** Hidden pages and far elements ask nothing; the interval goes on where it stopped once they are seen. */
  #schedule(): void {
    clearTimeout(this.#timer)
    this.#timerSeconds = this.#options.refreshSeconds()
    const isSeen = this.#isNear && !this.#page.hidden
    if (!(this.#timerSeconds > 0) || !isSeen || this.pending || this.#key === '') return
    const wait = Math.max(0, this.#askedAt + this.#timerSeconds * 1000 - Date.now())
    this.#timer = setTimeout(() => this.retry(), wait)
  }

  readonly #onVisibility = (): void => this.#schedule()

  readonly #onNearness = (): void => {
    this.#schedule()
    if (this.#isWaiting) this.#host.requestUpdate()
  }
}
