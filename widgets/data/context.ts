/**
 * What a `<sight-context>` lends to the elements inside it. An element asks by an event that bubbles up to the nearest
 * context, through shadow roots too; one that is defined later than its elements calls them.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { DimensionName } from '../format/names.ts'
import type { RenewToken } from './client.ts'
import type { Filter } from './filter.ts'

/** Undefined and null: the context says nothing of it. */
export interface ContextValue {
  site: string | null
  range: string | null
  /** The context's own filter and what was selected in it, together. */
  filter: Filter | string | null
  /** What was selected, by dimension; the key null is the unknown value. */
  selected: ReadonlyMap<DimensionName, string | null>
  endpoint: string | null
  token: string | null
  renewToken: RenewToken | null
  refresh: number | null
  theme: 'light' | 'dark' | 'auto' | null
  locale: string | null
}

/** Calls back at once and at every change, until the answer is called. */
export type FollowContext = (onChange: (value: ContextValue) => void) => () => void

export const CONTEXT_REQUEST = 'sight-context-request'
/** Told to the document by a context that has just come. */
export const CONTEXT_READY = 'sight-context-ready'

export type ContextRequest = CustomEvent<{ provide: (follow: FollowContext) => void }>

/** Keeps what the nearest context says for one element. */
export class ContextController implements ReactiveController {
  value: ContextValue | null = null
  readonly #host: ReactiveControllerHost & EventTarget
  #stop: (() => void) | null = null

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener(CONTEXT_READY, this.#request)
    this.#request()
  }

  hostDisconnected(): void {
    document.removeEventListener(CONTEXT_READY, this.#request)
    this.#stop?.()
    this.#stop = null
    this.value = null
  }

  /** Also when there is a context already: the new one may be nearer. */
  readonly #request = (): void => {
    const provide = (follow: FollowContext) => {
      this.#stop?.()
      this.#stop = follow((value) => {
        this.value = value
        this.#host.requestUpdate()
      })
    }
    this.#host.dispatchEvent(
      new CustomEvent(CONTEXT_REQUEST, { detail: { provide }, bubbles: true, composed: true }),
    )
  }
}
