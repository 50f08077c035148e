/**
 * Writes values as fields of PostgreSQL's COPY BINARY format: a 32-bit length, or −1 for null, and the bytes.
 * Hand-written because it runs for every column of every event: generic encoders cost as much as the whole COPY.
 */
import type { Column, ColumnType } from './layout.ts'

export type FieldValue = string | number | boolean | null

/** A buffer that grows, and the place up to which it is written. */
export type RowWriter = { buffer: Buffer; length: number }

const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1)
const TWO_TO_32 = 4_294_967_296

export function createRowWriter(size = 16_384): RowWriter {
  return { buffer: Buffer.allocUnsafe(size), length: 0 }
}

/** What was written, copied out so that the writer can be used again. */
export function takeWritten(writer: RowWriter): Buffer {
  const written = Buffer.from(writer.buffer.subarray(0, writer.length))
  writer.length = 0
  return written
}

/** What was written as base64, for queues that hold JSON. */
export function takeBase64(writer: RowWriter): string {
  const text = writer.buffer.toString('base64', 0, writer.length)
  writer.length = 0
  return text
}

/** Begins a row of so many fields. */
export function writeRowStart(writer: RowWriter, fields: number): void {
  reserve(writer, 2)
  writer.length = writer.buffer.writeInt16BE(fields, writer.length)
}

/** Fields that were encoded before. */
export function writeBlock(writer: RowWriter, block: Buffer): void {
  reserve(writer, block.length)
  writer.length += block.copy(writer.buffer, writer.length)
}

export function writeFields(
  writer: RowWriter,
  columns: readonly Column[],
  values: readonly FieldValue[],
): void {
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]
    if (column !== undefined) writeField(writer, column.type, values[i] ?? null)
  }
}

/** An int2[] or int4[] field. */
export function writeIntArray(writer: RowWriter, type: 'int2' | 'int4', values: ArrayLike<number>): void {
  const size = type === 'int2' ? 2 : 4
  reserve(writer, 24 + values.length * (4 + size))
  const { buffer } = writer
  const dimensions = values.length === 0 ? 0 : 1
  const start = writer.length
  let at = start + 4
  at = buffer.writeInt32BE(dimensions, at)
  at = buffer.writeInt32BE(0, at)
  at = buffer.writeInt32BE(type === 'int2' ? 21 : 23, at)
  if (dimensions === 1) {
    at = buffer.writeInt32BE(values.length, at)
    at = buffer.writeInt32BE(1, at)
  }
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    at = buffer.writeInt32BE(size, at)
    at = type === 'int2' ? buffer.writeInt16BE(value, at) : buffer.writeInt32BE(value, at)
  }
  buffer.writeInt32BE(at - start - 4, start)
  writer.length = at
}

export function writeField(writer: RowWriter, type: ColumnType, value: FieldValue): void {
  if (value === null) {
    reserve(writer, 4)
    writer.length = writer.buffer.writeInt32BE(-1, writer.length)
    return
  }
  if (typeof value === 'string' && type !== 'uuid') {
    writeText(writer, type, value)
    return
  }
  reserve(writer, 20)
  const { buffer } = writer
  let at = writer.length
  switch (type) {
    case 'timestamptz': {
      const microseconds = Math.round((Number(value) - POSTGRES_EPOCH_MS) * 1000)
      const high = Math.floor(microseconds / TWO_TO_32)
      at = buffer.writeInt32BE(8, at)
      at = buffer.writeInt32BE(high, at)
      at = buffer.writeUInt32BE(microseconds - high * TWO_TO_32, at)
      break
    }
    case 'int2':
      at = buffer.writeInt32BE(2, at)
      at = buffer.writeInt16BE(Number(value), at)
      break
    case 'int4':
      at = buffer.writeInt32BE(4, at)
      at = buffer.writeInt32BE(Number(value), at)
      break
    case 'float4':
      at = buffer.writeInt32BE(4, at)
      at = buffer.writeFloatBE(Number(value), at)
      break
    case 'float8':
      at = buffer.writeInt32BE(8, at)
      at = buffer.writeDoubleBE(Number(value), at)
      break
    case 'bool':
      at = buffer.writeInt32BE(1, at)
      at = buffer.writeInt8(value === true ? 1 : 0, at)
      break
    case 'uuid':
      at = buffer.writeInt32BE(16, at)
      at += buffer.write(String(value).replaceAll('-', ''), at, 'hex')
      break
    case 'text':
    case 'jsonb':
      throw new TypeError(`a ${type} field takes a string, not ${typeof value}`)
  }
  writer.length = at
}

function writeText(writer: RowWriter, type: ColumnType, value: string): void {
  reserve(writer, 5 + value.length * 3)
  const { buffer } = writer
  const start = writer.length
  let at = start + 4
  // jsonb in binary begins with the version of its format.
  if (type === 'jsonb') at = buffer.writeInt8(1, at)
  at += buffer.write(value, at, 'utf8')
  buffer.writeInt32BE(at - start - 4, start)
  writer.length = at
}

function reserve(writer: RowWriter, bytes: number): void {
  if (writer.length + bytes <= writer.buffer.length) return
  const grown = Buffer.allocUnsafe(Math.max(writer.buffer.length * 2, writer.length + bytes))
  writer.buffer.copy(grown, 0, 0, writer.length)
  writer.buffer = grown
}
