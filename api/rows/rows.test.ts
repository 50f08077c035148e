import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeRow, readRows } from './decode.ts'
import { type FieldValue, createRowWriter, takeWritten, writeFields, writeRowStart } from './encode.ts'
import { type ColumnType, type TableName, columnsOf } from './layout.ts'

const valueOf: Record<ColumnType, fc.Arbitrary<FieldValue>> = {
  timestamptz: fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) }),
  int2: fc.integer({ min: -32_768, max: 32_767 }),
  int4: fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }),
  float4: fc.float({ noNaN: true }),
  float8: fc.double({ noNaN: true }),
  bool: fc.boolean(),
  uuid: fc.uuid(),
  text: fc.string({ unit: 'grapheme' }),
  jsonb: fc.json(),
}

test.each(['events', 'errors'] as TableName[])('rows of %s read back as they were written', (table) => {
  const columns = columnsOf(table)
  const row = fc.tuple(...columns.map(({ type }) => fc.option(valueOf[type])))
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const writer = createRowWriter(8)
      for (const values of rows) {
        writeRowStart(writer, columns.length)
        writeFields(writer, columns, values)
      }
      const read = [...readRows(takeWritten(writer), table)].length
      expect(read).toBe(rows.length)
      for (const values of rows) {
        writeRowStart(writer, columns.length)
        writeFields(writer, columns, values)
      }
      let i = 0
      for (const cursor of readRows(takeWritten(writer), table)) {
        const expected = Object.fromEntries(columns.map(({ name }, j) => [name, rows[i]?.[j] ?? null]))
        expect(decodeRow(cursor, table)).toEqual(expected)
        i++
      }
    }),
    { numRuns: 50 },
  )
})
