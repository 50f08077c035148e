/** The bar over a page of the console: for which period, whom, and whether it goes on by itself. */
import { html, nothing, type TemplateResult } from 'lit'
import { renderChoices, renderSwitch } from '../elements/base/choices.ts'
import '../elements/filters/filters.ts'
import '../elements/range/range.ts'
import type { ConsolePage } from './console-pages.ts'
import './filter-form.ts'
import type { ConsoleLocation } from './location.ts'
import type { Preferences } from './preferences.ts'

interface Shown {
  page: ConsolePage
  place: ConsoleLocation
  isLive: boolean
}

interface Handlers {
  onGo: (change: Partial<ConsoleLocation>) => void
  onPrefer: (change: Partial<Preferences>) => void
  onPalette: () => void
}

const DEVICES = [
  ['', 'All'],
  ['MOBILE', 'Mobile'],
  ['DESKTOP', 'Desktop'],
] as const

export function renderBar(
  { page: { takes }, place, isLive }: Shown,
  { onGo, onPrefer, onPalette }: Handlers,
): TemplateResult {
  return html`<section class="bar" aria-label="What is shown">
    ${takes.period ? html`<sight-range .range=${place.range}></sight-range>` : nothing}
    ${takes.filters ? renderDevices(place, onGo) : nothing}
    ${takes.filters ? html`<sight-filter-form></sight-filter-form>` : nothing}
    <span class="spacer"></span>
    ${renderSwitch('Live', isLive, (isLive) => onPrefer({ isLive }))}
    <button class="quiet find" @click=${onPalette}>Find <kbd>Ctrl K</kbd></button>
    ${takes.filters && place.filters.size > 0 ? html`<sight-filters></sight-filters>` : nothing}
  </section>`
}

function renderDevices(
  { filters }: ConsoleLocation,
  onGo: (change: Partial<ConsoleLocation>) => void,
): TemplateResult {
  const device = filters.get('DEVICE')
  const chosen = device === undefined ? '' : (device ?? 'unknown')
  return renderChoices({ name: 'device', legend: 'Devices', options: DEVICES, chosen }, (choice) => {
    const others = [...filters].filter(([dimension]) => dimension !== 'DEVICE')
    onGo({ filters: new Map(choice === '' ? others : [...others, ['DEVICE', choice]]) })
  })
}
