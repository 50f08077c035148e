/** `npm run check`: format, generated files, breaking changes of the schema, lint, types, unused code. Runs all of them and fails if one did. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { schemaChanges } from './api/schema-changes.ts'
import { generatedFiles, writeGenerated } from './generate.ts'

const stale: string[] = []
for (const { path, content } of await generatedFiles()) {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== content) stale.push(path)
}
if (stale.length > 0) console.error(`not up to date, run \`npm run build\` and commit: ${stale.join(', ')}`)
else await writeGenerated()

const { breaking, dangerous } = schemaChanges({
  released: readFileSync('api/schema.released.graphql', 'utf8'),
  current: readFileSync('api/schema.graphql', 'utf8'),
  changelog: readFileSync('CHANGELOG.md', 'utf8'),
})
for (const change of dangerous) console.log(`note: may surprise a client of the last release: ${change}`)
for (const change of breaking)
  console.error(
    `breaks clients of the last release: ${change} Keep it, or say so in CHANGELOG.md, Unreleased.`,
  )

const steps: [name: string, script: string, args: string[]][] = [
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['types', 'typescript/bin/tsc', ['-b']],
  ['lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']],
  ['unused code', 'knip/bin/knip.js', ['--no-progress']],
]
const failed = steps.filter(([name, script, args]) => {
  const begun = performance.now()
  const { status } = spawnSync(process.execPath, [`node_modules/${script}`, ...args], { stdio: 'inherit' })
  console.log(
    `${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`,
  )
  return status !== 0
})
if (failed.length + stale.length + breaking.length > 0) process.exit(1)
