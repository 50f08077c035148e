/** The pictures that are kept for the documentation, and what differs from them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { palettePng } from './palette-png.ts'
import type { Picture } from './take-pictures.ts'

export const FOLDER = 'docs/images'

/** How different a pixel may be (edges of letters are), and how many of them may be more different, as a share. */
const PIXEL_THRESHOLD = 0.15
const MOST_PIXELS = 0.001

export function keep({ name, png }: Picture, folder = FOLDER): void {
  const path = join(folder, `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, palettePng(png))
}

/** What is wrong with it, in words, with the path of a picture that shows it; null if nothing is. */
export function difference(
  { name, png }: Picture,
  { folder = FOLDER, shownIn }: { folder?: string; shownIn: string },
): string | null {
  const path = join(folder, `${name}.png`)
  if (!existsSync(path)) return `${path} is missing: npm run pictures -- --update`
  const kept = PNG.sync.read(readFileSync(path))
  if (kept.width !== png.width || kept.height !== png.height) {
    keep({ name, png }, shownIn)
    return `${name} is ${png.width} × ${png.height}, was ${kept.width} × ${kept.height}: ${join(shownIn, `${name}.png`)}`
  }
  const shown = new PNG({ width: png.width, height: png.height })
  const pixels = pixelmatch(kept.data, png.data, shown.data, png.width, png.height, {
    threshold: PIXEL_THRESHOLD,
  })
  if (pixels <= png.width * png.height * MOST_PIXELS) return null
  keep({ name, png: shown }, shownIn)
  return `${name} differs in ${pixels} pixels: ${join(shownIn, `${name}.png`)}`
}
