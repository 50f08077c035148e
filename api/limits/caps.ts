/** How many different values are kept apart of what would else grow without bound. Beyond, a value becomes `other`. */
export const CAPS = {
  /** A row an hour in each cube: 5,000 pages are as many as a table of them can be read. */
  page: { most: 5000, perParent: false },
  release: { most: 1000, perParent: false },
  event: { most: 1000, perParent: false },
  flag: { most: 200, perParent: false },
  variant: { most: 20, perParent: true },
  attribute: { most: 200, perParent: false },
  attribute_value: { most: 1000, perParent: true },
} as const satisfies Record<string, { most: number; perParent: boolean }>

export type Capped = keyof typeof CAPS

/** What stands for all values beyond a cap. */
export const OTHER = 'other'

/** A value that was not seen for so many days gives its place back. */
export const KEPT_DAYS = 30

/** How a cap is named in the table: with its flag or attribute where each of those has a cap of its own. */
export function capName(what: Capped, parent = ''): string {
  return CAPS[what].perParent ? `${what}:${parent}` : what
}

export function parseCapName(name: string): { what: Capped; of: string | null } | null {
  const [, what = '', parent] = /^([a-z_]+)(?::(.*))?$/s.exec(name) ?? []
  return what in CAPS ? { what: what as Capped, of: parent ?? null } : null
}
