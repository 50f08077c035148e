/** What a status page may be: everything that is wrong with an input is told at once, each at its path. */
import type { Control } from '../db/prisma.ts'
import { LEAST_FLOOR, originOf } from '../embeds/embed-claims.ts'
import type { SaveStatusPageInput, StatusComponentInput, StatusTheme } from '../schema.generated.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { sloById } from '../slos/saved-slos.ts'
import type { UserError } from '../user-errors.ts'

/** The vitals of Core Web Vitals, which have agreed ratings. */
const VITALS = ['LCP', 'INP', 'CLS'] as const
type PageVital = (typeof VITALS)[number]

export type StatusComponent = { key: string; name: string; description: string } & (
  { slo: number; vital: null } | { slo: null; vital: PageVital }
)

export type PageSettings = {
  slug: string
  title: string
  description: string
  components: StatusComponent[]
  theme: StatusTheme
  origins: string[]
  published: boolean
  floor: number
}

const DEFAULT_FLOOR = 20
const MOST_FLOOR = 1000
const MOST_COMPONENTS = 20
const MOST_ORIGINS = 20

/** What is given over what is there; `before` null: a new page, which lacks what it must have. */
export async function checkPage(
  control: Control,
  site: SiteRow,
  { input, before }: { input: SaveStatusPageInput; before: PageSettings | null },
): Promise<{ settings: PageSettings | null; userErrors: UserError[] }> {
  const userErrors: UserError[] = []
  const wrong = (path: string[], message: string, code: UserError['code'] = 'INVALID') => {
    userErrors.push({ path, code, message })
  }
  const slug = input.slug ?? before?.slug ?? ''
  if (!/^[a-z0-9-]{1,60}$/.test(slug))
    wrong(['slug'], `a slug of "${slug.slice(0, 80)}": expected 1 to 60 small letters, digits and dashes`)
  const text = (field: 'title' | 'description', least: number, most: number): string => {
    const value = (input[field] ?? before?.[field] ?? '').trim()
    if (value.length < least || value.length > most)
      wrong([field], `\`${field}\` has ${value.length} characters: expected ${least} to ${most}`)
    return value
  }
  const floor = input.floor ?? before?.floor ?? DEFAULT_FLOOR
  if (floor < LEAST_FLOOR || floor > MOST_FLOOR)
    wrong(['floor'], `a floor of ${floor} visitors: expected ${LEAST_FLOOR} to ${MOST_FLOOR}`)
  const given = input.components ?? null
  const settings = {
    slug,
    title: text('title', 1, 100),
    description: text('description', 0, 500),
    components:
      given === null ? (before?.components ?? []) : await componentsOf({ control, site, given, wrong }),
    theme: input.theme ?? before?.theme ?? ('AUTO' as const),
    origins: originsOf(input.origins ?? before?.origins ?? [], wrong),
    published: input.published ?? before?.published ?? false,
    floor,
  }
  if (given === null && before === null) wrong(['components'], 'a page needs `components`, at least one')
  return { settings: userErrors.length > 0 ? null : settings, userErrors }
}

type Wrong = (path: string[], message: string, code?: UserError['code']) => void

function originsOf(origins: readonly string[], wrong: Wrong): string[] {
  if (origins.length > MOST_ORIGINS)
    wrong(['origins'], `${origins.length} origins: give ${MOST_ORIGINS} at most`)
  return origins.map((text, i) => {
    const origin = originOf(text)
    if (origin === null)
      wrong(
        ['origins', String(i)],
        `an origin of "${text.slice(0, 100)}": expected one such as https://www.example.com`,
      )
    return origin ?? text
  })
}

async function componentsOf({
  control,
  site,
  given,
  wrong,
}: {
  control: Control
  site: SiteRow
  given: readonly StatusComponentInput[]
  wrong: Wrong
}): Promise<StatusComponent[]> {
  if (given.length < 1 || given.length > MOST_COMPONENTS)
    wrong(['components'], `${given.length} components: give 1 to ${MOST_COMPONENTS}`)
  const keys = new Set<string>()
  const checked: StatusComponent[] = []
  for (const [i, { key: asked, name, description, slo, vital }] of given
    .slice(0, MOST_COMPONENTS)
    .entries()) {
    const at = (field: string) => ['components', String(i), field]
    const length = name.trim().length
    if (length < 1 || length > 60) wrong(at('name'), `\`name\` has ${length} characters: expected 1 to 60`)
    const about = (description ?? '').trim()
    if (about.length > 200)
      wrong(at('description'), `\`description\` has ${about.length} characters: expected 200 at most`)
    const key = asked ?? keyOf(name)
    if (!/^[a-z0-9-]{1,60}$/.test(key))
      wrong(at('key'), `a key of "${key.slice(0, 80)}": expected 1 to 60 small letters, digits and dashes`)
    if (keys.has(key))
      wrong(at('key'), `two components have the key "${key.slice(0, 60)}": give one of them another`, 'TAKEN')
    keys.add(key)
    const source = await sourceOf(control, site, { slo: slo ?? null, vital: vital ?? null })
    if ('field' in source) wrong(at(source.field), source.message, source.code)
    else checked.push({ key, name: name.trim(), description: about, ...source })
  }
  return checked
}

type Source = Pick<StatusComponent, 'slo' | 'vital'> &
  ({ slo: number; vital: null } | { slo: null; vital: PageVital })

async function sourceOf(
  control: Control,
  site: SiteRow,
  { slo, vital }: { slo: string | null; vital: string | null },
): Promise<Source | { field: string; message: string; code: UserError['code'] }> {
  if ((slo === null) === (vital === null))
    return { field: 'slo', message: 'give either `slo` or `vital`', code: 'INVALID' }
  if (slo === null) {
    const known = VITALS.find((one) => one === vital)
    return known === undefined
      ? { field: 'vital', message: `a vital of ${vital}: expected ${VITALS.join(', ')}`, code: 'INVALID' }
      : { slo: null, vital: known }
  }
  const found = await sloById(control, site, slo)
  return found === null
    ? { field: 'slo', message: `"${site.slug}" has no SLO "${slo.slice(0, 60)}"`, code: 'UNKNOWN' }
    : { slo: found.id, vital: null }
}

/** Small letters, digits and dashes of a name; `component` where it has none. */
function keyOf(name: string): string {
  const key = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return key === '' ? 'component' : key
}
