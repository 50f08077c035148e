/** Status pages and incidents as the forms have them, and as the API takes them. */
import type { UserError } from '../forms/mutation-controller.ts'
import { linesOf, originMistakes } from '../settings/origins.ts'
import type { StatusComponent, StatusPage } from './status.query.ts'

export interface ComponentDraft {
  /** Null for a new one: the API makes it of the name. Incidents name components by it, so it stays. */
  key: string | null
  name: string
  description: string
  /** A vital, or the id of an SLO. */
  of: string
}

export interface StatusPageDraft {
  /** Null for a new page. */
  id: string | null
  title: string
  slug: string
  description: string
  components: readonly ComponentDraft[]
  theme: string
  origins: string
  published: boolean
  /** As it is written. */
  floor: string
}

export const PAGE_VITALS = [
  ['LCP', 'LCP, how fast pages appear'],
  ['INP', 'INP, how fast they answer'],
  ['CLS', 'CLS, how still they keep'],
] as const

export const PAGE_THEMES = [
  ['AUTO', 'As the reader has it'],
  ['LIGHT', 'Light'],
  ['DARK', 'Dark'],
] as const

export const IMPACTS = [
  ['MINOR', 'Minor: what it is about is degraded'],
  ['MAJOR', 'Major: what it is about is out'],
  ['NONE', 'None: a notice'],
] as const

export const STATUSES = [
  ['INVESTIGATING', 'Investigating'],
  ['IDENTIFIED', 'Identified'],
  ['MONITORING', 'Monitoring'],
  ['RESOLVED', 'Resolved'],
] as const

const LEAST_FLOOR = 5

export function emptyComponent(): ComponentDraft {
  return { key: null, name: '', description: '', of: 'LCP' }
}

export function emptyPage(): StatusPageDraft {
  return {
    id: null,
    title: '',
    slug: '',
    description: '',
    components: [{ ...emptyComponent(), name: 'Pages' }],
    theme: 'AUTO',
    origins: '',
    published: false,
    floor: '20',
  }
}

export function draftOf(page: StatusPage): StatusPageDraft {
  const { id, title, slug, description, theme, published } = page
  return {
    id,
    title,
    slug,
    description,
    theme,
    published,
    components: page.components.map(componentDraft),
    origins: page.origins.join('\n'),
    floor: String(page.floor),
  }
}

function componentDraft({ key, name, description, slo, vital }: StatusComponent): ComponentDraft {
  return { key, name, description, of: vital ?? slo ?? '' }
}

/** SaveStatusPageInput. */
export function pageInput(draft: StatusPageDraft, site: string): object {
  const { id, title, slug, description, theme, published } = draft
  return {
    ...(id === null ? { site } : { id }),
    title: title.trim(),
    slug: slug.trim(),
    description: description.trim(),
    theme,
    published,
    components: draft.components.map(({ key, name, description, of }) => ({
      ...(key === null ? {} : { key }),
      name: name.trim(),
      description: description.trim(),
      ...(isVital(of) ? { vital: of } : { slo: of }),
    })),
    origins: linesOf(draft.origins),
    floor: Number(draft.floor),
  }
}

/** What is wrong, as soon as it is written. */
export function pageMistakes({ slug, origins, floor }: StatusPageDraft): UserError[] {
  const mistakes = originMistakes(origins)
  if (slug !== '' && !/^[a-z0-9-]{1,60}$/.test(slug))
    mistakes.push({ path: ['slug'], message: 'Small letters, digits and dashes, 60 at most' })
  if (!Number.isInteger(Number(floor)) || Number(floor) < LEAST_FLOOR)
    mistakes.push({ path: ['floor'], message: `A whole number of visitors, ${LEAST_FLOOR} or more` })
  return mistakes
}

/** What an address could be called that tells of this title. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
}

export function isVital(of: string): boolean {
  return PAGE_VITALS.some(([vital]) => vital === of)
}

export function labelOf(options: readonly (readonly [string, string])[], value: string): string {
  return options.find(([option]) => option === value)?.[1] ?? value
}
