/** Sessions: all, or those in which something went wrong. */
import { html, type TemplateResult } from 'lit'
import type { Filter } from '../../data/filter.ts'
import { renderChoices } from '../../elements/base/choices.ts'
import '../../elements/sessions/sessions.ts'
import { SESSION_KINDS, type PageView, type SessionKind } from '../console-pages.ts'
import type { ConsoleLocation } from '../location.ts'

const KINDS = Object.entries(SESSION_KINDS)

export function renderPage({ place, onGo }: PageView): TemplateResult {
  const options = KINDS.map(
    ([kind, label]) => [kind, kind === 'slow' ? `Poor ${place.metric}` : label] as const,
  )
  return html`
    <div class="toolbar">
      ${renderChoices({ name: 'show', legend: 'Sessions', options, chosen: place.show }, (show) =>
        onGo({ show: show as SessionKind }),
      )}
    </div>
    <sight-sessions .first=${50} .filter=${filterOf(place)} .selected=${place.session}></sight-sessions>
  `
}

/** Besides the filters of the bar. A slow session is one that lived through it on the page that is chosen, if one is. */
function filterOf({ show, metric, filters }: ConsoleLocation): Filter | null {
  const page = filters.get('PAGE')
  const happened = { vital: { metric, rating: 'POOR' }, ...(page ? { where: { page: { eq: page } } } : {}) }
  const kinds: Record<SessionKind, Filter | null> = {
    all: null,
    slow: { session: { has: happened } },
    errors: { session: { errors: { min: 1 } } },
    frustrated: { session: { frustrations: { min: 1 } } },
  }
  return kinds[show]
}
