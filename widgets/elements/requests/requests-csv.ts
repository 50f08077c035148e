import type { CsvTable } from '../../format/csv.ts'
import type { RequestRow } from './requests.query.ts'

export function csvOfRequests(rows: readonly RequestRow[]): CsvTable {
  return {
    name: 'requests',
    columns: ['endpoint', 'requests', 'failed', 'p75_ms', 'low_ms', 'high_ms', 'samples', 'totalTime_ms'],
    rows: rows.map(({ name, count, failures, duration, totalTime }) => {
      const { value, low, high, count: samples } = duration.percentile
      return [name, count, failures.count, value, low, high, samples, totalTime]
    }),
  }
}
