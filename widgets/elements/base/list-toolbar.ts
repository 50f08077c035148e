import { html, type TemplateResult } from 'lit'
import { renderChoices } from './choices.ts'

interface ListToolbar<Sort extends string> {
  sorts: Readonly<Record<Sort, { label: string }>>
  sort: Sort
  onSort: (sort: Sort) => void
  search: string
  onSearch: (search: string) => void
  /** What the search is in: `errors`. */
  things: string
}

/** The orders of a list, and a search that narrows what is shown, not what is asked. */
export function listToolbar<Sort extends string>({
  sorts,
  sort,
  onSort,
  search,
  onSearch,
  things,
}: ListToolbar<Sort>): TemplateResult {
  const options = Object.entries<{ label: string }>(sorts).map(([name, { label }]) => [name, label] as const)
  return html`<div class="toolbar">
    ${renderChoices({ name: 'sort', legend: 'Order', options, chosen: sort }, (name) => onSort(name as Sort))}
    <input
      class="search"
      type="search"
      aria-label="Search in the ${things} shown"
      placeholder="Search in these"
      .value=${search}
      @input=${(event: Event) => onSearch((event.target as HTMLInputElement).value)}
    />
  </div>`
}

/** Tells those who hear the list what a search left of it. */
export function searchStatus(search: string, shown: number, all: number): TemplateResult {
  return html`<p class="visually-hidden" role="status">
    ${search === '' ? '' : `${shown} of the ${all} shown`}
  </p>`
}
