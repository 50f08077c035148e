import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

let root = dirname(fileURLToPath(import.meta.url))
while (!existsSync(join(root, 'package.json'))) root = dirname(root)

/** The path of a file of the package, the same from the sources and from `dist/`. */
export function packagePath(...parts: string[]): string {
  return join(root, ...parts)
}
