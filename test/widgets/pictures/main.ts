/** `npm run pictures`: compares every element with its picture in docs/images/elements; `-- --update` takes them anew. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { difference, FOLDER, keep } from './compare-pictures.ts'
import { SHOTS, takePictures } from './take-pictures.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

if (process.argv.includes('--update')) {
  for (const file of existsSync(FOLDER) ? readdirSync(FOLDER) : []) rmSync(join(FOLDER, file))
  for await (const picture of takePictures()) keep(picture)
  say(`${SHOTS.length} pictures are in ${FOLDER}`)
} else {
  const shownIn = mkdtempSync(join(tmpdir(), 'sightline-pictures-'))
  let differences = 0
  for await (const picture of takePictures()) {
    const words = difference(picture, { shownIn })
    if (words === null) continue
    differences++
    say(words)
  }
  say(`${differences} of ${SHOTS.length} pictures differ`)
  if (differences > 0) process.exitCode = 1
  else rmSync(shownIn, { recursive: true })
}
