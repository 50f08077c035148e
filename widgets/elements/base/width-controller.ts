import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** The width of an element in CSS pixels, so that charts are drawn to it instead of being stretched. */
export class WidthController implements ReactiveController {
  width = 0

  readonly #host: ReactiveControllerHost & Element
  readonly #observer: ResizeObserver

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host
    this.#observer = new ResizeObserver(() => this.#measure())
    host.addController(this)
  }

  hostConnected(): void {
    this.#observer.observe(this.#host)
    this.#measure()
  }

  hostDisconnected(): void {
    this.#observer.disconnect()
  }

  #measure(): void {
    const width = Math.floor(this.#host.clientWidth)
    if (width === this.width) return
    this.width = width
    this.#host.requestUpdate()
  }
}
