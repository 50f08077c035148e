/** What the figures were measured on: without it no figure means anything. */
import { cpus, totalmem } from 'node:os'

export function describeMachine(engines: string[]): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GB, Node ${process.versions.node}; ${engines.join('; ')}`
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The nearest rank: with few rounds an interpolated value would be one that was never measured. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? NaN
}

/** Rows as a Markdown table, so that what is printed can be published as it is. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
