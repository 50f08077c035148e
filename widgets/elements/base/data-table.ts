import { html, type TemplateResult } from 'lit'
import type { CsvTable } from '../../format/csv.ts'
import { csvButton } from './csv-button.ts'

type Rows = readonly (readonly string[])[]

interface DataTable {
  /** What the table is of; its accessible name. */
  caption: string
  columns: readonly string[]
  /** The first cell heads its row; the others are figures. A function where there may be thousands. */
  rows: Rows | (() => Rows)
  /** The same as numbers, to be saved. */
  csv: () => CsvTable
}

/** The figures of a chart as a table, behind a disclosure. Rows are made only once it is opened. */
export function dataTable(
  { caption, columns, rows, csv }: DataTable,
  isOpen: boolean,
  onToggle: (isOpen: boolean) => void,
): TemplateResult {
  return html`
    <details
      part="table"
      .open=${isOpen}
      @toggle=${(event: Event) => onToggle((event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary>Show as table</summary>
      ${csvButton(csv)}
      <div class="table-scroll" tabindex="0" role="region" aria-label=${caption}>
        <table>
          <caption class="visually-hidden">
            ${caption}
          </caption>
          <thead>
            <tr>
              ${columns.map((name, index) => html`<th scope="col" class=${index > 0 ? 'figure' : ''}>${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${(!isOpen ? [] : typeof rows === 'function' ? rows() : rows).map(
              ([head, ...cells]) =>
                html`<tr>
                  <th scope="row">${head}</th>
                  ${cells.map((cell) => html`<td class="figure">${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `
}
