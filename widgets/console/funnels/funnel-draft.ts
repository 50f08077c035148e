/** A funnel as the form has it, and as the API takes it. What the form has no field for, it keeps as it is. */

export type StepKind = keyof typeof STEP_KINDS

interface StepDraft {
  kind: StepKind
  value: string
  name: string
  /** The step as it came, with what the form does not show; null for a new one. */
  original: Step | null
}

export interface FunnelDraft {
  name: string
  order: string
  countBy: string
  /** ISO 8601, empty for the default. */
  window: string
  steps: StepDraft[]
  /** Of the definition what the form does not show. */
  rest: object
}

interface Step {
  name?: string
  [field: string]: unknown
}

/** What a step can look for in the form, with where its text goes. Anything else is made by the API. */
export const STEP_KINDS = {
  page: {
    label: 'Page is',
    example: '/checkout',
    write: (value: string) => ({ page: { eq: value } }),
    read: (step: Step) => textAt(step, 'page', 'eq'),
  },
  pagePrefix: {
    label: 'Page begins with',
    example: '/products/',
    write: (value: string) => ({ page: { prefix: value } }),
    read: (step: Step) => textAt(step, 'page', 'prefix'),
  },
  event: {
    label: 'Event',
    example: 'order_placed',
    write: (value: string) => ({ event: value }),
    read: ({ event }: Step) => (typeof event === 'string' ? event : null),
  },
  click: {
    label: 'Click on',
    example: 'Add to basket',
    write: (value: string) => ({ action: { label: { eq: value } } }),
    read: (step: Step) => textAt(step, 'action', 'label', 'eq'),
  },
  request: {
    label: 'Request to',
    example: 'POST api.shop.example/orders',
    write: (value: string) => ({ request: { endpoint: { eq: value } } }),
    read: (step: Step) => textAt(step, 'request', 'endpoint', 'eq'),
  },
  transaction: {
    label: 'Transaction',
    example: 'checkout',
    write: (value: string) => ({ transaction: { name: value } }),
    read: (step: Step) => textAt(step, 'transaction', 'name'),
  },
} as const

const KINDS = Object.keys(STEP_KINDS) as StepKind[]

export function emptyStep(): StepDraft {
  return { kind: 'page', value: '', name: '', original: null }
}

export function emptyDraft(): FunnelDraft {
  return {
    name: '',
    order: 'ORDERED',
    countBy: 'SESSION',
    window: '',
    steps: [emptyStep(), emptyStep()],
    rest: {},
  }
}

/** Null: it has a step that the form has no field for. */
export function draftOf(name: string, definition: string): FunnelDraft | null {
  const {
    steps,
    order = 'ORDERED',
    countBy = 'SESSION',
    window,
    ...rest
  } = JSON.parse(definition) as {
    steps: Step[]
    order?: string
    countBy?: string
    window?: string | null
  }
  const drafts = steps.map(stepDraft)
  if (drafts.some((draft) => draft === null)) return null
  return {
    name,
    order,
    countBy,
    window: window ?? '',
    steps: drafts.filter((draft) => draft !== null),
    rest,
  }
}

export function stepsOf({ steps }: FunnelDraft): Step[] {
  return steps
    .filter(({ value }) => value.trim() !== '')
    .map(({ kind, value, name, original }) => ({
      ...without(original ?? {}, ['page', 'event', 'action', 'request', 'transaction', 'name']),
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...STEP_KINDS[kind].write(value.trim()),
    }))
}

/** FunnelDefinitionInput */
export function definitionOf(draft: FunnelDraft): object {
  const { order, countBy, window, rest } = draft
  return { ...rest, order, countBy, ...(window === '' ? {} : { window }), steps: stepsOf(draft) }
}

function stepDraft(step: Step): StepDraft | null {
  for (const kind of KINDS) {
    const value = STEP_KINDS[kind].read(step)
    if (value !== null) return { kind, value, name: step.name ?? '', original: step }
  }
  return null
}

/** The text at the end of a path of objects that have nothing but the next one. */
function textAt(value: unknown, ...path: string[]): string | null {
  let at: unknown = value
  for (const [depth, key] of path.entries()) {
    if (typeof at !== 'object' || at === null) return null
    if (depth > 0 && Object.keys(at).length > 1) return null
    at = (at as Record<string, unknown>)[key]
  }
  return typeof at === 'string' ? at : null
}

function without(step: Step, fields: readonly string[]): Step {
  return Object.fromEntries(Object.entries(step).filter(([field]) => !fields.includes(field)))
}
