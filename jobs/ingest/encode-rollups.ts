import {
  createRowWriter,
  takeWritten,
  writeFields,
  writeIntArray,
  writeRowStart,
} from '../../api/rows/encode.ts'
import { ROLLUP_ARRAYS, ROLLUP_COLUMNS, type RollupRow } from '../../api/segment/rollups.ts'

/** The columns that `encodeRollups` writes, for COPY. */
export const ROLLUP_COLUMN_NAMES = [...ROLLUP_COLUMNS, ...ROLLUP_ARRAYS].map(({ name }) => name)

/** Rollup rows for COPY BINARY. Bins that corrections emptied are left out. */
export function encodeRollups(rows: readonly RollupRow[]): Buffer {
  const writer = createRowWriter(rows.length * 200 + 64)
  for (const row of rows) {
    const bins = Int16Array.from(row.bins.keys()).sort()
    const counts = Int32Array.from(bins, (bin) => row.bins.get(bin) ?? 0)
    const isEmpty = counts.includes(0)
    writeRowStart(writer, ROLLUP_COLUMN_NAMES.length)
    writeFields(writer, ROLLUP_COLUMNS, [
      row.bucket,
      row.sum,
      row.min,
      row.max,
      row.siteId,
      row.n,
      row.good,
      row.poor,
      row.weight,
      row.cube,
      row.metric,
      row.population,
      row.environment,
      row.k1,
      row.k2,
    ])
    writeIntArray(writer, 'int2', isEmpty ? bins.filter((_, i) => counts[i] !== 0) : bins)
    writeIntArray(writer, 'int4', isEmpty ? counts.filter((count) => count !== 0) : counts)
  }
  return takeWritten(writer)
}
