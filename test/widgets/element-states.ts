/** The states that an element can be in, each by what the made-up API answers at its address. */
import type { Variant } from './answers/made-up.ts'

export type Answered = Variant | 'loading' | 'stale' | 'signed-out'

interface State {
  /** How the API answers; null where nothing is asked. */
  answered: Answered | null
  /** The site that is asked about; null for none. */
  site: string | null
  /** Selects what shows that the state is reached, within the element. */
  reached: string
}

const ANSWERED = '[aria-busy=false]:not(:has([part=skeleton]))'
const SAID = '[part=state]'

/** In the order in which they are shown. */
export const ELEMENT_STATES = {
  plenty: { answered: 'plenty', site: 'shop', reached: ANSWERED },
  thin: { answered: 'thin', site: 'shop', reached: ANSWERED },
  empty: { answered: 'empty', site: 'shop', reached: ANSWERED },
  loading: { answered: 'loading', site: 'shop', reached: '[part=skeleton]' },
  error: { answered: 'error', site: 'shop', reached: SAID },
  stale: { answered: 'stale', site: 'shop', reached: '[aria-busy=false] .notice [class=link]' },
  'not-set-up': { answered: null, site: null, reached: SAID },
  'signed-out': { answered: 'signed-out', site: 'shop', reached: SAID },
  hostile: { answered: 'hostile', site: 'shop', reached: ANSWERED },
  'no-site': { answered: 'plenty', site: 'nobody', reached: ANSWERED },
} as const satisfies Record<string, State>

export type ElementState = keyof typeof ELEMENT_STATES

const ALL_ANSWERED = new Set<string>(
  Object.values(ELEMENT_STATES).map(({ answered }) => answered ?? 'plenty'),
)

/** What `/graphql/thin` answers, or `/graphql/stale-7`: the number tells apart what is asked by different elements. */
export function answeredBy(pathname: string): Answered | null {
  const [, state] = /^\/graphql\/([a-z-]+?)(?:-\d+)?$/.exec(pathname) ?? []
  return state !== undefined && ALL_ANSWERED.has(state) ? (state as Answered) : null
}

/** Not what a page that was there before it had. */
let asked = Math.floor(Math.random() * 1e9)

/** Where an element asks, so that it comes into a state. */
export function addressOf(state: ElementState): Record<string, string> {
  const { answered } = ELEMENT_STATES[state]
  return answered === null ? {} : { endpoint: `/graphql/${answered}-${++asked}` }
}
