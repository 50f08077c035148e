/** The top bar of the console: which site, which period, which devices, and how it is shown. */
import { html, type TemplateResult } from 'lit'
import { renderChoices, renderSwitch } from '../elements/base/choices.ts'
import type { ConsoleLocation } from './location.ts'
import { wordmark } from './wordmark.ts'

/** How the console is shown, which is nobody else's business and so not in the address. */
export interface Preferences {
  theme: 'auto' | 'light' | 'dark'
  isLive: boolean
}

interface Shown {
  sites: { id: string; name: string }[]
  site: string | null
  place: ConsoleLocation
}

interface Handlers {
  onGo: (change: Partial<ConsoleLocation>) => void
  onPrefer: (change: Partial<Preferences>) => void
}

const PERIODS = [
  ['P1D', '24 h'],
  ['P7D', '7 d'],
  ['P14D', '14 d'],
  ['P30D', '30 d'],
] as const
const DEVICES = [
  ['', 'All'],
  ['MOBILE', 'Mobile'],
  ['DESKTOP', 'Desktop'],
] as const
const THEMES = [
  ['light', 'Light'],
  ['auto', 'Auto'],
  ['dark', 'Dark'],
] as const

export function renderBar(
  { sites, site, place }: Shown,
  { theme, isLive }: Preferences,
  { onGo, onPrefer }: Handlers,
): TemplateResult {
  const device = place.filters.DEVICE
  return html`<header class="bar">
    <div>
      ${wordmark()}
      <select
        aria-label="Site"
        @change=${(event: Event) => onGo({ site: (event.target as HTMLSelectElement).value, filters: {}, session: null })}
      >
        ${sites.map(({ id, name }) => html`<option value=${id} ?selected=${id === site}>${name}</option>`)}
      </select>
      ${renderChoices({ name: 'period', legend: 'Period', options: PERIODS, chosen: place.range }, (range) => onGo({ range }))}
      ${renderChoices(
        {
          name: 'device',
          legend: 'Devices',
          options: DEVICES,
          chosen: device === undefined ? '' : (device ?? 'unknown'),
        },
        (chosen) => {
          const { DEVICE: _device, ...filters } = place.filters
          onGo({ filters: chosen === '' ? filters : { ...filters, DEVICE: chosen } })
        },
      )}
      <span class="spacer"></span>
      ${renderSwitch('Live', isLive, (isLive) => onPrefer({ isLive }))}
      ${renderChoices({ name: 'theme', legend: 'Theme', options: THEMES, chosen: theme }, (theme) =>
        onPrefer({ theme: theme as Preferences['theme'] }),
      )}
      <button class="quiet" @click=${signOut}>Sign out</button>
    </div>
  </header>`
}

async function signOut(): Promise<void> {
  await fetch('/sign-out', { method: 'POST' }).catch(() => null)
  location.reload()
}
