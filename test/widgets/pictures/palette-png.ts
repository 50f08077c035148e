/**
 * A picture as a PNG of 256 colours, a third of what one of all colours takes: those that are most of it stay as they are,
 * the others, at the edges of letters, become the nearest of them. https://www.w3.org/TR/png-3/
 */
import { crc32, deflateSync } from 'node:zlib'
import type { PNG } from 'pngjs'

const MOST_COLOURS = 256
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const INDEXED = 3

export function palettePng({ data, width, height }: PNG): Buffer {
  const counts = new Map<number, number>()
  const colourAt = (pixel: number) => data.readUIntBE(pixel * 4, 3)
  for (let pixel = 0; pixel < width * height; pixel++)
    counts.set(colourAt(pixel), (counts.get(colourAt(pixel)) ?? 0) + 1)
  const palette = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour)
  const kept = palette.slice(0, MOST_COLOURS)
  const places = new Map(
    palette.map((colour, index) => [colour, index < MOST_COLOURS ? index : nearest(colour, kept)]),
  )
  // Each line begins with its filter: none, which is best for indexes.
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = places.get(colourAt(y * width + x)) ?? 0
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, INDEXED], 8)
  const colours = Buffer.from(kept.flatMap(channels))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const channels = (colour: number): [number, number, number] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
]

function nearest(colour: number, palette: readonly number[]): number {
  const [red, green, blue] = channels(colour)
  let best = 0
  let least = Infinity
  for (const [index, other] of palette.entries()) {
    const [r, g, b] = channels(other)
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
    if (distance >= least) continue
    least = distance
    best = index
  }
  return best
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const frame = Buffer.alloc(8 + body.length)
  frame.writeUInt32BE(content.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), 4 + body.length)
  return frame
}
