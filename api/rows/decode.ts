/** Reads rows that were encoded for COPY BINARY: the ingest job aggregates them, dead letters show them. */
import type { FieldValue } from './encode.ts'
import { type Column, type TableName, columnsOf } from './layout.ts'

const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1)

/** Where the fields of a row begin and how long they are (−1: null), by the place of the column in the layout. */
export type RowCursor = {
  buffer: Buffer
  start: number
  end: number
  offsets: Int32Array
  lengths: Int32Array
}

/** Goes through the rows one by one. The cursor is the same object each time: read it before going on. */
export function* readRows(buffer: Buffer, table: TableName): Generator<RowCursor> {
  const fields = columnsOf(table).length
  const cursor: RowCursor = {
    buffer,
    start: 0,
    end: 0,
    offsets: new Int32Array(fields),
    lengths: new Int32Array(fields),
  }
  let at = 0
  while (at < buffer.length) {
    cursor.start = at
    const count = buffer.readInt16BE(at)
    if (count !== fields) throw new RangeError(`a row of ${table} has ${count} fields, its layout ${fields}`)
    at += 2
    for (let i = 0; i < fields; i++) {
      const length = buffer.readInt32BE(at)
      at += 4
      cursor.offsets[i] = at
      cursor.lengths[i] = length
      if (length > 0) at += length
    }
    if (at > buffer.length) throw new RangeError(`a row of ${table} ends behind its buffer`)
    cursor.end = at
    yield cursor
  }
}

/** The place of each column in the row, for reading single fields. */
export function columnIndex(table: TableName): Record<string, number> {
  return Object.fromEntries(columnsOf(table).map(({ name }, i) => [name, i]))
}

export function readText(row: RowCursor, column: number): string | null {
  const length = row.lengths[column] ?? -1
  if (length < 0) return null
  const offset = row.offsets[column] ?? 0
  return row.buffer.toString('utf8', offset, offset + length)
}

export function readFloat8(row: RowCursor, column: number): number | null {
  return (row.lengths[column] ?? -1) < 0 ? null : row.buffer.readDoubleBE(row.offsets[column])
}

export function readInt2(row: RowCursor, column: number): number | null {
  return (row.lengths[column] ?? -1) < 0 ? null : row.buffer.readInt16BE(row.offsets[column])
}

/** Epoch milliseconds. */
export function readTime(row: RowCursor, column: number): number {
  const offset = row.offsets[column] ?? 0
  const microseconds = row.buffer.readInt32BE(offset) * 4_294_967_296 + row.buffer.readUInt32BE(offset + 4)
  return POSTGRES_EPOCH_MS + microseconds / 1000
}

export function readUuid(row: RowCursor, column: number): string | null {
  if ((row.lengths[column] ?? -1) < 0) return null
  const offset = row.offsets[column] ?? 0
  const hex = row.buffer.toString('hex', offset, offset + 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The whole row as plain values, by column; jsonb as text. */
export function decodeRow(row: RowCursor, table: TableName): Record<string, FieldValue> {
  return Object.fromEntries(columnsOf(table).map((column, i) => [column.name, readField(row, column, i)]))
}

function readField(row: RowCursor, { type }: Column, i: number): FieldValue {
  const length = row.lengths[i] ?? -1
  const offset = row.offsets[i] ?? 0
  if (length < 0) return null
  switch (type) {
    case 'timestamptz':
      return readTime(row, i)
    case 'int2':
      return row.buffer.readInt16BE(offset)
    case 'int4':
      return row.buffer.readInt32BE(offset)
    case 'float4':
      return row.buffer.readFloatBE(offset)
    case 'float8':
      return row.buffer.readDoubleBE(offset)
    case 'bool':
      return row.buffer.readInt8(offset) !== 0
    case 'uuid':
      return readUuid(row, i)
    case 'text':
      return readText(row, i)
    case 'jsonb':
      return row.buffer.toString('utf8', offset + 1, offset + length)
  }
}
