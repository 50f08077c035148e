/** The client as a tool imports it: built, by the name of the package, in Node alone. */
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

const evaluate = (script: string) =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }).trim()

test('sightline/client is the client, with its errors and documents of one’s own', () => {
  const names = evaluate("console.log(Object.keys(await import('sightline/client')).join())")
  expect(names).toBe('QueryError,createClient,typedDocument')
})

test('sightline/client/documents are texts with the ids under which a server knows them', () => {
  const sites = evaluate(
    "const { Sites } = await import('sightline/client/documents'); console.log(Sites.id, String(Sites))",
  )
  expect(sites).toMatch(/^sha256:[0-9a-f]{64} query Sites\(/)
})
