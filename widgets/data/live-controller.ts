/**
 * Keeps what a subscription tells for one element, as long as the page is visible and the element is in sight.
 *
 *   away ◀──hidden, out of sight──┐
 *    └──seen──▶ connecting ──event──▶ live ──broken──▶ connecting (what was told last stays on the screen)
 *                   └──refused──▶ error ──retry──▶ connecting
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { reconnectAfterMs, subscribe } from '../../sdk/client/subscribe.ts'
import { named, QueryError, withToken, type Connection } from './client.ts'

interface LiveOptions<Variables> {
  query: string
  /** Null while there is nothing to ask. */
  variables: () => Variables | null
  connection: () => Connection
}

export class LiveController<Data, Variables extends object> implements ReactiveController {
  answer: { data: Data; variables: Variables } | null = null
  error: QueryError | null = null
  /** Whether the present state is on its way. */
  pending = false

  readonly #host: ReactiveControllerHost & Element
  readonly #options: LiveOptions<Variables>
  readonly #observer: IntersectionObserver
  #isInSight = false
  #key = ''
  #abort: AbortController | null = null

  constructor(host: ReactiveControllerHost & Element, options: LiveOptions<Variables>) {
    this.#host = host
    this.#options = options
    this.#observer = new IntersectionObserver((entries) => {
      this.#isInSight = entries.at(-1)?.isIntersecting ?? false
      this.#host.requestUpdate()
    })
    host.addController(this)
  }

  hostConnected(): void {
    this.#observer.observe(this.#host)
    document.addEventListener('visibilitychange', this.#onVisibility)
  }

  hostDisconnected(): void {
    this.#observer.disconnect()
    document.removeEventListener('visibilitychange', this.#onVisibility)
    this.#isInSight = false
    this.#follow('', null)
  }

  hostUpdate(): void {
    const variables = document.hidden || !this.#isInSight ? null : this.#options.variables()
    const key = variables === null ? '' : JSON.stringify([variables, this.#options.connection()])
    if (key !== this.#key) this.#follow(key, variables)
  }

  /** Asks again at once, also after it was refused. */
  retry(): void {
    this.#key = ''
    this.#host.requestUpdate()
  }

  #follow(key: string, variables: Variables | null): void {
    this.#key = key
    this.#abort?.abort()
    this.#abort = null
    this.pending = false
    if (variables !== null) void this.#run(variables)
  }

  async #run(variables: Variables): Promise<void> {
    const abort = new AbortController()
    this.#abort = abort
    const { signal } = abort
    const connection = this.#options.connection()
    if (JSON.stringify(this.answer?.variables) !== JSON.stringify(variables)) this.answer = null
    this.pending = true
    this.error = null
    let wasTold = false
    try {
      await withToken(connection, async (token) => {
        wasTold = false
        const events = subscribe(
          { url: connection.endpoint, token },
          { document: named(this.#options.query), variables, signal },
          this.#reconnect,
        )
        for await (const data of events) {
          wasTold = true
          this.answer = { data: data as Data, variables }
          this.error = null
          this.pending = false
          this.#host.requestUpdate()
        }
      })
    } catch (error) {
      if (signal.aborted) return
      // Tokens end every hour: as long as each of them was taken once, there is another.
      if (wasTold && connection.renewToken && error instanceof QueryError && error.code === 'UNAUTHENTICATED')
        return this.#run(variables)
      this.error = error instanceof QueryError ? error : new QueryError('BUG', String(error))
      if (this.error.code === 'UNAUTHENTICATED')
        this.#host.dispatchEvent(new CustomEvent('sight-unauthorized', { bubbles: true, composed: true }))
    }
    if (signal.aborted) return
    this.pending = false
    this.#host.requestUpdate()
  }

  /** Told of every break before it is mended. */
  readonly #reconnect = (failures: number): number => {
    this.error = new QueryError('UNREACHABLE', 'The connection is broken, and made again')
    this.pending = false
    this.#host.requestUpdate()
    return reconnectAfterMs(failures)
  }

  readonly #onVisibility = (): void => this.#host.requestUpdate()
}
