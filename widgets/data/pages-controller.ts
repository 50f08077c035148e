/**
 * The pages of a list behind its first one, by cursor. They stay when the first page is refreshed, and go when another
 * question is asked: a cursor belongs to its question.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { QueryError } from './client.ts'

export interface Page<Node> {
  nodes: readonly Node[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

interface PagesOptions<Node> {
  keyOf: (node: Node) => string
  /** Asks for the page behind a cursor; null if the list is gone. */
  ask: (after: string, signal: AbortSignal) => Promise<Page<Node> | null>
}

export class PagesController<Node> implements ReactiveController {
  pending = false
  error: QueryError | null = null

  readonly #host: ReactiveControllerHost
  readonly #options: PagesOptions<Node>
  #question = ''
  #more: Page<Node>[] = []
  #next: string | null = null
  #abort: AbortController | null = null

  constructor(host: ReactiveControllerHost, options: PagesOptions<Node>) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#abort?.abort()
    this.pending = false
  }

  get hasMore(): boolean {
    return this.#next !== null
  }

  /** The first page with those behind it. What a refresh moved to the first page is not shown twice. */
  behind(first: Page<Node>, variables: object): Node[] {
    const question = JSON.stringify(variables)
    if (question !== this.#question) {
      this.#question = question
      this.#more = []
      this.#abort?.abort()
      this.pending = false
      this.error = null
    }
    const { pageInfo } = this.#more.at(-1) ?? first
    this.#next = pageInfo.hasNextPage ? pageInfo.endCursor : null
    const nodes = [...first.nodes, ...this.#more.flatMap((page) => page.nodes)]
    const seen = new Set<string>()
    return nodes.filter((node) => {
      const key = this.#options.keyOf(node)
      return !seen.has(key) && seen.add(key)
    })
  }

  readonly more = async (): Promise<void> => {
    if (this.#next === null || this.pending) return
    const abort = new AbortController()
    this.#abort = abort
    this.pending = true
    this.error = null
    this.#host.requestUpdate()
    try {
      const page = await this.#options.ask(this.#next, abort.signal)
      if (abort.signal.aborted) return
      if (page !== null) this.#more = [...this.#more, page]
    } catch (error) {
      if (abort.signal.aborted) return
      this.error = error instanceof QueryError ? error : new QueryError('BUG', String(error))
    }
    this.pending = false
    this.#host.requestUpdate()
  }
}
