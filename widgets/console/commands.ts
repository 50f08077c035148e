/** What can be found in the palette, and how well a text finds it. */
import { VITAL_LABELS } from '../format/names.ts'
import { CHOSEN_VITALS, CONSOLE_PAGES, PAGE_NAMES } from './console-pages.ts'
import type { ConsoleLocation } from './location.ts'
import type { Preferences } from './preferences.ts'

export interface Command {
  title: string
  kind: string
  run: () => void
}

interface World {
  sites: readonly { id: string; name: string }[]
  /** Of the site, the most visited first. */
  pages: readonly string[]
  place: ConsoleLocation
  onGo: (change: Partial<ConsoleLocation>) => void
  onPrefer: (change: Partial<Preferences>) => void
}

const PERIODS = [
  ['P1D', 'Last 24 hours'],
  ['P7D', 'Last 7 days'],
  ['P14D', 'Last 14 days'],
  ['P30D', 'Last 30 days'],
] as const

export function commandsOf({ sites, pages, place, onGo, onPrefer }: World): Command[] {
  const narrowed = (page: string) => new Map([...place.filters, ['PAGE', page] as const])
  return [
    ...PAGE_NAMES.map((page) => ({
      title: CONSOLE_PAGES[page].title,
      kind: 'Go to',
      run: () => onGo({ page }),
    })),
    ...sites.map(({ id, name }) => ({
      title: name,
      kind: 'Site',
      run: () => onGo({ site: id, filters: new Map() }),
    })),
    ...pages.map((page) => ({
      title: page,
      kind: 'Page of the site',
      run: () => onGo({ page: 'pages', filters: narrowed(page) }),
    })),
    ...CHOSEN_VITALS.map((metric) => ({
      title: `${metric} – ${VITAL_LABELS[metric]}`,
      kind: 'Vital',
      run: () => onGo({ page: 'vitals', metric }),
    })),
    ...PERIODS.map(([range, title]) => ({ title, kind: 'Period', run: () => onGo({ range }) })),
    { title: 'Remove all filters', kind: 'Action', run: () => onGo({ filters: new Map() }) },
    ...(['light', 'dark', 'auto'] as const).map((theme) => ({
      title: `${theme.charAt(0).toUpperCase()}${theme.slice(1)} theme`,
      kind: 'Action',
      run: () => onPrefer({ theme }),
    })),
  ]
}

/** Those that have every word of the text: at the beginning of a word before elsewhere, otherwise in their order. */
export function matching(commands: readonly Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...commands]
  const ranked = commands.flatMap((command) => {
    const title = `${command.title} ${command.kind}`.toLowerCase()
    if (!words.every((word) => title.includes(word))) return []
    const isInside = words.some((word) => !` ${title}`.replaceAll(/[/–-]/g, ' ').includes(` ${word}`))
    return [{ command, rank: isInside ? 1 : 0 }]
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ command }) => command)
}
