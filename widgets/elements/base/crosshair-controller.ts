import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** How far each key moves the crosshair; the ends are reached with Home and End. */
const KEY_STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
}

/** Which point of a chart is looked at: by pointer, or by keys once the chart has the focus. Escape looks away. */
export class CrosshairController implements ReactiveController {
  /** -1 for none. */
  active = -1

  readonly #host: ReactiveControllerHost
  readonly #positions: () => readonly number[]

  /** `positions`: of the points, from the left edge of the element that listens. */
  constructor(host: ReactiveControllerHost, positions: () => readonly number[]) {
    this.#host = host
    this.#positions = positions
    host.addController(this)
  }

  hostDisconnected(): void {
    this.active = -1
  }

  readonly onPointer = (event: PointerEvent): void => {
    const { left } = (event.currentTarget as Element).getBoundingClientRect()
    const away = this.#positions().map((x) => Math.abs(x - (event.clientX - left)))
    this.#look(away.indexOf(Math.min(...away)))
  }

  readonly onLeave = (): void => this.#look(-1)

  readonly onFocus = (event: FocusEvent): void => {
    const isKeyboard = (event.currentTarget as Element).matches(':focus-visible')
    if (isKeyboard && this.active === -1) this.#look(this.#positions().length - 1)
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const last = this.#positions().length - 1
    const step = KEY_STEPS[event.key]
    if (event.key === 'Escape') this.#look(-1)
    if (step === undefined) return
    event.preventDefault()
    this.#look(Math.min(last, Math.max(0, (this.active === -1 ? last : this.active) + step)))
  }

  #look(active: number): void {
    if (active === this.active) return
    this.active = active
    this.#host.requestUpdate()
  }
}
