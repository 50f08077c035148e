/** The menu of the console: which site, which page, and who looks. Links are links: they open in a tab as well. */
import { html, type TemplateResult } from 'lit'
import { renderChoices } from '../elements/base/choices.ts'
import { CONSOLE_PAGES, PAGE_NAMES, type ConsolePage, type PageName } from './console-pages.ts'
import { changed, formatLocation, type ConsoleLocation } from './location.ts'
import type { Preferences } from './preferences.ts'
import { wordmark } from './wordmark.ts'

interface Shown {
  place: ConsoleLocation
  sites: { id: string; name: string }[]
  site: { id: string } | null
  /** On narrow screens it is folded. */
  isOpen: boolean
  theme: Preferences['theme']
}

interface Handlers {
  onGo: (change: Partial<ConsoleLocation>) => void
  onToggle: () => void
  onPrefer: (change: Partial<Preferences>) => void
}

const THEMES = [
  ['light', 'Light'],
  ['auto', 'Auto'],
  ['dark', 'Dark'],
] as const

export function renderMenu(
  { place, sites, site, isOpen, theme }: Shown,
  { onGo, onToggle, onPrefer }: Handlers,
): TemplateResult {
  const groups = [...new Set(PAGE_NAMES.map((name) => CONSOLE_PAGES[name].group))]
  return html`<header class="menu" ?data-open=${isOpen}>
    <button class="skip" @click=${skip}>Skip to content</button>
    <div class="brand">
      ${wordmark()}
      <button class="quiet fold" aria-expanded=${isOpen} aria-controls="menu" @click=${onToggle}>Menu</button>
    </div>
    <div class="folded" id="menu">
      <select
        aria-label="Site"
        .value=${site?.id ?? ''}
        @change=${(event: Event) =>
          onGo({ site: (event.target as HTMLSelectElement).value, filters: new Map() })}
      >
        ${site === null ? html`<option value="" selected disabled>Choose a site</option>` : ''}
        ${sites.map(
          ({ id, name }) => html`<option value=${id} ?selected=${id === site?.id}>${name}</option>`,
        )}
      </select>
      <nav aria-label="Pages">
        ${groups.map(
          (group) =>
            html`<p class="group" id="group-${group}">${group}</p>
              <ul aria-labelledby="group-${group}">
                ${PAGE_NAMES.filter((name) => CONSOLE_PAGES[name].group === group).map((name) =>
                  renderLink(name, place, onGo),
                )}
              </ul>`,
        )}
      </nav>
      <div class="looks">
        ${renderChoices({ name: 'theme', legend: 'Theme', options: THEMES, chosen: theme }, (theme) =>
          onPrefer({ theme: theme as Preferences['theme'] }),
        )}
        <button class="quiet" @click=${signOut}>Sign out</button>
      </div>
    </div>
  </header>`
}

function renderLink(
  name: PageName,
  place: ConsoleLocation,
  onGo: (change: Partial<ConsoleLocation>) => void,
): TemplateResult {
  const { title }: ConsolePage = CONSOLE_PAGES[name]
  const onClick = (event: MouseEvent) => {
    // A new tab or window is the browser's.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onGo({ page: name })
  }
  return html`<li>
    <a
      href=${formatLocation(changed(place, { page: name }))}
      aria-current=${name === place.page ? 'page' : 'false'}
      @click=${onClick}
      >${title}</a
    >
  </li>`
}

/** A link would be of no use: an address with # does not reach into the shadow tree. */
function skip(event: Event): void {
  const root = (event.target as HTMLElement).getRootNode() as ShadowRoot
  root.querySelector('main')?.focus()
}

async function signOut(): Promise<void> {
  await fetch('/sign-out', { method: 'POST' }).catch(() => null)
  location.reload()
}
