/**
 * The place in a chart that is read: by pointer, or by keyboard with arrow keys, Page up and down, Home and End. The
 * tooltip stands beside it, on the side with more room; through CSSOM, as the page may forbid style attributes.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit'

const KEY_STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
}

export class CursorController implements ReactiveController {
  /** -1 for none. */
  active = -1
  /** Where the places are; set while the chart is rendered. */
  points: readonly { x: number }[] = []
  readonly #host: ReactiveControllerHost & { renderRoot: ParentNode }

  constructor(host: ReactiveControllerHost & { renderRoot: ParentNode }) {
    this.#host = host
    host.addController(this)
  }

  hostUpdated(): void {
    const tooltip = this.#host.renderRoot.querySelector<HTMLElement>('.tooltip')
    const point = this.points[this.active]
    if (tooltip === null || point === undefined) return
    const room = tooltip.parentElement?.clientWidth ?? 0
    const left = point.x > room / 2 ? point.x - tooltip.offsetWidth - 12 : point.x + 12
    tooltip.style.setProperty('transform', `translateX(${Math.max(0, Math.round(left))}px)`)
  }

  readonly onPointer = (event: PointerEvent): void => {
    const position = event.clientX - (event.currentTarget as Element).getBoundingClientRect().left
    let nearest = -1
    this.points.forEach(({ x }, index) => {
      if (Math.abs(x - position) < Math.abs((this.points[nearest]?.x ?? Infinity) - position)) nearest = index
    })
    this.#moveTo(nearest)
  }

  readonly onLeave = (): void => this.#moveTo(-1)

  readonly onFocus = (event: FocusEvent): void => {
    const isKeyboard = (event.currentTarget as Element).matches(':focus-visible')
    if (isKeyboard && this.active === -1) this.#moveTo(0)
  }

  readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#moveTo(-1)
    const step = KEY_STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    this.#moveTo(Math.min(this.points.length - 1, Math.max(0, Math.max(0, this.active) + step)))
  }

  #moveTo(active: number): void {
    if (active === this.active) return
    this.active = active
    this.#host.requestUpdate()
  }
}
