/** `npm run pictures`: compares elements and console with their pictures in docs/images; `-- --update` takes them anew. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { difference, FOLDER, keep } from './compare-pictures.ts'
import { PICTURE_NAMES, takePictures } from './take-pictures.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

if (process.argv.includes('--update')) {
  rmSync(FOLDER, { recursive: true, force: true })
  for await (const picture of takePictures()) keep(picture)
  say(`${PICTURE_NAMES.length} pictures are in ${FOLDER}`)
} else {
  const shownIn = mkdtempSync(join(tmpdir(), 'sightline-pictures-'))
  let differences = 0
  for await (const picture of takePictures()) {
    const words = difference(picture, { shownIn })
    if (words === null) continue
    differences++
    say(words)
  }
  say(`${differences} of ${PICTURE_NAMES.length} pictures differ`)
  if (differences > 0) process.exitCode = 1
  else rmSync(shownIn, { recursive: true })
}
