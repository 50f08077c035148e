import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ELEMENT_TAGS } from '../element-fixtures.ts'
import { difference, FOLDER, keep } from './compare-pictures.ts'
import { nameOf, PICTURE_NAMES, SHOTS, takePictures } from './take-pictures.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sightline-pictures-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('every element and the console look as in their pictures', async () => {
  // Pictures that differ are kept to be looked at.
  const shownIn = mkdtempSync(join(tmpdir(), 'sightline-pictures-'))
  const differences: (string | null)[] = []
  for await (const picture of takePictures()) differences.push(difference(picture, { shownIn }))
  expect(differences.filter((words) => words !== null)).toEqual([])
  rmSync(shownIn, { recursive: true })
})

test('there is a picture for each, no other, and all of them are small', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.png'),
  )
  expect(files.toSorted()).toEqual(PICTURE_NAMES.map((name) => `${name}.png`).toSorted())
  const bytes = files.reduce((sum, file) => sum + statSync(join(FOLDER, file)).size, 0)
  expect(bytes).toBeLessThanOrEqual(2_000_000)
})

test('every element has its section and its picture in the documentation', () => {
  const text = readFileSync('docs/elements.md', 'utf8')
  for (const tag of ELEMENT_TAGS) expect(text).toContain(`## \`<${tag}>\``)
  for (const shot of SHOTS.filter(({ state }) => state === 'plenty'))
    expect(text).toContain(`images/${nameOf(shot)}.png`)
})

test('a difference is found, and shown', () => {
  const name = 'square'
  const png = new PNG({ width: 20, height: 20 })
  png.data.fill(255)
  expect(difference({ name, png }, { folder, shownIn: folder })).toContain('is missing')
  keep({ name, png }, folder)
  expect(difference({ name, png }, { folder, shownIn: folder })).toBeNull()
  const changed = new PNG({ width: 20, height: 20 })
  changed.data.fill(255)
  for (let byte = 0; byte < 40; byte++) if (byte % 4 !== 3) changed.data[byte] = 0
  const shownIn = join(folder, 'shown')
  expect(difference({ name, png: changed }, { folder, shownIn })).toBe(
    `square differs in 10 pixels: ${join(shownIn, 'square.png')}`,
  )
  expect(readdirSync(shownIn)).toEqual(['square.png'])
  const larger = new PNG({ width: 21, height: 20 })
  expect(difference({ name, png: larger }, { folder, shownIn })).toContain('is 21 × 20, was 20 × 20')
})
