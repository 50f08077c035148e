import { html, type TemplateResult } from 'lit'
import { csvOf, type CsvTable } from '../../format/csv.ts'

/** Saves the figures as a file. They are made only once somebody asks for them. */
export function csvButton(table: () => CsvTable): TemplateResult {
  return html`<button class="csv" part="csv" @click=${() => save(table())}>Download CSV</button>`
}

function save(table: CsvTable): void {
  const address = URL.createObjectURL(new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }))
  Object.assign(document.createElement('a'), { href: address, download: `${table.name}.csv` }).click()
  // The browser has taken it by the next task.
  setTimeout(() => URL.revokeObjectURL(address))
}
