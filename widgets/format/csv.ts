/** Figures as RFC 4180 text, whole and unformatted, for a spreadsheet. */

export interface CsvTable {
  /** Of the file, without its extension. */
  name: string
  columns: readonly string[]
  /** Null is an empty field, which is not a 0. */
  rows: readonly (readonly (string | number | null)[])[]
}

export function csvOf({ columns, rows }: Pick<CsvTable, 'columns' | 'rows'>): string {
  return [columns, ...rows].map((cells) => `${cells.map(field).join(',')}\r\n`).join('')
}

/**
 * Text that begins like a formula would be run by the spreadsheet that opens it, and visitors write some of it: a quote
 * before it keeps it text (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function field(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
