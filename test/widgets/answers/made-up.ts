/** What all made-up answers share: their moment, how much there is, and figures that are the same on every run. */

/** What stands behind the answers: plenty, nothing, too little, or an API that fails. */
export type Variant = 'plenty' | 'empty' | 'thin' | 'error' | 'hostile'

export const NOW = Date.parse('2026-11-21T09:30:00.000Z')
export const HOSTILE = [
  '<img src=x onerror="window.hacked=1">',
  '"><script>window.hacked=1</script>',
  "javascript:window.hacked=1//'${window.hacked=1}",
  '\u202Egnp.exe <svg/onload=window.hacked=1>',
] as const

export const HOUR = 3_600_000
export const STEPS: Record<string, number> = {
  MINUTE: HOUR / 60,
  FIVE_MINUTES: HOUR / 12,
  QUARTER_HOUR: HOUR / 4,
  HOUR,
  DAY: 24 * HOUR,
  WEEK: 168 * HOUR,
  MONTH: 720 * HOUR,
}

/** The part of the shop that a figure is of. */
export interface Place {
  variant: Variant
  scale: number
  from: number
  to: number
  views: number
  /** The page that it is of; null or absent: of several. */
  page?: string | null
  /** Whether what is slow on a page is slow here. */
  slow?: boolean
}

/** Even on [0, 1), from whatever names the figure. */
export function chance(...names: (string | number)[]): number {
  let hash = 2166136261
  for (const character of names.join('|')) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619)
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32
}

/** A page of a list whose cursors are places in it. */
export function pageOf<Node>(all: readonly Node[], start: number, first: number) {
  const end = Math.min(all.length, start + first)
  return {
    nodes: all.slice(start, end),
    edges: [],
    pageInfo: { hasNextPage: end < all.length, endCursor: String(end) },
  }
}

/** What a visitor wrote: in the hostile variant, something that must stay text. */
export function textOf(variant: Variant, index: number, fallback: string): string {
  return variant === 'hostile' ? (HOSTILE[index % HOSTILE.length] ?? '') : fallback
}
