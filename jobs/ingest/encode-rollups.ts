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
    const bins = [...row.bins].filter(([, count]) => count !== 0).sort(([a], [b]) => a - b)
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
    writeIntArray(
      writer,
      'int2',
      bins.map(([bin]) => bin),
    )
    writeIntArray(
      writer,
      'int4',
      bins.map(([, count]) => count),
    )
  }
  return takeWritten(writer)
}
